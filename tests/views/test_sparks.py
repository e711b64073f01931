"""Lines over the same days at a glance: each in a row, with its last number and the one before."""

from __future__ import annotations

from datetime import date

import pytest

from tests.views.reports import Reader, report
from winsell.base.block import Series, SeriesPoint, Sparks
from winsell.base.fact import Say
from winsell.views.screen import Screen
from winsell.views.terminal import render

DAYS = (date(2021, 8, 1), date(2021, 8, 31), date(2021, 12, 1))
NAMES = (Say("August to December"), Say("now"), Say("31 Aug"))


def line_of(name: str, *points: tuple[float | None, str]) -> Series:
    days = DAYS[-len(points) :]
    made = (SeriesPoint(on, "", value, shown) for on, (value, shown) in zip(days, points, strict=True))
    return Series(Say(name), tuple(made), 0.0, 1.0)


CHANCE = line_of("Chance", (0.0, "0 %"), (None, "no number"), (1.0, "100 %"))
INSIGHT = line_of("Insight", (0.5, "50 %"), (0.5, "49 %"), (0.75, "75 %"))


def rendered(*series: Series, screen: Screen = Screen(ascii=True)) -> list[str]:  # noqa: B008 - frozen
    return render(report(Sparks(NAMES, series)), Reader(), screen).splitlines()


def test_each_line_has_a_row_with_the_last_number_before_the_one_before_it() -> None:
    assert rendered(CHANCE, INSIGHT) == [
        "            August to December    now     31 Aug",
        "   Chance   _?#                 100 %  no number",
        "   Insight  ==*                  75 %       49 %",
    ]


def test_two_days_are_enough() -> None:
    short = line_of("Chance", (0.0, "0 %"), (1.0, "100 %"))
    assert rendered(short)[1:] == ["   Chance  _#                  100 %     0 %"]


def test_in_signs_of_its_own_each_day_takes_one_cell() -> None:
    assert "⡀?⣿" in rendered(CHANCE, screen=Screen())[1]


def test_on_a_narrow_screen_each_line_is_told_under_its_name() -> None:
    assert rendered(CHANCE, INSIGHT, screen=Screen(40, ascii=True)) == [
        "   Chance",
        "     August to December: _?#",
        "     now: 100 %",
        "     31 Aug: no number",
        "   Insight",
        "     August to December: ==*",
        "     now: 75 %",
        "     31 Aug: 49 %",
    ]


@pytest.mark.parametrize("width", range(20, 100))
def test_every_number_is_told_and_no_line_is_wider_than_the_screen(width: int) -> None:
    lines = rendered(CHANCE, INSIGHT, screen=Screen(width, ascii=True))
    assert max(map(len, lines)) <= width
    told = " ".join(" ".join(lines).split())
    assert all(text in told for text in ("100 %", "no number", "75 %", "49 %", "_?#", "==*"))


def test_in_a_pipe_a_line_is_a_row() -> None:
    assert 3 == len(rendered(CHANCE, INSIGHT, screen=Screen(20, terminal=False, ascii=True)))
