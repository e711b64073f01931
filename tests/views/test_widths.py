"""Widths as terminals draw them: a character of East Asian width "ambiguous" counts one cell in most, two in some.

What we write ourselves has none of them, so that it is straight in both; what users write may have, and fits in both.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

import winsell
from tests.reports.pages import subject
from tests.strategies import dossier_of, example_data, five_steps
from tests.views.reports import HOSTILE, Reader, every_block, numbered, report
from winsell.analysis.assessment import assess
from winsell.base.block import Cell, Column, Report, Table
from winsell.base.fact import Say
from winsell.reports.analyze import analyze_report
from winsell.reports.check import check_report
from winsell.reports.checked import Checked
from winsell.reports.plan import plan_report
from winsell.reports.screen import screen_report
from winsell.rules.registry import findings_of
from winsell.views.row import MARKS
from winsell.views.screen import Screen
from winsell.views.signs import ASCII, UNICODE
from winsell.views.terminal import render
from winsell.views.wrap import cells, widest
from winsell.words.catalogue import LANGUAGES, Language, messages, template, word
from winsell.words.plural import Plural
from winsell.words.speak import Speaker

ROOT = Path(winsell.__file__).parent
WIDTHS = range(20, 141)
MOST_WIDTHS = (*range(20, 60), *range(60, 141, 5))
"""Whole reports take their time; at the narrow end, where layouts change, a third of the texts tries each width."""

CHINESE = {
    "sentence": "首席信息官说，二期项目（约1,800万元）要等到明年3月才能定，同比增长23%；「价值主张」还要再谈一次。",
    "mixed": "CIO和IT部门看了A级客户的ROI报告(第2版),认为可行",
    "spaces": "请 王总 在 2021 年 8 月 之前 确认 ； 谢谢",
    "kana": "ソリューションの提案、ｶﾅ、한국어 고객",
}
AMBIGUOUS = {
    "quotes": "他说“先看案例”……——然后再谈，彼得·德鲁克也在",
    "circled": "①采购②财务●重点★★★→签约",
    "greek": "α版与β版±5°",
}


@cache
def drawn_wide(character: str) -> bool:
    """Whether a terminal may draw a character wider than the table of widths says."""
    ambiguous = unicodedata.east_asian_width(character) == "A"
    return ambiguous and unicodedata.category(character) not in {"Mn", "Me", "Cf"}


def narrow(line: str) -> int:
    return wcswidth(line)


def wide(line: str) -> int:
    return wcswidth(line) + sum(map(drawn_wide, line))


# What we write ourselves.


def test_the_ambiguous_are_those_that_chinese_fonts_draw_wide() -> None:
    assert all(map(drawn_wide, "—–…“”‘’·×°→●★①Ⅲ√é"))
    assert not any(map(drawn_wide, "「」《》（），。；：？！％a-\u0301"))


@pytest.mark.parametrize("signs", [UNICODE, ASCII])
def test_no_sign_of_ours_is_ambiguous(signs: object) -> None:
    drawn = "".join("".join(getattr(signs, name)) for name in signs.__slots__)  # type: ignore[attr-defined]
    drawn += "".join(sign for sign, _ in MARKS.values())
    assert [] == [sign for sign in drawn if drawn_wide(sign)]


def own_texts(language: Language) -> Iterator[tuple[str, str]]:
    for code, text in messages().items():
        if code.startswith("word."):
            _, group, id_ = code.split(".", 2)
            yield code, word(group, id_, language)
        elif isinstance(text, Plural):
            yield from ((code, template(code, {text.by: number}, language)) for number in (1, 2))
        else:
            yield code, template(code, {}, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_of_ours_has_an_ambiguous_character(language: Language) -> None:
    told = list(own_texts(language))
    assert len(told) > 400
    assert [] == [(code, text) for code, text in told if any(map(drawn_wide, text))]


def test_no_text_of_our_playbook_has_an_ambiguous_character() -> None:
    files = (ROOT / "playbook" / "builtin").glob("*.yaml")
    lines = [line for path in files for line in path.read_text(encoding="utf-8").splitlines()]
    assert len(lines) > 100
    assert [] == [line for line in lines if any(map(drawn_wide, line))]


# What users write.


@pytest.mark.parametrize("text", (HOSTILE | CHINESE | AMBIGUOUS).values(), ids=HOSTILE | CHINESE | AMBIGUOUS)
def test_every_block_fits_every_screen(text: str) -> None:
    page = report(*every_block(numbered(text, [])))
    chinese = re.search(r"[\u3041-\u9fff\uff01-\uff60]", text)
    for width in MOST_WIDTHS:
        for line in render(page, Reader(), Screen(width=width)).splitlines():
            assert narrow(line) <= width, line
            assert not chinese or wide(line) <= width, line


WRITTEN = {"deal", "customer", "owner", "why", "title", "name", "claim", "what", "note", "consequence", "source"}
"""Fields of the example in which a user writes whatever he likes."""


def retold(data: Any, text: str) -> Any:
    """The same deal, in which every free text is this one."""
    if isinstance(data, dict):
        free = {key for key, value in data.items() if key in WRITTEN and isinstance(value, str)}
        return {key: text if key in free else retold(value, text) for key, value in data.items()}
    return [retold(one, text) for one in data] if isinstance(data, list) else data


def reports(text: str, on: date) -> tuple[Report, ...]:
    deal, account = (retold(data, text) for data in example_data())
    found = assess(dossier_of(deal, account), five_steps(), on)
    findings = findings_of(found)
    return (
        screen_report(subject(), found),
        analyze_report(subject(), found, findings),
        plan_report(subject(), found),
        check_report((Checked(text, "deal", subject(), findings, on=on),)),
    )


TOLD = CHINESE | AMBIGUOUS | {name: HOSTILE[name] for name in ("escape", "emoji", "marks")}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("at", "text"), list(enumerate(TOLD.values())), ids=TOLD)
def test_every_report_fits_every_screen(at: int, text: str, language: Language) -> None:
    for page in reports(text, date(2021, 8, 31)):
        for width in MOST_WIDTHS[at % 3 :: 3]:
            for line in render(page, Speaker(language), Screen(width=width)).splitlines():
                assert narrow(line) <= width, (page.kind, line)
                assert wide(line) <= width, (page.kind, line)


@given(st.text(st.sampled_from("中文a “”—·●,。「é1 "), max_size=30))
def test_a_text_takes_between_its_cells_and_its_widest(text: str) -> None:
    assert cells(text) == narrow(text)
    chinese = any(unicodedata.east_asian_width(one) in "WF" for one in text)
    assert (wide(text) if chinese else narrow(text)) == widest(text)


# Columns.


CELLS = ("", "CIO", "首席信息官", "（二期）", "Ａ级", "ｶﾅ", "한국어", "👍🏽", "e\u0301", "x" * 12)


def starts(line: str, measure: Callable[[str], int]) -> dict[str, int]:
    """Where each column begins or, for one to the right, ends: after its mark."""
    return {found[0]: measure(line[: found.end()]) for found in re.finditer("<[0-9]|[0-9]>", line)}


@given(st.lists(st.tuples(*[st.sampled_from(CELLS)] * 4), min_size=1, max_size=5), st.sampled_from(WIDTHS))
def test_columns_are_straight_however_ambiguous_characters_are_drawn(rows: list[tuple[str, ...]], width: int) -> None:
    columns = (Column(Say("<0")), Column(Say("1>"), right=True), Column(Say("<2")), Column(Say("<3")))
    marked = tuple((Cell(f"<0{a}"), Cell(f"{b}1>"), Cell(f"<2{c}"), Cell(f"<3{d}")) for a, b, c, d in rows)
    lines = render(report(Table(columns, marked)), Reader(), Screen(width=width)).splitlines()
    side_by_side = [line for line in lines if len(re.findall("<[0-9]|[0-9]>", line)) > 1 and ":" not in line]
    for measure in (narrow, wide):
        for mark in ("<0", "1>", "<2", "<3"):
            assert len({starts(line, measure)[mark] for line in side_by_side if mark in starts(line, measure)}) <= 1


def test_an_ambiguous_character_moves_the_rest_of_its_own_row_only() -> None:
    rows = (("王总", "met"), ("彼得·德鲁克", "close"), ("李总", "met"))
    block = Table((Column(Say("name")), Column(Say("met"))), tuple((Cell(a), Cell(b)) for a, b in rows))
    head, one, own, other = render(report(block), Reader(), Screen()).splitlines()
    places = [wide(line[: line.index(word)]) for line, word in ((head, "met"), (one, "met"), (other, "met"))]
    assert len(set(places)) == 1
    assert wide(own[: own.index("close")]) == places[0] + 1
    assert narrow(own[: own.index("close")]) == places[0]
