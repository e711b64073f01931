"""What to do about each person, in the order of work (METHOD 10.2)."""

from __future__ import annotations

import pytest

from tests.analysis.moments import moment_of, own_playbook
from winsell.analysis.decision_chain import decision_chain
from winsell.analysis.relations import RelationStep, relation_steps
from winsell.analysis.standing import standings
from winsell.playbook.model import Playbook


def steps(text: str, stage: str = "value-proof", playbook: Playbook | None = None) -> tuple[RelationStep, ...]:
    moment = moment_of(f"stage: {stage}\n{text}", playbook=playbook)
    return relation_steps(moment, decision_chain(moment, standings(moment)))


def step(person: str, stage: str = "value-proof") -> RelationStep:
    return steps(f"people: {{cio: {person}}}\n", stage)[0]


@pytest.mark.parametrize(
    ("state", "strategy", "person"),
    [
        pytest.param("enemy", "contain", "{attitude: enemy, contact: deep}", id="enemy"),
        pytest.param("non-supporter", "defend", "{attitude: non-supporter, contact: deep}", id="non-supporter"),
        pytest.param("neutral", "win-over", "{attitude: neutral, contact: occasional}", id="neutral"),
        pytest.param("supporter", "motivate", "{attitude: supporter, contact: multiple}", id="supporter"),
        pytest.param("mentor", "balance", "{attitude: mentor, contact: deep}", id="mentor"),
        pytest.param("not-contacted", "contact", "{attitude: supporter, contact: none}", id="never met"),
        pytest.param("not-contacted", "contact", "{}", id="contact unknown"),
        pytest.param("unknown", "find-out", "{contact: occasional}", id="met and unknown"),
        pytest.param(
            "enemy", "contain", "{attitude: enemy, contact: none}", id="known to be against us, though never met"
        ),
        pytest.param(
            "supporter", "motivate", "{attitude: {2021-01-10: supporter}, contact: deep}", id="a stale attitude"
        ),
    ],
)
def test_a_state_has_its_strategy(state: str, strategy: str, person: str) -> None:
    assert (state, strategy) == (step(person).state, step(person).strategy)


@pytest.mark.parametrize(
    ("colour", "wait", "person", "stage"),
    [
        pytest.param("red", None, "{role: approver}", "value-proof", id="a key person nobody has met"),
        pytest.param("white", "value-proof", "{role: approver}", "needs-analysis", id="he may wait"),
        pytest.param(
            "white", "rfp-drafting", "{role: evaluator, function: procurement}", "value-proof", id="procurement"
        ),
        pytest.param(
            "red", None, "{role: evaluator, function: procurement}", "rfp-drafting", id="procurement when due"
        ),
        pytest.param("white", None, "{role: user, key: no}", "value-proof", id="no key person"),
        pytest.param(
            "white", None, "{role: user, key: no, contact: multiple, attitude: neutral}", "value-proof", id="met"
        ),
        pytest.param("red", None, "{role: user, key: no, attitude: enemy}", "value-proof", id="no key person, against"),
        pytest.param("yellow", None, "{role: decider, contact: deep, attitude: neutral}", "value-proof", id="neutral"),
        pytest.param("red", None, "{role: decider, contact: deep, attitude: enemy}", "lead", id="against us"),
        pytest.param("red", None, "{role: decider, attitude: non-supporter}", "lead", id="against us, never met"),
    ],
)
def test_a_step_has_a_colour_and_says_how_long_it_may_wait(
    colour: str, wait: str | None, person: str, stage: str
) -> None:
    found = step(person, stage)
    assert (colour, wait) == (found.colour, found.may_wait_until)


def test_against_us_comes_first_then_the_unmet_then_the_rest_and_the_weightier_first() -> None:
    text = """people:
  friend: {role: approver, politics: inner, attitude: mentor, contact: deep}
  light-friend: {role: user, attitude: supporter, contact: deep}
  unmet: {role: user}
  weighty-unmet: {role: decider}
  doubter: {role: approver, politics: inner, attitude: non-supporter}
  enemy: {role: user, attitude: enemy}
"""
    order = ["enemy", "doubter", "weighty-unmet", "unmet", "friend", "light-friend"]
    assert order == [one.id for one in steps(text)]


def test_a_state_that_the_playbook_maps_to_nothing_has_no_strategy() -> None:
    bare = own_playbook("{kind: playbook, id: own, version: '1', name: {en: Own}, relation: {balance: }}")
    assert None is steps("people: {cio: {attitude: mentor, contact: deep}}\n", playbook=bare)[0].strategy
