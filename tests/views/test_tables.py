"""Tables whose last column holds sentences, and tables whose rows bear a sign."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.views.reports import Reader, report
from winsell.base.block import Cell, Column, Table, Tone
from winsell.base.fact import Say
from winsell.views.screen import Screen
from winsell.views.terminal import render
from winsell.views.wrap import widest

PIPE = Screen(terminal=False, ascii=True)
LONG = "Contact the business liaison and find out which of the two he would rather have"
WORK = Table(
    (Column(Say("")), Column(Say("due")), Column(Say("what"), wraps=True)),
    (
        (Cell("now", "red"), Cell("2021-11-15"), Cell(LONG)),
        (Cell("to do", "yellow"), Cell("not planned"), Cell("Write to her")),
        (Cell("may wait", "white"), Cell(""), Cell("")),
        (Cell("done", "green"), Cell("2021-08-10"), Cell("展示日志，并请客户确认")),
    ),
)
STEPS = Table(
    (Column(Say(""), right=True), Column(Say(""), wraps=True)),
    ((Cell("80", "strong"), Cell("our fit of one hundred")), (Cell("23 %"), Cell("what is left of it"))),
)


def rendered(table: Table, screen: Screen) -> list[str]:
    return render(report(table), Reader(), screen).splitlines()


def test_where_all_fits_a_row_is_a_line() -> None:
    assert rendered(WORK, Screen(120)) == [
        "             due          what",
        f"!! now       2021-11-15   {LONG}",
        " ! to do     not planned  Write to her",
        " - may wait",
        " + done      2021-08-10   展示日志，并请客户确认",
    ]


def test_a_sentence_takes_several_lines_in_its_own_column() -> None:
    assert rendered(WORK, Screen(62)) == [
        "             due          what",
        "!! now       2021-11-15   Contact the business liaison and",
        "                          find out which of the two he would",
        "                          rather have",
        " ! to do     not planned  Write to her",
        " - may wait",
        " + done      2021-08-10   展示日志，并请客户确认",
    ]


def test_a_column_too_narrow_for_a_sentence_gives_it_the_lines_below_its_row() -> None:
    lines = rendered(WORK, Screen(46))
    assert lines[:3] == [
        "             due",
        "!! now       2021-11-15",
        "     what: Contact the business liaison and",
    ]
    assert lines[-1] == "     what: 展示日志，并请客户确认"
    assert lines[-4:-2] == ["     what: Write to her", " - may wait"]


def test_on_the_narrowest_screen_each_row_is_a_stack_under_its_sign() -> None:
    lines = rendered(WORK, Screen(20))
    assert ["!! now", " ! to do", " - may wait", " + done"] == [line for line in lines if line[:2].strip()]
    assert "     due: 2021-11-15" in lines


@pytest.mark.parametrize("width", range(20, 130))
def test_nothing_is_lost_and_nothing_is_wider_than_the_screen(width: int) -> None:
    lines = rendered(WORK, Screen(width))
    assert max(map(widest, lines)) <= width
    told = "".join("".join(lines).split())
    for row in WORK.rows:
        assert all("".join(str(cell.fact).split()) in told for cell in row)


def test_only_the_last_column_is_ever_broken() -> None:
    firm = replace(WORK, columns=(*WORK.columns[:2], Column(Say("what"))))
    assert rendered(firm, Screen(120)) == rendered(WORK, Screen(120))
    assert "!! now       2021-11-15" in rendered(firm, Screen(62))
    assert "     what: Contact the business liaison and find out which of" in rendered(firm, Screen(62))


def test_in_a_pipe_a_row_is_a_line_and_its_sentence_whole() -> None:
    assert [f"!! now       2021-11-15   {LONG}"] == [line for line in rendered(WORK, PIPE) if "Contact" in line]
    assert 1 + len(WORK.rows) == len(rendered(WORK, PIPE))


def test_a_wide_screen_does_not_make_a_sentence_longer_than_the_eye_follows() -> None:
    long = replace(WORK, rows=((Cell("now", "red"), Cell("2021-11-15"), Cell("word " * 60)),))
    assert max(map(len, rendered(long, Screen(200)))) <= 100


@pytest.mark.parametrize(
    ("sign", "tone"), [("!!", "red"), (" !", "yellow"), (" -", "white"), (" +", "green"), ("", "strong"), ("", "dim")]
)
@pytest.mark.parametrize("screen", [Screen(), Screen(20), PIPE], ids=["wide", "narrow", "pipe"])
def test_a_row_bears_the_sign_of_its_first_cells_tone_only(sign: str, tone: Tone, screen: Screen) -> None:
    columns = (Column(Say("")), Column(Say("")))
    first, *_ = rendered(Table(columns, ((Cell("first", tone), Cell("second", "red")),)), screen)
    assert first.startswith(f"{sign:3}first")


def test_a_table_whose_columns_have_no_names_has_no_head() -> None:
    assert rendered(STEPS, Screen()) == ["     80  our fit of one hundred", "   23 %  what is left of it"]
    assert rendered(STEPS, Screen(20)) == [
        "   80",
        "     our fit of one",
        "     hundred",
        "",
        "   23 %",
        "     what is left of",
        "     it",
    ]


def test_a_nameless_table_wraps_below_its_own_sentence() -> None:
    assert rendered(replace(STEPS, rows=((Cell("80"), Cell(LONG)),)), Screen(44)) == [
        "   80  Contact the business liaison and find",
        "       out which of the two he would rather",
        "       have",
    ]


def test_a_single_column_is_a_list() -> None:
    single = Table((Column(Say(""), wraps=True),), ((Cell("one"),), (Cell("word " * 6),)))
    assert "one" == rendered(single, Screen(20))[0].strip()
    assert 6 == "".join(rendered(single, Screen(20))).count("word")
