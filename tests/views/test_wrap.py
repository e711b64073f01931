from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from rich.cells import cell_len
from wcwidth import wcswidth

from tests.views.reports import HOSTILE
from winsell.views.plain import show
from winsell.views.wrap import cells, fold, pad, widest, wrap, wrap_of_file

widths = st.integers(6, 60)
words = st.text(st.sampled_from("ab ,.-%(「“”’1万第长，（）。中ｗ👍🏽❤\ufe0f🇨🇳e\u0301कกำ"), max_size=80).map(show)


@given(words, widths)
def test_every_line_fits_by_both_tables_of_widths(text: str, width: int) -> None:
    for line in wrap(text, width):
        assert cell_len(line) <= width
        assert wcswidth(line) <= width


@given(words, widths)
def test_nothing_but_spaces_is_lost(text: str, width: int) -> None:
    assert "".join(text.split(" ")) == "".join("".join(wrap(text, width)).split(" "))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("width", [4, 17, 60])
def test_hostile_text_fits(text: str, width: int) -> None:
    assert all(max(cell_len(line), wcswidth(line)) <= width for line in wrap(show(text), width))


def test_without_a_width_a_text_is_one_line() -> None:
    assert ["a " * 99 + "a"] == wrap("a " * 100, None)


def test_a_sentence_breaks_between_words() -> None:
    assert ["who could", "introduce", "us to him?"] == wrap("who could introduce us to him?", 10)


def test_a_number_keeps_its_percent_sign() -> None:
    assert ["it is now", "23 %"] == wrap("it is now 23 %", 12)


def test_chinese_breaks_between_characters_but_not_before_a_comma_or_after_a_bracket() -> None:
    assert ["还不清", "楚，要", "先查清"] == wrap("还不清楚，要先查清", 7)
    assert ["我们先", "（查清）"] == wrap("我们先（查清）", 9)
    assert ["问 CIO", "有没有"] == wrap("问 CIO有没有", 7)


def test_a_word_too_long_is_folded_and_the_line_goes_on_behind_it() -> None:
    assert ["see", "abcde", "fgh", "ij kl"] == wrap("see abcdefgh ij kl", 5)


def test_a_character_keeps_its_marks_and_a_flag_its_halves() -> None:
    assert ["xe\u0301", "e\u0301y"] == fold("xe\u0301e\u0301y", 2)
    assert ["a🇨🇳", "🇨🇳"] == fold("a🇨🇳🇨🇳", 3)
    assert ["👍🏽", "👍🏽"] == fold("👍🏽👍🏽", 3)
    assert ["👨\u200d👩", "👨"] == fold("👨\u200d👩👨", 3)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("abc", 3), ("中文", 4), ("e\u0301", 1), ("👍🏽", 2), ("🏽", 2), ("🇨🇳", 2), ("🇨", 2), ("ශ්\u200dරී", 2)],
)
def test_cells(text: str, expected: int) -> None:
    assert expected == cells(text) >= wcswidth(text)


def test_padding_counts_cells() -> None:
    assert "中 " == pad("中", 3)
    assert " 中" == pad("中", 3, right=True)


# Chinese.


NEVER_FIRST = "，。、；：？！）】》」』〉〕］｝％”’…"
NEVER_LAST = "（【《「『〈〔［｛“‘"
chinese = st.lists(
    st.sampled_from(
        [
            "客户",
            "他说",
            "「决策链」",
            "“价值”",
            "（见上）",
            "，",
            "。",
            "约1,800万元",
            "到23%",
            "第3步",
            "是A级",
            "问CIO",
            "(第2轮)",
            "到2021年8月",
        ]
    ),
    min_size=1,
    max_size=12,
).map("".join)


@given(chinese, st.integers(14, 60))
def test_chinese_breaks_where_a_printer_would(text: str, width: int) -> None:
    assume(not re.search("[，。]{4}", text))  # marks in a row that no line can hold have to break somewhere
    lines = wrap(text, width)
    assert text == "".join(lines)
    for line, following in pairwise(lines):
        assert line[-1] not in NEVER_LAST + "(", lines
        assert following[0] not in NEVER_FIRST + ")%", lines
        assert not (line[-1].isdigit() and re.match("[0-9,.%万元年月日步轮]", following)), lines
        assert not (line[-1] == "第" and following[0].isdigit()), lines
        assert not (line[-1] == "A" and following[0] == "级"), lines


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("预算1,800万元左右", 10, ["预算", "1,800万元", "左右"]),
        ("同比增长23%以上", 10, ["同比增长", "23%以上"]),
        ("胜率约 23 %，部分", 8, ["胜率约", "23 %，部", "分"]),
        ("先到第3步再谈", 8, ["先到", "第3步再", "谈"]),
        ("他们是A级客户", 7, ["他们是", "A级客户"]),
        ("决策链(见上次)清楚", 8, ["决策链", "(见上次)", "清楚"]),
        ("他说“看案例”了", 6, ["他说", "“看案", "例”了"]),
        ("请确认 ；谢谢", 8, ["请确", "认 ；谢", "谢"]),
        ("彼得·德鲁克", 6, ["彼得·", "德鲁克"]),
    ],
)
def test_what_belongs_together_in_chinese_stays_together(text: str, width: int, lines: list[str]) -> None:
    assert lines == wrap(text, width)


def test_a_latin_word_is_not_broken_at_its_apostrophe_or_its_dots() -> None:
    assert ["the", "customer’s", "own", "a.b-c(d)"] == wrap("the customer’s own a.b-c(d)", 10)


def test_among_chinese_an_ambiguous_character_takes_two_cells_of_a_line_and_elsewhere_one() -> None:
    assert (5, 6) == (cells("王·李"), widest("王·李"))
    assert (6, 6) == (cells("Müller"), widest("Müller"))
    assert (4, 4) == (cells("Иван"), widest("Иван"))
    assert (3, 3) == (cells("中e\u0301"), widest("中e\u0301"))


LINES = [
    "+     why: we won the functional test by a wide margin",
    "-   - {on: 2026-11-29, with: [controller], what: call}",
    "+       我们在功能测试中以很大的优势赢了财务主管和控制总监的评分",
    "a: b",
    "-",
    "",
    "+ " + "x" * 90,
]


@pytest.mark.parametrize("text", LINES)
@pytest.mark.parametrize("width", [24, 30, 40, 66])
def test_a_line_of_a_file_keeps_its_indentation_and_its_further_lines_hang_below_it(text: str, width: int) -> None:
    first, *others = wrap_of_file(text, width)
    assert text.startswith(first[:8])
    assert max(widest(one) for one in (first, *others)) <= width
    indent = len(text) - len(text.lstrip("+- "))
    assert all(one.startswith(" " * (indent + 2)) and one[indent + 2] != " " for one in others)
    assert text.replace(" ", "") == "".join((first, *others)).replace(" ", "")
    assert [text] == wrap_of_file(text, None)
