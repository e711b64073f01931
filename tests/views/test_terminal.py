from __future__ import annotations

import io
import re
import unicodedata
from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from rich.cells import cell_len
from wcwidth import wcswidth

from tests.views.reports import HOSTILE, TONES, Reader, every_block, numbered, report
from winsell.base.block import (
    Block,
    Cell,
    Checklist,
    Column,
    Gauge,
    Heading,
    Line,
    Paragraph,
    Series,
    SeriesPoint,
    Table,
)
from winsell.base.fact import Fact, Percent, Say
from winsell.views.plain import show
from winsell.views.screen import Screen
from winsell.views.signs import ASCII, UNICODE
from winsell.views.terminal import render, write

WIDTHS = (20, 40, 60, 80, 120)
PIPE = Screen(terminal=False, ascii=True)
SGR = re.compile("\x1b\\[[0-9;]*m")


def rendered(*blocks: Block, screen: Screen = Screen()) -> list[str]:  # noqa: B008 - frozen
    return render(report(*blocks), Reader(), screen).splitlines()


def without_spaces(text: str) -> str:
    return "".join(text.split())


# Whatever the text.


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("colour", [False, True], ids=["plain", "colour"])
def test_no_text_breaks_the_page(text: str, width: int, colour: bool) -> None:
    made: list[str] = []
    blocks = every_block(numbered(text, made))
    out = render(report(*blocks), Reader(), Screen(width=width, colour=colour))
    painted = bool(SGR.search(out))
    out = SGR.sub("", out)
    assert painted == colour
    assert show(out.replace("\n", "")) == out.replace("\n", "")
    for line in out.split("\n"):
        assert cell_len(line) <= width, line
        assert wcswidth(line) <= width, line
    told = without_spaces(out)
    assert [] == [one for one in made if without_spaces(show(one)) not in told]


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_in_a_pipe_every_text_is_whole_on_its_line(text: str) -> None:
    made: list[str] = []
    out = render(report(*every_block(numbered(text, made))), Reader(), PIPE)
    assert "\x1b" not in out
    lines = out.split("\n")
    assert [] == [one for one in made if not any(show(one).strip() in line for line in lines)]


def test_colours_change_no_letter() -> None:
    blocks = every_block(numbered("some words to say", []))
    for width in WIDTHS:
        screen = Screen(width=width)
        coloured = render(report(*blocks), Reader(), replace(screen, colour=True))
        assert render(report(*blocks), Reader(), screen) == SGR.sub("", coloured)


def test_colours_do_not_depend_on_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    blocks = every_block(numbered("x", []))
    expected = render(report(*blocks), Reader(), Screen(colour=True))
    for name, value in {"NO_COLOR": "1", "TERM": "dumb", "COLUMNS": "0", "TTY_COMPATIBLE": "0"}.items():
        monkeypatch.setenv(name, value)
    assert expected == render(report(*blocks), Reader(), Screen(colour=True))


def test_lines_end_without_spaces() -> None:
    for screen in (Screen(), PIPE):
        assert not any(line != line.rstrip() for line in rendered(*every_block(numbered("x", [])), screen=screen))


def test_an_empty_report_is_empty() -> None:
    assert rendered() == []
    assert rendered(Paragraph(()), Checklist(()), Table((), ()), Table((Column(Say("a")),), ())) == []


def test_writing_to_a_stream_is_rendering() -> None:
    out = io.StringIO()
    blocks = every_block(numbered("x", []))
    write(report(*blocks), Reader(), Screen(), out)
    assert render(report(*blocks), Reader(), Screen()) == out.getvalue()


@pytest.mark.parametrize("signs", [UNICODE, ASCII])
def test_our_own_signs_take_one_cell_everywhere(signs: object) -> None:
    drawn = "".join("".join(getattr(signs, name)) for name in signs.__slots__)  # type: ignore[attr-defined]
    assert all(unicodedata.east_asian_width(sign) in {"N", "Na"} for sign in drawn)
    assert wcswidth(drawn) == cell_len(drawn) == len(drawn)


# Headings and blocks.


def test_a_section_has_a_rule_and_a_blank_line_before_it() -> None:
    lines = rendered(
        Heading(Say("Title"), 1),
        Paragraph((Line("a"),)),
        Heading(Say("Part")),
        Paragraph((Line("b"),)),
        screen=Screen(30),
    )
    assert lines == ["Title", "   a", "", "Part " + "⠤" * 25, "   b"]


def test_in_a_pipe_there_are_no_rules() -> None:
    assert rendered(Heading(Say("Part")), Paragraph((Line("b"),)), screen=PIPE) == ["Part", "   b"]


# Sentences.


def test_a_sentence_wraps_below_its_own_beginning() -> None:
    lines = rendered(
        Paragraph((Line("who could introduce us", "red", ("ask the head of service",)),)), screen=Screen(20)
    )
    assert lines == ["!! who could", "   introduce us", "   - ask the head of", "     service"]


def test_a_screen_that_is_very_wide_still_has_short_lines() -> None:
    assert max(map(len, rendered(Paragraph((Line("word " * 60),)), screen=Screen(300)))) <= 100


def test_every_tone_is_told_by_a_sign_and_a_word() -> None:
    lines = rendered(Checklist(tuple(Line(f"do {tone}", tone, ("so",)) for tone in TONES)))
    assert lines[::2] == [
        "           do plain",
        "           do strong",
        "           do dim",
        "!! red     do red",
        " ! yellow  do yellow",
        " - white   do white",
        " + green   do green",
    ]
    assert set(lines[1::2]) == {"           - so"}


def test_on_a_narrow_screen_the_word_stands_above() -> None:
    lines = rendered(Checklist((Line("meet the CFO soon", "red"), Line("rest"))), screen=Screen(20))
    assert lines == ["!! red", "   meet the CFO soon", "   rest"]


def test_an_empty_note_takes_no_line() -> None:
    assert rendered(Paragraph((Line("a", notes=("", "b")),))) == ["   a", "   - b"]


# Gauges.


def test_a_gauge_shows_the_value_within_its_range() -> None:
    lines = rendered(Gauge(Say("23 % (10-50)"), 0.23, 0.1, 0.5), screen=Screen(33, ascii=True))
    assert lines == ["   23 % (10-50)", "   0% [--==#======---------] 100%"]


@pytest.mark.parametrize(
    ("value", "low", "high"), [(0.0, 0.0, 0.0), (1.0, 1.0, 1.0), (0.0, 0.0, 1.0), (1.7, -3.0, 9.0)]
)
def test_a_value_at_the_end_stays_on_the_bar(value: float, low: float, high: float) -> None:
    _, line = rendered(Gauge(Say("x"), value, low, high), screen=Screen(ascii=True))
    assert re.fullmatch(r"   0% \[[-=#]{50}\] 100%", line)
    assert line.count("#") == 1


def test_without_a_number_there_is_no_bar() -> None:
    assert rendered(Gauge(Say("no compelling event"), None, None, None)) == ["   no compelling event"]


def test_a_range_without_a_value_is_drawn() -> None:
    _, line = rendered(Gauge(Say("x"), None, 0.1, 0.5), screen=Screen(ascii=True))
    assert "=" in line
    assert "#" not in line


def test_where_a_bar_has_no_room_the_sentence_says_it_all() -> None:
    class Wordy(Reader):
        def say(self, fact: Fact, /) -> str:
            return "percentage points" if isinstance(fact, Percent) else super().say(fact)

    out = render(report(Gauge(Say("x"), 0.2, 0.1, 0.5)), Wordy(), Screen(20))
    assert out == "   x\n"


# Tables.


PEOPLE = Table(
    (Column(Say("person")), Column(Say("weight"), right=True), Column(Say("stands")), Column(Say("why"))),
    (
        (Cell("CIO"), Cell(40), Cell("for us", "green"), Cell("asked for the plan of the proof of concept")),
        (Cell("财务总监"), Cell(5), Cell("unknown"), Cell("")),
    ),
)


def test_a_table_has_straight_columns() -> None:
    assert rendered(PEOPLE) == [
        "   person    weight  stands   why",
        "   CIO           40  for us   asked for the plan of the proof of concept",
        "   财务总监       5  unknown",
    ]


def test_what_is_too_wide_goes_below_its_row() -> None:
    assert rendered(PEOPLE, screen=Screen(60)) == [
        "   person    weight  stands",
        "   CIO           40  for us",
        "     why: asked for the plan of the proof of concept",
        "   财务总监       5  unknown",
    ]


def test_a_screen_too_narrow_shows_each_row_as_a_stack() -> None:
    head = replace(PEOPLE, rows=((Cell("Head of procurement"), *PEOPLE.rows[0][1:]), PEOPLE.rows[1]))
    assert rendered(head, screen=Screen(20)) == [
        "   Head of",
        "   procurement",
        "     weight: 40",
        "     stands: for us",
        "     why: asked for",
        "     the plan of the",
        "     proof of",
        "     concept",
        "",
        "   财务总监",
        "     weight: 5",
        "     stands: unknown",
    ]


def test_in_a_pipe_a_row_is_a_line_however_long() -> None:
    table = replace(PEOPLE, rows=tuple((*row[:-1], Cell("word " * 99)) for row in PEOPLE.rows))
    assert len(rendered(table, screen=PIPE)) == 3


# Series.


def line_of(name: str, *points: tuple[str, float | None, str]) -> Series:
    days = [date(2021, 8, 1), date(2021, 8, 31), date(2021, 12, 1)]
    return Series(Say(name), tuple(SeriesPoint(on, *point) for on, point in zip(days, points, strict=True)), 0.0, 1.0)


CHANCE = line_of("Chance", ("start", 0.0, "0 %"), ("POC", None, "no number"), ("", 1.0, "100 %"))
INSIGHT = line_of("Insight", ("start", 0.5, "50 %"), ("POC", 0.5, "50 %"), ("", 0.75, "75 %"))


def test_a_series_shows_its_line_its_days_its_names_and_its_numbers() -> None:
    assert rendered(CHANCE, screen=Screen(ascii=True)) == [
        "   Chance  _?#",
        "   2021-08-01  start        0 %  [#--------------------]",
        "   2021-08-31  POC    no number  [---------------------]",
        "   2021-12-01             100 %  [--------------------#]",
    ]


def test_a_narrow_series_leaves_its_bars_out_and_then_stacks() -> None:
    assert rendered(CHANCE, screen=Screen(39))[1] == "   2021-08-01  start        0 %"
    assert rendered(CHANCE, screen=Screen(26)) == [
        "   Chance  ⡀?⣿",
        "   2021-08-01  0 %",
        "     start",
        "   2021-08-31  no number",
        "     POC",
        "   2021-12-01  100 %",
    ]


def test_series_over_the_same_days_share_them() -> None:
    assert rendered(CHANCE, INSIGHT, screen=Screen(ascii=True)) == [
        "                         Chance  Insight",
        "   2021-08-01  start        0 %     50 %",
        "   2021-08-31  POC    no number     50 %",
        "   2021-12-01             100 %     75 %",
    ]


def test_long_names_are_broken_before_series_are_torn_apart() -> None:
    blocks = [replace(one, say=Say(name)) for one, name in ((CHANCE, "Chance"), (INSIGHT, "People known"))]
    assert rendered(*blocks, screen=Screen(42))[:3] == [
        "                                 People",
        "                         Chance   known",
        "   2021-08-01  start        0 %    50 %",
    ]


def test_series_which_do_not_fit_side_by_side_stand_one_after_the_other() -> None:
    lines = rendered(CHANCE, INSIGHT, screen=Screen(36))
    assert [line.strip() for line in lines if not re.search(r"\d", line)] == ["Chance  ⡀?⣿", "", "Insight  ⣦⣦⣷"]


def test_series_over_other_days_stand_apart() -> None:
    other = replace(INSIGHT, points=INSIGHT.points[:2])
    lines = rendered(CHANCE, other, Paragraph((Line("end"),)))
    assert [number for number, line in enumerate(lines) if not line] == [4, 8]


def test_a_series_without_days_is_its_name() -> None:
    empty = replace(CHANCE, points=())
    assert rendered(empty) == ["   Chance"]
    assert rendered(empty, empty) == ["   Chance", "", "   Chance"]


def test_a_long_name_stands_above_its_line() -> None:
    lines = rendered(replace(CHANCE, say=Say("Probability of winning")), screen=Screen(20))
    assert lines[:3] == ["   Probability of", "   winning", "   ⡀?⣿"]


def test_a_line_without_height_is_drawn_at_the_bottom() -> None:
    assert rendered(replace(CHANCE, ceiling=0.0), screen=PIPE)[0] == "   Chance  _?_"


def test_every_point_is_told_on_every_screen() -> None:
    for width, ascii_ in product(WIDTHS, (False, True)):
        out = "\n".join(rendered(CHANCE, INSIGHT, screen=Screen(width, ascii=ascii_)))
        for text in ("2021-08-01", "2021-08-31", "2021-12-01", "no number", "100 %", "75 %"):
            assert text in out
