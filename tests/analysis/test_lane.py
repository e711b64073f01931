"""How much of the method a deal gets: the whole line, the fast lane, a call while it is suspended (METHOD 2, 4)."""

from __future__ import annotations

import pytest

from tests.analysis.moments import PROOF, assessed
from winsell.analysis.assessment import Assessment

MATCHES = "matches: {direction: 'yes', capability: 'yes', amount: 'yes'}\n"
PEOPLE = """
people:
  cio: {role: approver, attitude: {2021-08-20: {is: neutral, why: x, how: said}}, contact: occasional}
  it: {role: decider, function: it, contact: none}
us: {fit: {is: 70, why: x}}
target: 60
strategy: frontal
stage: {2021-03-01: value-proof}
"""
HELD = "events: {project-approved: {status: {2021-05-01: {is: confirmed, source: cio}, 2021-08-10: on-hold}}}\n"
SUSPENDED = HELD + MATCHES + PEOPLE
WHOLE = PROOF + MATCHES + PEOPLE
FAST = "type: fast-lane\n" + WHOLE


def unplanned(found: Assessment) -> set[str]:
    return {".".join(one.where) for one in found.plan if one.action is None}


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param("whole", WHOLE, id="a project"),
        pytest.param("fast", FAST, id="a small deal"),
        pytest.param("suspended", SUSPENDED, id="the money is frozen"),
        pytest.param("suspended", "type: fast-lane\n" + SUSPENDED, id="of a small deal"),
        pytest.param("whole", SUSPENDED.replace("value-proof", "bidding"), id="the tender is out all the same"),
        pytest.param("whole", SUSPENDED + "outcome: {2021-08-25: lost}\n", id="it has ended"),
    ],
)
def test_a_deal_gets_as_much_of_the_method_as_it_needs(expected: str, text: str) -> None:
    assert expected == assessed(text).lane


def test_while_suspended_the_call_and_the_inside_source_are_all_the_work() -> None:
    found = assessed(SUSPENDED)
    assert {"events", "sources"} == unplanned(found)
    assert {"events", "sources"} >= {gap.where[0] for gap in found.gaps} >= {"events"}
    assert ((), None) == (found.advice.tactics, found.target)
    assert {None} == {step.strategy for step in found.relations}


def test_the_same_deal_not_suspended_has_more_to_do() -> None:
    found = assessed(WHOLE)
    assert {"people.it", "strategy.mature-demo", "behaviour.money"} <= unplanned(found)
    assert 0.6 == found.target


@pytest.mark.parametrize(
    ("colour", "code", "day"),
    [
        pytest.param("yellow", "q2.find-restart", "2021-08-20", id="within the days"),
        pytest.param("yellow", "q2.find-restart", "2021-08-18", id="on the last day"),
        pytest.param("yellow", "q2.find-restart-now", "2021-08-17", id="the days are over"),
        pytest.param("yellow", "q2.find-restart-now", "2021-08-04", id="28 days of silence"),
        pytest.param("red", "q2.find-restart-now", "2021-08-03", id="29 days of silence"),
    ],
)
def test_the_call_is_red_after_a_long_silence(colour: str, code: str, day: str) -> None:
    found = assessed(SUSPENDED.replace("2021-08-20", day))
    (call,) = [one for one in found.plan if one.where == ("events",)]
    ask = call.say.facts["ask"]
    assert (colour, code) == (call.colour, getattr(ask, "code", None))


def test_a_talk_that_is_written_down_ends_the_silence() -> None:
    talk = "activities: [{on: 2021-08-30, with: [cio], what: a call}]\n"
    found = assessed(SUSPENDED.replace("2021-08-20", "2021-06-20") + talk)
    assert "yellow" == next(one.colour for one in found.plan if one.where == ("events",))


def test_who_never_talked_is_silent_since_the_suspension() -> None:
    text = SUSPENDED.replace(", how: said", "").replace("2021-08-10", "2021-07-10")
    assert "red" == next(one.colour for one in assessed(text).plan if one.where == ("events",))


def test_the_fast_lane_asks_for_the_questions_the_money_and_the_criteria() -> None:
    assert {"behaviour.money", "behaviour.criteria"} == unplanned(assessed(FAST))
    open_ = FAST.replace("capability: 'yes', ", "").replace(", deadline: 2022-06-30", "")
    assert {"behaviour.money", "behaviour.criteria", "matches.capability", "events"} == unplanned(assessed(open_))


def test_the_fast_lane_is_not_asked_for_a_second_source() -> None:
    whole, fast = assessed(WHOLE), assessed(FAST)
    assert ("sources",) in {gap.where for gap in whole.gaps}
    assert ("sources",) not in {gap.where for gap in fast.gaps}
