"""The strategy recommender: its rows, its conditions, and what holds it back (METHOD 10.1)."""

from __future__ import annotations

from datetime import date

import pytest

from tests.analysis.moments import PROOF, assessed, example
from winsell.analysis.assessment import Assessment
from winsell.analysis.conditions import CONDITIONS, Position
from winsell.analysis.strategy import StrategyAdvice

GOOD_MATCHES = "matches: {direction: 'yes', capability: 'yes', amount: 'yes'}\n"
NOT_INCUMBENT = "us: {fit: {is: %s, why: x}, relation: {is: %s, why: x}, incumbent: 'no'}\n"
ROW = "value: {one: {claim: better, kind: solution, they_have: {north: 'no'}}}\n"
TWO = "competitors: {north: {fit: {is: %s, why: x}, relation: {is: %s, why: x}}, south: {fit: 40, relation: 40}}\n"
AHEAD = GOOD_MATCHES + PROOF + NOT_INCUMBENT % (70, 60) + TWO % (50, 50) + "criteria: {a: {name: A, ours: partly}}\n"
BEHIND = GOOD_MATCHES + PROOF + NOT_INCUMBENT % (50, 40) + TWO % (80, 70) + "criteria: {a: {name: A, ours: partly}}\n"
ENEMY = "people: {boss: {veto: yes, attitude: enemy}}\nactions: {a: {for: people.boss, what: talk, effect: none}}\n"


def advice(text: str) -> StrategyAdvice:
    return assessed(text).advice


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param("disengage", AHEAD.replace("direction: 'yes'", "direction: 'no'") + ROW, id="not worth winning"),
        pytest.param("disengage", AHEAD + "ranking: 4\n", id="no chance left"),
        pytest.param(
            "disengage", AHEAD + ENEMY + "lots: {a: {name: A, we_lead: 'no'}}\n", id="a veto that does not move"
        ),
        pytest.param(
            "develop", NOT_INCUMBENT % (70, 60) + "events: {project-approved: {status: denied}}\n", id="no event"
        ),
        pytest.param("develop", AHEAD.replace("2022-06-30", "2021-08-31"), id="suspended"),
        pytest.param(
            "develop", AHEAD + "outcome: {2021-08-20: lost}\naccount_wanted: 'yes'\n", id="lost, account wanted"
        ),
        pytest.param("defend", AHEAD.replace("incumbent: 'no'", "incumbent: 'yes'"), id="we are the incumbent"),
        pytest.param(
            "defend",
            AHEAD.replace("70, why", "90, why").replace("60, why", "90, why").replace("partly", "met")
            + "people:\n  a: {function: it}\n  b: {function: business}\nsources:\n"
            "  a: {scope: {2021-08-20: decision}, act: {2021-08-20: x}}\n  b: {scope: {2021-08-20: decision}}\n",
            id="ahead, and the criteria fit us",
        ),
        pytest.param("frontal", AHEAD + ROW, id="better on paper and not behind"),
        pytest.param("flanking", BEHIND, id="behind, criteria open"),
        pytest.param(
            "fragment", BEHIND + "stage: bidding\nlots: {a: {name: A, we_lead: 'yes'}}\n", id="behind, a lot leads"
        ),
        pytest.param("develop", BEHIND + "stage: bidding\naccount_wanted: 'yes'\n", id="behind, criteria closed"),
        pytest.param("hold-fire", BEHIND + "stage: bidding\n", id="behind, closed, and who knows"),
        pytest.param("hold-fire", AHEAD, id="ahead without a difference"),
        pytest.param("hold-fire", "note: nothing\n", id="nothing known"),
    ],
)
def test_the_first_row_that_holds_is_recommended(expected: str, text: str) -> None:
    assert expected == advice(text).recommended


def test_a_recommendation_says_why() -> None:
    assert ("solution-on-paper", "not-behind-on-relation", "at-least-equal") == advice(AHEAD + ROW).because


def test_rows_above_with_an_unknown_would_change_it() -> None:
    text = (AHEAD + ROW).replace(", incumbent: 'no'", "")
    assert [("defend", ("we-are-incumbent",))] == [(one.strategy, one.open) for one in advice(text).would_change]


def test_holding_fire_names_the_two_answers_that_would_decide() -> None:
    found = advice(BEHIND + "stage: bidding\n")
    assert ("hold-fire", (), ()) == (found.recommended, found.because, found.deciding)
    assert 2 == len(advice("note: nothing\n").deciding)


def test_while_bidding_a_strategy_is_asked_for_only_if_a_row_holds() -> None:
    assert not advice(BEHIND + "stage: bidding\n").asked
    assert advice(BEHIND + "stage: bidding\naccount_wanted: 'yes'\n").asked
    assert advice(BEHIND).asked


def test_a_small_deal_is_asked_for_no_strategy() -> None:
    found = advice(AHEAD + ROW + "type: fast-lane\nstrategy: frontal\n")
    assert (False, (), ()) == (found.asked, found.tactics, found.deciding)


def test_who_defends_a_lead_does_not_act_as_if_the_present_system_were_ours() -> None:
    as_incumbent = AHEAD.replace("incumbent: 'no'", "incumbent: 'yes'")
    ours = ("reprove-results", "switching-cost", "lock-criteria", "speed-decision", "guard-supporters")
    assert ("defend", ours) == (advice(as_incumbent).followed, advice(as_incumbent).tactics)
    for challenger in (AHEAD, AHEAD.replace(", incumbent: 'no'", "")):
        found = advice(challenger + "strategy: defend\n")
        assert ("defend", ours[2:]) == (found.followed, found.tactics)


UNKNOWN_RIVALS = GOOD_MATCHES + PROOF + NOT_INCUMBENT % (70, 60) + "competitors: {north: {}}\n" + ROW
POINTS = "checkpoints: {2021-08: past, 2021-10: next, 2021-11: later}\n"


def test_frontal_against_the_unknown_is_provisional_and_expires_at_the_next_checkpoint() -> None:
    found = advice(UNKNOWN_RIVALS + POINTS)
    assert ("frontal", True, date(2021, 10, 31)) == (found.recommended, found.provisional, found.expires)


def test_frontal_against_the_known_is_no_longer_provisional() -> None:
    found = advice(AHEAD + ROW + POINTS)
    assert ("frontal", False, None, None) == (found.recommended, found.provisional, found.expires, found.if_behind)


def test_what_is_provisional_without_a_checkpoint_has_no_day() -> None:
    found = advice(UNKNOWN_RIVALS)
    assert (True, None) == (found.provisional, found.expires)


def test_a_provisional_recommendation_says_what_follows_if_a_competitor_is_ahead() -> None:
    assert "flanking" == advice(UNKNOWN_RIVALS).if_behind
    assert "hold-fire" == advice(UNKNOWN_RIVALS + "stage: bidding\npeople: {}\n").if_behind
    defended = UNKNOWN_RIVALS.replace("incumbent: 'no'", "incumbent: 'yes'")
    assert ("defend", None) == (advice(defended).recommended, advice(defended).if_behind)


def test_the_sellers_own_strategy_is_followed() -> None:
    found = advice(AHEAD + ROW + "strategy: {2021-08-20: {is: flanking, why: their director is new}}\n")
    assert ("frontal", "flanking", "their director is new") == (found.recommended, found.followed, found.stated_why)
    assert "frontal" == advice(AHEAD + ROW).followed


def test_the_example_goes_frontal_in_august_until_the_next_checkpoint() -> None:
    found = example(date(2021, 8, 31)).advice
    assert ("frontal", True, date(2021, 10, 31)) == (found.recommended, found.provisional, found.expires)


# The conditions one by one.


def answer(condition: str, text: str) -> bool | None:
    found: Assessment = assessed(text)
    return CONDITIONS[condition](Position(found.moment, found.screening, found.chain, found.probability))  # type: ignore[index]


RIVAL_RELATIONS = (
    GOOD_MATCHES + PROOF + NOT_INCUMBENT % (70, 60) + "competitors: {north: {relation: %s}, south: {relation: %s}}\n"
)
AGAINST = "people: {a: {role: decider, attitude: non-supporter}}\n"


@pytest.mark.parametrize(
    ("expected", "condition", "text"),
    [
        pytest.param(False, "veto-unmovable", "note: x\n", id="no opponent with a veto"),
        pytest.param(None, "veto-unmovable", ENEMY.split("actions", maxsplit=1)[0], id="nobody has tried to move him"),
        pytest.param(None, "veto-unmovable", ENEMY.replace("enemy", "non-supporter"), id="he is no enemy"),
        pytest.param(None, "veto-unmovable", ENEMY.replace("effect: none", "effect: some"), id="he moved a little"),
        pytest.param(True, "veto-unmovable", ENEMY, id="tried, and no effect"),
        pytest.param(
            True, "veto-unmovable", ENEMY.replace("people.boss,", "people.boss.attitude,"), id="tried, said finely"
        ),
        pytest.param(
            None, "veto-unmovable", ENEMY.replace("effect: none", "effect: none, dropped: 2021-08-20"), id="dropped"
        ),
        pytest.param(None, "no-winnable-part", "note: x\n", id="no parts listed"),
        pytest.param(
            False, "no-winnable-part", "lots: {a: {name: A, we_lead: 'yes'}, b: {name: B}}\n", id="we lead in one"
        ),
        pytest.param(
            None, "part-we-lead", "lots: {a: {name: A, we_lead: 'no'}, b: {name: B}}\n", id="one part unknown"
        ),
        pytest.param(False, "part-we-lead", "lots: {a: {name: A, we_lead: 'no'}}\n", id="we lead in none"),
        pytest.param(False, "probability-zero", "note: no number\n", id="no number is no zero"),
        pytest.param(None, "no-compelling-event", "note: x\n", id="event unknown"),
        pytest.param(False, "no-compelling-event", PROOF, id="an event stands"),
        pytest.param(False, "deal-lost", "note: x\n", id="open"),
        pytest.param(True, "deal-lost", "outcome: {2021-08-20: tender-failed}\n", id="the tender failed"),
        pytest.param(False, "deal-lost", "outcome: {2021-08-20: won}\n", id="won"),
        pytest.param(None, "account-wanted", "note: x\n", id="unsaid"),
        pytest.param(False, "account-wanted", "account_wanted: 'no'\n", id="not wanted"),
        pytest.param(None, "we-are-incumbent", "note: x\n", id="nobody is known to be"),
        pytest.param(False, "we-are-incumbent", "competitors: {north: {kind: incumbent}}\n", id="another is"),
        pytest.param(
            False, "we-are-incumbent", "competitors: {north: {kind: in-house}}\n", id="the customer's own people are"
        ),
        pytest.param(True, "we-are-incumbent", "us: {incumbent: 'yes'}\n", id="we are"),
        pytest.param(None, "probability-even", "note: x\n", id="no number"),
        pytest.param(False, "probability-even", AHEAD, id="below one half"),
        pytest.param(True, "probability-even", PROOF + NOT_INCUMBENT % (70, 60) + "shortlist: 1\n", id="above"),
        pytest.param(None, "criteria-fit-us", "note: x\n", id="no criteria known"),
        pytest.param(None, "criteria-fit-us", "criteria: {a: {name: A, ours: met}, b: {name: B}}\n", id="one unjudged"),
        pytest.param(
            True,
            "criteria-fit-us",
            "criteria: {a: {name: A, weight: 60, ours: met}, b: {name: B, weight: 40, ours: partly}}\n",
            id="sixty in a hundred",
        ),
        pytest.param(
            False,
            "criteria-fit-us",
            "criteria: {a: {name: A, weight: 59, ours: met}, b: {name: B, weight: 41, ours: partly}}\n",
            id="fifty-nine",
        ),
        pytest.param(
            False,
            "criteria-fit-us",
            "criteria: {a: {name: A, mandatory: yes, ours: failed}, b: {name: B}}\n",
            id="a must-have failed",
        ),
        pytest.param(None, "solution-on-paper", "note: x\n", id="no row"),
        pytest.param(None, "solution-on-paper", ROW.replace("'no'", "unknown"), id="a row that may be matched"),
        pytest.param(False, "solution-on-paper", ROW.replace("'no'", "fully"), id="every row is matched"),
        pytest.param(
            None, "solution-on-paper", ROW.replace("kind: solution", "kind: resource"), id="a row of another kind"
        ),
        pytest.param(True, "solution-on-paper", "competitors: {north: {}}\n" + ROW, id="a row on paper"),
        pytest.param(None, "solution-on-paper", ROW, id="a row against nobody who is named"),
        pytest.param(None, "not-behind-on-relation", "note: x\n", id="no number to compare relations by"),
        pytest.param(True, "not-behind-on-relation", RIVAL_RELATIONS % (60, 50), id="level with the best"),
        pytest.param(False, "not-behind-on-relation", RIVAL_RELATIONS % (66, 50), id="behind the best"),
        pytest.param(True, "not-behind-on-relation", RIVAL_RELATIONS % (65, 50), id="a few points are no difference"),
        pytest.param(True, "not-behind-on-relation", RIVAL_RELATIONS % (60, "unknown"), id="one unknown, no opponent"),
        pytest.param(
            False, "not-behind-on-relation", RIVAL_RELATIONS % (60, "unknown") + AGAINST, id="one unknown, an opponent"
        ),
        pytest.param(
            False,
            "not-behind-on-relation",
            RIVAL_RELATIONS % (60, "unknown") + "people: {a: {role: decider, leans_to: north}}\n",
            id="one unknown, one leans to him",
        ),
        pytest.param(
            True,
            "not-behind-on-relation",
            RIVAL_RELATIONS % (60, "unknown") + "people: {a: {role: decider, leans_to: us}}\n",
            id="one unknown, one leans to us",
        ),
        pytest.param(True, "not-behind-on-relation", RIVAL_RELATIONS % (60, 50) + AGAINST, id="all known, an opponent"),
        pytest.param(
            True,
            "not-behind-on-relation",
            (RIVAL_RELATIONS % (60, 50)).replace("south:", "east: {relation: 40}, south:") + AGAINST,
            id="three for two seats, all known, an opponent",
        ),
        pytest.param(
            False,
            "not-behind-on-relation",
            (RIVAL_RELATIONS % (60, 50)).replace("south:", "east: {}, south:") + AGAINST,
            id="three for two seats, one unknown, an opponent",
        ),
        pytest.param(
            None,
            "not-behind-on-relation",
            PROOF + "us: {fit: 70}\ncompetitors: {north: {relation: 40}}\n",
            id="ours is assumed",
        ),
        pytest.param(None, "at-least-equal", "note: x\n", id="nothing to compare"),
        pytest.param(True, "at-least-equal", UNKNOWN_RIVALS, id="equal by assumption"),
        pytest.param(False, "at-least-equal", BEHIND, id="less than the best"),
        pytest.param(None, "behind", UNKNOWN_RIVALS, id="nothing known of any competitor"),
        pytest.param(True, "behind", BEHIND, id="behind a known one"),
        pytest.param(False, "behind", AHEAD, id="ahead of both"),
        pytest.param(True, "criteria-open", "stage: rfp-drafting\n", id="before the tender is out"),
        pytest.param(False, "criteria-open", "stage: bidding\n", id="the tender is out"),
        pytest.param(True, "criteria-closed", "stage: bidding\n", id="closed with the tender"),
    ],
)
def test_a_condition_is_yes_no_or_unknown(expected: bool | None, condition: str, text: str) -> None:
    assert expected is answer(condition, text)
