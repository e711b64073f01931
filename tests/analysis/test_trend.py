"""The trend and whether the four points agree (METHOD 2, 6, 12)."""

from __future__ import annotations

from datetime import date

import pytest

from tests.analysis.moments import PROOF, assessed, example, moment_of
from winsell.analysis.consistency import Consistency, Teller
from winsell.analysis.trend import trend


def labels(text: str) -> list[tuple[str, str, str]]:
    return [(point.on.isoformat(), point.kind, point.label) for point in trend(moment_of(text))]


TODAY = ("2021-09-01", "today", "")


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param([TODAY], "note: nothing dated\n", id="today alone"),
        pytest.param([("2021-08-20", "stage", "lead"), TODAY], "stage: {2021-08-20: lead}\n", id="a stage"),
        pytest.param([TODAY], "stage: lead\n", id="an undated stage"),
        pytest.param(
            [("2021-08-20", "review", "push"), TODAY], "reviews: [{on: 2021-08-20, note: push}]\n", id="a review"
        ),
        pytest.param([("2021-08-31", "checkpoint", "POC"), TODAY], "checkpoints: {2021-08: POC}\n", id="a checkpoint"),
        pytest.param([TODAY], "checkpoints: {2021-09: POC}\nstage: {2021-09-02: lead}\n", id="nothing of tomorrow"),
        pytest.param([("2021-09-01", "stage", "lead")], "stage: {2021-09-01: lead}\n", id="a stage beats today"),
        pytest.param(
            [("2021-09-01", "review", "")],
            "stage: {2021-09-01: lead}\nreviews: [{on: 2021-09-01}]\n",
            id="a review beats a stage",
        ),
        pytest.param(
            [("2021-09-01", "checkpoint", "POC")],
            "stage: {2021-09-01: lead}\nreviews: [{on: 2021-09-01}]\ncheckpoints: {2021-09-01: POC}\n",
            id="a checkpoint beats all",
        ),
    ],
)
def test_a_day_has_one_point_and_its_best_label(expected: list[tuple[str, str, str]], text: str) -> None:
    assert expected == labels(text)


def test_the_points_are_recomputed_from_the_facts_of_their_days() -> None:
    points = {point.on: point for point in example(date(2021, 11, 30)).trend}
    assert ("no-event", None) == (points[date(2021, 3, 26)].status, points[date(2021, 3, 26)].value)
    for day in (date(2021, 8, 31), date(2021, 10, 31), date(2021, 11, 30)):
        then = example(day)
        point = points[day]
        assert (then.probability.value, then.chain.numbers.score) == (point.value, point.score)
        assert (then.chain.insight.rate, then.signs.index) == (point.insight, point.signs)


# Consistency.


def found(text: str) -> Consistency:
    return assessed(text).consistency


def codes(text: str) -> list[str]:
    return [say.code for say in found(text).reasons]


BASE = """
checkpoints: {2021-08-15: before}
events: {project-approved: {status: {2021-08-01: {is: confirmed, source: x}}}}
"""
RISES = """
us: {fit: {2021-08-10: 60, 2021-08-20: {is: 90, why: x}}, relation: {2021-08-10: 60}}
competitors: {a: {fit: 65, relation: 65}, b: {fit: 65, relation: 65}}
"""
STANDS = "people: {a: {role: decider, contact: deep, attitude: {2021-08-%s: {is: %s, why: x}}}}\n"


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param(["consistency.rises-alone"], BASE + RISES, id="the number alone rises"),
        pytest.param([], BASE + RISES + STANDS % ("20", "supporter"), id="the chain rises with it"),
        pytest.param([], BASE + RISES + STANDS % ("20", "neutral"), id="insight rises with it"),
        pytest.param(
            ["consistency.rises-alone"], BASE + RISES + STANDS % ("10", "supporter"), id="the chain was there"
        ),
        pytest.param([], BASE + RISES + "signs: {deepest-exchange: {2021-08-20: partly}}\n", id="a sign comes with it"),
        pytest.param([], BASE + RISES.replace("90", "62"), id="it hardly rises"),
        pytest.param([], RISES + PROOF, id="there is no earlier point"),
        pytest.param([], BASE.replace("2021-08-01:", "2021-08-20:") + RISES, id="the earlier point has no number"),
    ],
)
def test_a_rise_of_the_number_alone_is_a_disagreement(expected: list[str], text: str) -> None:
    assert expected == codes(text)


LEARNT = """
us: {fit: {is: 90, why: x}, relation: 60}
competitors:
  a: {fit: {2021-08-20: 40}, relation: {2021-08-20: 40}}
  b: {fit: {2021-08-20: 40}, relation: {2021-08-20: 40}}
"""


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param([], LEARNT, id="their levels have become known"),
        pytest.param([], LEARNT.replace("a: {fit", "a: {since: 2021-08-20, fit"), id="of one who was not there"),
        pytest.param(
            ["consistency.rises-alone"],
            LEARNT.replace("{2021-08-20: 40}", "{2021-08-10: 70, 2021-08-20: 40}"),
            id="they were judged before, and stronger",
        ),
        pytest.param(
            ["consistency.rises-alone"],
            LEARNT.replace("fit: {is: 90, why: x}", "fit: {2021-08-10: 50, 2021-08-20: {is: 90, why: x}}"),
            id="we were judged better besides",
        ),
        pytest.param(
            [],
            LEARNT.replace("relation: 60", "relation: {2021-08-20: 60}").replace("{2021-08-20: 40}", "40"),
            id="our own has become known",
        ),
    ],
)
def test_a_rise_by_what_was_learnt_is_none(expected: list[str], text: str) -> None:
    assert expected == codes(BASE + text)


ONE_VOICE = """
people:
  a: {role: evaluator, function: it, attitude: {2021-08-20: {is: supporter, why: x, source: a, how: said}}}
  b: {role: approver, attitude: {2021-08-20: {is: supporter, why: x, source: %s, how: %s}}}
  c: {role: decider, attitude: {2021-08-20: {is: neutral, why: x, source: %s, how: heard}}}
us: {fit: {is: 70, why: x, source: %s}, relation: {is: 60, why: x, source: own view}}
"""


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param(["one-mouth", "hearsay"], ONE_VOICE % ("a", "heard", "a", "a"), id="all from one, mostly hearsay"),
        pytest.param(["one-mouth"], ONE_VOICE % ("b", "said", "a", "a"), id="all from one, but seen by ourselves"),
        pytest.param(
            ["hearsay"], ONE_VOICE % ("a", "heard", "a", "tender") + "sources: {}\n", id="hearsay among others"
        ),
        pytest.param([], ONE_VOICE % ("a", "heard", "b", "tender"), id="hearsay from two"),
    ],
)
def test_a_yes_says_what_it_is_worth(expected: list[str], text: str) -> None:
    proof = PROOF.replace("source: cio", "source: a") if "one-mouth" in expected else PROOF
    consistency = found(proof + text)
    assert (True, expected) == (
        consistency.agree,
        [say.code.removeprefix("consistency.") for say in consistency.reservations],
    )


HIGH = (
    PROOF
    + "us: {fit: {is: 90, why: x}, relation: {is: 90, why: x}}\n"
    + "competitors: {a: {fit: 30, relation: 30}, b: {fit: 30, relation: 30}}\n"
)
SEEN_APPROVER = """
people:
  a: {role: approver, function: it, contact: deep, attitude: {2021-08-20: {is: supporter, why: x}}}
  b: {role: user, politics: outside}
  c: {function: finance, key: no}
  d: {function: procurement, key: no}
behaviour: {money: known, criteria: known}
"""


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param([], HIGH + SEEN_APPROVER, id="high and seen"),
        pytest.param(["consistency.high-but-blind"], HIGH + "people: {a: {role: decider}}\n", id="high and blind"),
        pytest.param(
            ["consistency.high-but-no-sign"],
            HIGH
            + SEEN_APPROVER
            + "stage: rfp-drafting\n"
            + "signs: {deepest-exchange: absent, budget-asked: missed, tender-consulted: absent}\n",
            id="high and every due sign absent",
        ),
        pytest.param(
            [],
            HIGH + SEEN_APPROVER + "stage: rfp-drafting\nsigns: {deepest-exchange: absent, budget-asked: missed}\n",
            id="one due sign is unknown",
        ),
        pytest.param([], HIGH.replace("90", "60") + "people: {a: {role: decider}}\n", id="blind and not high"),
    ],
)
def test_a_high_number_without_insight_or_signs_is_a_disagreement(expected: list[str], text: str) -> None:
    assert expected == codes(text)


@pytest.mark.parametrize(
    ("expected", "text"), [(None, "note: no number\n"), (True, HIGH + SEEN_APPROVER), (False, BASE + RISES)]
)
def test_the_points_agree_disagree_or_cannot_be_compared(expected: bool | None, text: str) -> None:
    assert expected is found(text).agree


TOLD = """
events:
  project-approved: {status: {is: confirmed, source: a}}
  leader-demands: {status: {is: confirmed, source: own comparison}}
  partner-told: {status: {is: denied, source: b}}
people:
  a: {role: decider, attitude: {2021-08-20: {is: neutral, why: x, source: a}}}
  b: {role: user, attitude: {is: neutral, source: b}}
signs: {deepest-exchange: {is: partly, source: a}, budget-asked: {is: absent, source: b}}
behaviour: {money: {is: known, source: s1}, criteria: {is: partial, source: b}, lessons: known}
competitors: {north: {fit: {is: 60, source: own comparison}, relation: {is: unknown, source: b}}}
us: {fit: {is: 60, source: own comparison}}
sources: {s1: {person: a}, s2: {}}
"""


def test_who_told_the_confirmed_facts_is_counted() -> None:
    consistency = found(TOLD)
    assert (Teller("a", 4, person=True), Teller("own comparison", 3, person=False)) == consistency.tellers
    assert (7, Teller("a", 4, person=True)) == (consistency.facts, consistency.loudest)


def test_an_inside_source_who_is_in_no_list_of_people_is_a_person_too() -> None:
    assert Teller("s2", 1, person=True) == found("sources: {s2: {}}\nus: {fit: {is: 60, source: s2}}\n").loudest


def test_where_no_person_told_anything_nobody_is_loudest() -> None:
    assert None is found("us: {fit: {is: 60, source: own comparison}}\n").loudest


def test_the_example_hears_most_from_its_liaison() -> None:
    assert Teller("it-liaison", 9, person=True) == example(date(2021, 11, 30)).consistency.loudest
