"""The two minutes on why us: what only we have, the customer's own number, and against each what that one lacks."""

from __future__ import annotations

import pytest

from tests.reports.pages import planned, screened, under
from tests.strategies import ROOT
from winsell.cli.app import run

TEAM = ROOT / "examples" / "team"


@pytest.fixture(autouse=True)
def the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WINSELL_TODAY", "2026-11-23")


def told(capsys: pytest.CaptureFixture[str], deal: str) -> list[str]:
    """The two minutes of a deal of the team."""
    run(["plan", str(TEAM / f"{deal}.yaml"), "--lang", "en"])
    return under([line.strip() for line in capsys.readouterr().out.splitlines()], "Two minutes on why us")


def test_what_a_competitor_has_in_part_is_neither_ours_alone_nor_an_argument_against_them(
    capsys: pytest.CaptureFixture[str],
) -> None:
    claim = "三小时积水预报，邻市两个汛期实测"
    assert [
        f"- What nobody else has in full: {claim} (in part also: 某设计院)",
        "- The customer's number: ____ today, ____ with us",
        f"- Against 区域集成商: {claim}",
        f"- Against 某设计院: nothing is known that they lack; in part they have this too: {claim}",
    ] == told(capsys, "city-flood")


def test_the_confirmed_number_speaks_against_whoever_is_there_today(capsys: pytest.CaptureFixture[str]) -> None:
    assert [
        "- What only we have: 两个同工艺工厂在用，可随时参观",
        "- The customer's number: 四十分钟 today, 三秒 with us; the customer confirmed it on 29 Oct 2026",
        "- Against 国际套件厂商: 四十分钟 today, 三秒 with us, confirmed by the customer",
        "- Against 区域集成商: 电芯级追溯三秒出结果，一期要四十分钟",
    ] == told(capsys, "battery-mes")


def test_no_page_calls_unique_what_a_competitor_has_in_part(capsys: pytest.CaptureFixture[str]) -> None:
    run(["screen", str(TEAM / "steel-energy.yaml"), "--lang", "en"])
    said = capsys.readouterr().out
    assert "moves a tenth of the load out of the peak (proven; in part also: A cloud-only software house)" in said
    assert "unique" not in said


ROWS = """
stage: value-proof
competitors: {north: {name: North%s}, south: {name: South}}
value:
  both: {claim: Both lack it, kind: solution, they_have: {north: "no", south: "no"}}
  half: {claim: North has half, kind: solution, they_have: {north: partly, south: "no"}, now: a, after: b%s}
"""
CONFIRMED = ", customer_confirmed: {2021-08-20: 'yes'}"


@pytest.mark.parametrize(
    ("expected", "kind", "confirmed"),
    [
        pytest.param("Against North: Both lack it", "", "", id="what they lack, though it was said"),
        pytest.param("Against North: Both lack it", "", CONFIRMED, id="the number of today is not theirs"),
        pytest.param("Against North: Both lack it", ", kind: incumbent", "", id="a number that is ours alone"),
        pytest.param(
            "Against North: a today, b with us, confirmed by the customer", ", kind: incumbent", CONFIRMED, id="theirs"
        ),
    ],
)
def test_against_each_speaks_what_that_one_lacks(expected: str, kind: str, confirmed: str) -> None:
    said = under(planned(ROWS % (kind, confirmed)), "Two minutes on why us")
    assert f"- {expected}" in said
    assert "- Against South: North has half" in said
    assert "- What only we have: Both lack it" in said


def test_what_a_competitor_has_in_full_is_nothing_that_only_we_have() -> None:
    text = f"value: {{a: {{claim: Fast, kind: solution, they_have: {{north: fully}}{CONFIRMED}}}}}\n"
    said = planned("competitors: {north: {name: North}}\n" + text)
    assert "- What only we have: ____ (no reason is unique yet)" in said


def test_the_third_question_tells_who_has_it_in_part() -> None:
    rows = ROWS % ("", "")
    people = "people: {cio: {role: approver, attitude: {2021-08-20: {is: supporter, why: a}}}}\n"
    assert "- North has half (better on paper; in part also: North)" in screened(rows + people)
    assert "- Both lack it (unique on paper)" in screened(rows + people)
