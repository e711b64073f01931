"""The four laws of the win probability, on whole deals (METHOD 8.3): no answer is ever punished for being good news.

A law takes a deal as plain data and a source of draws. `long` runs them on twenty thousand deals, and the bare formula
on two hundred thousand random inputs, as the method reference says it was checked.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from tests.strategies import Plain, contested_deal, dossier_of, five_steps
from winsell.analysis.decision_chain import Chain, decision_chain
from winsell.analysis.formula import Inputs, Level, Result, Rival, win_share
from winsell.analysis.inside import inside_sources
from winsell.analysis.moment import Moment
from winsell.analysis.screening import screen
from winsell.analysis.standing import standings
from winsell.analysis.win_probability import WinProbability, win_probability

ON = date(2021, 10, 1)
EXACT = 1e-9
"""What rounding may do to a number that ought not to move."""
EVIDENCE, SOUND = 75, 25
"""Above the one a level of ours needs a reason to count in full, below the other a competitor's does (METHOD 8.4)."""

Draw = Callable[[st.SearchStrategy[Any]], Any]
levels = st.integers(0, 100)


@dataclass(frozen=True)
class Judged:
    """What the laws look at."""

    chain: Chain
    probability: WinProbability

    @property
    def value(self) -> float | None:
        return self.probability.value

    @property
    def width(self) -> float | None:
        low, high = self.probability.low, self.probability.high
        return None if low is None or high is None else high - low


def judged(deal: Plain) -> Judged:
    moment = Moment(dossier_of(deal), five_steps(), ON)
    people = standings(moment)
    chain = decision_chain(moment, people)
    return Judged(chain, win_probability(moment, screen(moment, people), chain, inside_sources(moment, people)))


def with_own(deal: Plain, dimension: str, level: int, why: str | None) -> Plain:
    return deal | {"us": deal.get("us", {}) | {dimension: {"is": level} | ({"why": why} if why else {})}}


def with_theirs(deal: Plain, rival: str, dimension: str, level: int, why: str | None) -> Plain:
    answer = {"is": level} | ({"why": why} if why else {})
    rivals = deal["competitors"]
    return deal | {"competitors": rivals | {rival: rivals[rival] | {dimension: answer}}}


def dimensions(deal: Plain) -> tuple[str, ...]:
    return ("fit", "relation", "price") if deal.get("price_counts") in (True, "yes") else ("fit", "relation")


# The laws.


def law_inside_its_range(deal: Plain, _: Draw) -> None:
    found = judged(deal).probability
    if found.value is None:
        assert found.status in ("too-little-known", "no-event")
        return
    assert found.low is not None
    assert found.high is not None
    assert 0 <= found.low <= found.value + EXACT
    assert found.value <= found.high + EXACT <= 0.95 + 2 * EXACT


def law_learning_narrows(deal: Plain, draw: Draw) -> None:
    """Learn one level of ours or of a competitor's: the range does not widen."""
    before = judged(deal)
    setting = before.probability.setting
    if before.width is None or setting is None:
        return
    named = [rival for rival in setting.inputs.rivals if rival.id is not None]
    theirs = [(rival.id, one) for rival in named for one, level in rival.levels.items() if level is None]
    ours_ = [(None, one) for one, origin in setting.origins.items() if origin != "given" and not _lifts(deal, one)]
    open_ = [*ours_, *theirs]
    if not open_:
        return
    rival, dimension = draw(st.sampled_from(open_))
    if rival is None:
        level, why = _within(setting.inputs.ours[dimension], draw), "seen"
        if level is None:
            return
        after = judged(with_own(deal, dimension, level, why))
    else:
        after = judged(with_theirs(deal, rival, dimension, draw(levels), draw(st.sampled_from(("seen", None)))))
    event("learnt ours" if rival is None else "learnt theirs")
    assert after.width is not None
    assert after.width <= before.width + EXACT


def _lifts(deal: Plain, dimension: str) -> bool:
    """Where the lowest price wins, not knowing ours is a ceiling of its own, and learning it lifts the ceiling."""
    return dimension == "price" and deal.get("award_rule") == "lowest-price"


def _within(level: Level, draw: Draw) -> int | None:
    """Draw an answer that the range had room for; one outside it contradicts what we thought we knew."""
    low, high = int(level.low) + (level.low > int(level.low)), int(level.high)
    return draw(st.integers(low, high)) if low <= high else None


def law_better_us(deal: Plain, draw: Draw) -> None:
    """Raise one level of ours, with no less evidence than before or as far as none is needed."""
    dimension = draw(st.sampled_from(dimensions(deal)))
    worse, better = sorted((draw(levels), draw(levels)))
    why_before, why_after = draw(st.sampled_from(("seen", None))), draw(st.sampled_from(("seen", None)))
    if worse > EVIDENCE and why_before and not why_after:
        why_after = why_before
    before = judged(with_own(deal, dimension, worse, why_before)).value
    after = judged(with_own(deal, dimension, better, why_after)).value
    if before is not None and after is not None:
        event("computed")
        assert after >= before - EXACT


def law_better_them(deal: Plain, draw: Draw) -> None:
    """Raise one level of a competitor's: the value does not rise."""
    rivals = deal["competitors"]
    rival, dimension = draw(st.sampled_from(sorted(rivals))), draw(st.sampled_from(dimensions(deal)))
    worse, better = sorted((draw(levels), draw(levels)))
    why_before, why_after = draw(st.sampled_from(("seen", None))), draw(st.sampled_from(("seen", None)))
    if worse < SOUND and why_after and not why_before:
        why_before = why_after
    before = judged(with_theirs(deal, rival, dimension, worse, why_before)).value
    after = judged(with_theirs(deal, rival, dimension, better, why_after)).value
    if before is not None and after is not None:
        event("computed")
        assert after <= before + EXACT


LADDER = ("enemy", "non-supporter", "neutral", "supporter", "mentor")


def law_friendlier_word(deal: Plain, draw: Draw) -> None:
    """Let one person say something friendlier on the same day: the value does not fall."""
    who = draw(st.sampled_from(sorted(deal.get("people", {"cio": {}}))))
    worse, better = sorted((draw(st.integers(0, 4)), draw(st.integers(0, 4))))
    how = draw(st.sampled_from(("said", "act", "heard")))
    values = [_said(deal, who, LADDER[step], how) for step in (worse, better)]
    before, after = (judged(one).value for one in values)
    if before is not None and after is not None:
        event("computed")
        assert after >= before - EXACT


def _said(deal: Plain, who: str, attitude: str, how: str) -> Plain:
    said = {"2021-09-20": {"is": attitude, "why": "said so", "how": how}}
    people = deal.get("people", {})
    person = {key: value for key, value in (people.get(who) or {}).items() if key != "support"}
    return deal | {"people": people | {who: person | {"attitude": said}}}


LAWS = (law_inside_its_range, law_learning_narrows, law_better_us, law_better_them, law_friendlier_word)
half = settings(max_examples=settings().max_examples // 2)
"""Whole deals take their time."""
patient = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])


def test_many_contested_deals_have_a_number() -> None:
    """Else the laws below would hold of nothing."""
    seen: list[bool] = []

    @settings(max_examples=100, database=None)
    @given(contested_deal)
    def look(deal: Plain) -> None:
        seen.append(judged(deal).value is not None)

    look()
    assert sum(seen) > len(seen) / 5


@half
@given(contested_deal, st.data())
def test_the_value_lies_inside_its_range(deal: Plain, data: st.DataObject) -> None:
    law_inside_its_range(deal, data.draw)


@half
@given(contested_deal, st.data())
def test_learning_a_level_never_widens_the_range(deal: Plain, data: st.DataObject) -> None:
    law_learning_narrows(deal, data.draw)


@half
@given(contested_deal, st.data())
def test_a_better_level_of_ours_never_lowers_the_value(deal: Plain, data: st.DataObject) -> None:
    law_better_us(deal, data.draw)


@half
@given(contested_deal, st.data())
def test_a_better_level_of_a_competitor_never_raises_the_value(deal: Plain, data: st.DataObject) -> None:
    law_better_them(deal, data.draw)


@half
@given(contested_deal, st.data())
def test_a_friendlier_word_never_lowers_the_value(deal: Plain, data: st.DataObject) -> None:
    law_friendlier_word(deal, data.draw)


@pytest.mark.long
@settings(patient, max_examples=20_000)
@given(contested_deal, st.data())
def test_all_laws_hold_on_twenty_thousand_deals(deal: Plain, data: st.DataObject) -> None:
    for law in LAWS:
        law(deal, data.draw)


# The bare formula.


def random_inputs(roll: random.Random) -> Inputs:
    """Make inputs of every kind: two or three dimensions, no to four competitors, no to three seats."""
    weights = roll.choice(({"fit": 0.5, "relation": 0.5}, {"fit": 0.4, "relation": 0.4, "price": 0.2}))
    ours_ = {dimension: random_level(roll) for dimension in weights}
    rivals = [
        Rival(f"r{n}", {one: roll.choice((None, roll.uniform(0, 100))) for one in weights}, roll.random() < 0.2)
        for n in range(roll.randint(0, 4))
    ]
    return Inputs(
        ours_, rivals, weights, roll.randint(0, 3), roll.choice((0.7, 0.85, 1.0)), roll.choice((0.25, 0.5, 0.95))
    )


def random_level(roll: random.Random) -> Level:
    low, point, high = sorted(roll.uniform(0, 100) for _ in range(3))
    return roll.choice((Level(point, point, point), Level(point, low, high), Level(50.0, 0.0, 100.0)))


def raised(inputs: Inputs, roll: random.Random) -> Inputs:
    """Raise one level of ours, by its ends too."""
    dimension = roll.choice(sorted(inputs.weights))
    old, more = inputs.ours[dimension], roll.uniform(0, 50)
    point, low, high = (min(100.0, number + more) for number in (old.point, old.low, old.high))
    return replace(inputs, ours={**inputs.ours, dimension: Level(point, low, high)})


def rival_changed(inputs: Inputs, roll: random.Random) -> tuple[Inputs, bool] | None:
    """Learn a competitor's level (True), or raise one that is known (False)."""
    if not inputs.rivals:
        return None
    index, dimension = roll.randrange(len(inputs.rivals)), roll.choice(sorted(inputs.weights))
    rival = inputs.rivals[index]
    known = rival.levels[dimension]
    level = roll.uniform(0 if known is None else known, 100)
    rivals = [*inputs.rivals]
    rivals[index] = replace(rival, levels={**rival.levels, dimension: level})
    return replace(inputs, rivals=rivals), known is None


def computed(inputs: Inputs) -> Result:
    found = win_share(inputs, five_steps().probability)
    assert 0 <= found.low <= found.value + EXACT
    assert found.value <= found.high + EXACT <= inputs.cap + 2 * EXACT
    return found


def check_formula(roll: random.Random) -> None:
    inputs = random_inputs(roll)
    before = computed(inputs)
    assert computed(raised(inputs, roll)).value >= before.value - EXACT
    changed = rival_changed(inputs, roll)
    if changed is None:
        return
    after = computed(changed[0])
    if changed[1]:
        assert after.width <= before.width + EXACT
    else:
        assert after.value <= before.value + EXACT


def test_the_bare_formula_obeys_the_laws() -> None:
    roll = random.Random(20210831)  # noqa: S311 - not for secrets
    for _ in range(3_000):
        check_formula(roll)


@pytest.mark.long
def test_the_bare_formula_obeys_the_laws_on_two_hundred_thousand_inputs() -> None:
    roll = random.Random(20211130)  # noqa: S311 - not for secrets
    for _ in range(200_000):
        check_formula(roll)
