"""Point C, win probability: relative to named competitors, with its range and every step (METHOD 8).

In: a moment with what was judged before (screening, chain, inside sources). Out: `WinProbability`: a status first,
because some deals must not have a number; then value, range, basis, and the steps that lead there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from winsell.analysis.ceilings import Ceiling, lowest_ceiling
from winsell.analysis.decision_chain import Chain, ChainNumbers
from winsell.analysis.formula import HUNDRED, Inputs, Level, Result, Rival, Strength, taken_for, win_share
from winsell.analysis.inside import Inside
from winsell.analysis.moment import Moment
from winsell.analysis.must_haves import failed_must_haves
from winsell.analysis.screening import Screening
from winsell.analysis.work_for import WON
from winsell.base.fact import Fact, Percent, Points, Say
from winsell.deal.competitor import Competitor
from winsell.deal.timeline import Entry
from winsell.playbook.model import ProbabilityRules

Status = Literal[
    "computed",
    "no-event",
    "suspended",
    "too-little-known",
    "must-have-failed",
    "outside-top-three",
    "awarded",
    "closed",
]
Basis = Literal["compared", "part", "assumed"]
Origin = Literal["given", "derived", "thin", "assumed"]
"""Where a level of ours comes from: the file, the decision chain, a chain too little known, or the rule for unknown."""


@dataclass(frozen=True, slots=True)
class Setting:
    """The inputs of the formula, and where ours come from."""

    inputs: Inputs
    origins: Mapping[str, Origin]
    ceiling: Ceiling
    inside: Inside


@dataclass(frozen=True, slots=True)
class WinProbability:
    """The probability as of a day; value, low, high 0..1, or None where the status allows no number."""

    status: Status
    value: float | None = None
    low: float | None = None
    high: float | None = None
    basis: Basis | None = None
    steps: tuple[Say, ...] = ()
    setting: Setting | None = None
    """The inputs, where a number was computed: gaps and attributions run the same formula over them."""
    result: Result | None = None


def win_probability(moment: Moment, screening: Screening, chain: Chain, inside: Inside) -> WinProbability:
    """Compute the probability, or say why there is none."""
    status = _status(moment, screening, chain)
    if status == "must-have-failed":
        items = failed_must_haves(moment)
        return WinProbability(status, 0.0, 0.0, 0.0, steps=(Say("step.must-have", {"items": items}),))
    if status == "outside-top-three":
        rank = moment.deal.ranking.at(moment.on).firm
        return WinProbability(
            status,
            0.0,
            0.0,
            0.0,
            steps=(Say("step.rank", {"rank": rank, "top": moment.playbook.probability.top_ranks}),),
        )
    if status != "computed":
        return WinProbability(status)
    setting = make_setting(moment, chain, inside)
    result = win_share(setting.inputs, moment.playbook.probability)
    steps = _steps(moment, setting, result)
    return WinProbability(status, result.value, result.low, result.high, _basis(result), steps, setting, result)


def _status(moment: Moment, screening: Screening, chain: Chain) -> Status:
    awarded = moment.outcome is None and moment.reached(moment.playbook.tender.awarded_from)
    if awarded or moment.outcome in WON:
        return "awarded"
    if moment.outcome is not None:
        return "closed"
    q2 = screening.answer("q2")
    if q2 != "yes":
        return "suspended" if q2 == "suspended" else "no-event"
    if failed_must_haves(moment):
        return "must-have-failed"
    rank = _rank(moment)
    if rank is not None and rank > moment.playbook.probability.top_ranks:
        return "outside-top-three"
    return "too-little-known" if _too_little(moment, chain) else "computed"


def _rank(moment: Moment) -> int | None:
    """Return our place in the customer's own ranking; a guess of ours is none."""
    return moment.deal.ranking.at(moment.on).firm


def _too_little(moment: Moment, chain: Chain) -> bool:
    """Tell whether our own fit is unanswered and our relation neither given nor derived from enough."""
    us = moment.deal.us
    return us.fit.at(moment.on).value is None and us.relation.at(moment.on).value is None and chain.numbers.thin


def make_setting(moment: Moment, chain: Chain, inside: Inside) -> Setting:
    """Gather the formula's inputs from the files."""
    rules = moment.playbook.probability
    chosen: Mapping[Any, float] = rules.weights_with_price if moment.deal.price_counts else rules.weights
    weights: Mapping[str, float] = dict(chosen)
    ours = {dimension: _our_level(moment, chain, dimension) for dimension in weights}
    rivals = [_rival(moment, id_, rival, weights) for id_, rival in moment.competitors.items() if rival.takes_seat]
    seats = seats_of(moment)
    ceiling = lowest_ceiling(moment, chain, seats)
    levels = {dimension: level for dimension, (level, _) in ours.items()}
    discount = rules.source_discounts[inside.word]  # type: ignore[index]
    inputs = Inputs(levels, rivals, weights, seats, discount, ceiling.cap)
    return Setting(inputs, {dimension: origin for dimension, (_, origin) in ours.items()}, ceiling, inside)


def seats_of(moment: Moment) -> int:
    """Count the competitors' seats: the shortlist but us, one where a sole source is evidenced, else the rule's."""
    shortlist = moment.deal.shortlist.at(moment.on).value
    if shortlist is not None:
        return max(0, shortlist - 1)
    return 1 if is_sole_source(moment) else moment.playbook.probability.seats


def is_sole_source(moment: Moment) -> bool:
    """Tell whether the customer is shown to negotiate with one company only: nobody is alone by hearsay."""
    entry = moment.deal.sole_source.at(moment.on)
    return entry.firm == "yes" and (entry.why is not None or entry.source is not None)


def _our_level(moment: Moment, chain: Chain, dimension: str) -> tuple[Level, Origin]:
    entry: Entry[float] = getattr(moment.deal.us, dimension).at(moment.on)
    if entry.value is not None:
        level = our_counted(moment, entry)
        return Level(level, level, level), "given"
    if dimension == "relation" and chain.numbers.score is not None:
        return derived_relation(chain.numbers, moment.playbook.probability)
    return Level(moment.playbook.probability.unknown_own_level, 0.0, HUNDRED), "assumed"


def our_counted(moment: Moment, entry: Entry[float]) -> float:
    """Return what a level of ours counts: a very high one needs a reason in words, else it counts as merely high."""
    value = entry.value or 0.0
    return min(value, moment.playbook.probability.unevidenced_high) if entry.why is None else value


def _rival_counted(moment: Moment, entry: Entry[float]) -> float | None:
    if entry.value is None or entry.why is not None:
        return entry.value
    return max(entry.value, moment.playbook.probability.unevidenced_low)


def relation_from_score(score: float) -> float:
    """Map a chain score -100..100 to a relation level 0..100."""
    return (score + HUNDRED) / 2


def derived_relation(numbers: ChainNumbers, rules: ProbabilityRules) -> tuple[Level, Origin]:
    """Read our relation off a chain that has a score."""
    point = relation_from_score(numbers.score or 0.0)
    if numbers.thin:
        point = min(point, rules.thin_relation_at_most)
    low, high = relation_from_score(numbers.low or 0.0), relation_from_score(numbers.high or 0.0)
    return Level(point, low, high), "thin" if numbers.thin else "derived"


def _rival(moment: Moment, id_: str, rival: Competitor, weights: Mapping[str, float]) -> Rival:
    levels = {dimension: _rival_counted(moment, getattr(rival, dimension).at(moment.on)) for dimension in weights}
    return Rival(id_, levels, rival.kind == "incumbent")


def _basis(result: Result) -> Basis:
    levels = [level for rival, _ in result.rivals for level in rival.levels.values()]
    if all(level is not None for level in levels):
        return "compared"
    return "part" if any(level is not None for level in levels) else "assumed"


def _steps(moment: Moment, setting: Setting, result: Result) -> tuple[Say, ...]:
    """Tell how the number came about, one step after the other."""
    ours = [_our_step(setting, dimension, level) for dimension, level in setting.inputs.ours.items()]
    rivals = [_rival_step(moment, setting, rival, strength, result.ours.point) for rival, strength in result.rivals]
    discounted = setting.inputs.discount * result.share
    steps = [
        *ours,
        Say("step.our-sum", {"points": Points(result.ours.point)}),
        *rivals,
        Say("step.share", {"share": Percent(result.share), "seats": len(result.rivals)}),
        _source_step(moment, setting, discounted),
    ]
    if result.high >= setting.ceiling.cap or result.value >= setting.ceiling.cap:
        steps.append(setting.ceiling.step)
    return tuple(steps)


def _source_step(moment: Moment, setting: Setting, discounted: float) -> Say:
    """Say what the inside sources leave of the share, and who they are."""
    facts: dict[str, Fact] = {"discount": Percent(setting.inputs.discount), "value": Percent(discounted)}
    voices = tuple(moment.person(id_) for id_ in setting.inside.voices)
    opponents = tuple(moment.person(id_) for id_ in setting.inside.opponents)
    facts |= {"people": voices} if voices else {}
    facts |= {"opponents": opponents} if opponents else {}
    return Say(f"step.source-{setting.inside.word}", facts)


def _our_step(setting: Setting, dimension: str, level: Level) -> Say:
    facts: dict[str, Fact] = {"points": Points(level.point), "low": Points(level.low), "high": Points(level.high)}
    return Say(f"step.our-{dimension}-{setting.origins[dimension]}", facts)


def _rival_step(moment: Moment, setting: Setting, rival: Rival, strength: Strength, ours: float) -> Say:
    """Say what a competitor counts: by what we know of him, or by which rule for what we do not know."""
    rules, points = moment.playbook.probability, Points(strength.point)
    unknown = tuple(Say(f"dimension.{dimension}") for dimension, level in rival.levels.items() if level is None)
    known = {dimension: None if level is None else Points(level) for dimension, level in rival.levels.items()}
    name = None if rival.id is None else moment.competitor(rival.id)
    facts: dict[str, Fact] = {"rival": name, "points": points, "unknown": unknown, **known}
    if not unknown:
        return Say("step.rival-known", facts)
    taken = taken_for(rival, setting.inputs, strength, ours, rules)
    if taken == "incumbent":
        facts["relation"] = Points(rules.unknown_incumbent_relation)
    return Say(f"step.rival-{taken}" if rival.id else f"step.rival-unnamed-{taken}", facts)
