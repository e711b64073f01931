"""A page asks in the words of how the customer buys, and first for what makes the customer act."""

from __future__ import annotations

import pytest

from tests.reports.pages import analyzed, planned
from tests.strategies import ROOT
from winsell.cli.app import run

TEAM = ROOT / "examples" / "team"
OF_A_TENDER = ("bids are scored", "who bid", "the tender", "RFP")


@pytest.fixture(autouse=True)
def the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WINSELL_TODAY", "2026-11-23")


def printed(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    run([argv[0], str(TEAM / f"{argv[1]}.yaml"), "--lang", "en"])
    return capsys.readouterr().out


@pytest.mark.parametrize("deal", ["shoe-partner", "hospital-supply", "battery-energy"])
@pytest.mark.parametrize("command", ["screen", "analyze", "plan", "check"])
def test_who_compares_offers_is_not_asked_about_a_tender(
    capsys: pytest.CaptureFixture[str], command: str, deal: str
) -> None:
    said = printed(capsys, command, deal)
    assert [] == [word for word in OF_A_TENDER if word in said]


@pytest.mark.parametrize(
    ("expected", "bought"),
    [
        pytest.param("bids are scored", "", id="nobody said how"),
        pytest.param("bids are scored", "procurement: own-rules\nmethod: invited\n", id="invited"),
        pytest.param("bids are scored", "procurement: statutory-tender\nmethod: open\n", id="open"),
        pytest.param("offers are compared", "procurement: direct\n", id="direct"),
        pytest.param("offers are compared", "method: negotiation\n", id="negotiated"),
        pytest.param("offers are compared", "method: inquiry\n", id="inquiry"),
        pytest.param("offers are compared", "method: single-source\n", id="one source"),
    ],
)
def test_the_words_follow_the_method(expected: str, bought: str) -> None:
    approved = "events: {project-approved: {status: {2021-08-20: {is: confirmed, source: a}}}}\n"
    text = f"stage: value-proof\n{approved}{bought}"
    assert [line for line in planned(text) if f"Find out how {expected}" in line]
    assert [line for line in analyzed(text) if f"nor how {expected}" in line]


def test_stages_signs_and_tactics_have_names_for_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert "they consulted our solution while writing their requirements" in printed(capsys, "analyze", "shoe-partner")
    assert "bring what we do best into their requirements" in printed(capsys, "plan", "shoe-partner")
    assert "they consulted our solution while writing the tender" in printed(capsys, "analyze", "battery-mes")
    said = analyzed("stage: bidding\nprocurement: direct\n")
    assert [line for line in said if line.startswith("As of ") and ", Offers" in line]


def test_on_the_fast_lane_our_offer_decides(capsys: pytest.CaptureFixture[str]) -> None:
    assert "on the fast lane our offer decides" in printed(capsys, "plan", "battery-energy")


def test_what_makes_the_customer_act_is_asked_before_how_he_buys(capsys: pytest.CaptureFixture[str]) -> None:
    work = printed(capsys, "plan", "furniture-lead").partition("Step 5")[2].splitlines()
    asked = [
        next(number for number, line in enumerate(work) if text in line)
        for text in (
            "Does the size of the amount",
            "What makes the customer act",
            "By which day",
            "how bids are scored",
        )
    ]
    assert sorted(asked) == asked
    assert work[asked[1]].startswith(" ! to do")
