"""What a page advises fits what the file says: a guess has no source, and hearsay is to be heard first-hand."""

from __future__ import annotations

import json

import pytest

from tests.reports.pages import analyzed, notes, planned, screened
from tests.strategies import ROOT
from winsell.cli.app import run

TEAM = ROOT / "examples" / "team"


@pytest.fixture(autouse=True)
def the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WINSELL_TODAY", "2026-11-23")


def shown(capsys: pytest.CaptureFixture[str], command: str, deal: str, *options: str, lang: str = "en") -> list[str]:
    """The lines that a command prints of a deal of the team."""
    run([command, str(TEAM / f"{deal}.yaml"), "--lang", lang, *options])
    out, err = capsys.readouterr()
    assert "" == err
    return [line.strip() for line in out.splitlines()]


# Guesses.

GUESS = "events: {planned-and-budgeted: {status: {2021-08-20: {is: confirmed, why: must be, how: guess}}}}\n"


def test_nobody_is_asked_who_said_what_is_our_own_guess(capsys: pytest.CaptureFixture[str]) -> None:
    said = shown(capsys, "screen", "retail-wms")
    assert "- only our own guess so far: planned and budgeted, there must be a budget" in said
    assert "- Is it so, and who at the customer can say it: planned and budgeted? So far we only guess" in said
    assert not [line for line in said if "Who at the customer said it" in line or "nobody is named" in line]


def test_what_somebody_is_said_to_have_said_is_asked_for_its_source() -> None:
    said = screened("stage: qualification\n" + GUESS.replace(", how: guess", ""))
    assert "- Who at the customer said it, and when: planned and budgeted?" in said
    assert "- said to be confirmed, and nobody is named who told us: planned and budgeted" in said


# Signs of losing.

PRICES = """
stage: value-proof
signs: {price-only: {2021-08-20: present}, budget-asked: {2021-08-20: absent}}
"""
NO_PRICE = "give no further price before we have sat with somebody who decides, about the need"


def test_a_sign_of_losing_comes_with_our_answer_on_every_page(capsys: pytest.CaptureFixture[str]) -> None:
    title = "!! a sign of losing: they talk about nothing but price"
    for command in ("screen", "analyze"):
        assert [f"- Our answer: {NO_PRICE}"] == notes(shown(capsys, command, "retail-wms"), title)
    (line,) = [line for line in shown(capsys, "plan", "retail-wms") if NO_PRICE in line]
    assert line.startswith("!! now")


def test_a_missing_sign_is_not_asked_after_while_one_of_losing_is_to_be_answered(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert not [line for line in shown(capsys, "plan", "retail-wms") if "Ask after the sign" in line]
    text = PRICES.replace("value-proof", "rfp-drafting")
    assert not [line for line in planned(text) if "Ask after the sign" in line]
    partly = text.replace("price-only: {2021-08-20: present}", "price-only: {2021-08-20: partly}")
    for other in (partly, text.replace("present", "absent")):
        assert [line for line in planned(other) if "Ask after the sign that is missing: we were asked" in line]


def test_an_answer_that_is_planned_is_not_proposed() -> None:
    action = "actions: {stop: {what: No fourth price, for: signs.price-only, due: 2021-09-10}}\n"
    said = planned(PRICES + action)
    assert [line for line in said if "No fourth price" in line]
    assert not [line for line in said if NO_PRICE in line]


@pytest.mark.parametrize("stage", ["bidding", "contract"])
def test_once_the_tender_is_out_the_price_is_due(stage: str) -> None:
    text = PRICES.replace("value-proof", stage)
    assert not [line for line in (*planned(text), *analyzed(text), *screened(text)) if NO_PRICE in line]


# One voice.


def test_a_number_by_one_voice_says_what_it_would_be_without(capsys: pytest.CaptureFixture[str]) -> None:
    (said,) = [line for line in shown(capsys, "analyze", "truck-cab-mes") if "By one voice" in line]
    assert said.endswith("come from IT architect; without that word it would be 20 % (3-50)")
    assert "without_one_voice" in "".join(shown(capsys, "analyze", "truck-cab-mes", "--json"))


@pytest.mark.parametrize("command", ["analyze", "plan"])
def test_a_narrow_range_says_on_whose_word_it_rests(capsys: pytest.CaptureFixture[str], command: str) -> None:
    said = " ".join(shown(capsys, command, "battery-mes"))
    rests = "Number and range take the word of 信息化经理 for true; without that word it would be 31 % (25-50)"
    assert (1, 0) == (said.count(rests), said.count("By one voice"))
    assert not [line for line in shown(capsys, command, "truck-cab-mes") if "take the word" in line]


def test_a_range_that_shows_it_and_one_that_many_carry_say_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    for deal in ("shoe-partner", "city-flood"):
        assert not [line for line in shown(capsys, "analyze", deal) if "without that word" in line]


def test_programs_are_told_on_whose_word_the_number_rests(capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads("".join(shown(capsys, "analyze", "battery-mes", "--json")))["win_probability"]
    assert {"person", "value", "low", "high"} == set(found["rests_on"])
    assert 0.31 == round(found["rests_on"]["value"], 2)
    assert found["without_one_voice"] is None
    city = json.loads("".join(shown(capsys, "analyze", "city-flood", "--json")))["win_probability"]
    assert city["rests_on"] is None


def test_of_whom_we_only_heard_is_heard_first_hand_once_we_have_met(capsys: pytest.CaptureFixture[str]) -> None:
    said = shown(capsys, "plan", "truck-cab-mes")
    assert [line for line in said if line.endswith("hear it first-hand: Head of production")]
    assert [line for line in said if "Head of production" in line and "ask them, without whoever told us" in line]


HEARD = """
stage: value-proof
people:
  head: {title: Head, role: decider, contact: %s, attitude: {2021-08-20: {is: %s, why: a, source: clerk, how: %s}}}
  clerk: {title: Clerk, role: user}
"""


@pytest.mark.parametrize(
    ("expected", "facts"),
    [
        pytest.param("hear it first-hand", ("occasional", "supporter", "heard"), id="met, and only heard"),
        pytest.param("motivate / activate", ("occasional", "supporter", "act"), id="met, and seen"),
        pytest.param("contact", ("none", "supporter", "heard"), id="not met"),
        pytest.param("neutralise", ("occasional", "non-supporter", "heard"), id="bad news is taken as it comes"),
    ],
)
def test_hearsay_is_no_support_to_build_on(expected: str, facts: tuple[str, str, str]) -> None:
    assert [line for line in planned(HEARD % facts) if f"{expected}: Head" in line]


# What has changed at the customer.


def test_a_change_at_the_customer_is_told_with_those_who_were_not_heard_since(
    capsys: pytest.CaptureFixture[str],
) -> None:
    said = shown(capsys, "analyze", "cold-chain-wms")
    told = said.index("! 15 Sep 2026: 集团换了财务总监，冻结投资")
    assert said[told - 1] == "What has changed at the customer"
    assert said[told + 1] == "- Not heard first-hand since then: 总经理"
    assert said[told + 2].startswith("- Who is new by it")


CHANGED = """
people:
  cio: {title: CIO, function: it, role: approver, attitude: {2021-08-20: {is: neutral, why: a, how: said}}}
changes: [{on: %s, what: a new board, touches: [it]}]
"""


@pytest.mark.parametrize(
    ("expected", "on", "more"),
    [
        pytest.param(["- Not heard first-hand since then: CIO"], "2021-08-25", "", id="not heard since"),
        pytest.param([], "2021-08-10", "", id="heard since"),
        pytest.param(None, "2021-05-01", "", id="long ago, and heard since"),
        pytest.param(None, "2021-09-02", "", id="tomorrow"),
        pytest.param(None, "2021-08-25", "outcome: {2021-08-31: lost}\n", id="the deal has ended"),
    ],
)
def test_a_change_is_told_while_it_counts(expected: list[str] | None, on: str, more: str) -> None:
    said = analyzed(CHANGED % on + more)
    title = next((line for line in said if line.endswith(": a new board")), None)
    assert expected == (None if title is None else [line for line in notes(said, title) if "Who is new" not in line])


def test_a_newcomer_who_is_listed_is_not_asked_for() -> None:
    newcomer = "  cfo: {title: CFO, function: it, role: evaluator, since: 2021-08-25}\n"
    text = CHANGED % "2021-08-25"
    assert [line for line in analyzed(text) if "Who is new by it" in line]
    assert not [line for line in analyzed(text.replace("changes:", newcomer + "changes:")) if "Who is new" in line]


def test_who_asks_for_the_restart_is_told_the_last_word(capsys: pytest.CaptureFixture[str]) -> None:
    (ask,) = [line for line in shown(capsys, "screen", "cold-chain-wms") if line.startswith("!! now")]
    assert ask.endswith(
        "The last word was 物流总监's on 12 Oct 2026: 说今年别再提了. So sell nothing: ask what has changed since"
    )
    assert not [
        line for line in shown(capsys, "screen", "cold-chain-wms", "--as-of", "2026-09-17") if "last word was" in line
    ]


# Who tells, and what is read.


def test_people_tell_and_papers_are_sources(capsys: pytest.CaptureFixture[str]) -> None:
    (said,) = [line for line in shown(capsys, "screen", "city-flood") if line.startswith("- confirmed: ")]
    assert said.endswith("招标公告写明预算 1680 万, source: 招标公告 (6 Nov 2026)")
    said, *_ = [line for line in shown(capsys, "screen", "battery-mes") if line.startswith("- confirmed: ")]
    assert said.endswith(", told by 采购经理 (10 Nov 2026)")


def test_a_source_beside_the_people_tells_too() -> None:
    text = "events: {project-approved: {status: {2021-08-20: {is: confirmed, source: s1}}}}\n"
    assert [line for line in screened(text + "sources: {s1: {title: a planner}}\n") if "told by a planner" in line]
    assert [line for line in screened(text) if "source: s1 (20 Aug 2021)" in line]


def test_chinese_quotes_the_event_that_it_asks_about(capsys: pytest.CaptureFixture[str]) -> None:
    said = shown(capsys, "screen", "retail-wms", lang="zh")
    assert "- 「已规划且有预算」属实吗，客户哪一位能证实？目前只是我们自己猜的" in said


# What is known of a competitor.


def test_how_a_competitor_wins_is_told_in_the_readers_language_alone(capsys: pytest.CaptureFixture[str]) -> None:
    english, chinese = (" ".join(shown(capsys, "plan", "battery-energy", lang=lang)) for lang in ("en", "zh"))
    assert "Wins by: running in four weeks, low entry price, a good phone app" in english
    assert "赢在：四周上线，起步价低，手机端好用" in chinese
    assert "四周上线" not in english
    assert "four weeks" not in chinese
