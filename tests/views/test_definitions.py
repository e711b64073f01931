"""Names and what they stand for, side by side where there is room."""

from __future__ import annotations

from tests.views.reports import Reader, report
from winsell.base.block import Definition, Definitions
from winsell.views.screen import Screen
from winsell.views.terminal import render

OPTIONS = (("--as-of DAY", "The day to look from: a day, or a month"), ("--json", "Short for --format json"))
LONG = "a name that is longer than a column"


def rendered(screen: Screen, *entries: tuple[str, str]) -> list[str]:
    return render(report(Definitions(tuple(Definition(*one) for one in entries))), Reader(), screen).splitlines()


def test_the_meanings_stand_in_one_column() -> None:
    assert rendered(Screen(), *OPTIONS) == [
        "   --as-of DAY  The day to look from: a day, or a month",
        "   --json       Short for --format json",
    ]


def test_a_meaning_wraps_within_its_column() -> None:
    assert rendered(Screen(54), ("--as-of DAY", "The day to look from: a day, or a month; else today")) == [
        "   --as-of DAY  The day to look from: a day, or a",
        "                month; else today",
    ]


def test_on_a_narrow_screen_each_meaning_stands_below_its_name() -> None:
    assert rendered(Screen(36), *OPTIONS) == [
        "   --as-of DAY",
        "     The day to look from: a day, or",
        "     a month",
        "   --json",
        "     Short for --format json",
    ]


def test_a_long_name_moves_its_own_meaning_only() -> None:
    assert rendered(Screen(), (LONG, "one"), ("short", "two")) == [
        f"   {LONG}",
        "          one",
        "   short  two",
    ]
    assert rendered(Screen(), (LONG, "one")) == [f"   {LONG}", "     one"]


def test_chinese_names_are_lined_up_by_cells() -> None:
    assert rendered(Screen(), ("商机", "deal"), ("deal", "商机")) == ["   商机  deal", "   deal  商机"]


def test_in_a_pipe_a_definition_is_a_line_however_long() -> None:
    assert rendered(Screen(terminal=False), ("name", "word " * 50)) == [f"   name  {'word ' * 49}word"]


def test_no_definitions_are_nothing() -> None:
    assert rendered(Screen()) == []
