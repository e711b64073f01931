"""Chairs, the map, and the competitors' chains (METHOD 7.2 to 7.4)."""

from __future__ import annotations

import pytest

from tests.analysis.moments import assessed, moment_of, own_playbook
from winsell.analysis.decision_chain import Chain, RivalChain, decision_chain, rival_chains
from winsell.analysis.standing import standings

CROWD = (
    "people: {a: {role: approver, function: it}, u: {role: user}, f: {function: finance}, p: {function: procurement}}\n"
)


def chain(text: str, stage: str = "lead") -> Chain:
    moment = moment_of(f"stage: {stage}\n{text}")
    return decision_chain(moment, standings(moment))


def rivals(text: str) -> tuple[RivalChain, ...]:
    moment = moment_of(text)
    return rival_chains(moment, standings(moment))


@pytest.mark.parametrize(
    ("expected", "stage"),
    [
        pytest.param((), "lead", id="lead"),
        pytest.param(("approver", "user"), "qualification", id="qualification"),
        pytest.param(("approver", "user"), "pursuit-approval", id="pursuit approval"),
        pytest.param(("approver", "user", "it", "payer"), "needs-analysis", id="needs analysis"),
        pytest.param(("approver", "user", "it", "payer"), "value-proof", id="value proof"),
        pytest.param(("approver", "user", "it", "payer", "procurement"), "rfp-drafting", id="RFP drafting"),
    ],
)
def test_a_chair_is_due_from_its_stage(expected: tuple[str, ...], stage: str) -> None:
    assert expected == chain("note: nobody\n", stage).empty_chairs


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param((), CROWD, id="seated by role or function"),
        pytest.param(("payer",), CROWD.replace("f: {function: finance}, ", ""), id="nobody of finance"),
        pytest.param(
            (), CROWD.replace("f: {function: finance}, ", "") + "chairs: {payer: a}\n", id="one in two chairs"
        ),
        pytest.param(("payer",), CROWD + "chairs: {payer: ghost}\n", id="seated by name and not there"),
        pytest.param((), CROWD + "chairs: {payer: unknown}\n", id="seat unknown, but somebody of finance is there"),
        pytest.param((), CROWD + "chairs: {payer: {is: none, source: a}}\n", id="no such chair, with a source"),
        pytest.param(("payer",), CROWD + "chairs: {payer: {is: none}}\n", id="no such chair, without a source"),
        pytest.param((), CROWD + "chairs: {payer: {2021-09-02: ghost}}\n", id="from tomorrow another sits there"),
        pytest.param((), CROWD + "chairs: {jester: ghost}\n", id="a chair that nobody knows"),
        pytest.param(("user",), CROWD.replace("{role: user}", "{role: user, left: 2021-08-01}"), id="he has left"),
    ],
)
def test_a_due_chair_is_filled_by_a_person_or_a_sourced_none(expected: tuple[str, ...], text: str) -> None:
    assert expected == chain(text, "rfp-drafting").empty_chairs


def test_an_empty_chair_counts_as_a_person_of_whom_nothing_is_known() -> None:
    found = chain(
        "people:\n"
        "  cio: {role: decider, politics: inner, attitude: {2021-08-20: {is: mentor, why: x}}, contact: deep}\n",
        "qualification",
    )
    assert (1, 3) == (found.insight.known, found.insight.total)
    assert [9, 8, 2] == [link.weight for link in found.links]
    assert pytest.approx(9 / 19) == found.insight.weighted
    assert pytest.approx(100 * 9 / 19) == found.numbers.score
    assert pytest.approx(-100 / 19) == found.numbers.low
    assert pytest.approx(100) == found.numbers.high
    assert found.numbers.thin


def test_a_chain_half_known_is_not_thin() -> None:
    people = "people: {a: {role: decider, attitude: {2021-08-20: {is: neutral, why: x}}}, b: {role: decider}}\n"
    assert not chain(people).numbers.thin


def test_nobody_to_score_is_unknown() -> None:
    found = chain("note: nobody\n")
    assert (None, None, None, True) == (found.numbers.score, found.numbers.low, found.numbers.high, found.numbers.thin)
    assert (None, None, "unknown") == (found.insight.rate, found.insight.weighted, found.map)


def test_a_hostile_word_counts_in_full_and_a_friendly_one_by_contact() -> None:
    text = "people: {a: {role: decider, attitude: {2021-08-20: {is: %s, why: x}}}}\n"
    assert (-50, 12.5) == (chain(text % "non-supporter").numbers.score, chain(text % "supporter").numbers.score)


def test_a_stale_word_stays_in_the_score_and_opens_the_band() -> None:
    found = chain("people: {a: {role: decider, contact: deep, attitude: {2021-01-10: {is: supporter, why: x}}}}\n")
    assert (50, -100, 100, 0) == (found.numbers.score, found.numbers.low, found.numbers.high, found.insight.known)


FRIEND = "attitude: {2021-08-20: {is: supporter, why: x}}"


@pytest.mark.parametrize(
    ("expected", "people"),
    [
        pytest.param("red", "{a: {role: decider}}", id="nobody for us"),
        pytest.param("red", f"{{a: {{role: user, {FRIEND}}}, b: {{role: decider}}}}", id="for us and no key person"),
        pytest.param("red", "{a: {role: decider, attitude: {2021-08-20: supporter}}}", id="for us without a reason"),
        pytest.param("amber", f"{{a: {{role: evaluator, {FRIEND}}}}}", id="an evaluator is for us"),
        pytest.param("green", f"{{a: {{role: decider, {FRIEND}}}}}", id="a decider is for us"),
        pytest.param("green", f"{{a: {{role: approver, {FRIEND}}}}}", id="the approver is for us"),
    ],
)
def test_the_map_has_a_colour(expected: str, people: str) -> None:
    assert expected == chain(f"people: {people}\n").map


RIVAL = """
people: {a: {role: decider%s}, b: {role: evaluator}, u: {role: user, politics: outside}}
competitors: {north: {%s}}
"""


@pytest.mark.parametrize(
    ("score", "known", "friends", "text"),
    [
        pytest.param(60, 1, ("a",), RIVAL % ("", "attitudes: {a: mentor}"), id="a mentor of his"),
        pytest.param(-60, 1, (), RIVAL % ("", "attitudes: {a: enemy}"), id="an enemy of his"),
        pytest.param(0, 2, (), RIVAL % ("", "attitudes: {a: neutral, b: neutral}"), id="two who are neutral"),
        pytest.param(30, 1, ("a",), RIVAL % (", leans_to: north", ""), id="one who leans to him"),
        pytest.param(
            -30, 1, (), RIVAL % (", leans_to: north", "attitudes: {a: non-supporter}"), id="his word beats that"
        ),
    ],
)
def test_a_competitor_has_a_chain_of_his_own(score: float, known: int, friends: tuple[str, ...], text: str) -> None:
    (found,) = rivals(text)
    assert pytest.approx(score) == found.numbers.score
    assert (known, 2, friends) == (found.insight.known, found.insight.total, found.friends)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(RIVAL % ("", ""), id="nothing known"),
        pytest.param(RIVAL % (", leans_to: us", ""), id="he leans to us"),
        pytest.param(RIVAL % ("", "attitudes: {u: mentor}"), id="no key person"),
        pytest.param(RIVAL % ("", "attitudes: {a: {2021-09-02: mentor}}"), id="known from tomorrow"),
        pytest.param(RIVAL % ("", "attitudes: {a: mentor}, since: 2021-09-02"), id="he comes tomorrow"),
    ],
)
def test_a_competitor_of_whose_friends_nothing_is_known_has_no_chain(text: str) -> None:
    assert () == rivals(text)


@pytest.mark.parametrize("scale", ["", "attitude_values: {mentor: 1, enemy: -1, supporter: 0.5, non-supporter: -0.5}"])
def test_the_score_is_measured_by_the_playbooks_own_scale(scale: str) -> None:
    own = own_playbook(f"people: {{contact_discounts: {{unknown: 0.5}}{', ' if scale else ''}{scale}}}\n")
    half = "people: {a: {role: decider, attitude: {2021-08-20: {is: mentor, why: x}}}, b: {role: decider}}\n"
    found = assessed(half, playbook=own).chain.numbers.score
    assert 25.0 == pytest.approx(found)
