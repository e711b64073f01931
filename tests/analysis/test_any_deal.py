"""Whatever a valid deal holds: it has a result, the same one in whatever order it was written, and only of its day."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.strategies import AFTER, BEFORE, Plain, any_account, any_deal, dossier_of, five_steps, shuffled
from winsell.analysis.assessment import Assessment, assess
from winsell.base.fact import Say
from winsell.base.scalar import looks_like_day, parse_day
from winsell.deal.dossier import Dossier

MIDDLE = date(2021, 10, 15)
LATE = date(2022, 3, 31)
DAYS = (BEFORE, MIDDLE, LATE, AFTER)
half = settings(max_examples=settings().max_examples // 2)
"""Whole deals take their time."""


def assessed(deal: Plain, account: Plain | None, on: date) -> Assessment:
    return assess(dossier_of(deal, account), five_steps(), on)


def within(low: float, value: float | None, high: float) -> bool:
    return value is None or low - 1e-9 <= value <= high + 1e-9


def check_result(dossier: Dossier, on: date) -> None:
    found = assess(dossier, five_steps(), on)
    odds, numbers, insight = found.probability, found.chain.numbers, found.chain.insight
    assert (odds.status == "computed") == (odds.setting is not None)
    assert all(within(0, value, 1) for value in (odds.value, odds.low, odds.high, found.evidenced, found.target))
    assert within(0, found.signs.index, 1)
    assert within(0, found.behaviour.coverage, 1)
    assert within(0, insight.rate, 1)
    assert within(0, insight.weighted, 1)
    if numbers.score is not None and numbers.low is not None and numbers.high is not None:
        assert -100 - 1e-9 <= numbers.low <= numbers.score + 1e-9
        assert numbers.score <= numbers.high + 1e-9 <= 100 + 2e-9
    assert on == found.trend[-1].on
    assert [point.on for point in found.trend] == sorted({point.on for point in found.trend})
    assert odds.value == found.trend[-1].value
    assert all(gap.value is None or (gap.reason == "value" and gap.value >= 0) for gap in found.gaps)
    # What only holds the number down, such as a second inside source, is no input of the formula.
    unvalued = {gap.where[0] for gap in found.gaps if gap.reason == "value" and gap.value is None}
    assert unvalued <= {"sources", "people", "chairs"}
    assert len({gap.where for gap in found.gaps}) == len(found.gaps)
    assert Counter(step.id for step in found.relations) == Counter(found.moment.people)
    assert "drop" == found.screening.verdict or found.screening.override is None


@half
@given(any_deal, any_account, st.sampled_from(DAYS))
def test_any_deal_has_a_result_on_any_day(deal: Plain, account: Plain, on: date) -> None:
    check_result(dossier_of(deal, account), on)


@pytest.mark.long
@settings(max_examples=20_000, suppress_health_check=[HealthCheck.too_slow])
@given(any_deal, any_account)
def test_each_of_twenty_thousand_deals_has_a_result_on_any_day(deal: Plain, account: Plain) -> None:
    dossier = dossier_of(deal, account)
    for on in DAYS:
        check_result(dossier, on)


# The order of a file's maps.


def codes(says: tuple[Say, ...]) -> Counter[str]:
    return Counter(say.code for say in says)


def gist(found: Assessment) -> dict[str, Any]:
    """Everything that may not depend on the order of a file's maps: numbers exactly, lists as bags."""
    odds, advice, statement = found.probability, found.advice, found.statement
    return {
        "grade": found.grade,
        "verdict": (found.screening.verdict, found.screening.override),
        "questions": [
            (one.answer, codes(one.reasons), codes(one.missing), codes(one.conditions))
            for one in found.screening.questions
        ],
        "signs": (found.signs.index, {(one.id, one.colour, one.stale, one.at) for one in found.signs.signs}),
        "chain": (found.chain.numbers, found.chain.insight, found.chain.map, set(found.chain.empty_chairs)),
        "rivals": {(one.competitor, one.numbers, one.insight, frozenset(one.friends)) for one in found.rival_chains},
        "inside": (found.inside.count, Counter(found.inside.informants)),
        "probability": (odds.status, odds.value, odds.low, odds.high, odds.basis, codes(odds.steps)),
        "evidenced": found.evidenced,
        "behaviour": found.behaviour,
        "trend": found.trend,
        "consistency": (found.consistency.agree, codes(found.consistency.reasons), set(found.consistency.tellers)),
        "gaps": Counter((gap.ask.code, gap.reason, gap.value) for gap in found.gaps),
        "advice": (advice.recommended, advice.because, advice.would_change, advice.provisional, advice.expires),
        "relations": {(one.id, one.state, one.strategy, one.colour) for one in found.relations},
        "statement": (statement.best and statement.best.grade, statement.numbers is None, len(statement.against)),
        "plan": Counter((one.say.code, one.where, one.colour, one.action_id, one.overdue) for one in found.plan),
        "target": found.target,
    }


@half
@given(any_deal, any_account, st.randoms(use_true_random=False), st.sampled_from((MIDDLE, LATE)))
def test_the_order_of_a_file_changes_nothing(deal: Plain, account: Plain, roll: Any, on: date) -> None:
    def mixed(keys: list[Any]) -> list[Any]:
        roll.shuffle(keys)
        return keys

    assert gist(assessed(deal, account, on)) == gist(assessed(shuffled(deal, mixed), shuffled(account, mixed), on))


# The day.


def until(value: Any, on: date) -> Any:
    """Cut from all histories what is dated later; a fact of which nothing is left disappears."""
    if not isinstance(value, dict):
        return value
    if value and all(looks_like_day(key) for key in value):
        return {key: one for key, one in value.items() if parse_day(key, month_end=False) <= on} or None
    kept = {key: until(one, on) for key, one in value.items()}
    return {key: one for key, one in kept.items() if one is not None or value[key] is None}


def due_then(deal: Plain, cut: Plain, on: date) -> None:
    """Put in a cut deal what a later day says of an earlier one: what was put off later had another day until then."""
    whole = dossier_of(deal, None).deal.actions
    for id_, one in (cut.get("actions") or {}).items():
        due = whole[id_].due_on(on)
        if whole[id_].due != due:
            one.pop("due", None)
            one.update({} if due is None else {"due": due.isoformat()})


@half
@given(any_deal, any_account, st.sampled_from((MIDDLE, LATE)))
def test_what_is_dated_later_does_not_exist_yet(deal: Plain, account: Plain, on: date) -> None:
    checkpoints = {"checkpoints": deal["checkpoints"]} if "checkpoints" in deal else {}
    cut = until(deal, on) | checkpoints
    begins = {"scope", "confirmed", "act", "since"}
    silent = {id_ for id_, one in cut.get("sources", {}).items() if not begins & set(one or {})}
    if gone := {id_ for id_ in silent if begins & set(deal["sources"][id_] or {})}:
        cut["sources"] = {id_: one for id_, one in cut["sources"].items() if id_ not in gone}  # nobody told us yet
    due_then(deal, cut, on)
    for grown, small in ((deal.get(key), cut.get(key)) for key in ("signs", "chairs", "matches")):
        assert set(small or {}) <= set(grown or {})
    assert gist(assessed(deal, account, on)) == gist(assessed(cut, until(account, on), on))


@half
@given(any_deal)
def test_the_same_deal_gives_the_same_result_twice(deal: Plain) -> None:
    assert assessed(deal, None, LATE) == assessed(deal, None, LATE)
