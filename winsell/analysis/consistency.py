"""Whether the four points agree, and who told us (METHOD 6).

The method reads the four points as witnesses. Before it counts whether they agree, it counts how many people stand
behind them: four witnesses who all heard it from the same person are one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from winsell.analysis.decision_chain import Chain
from winsell.analysis.events import event_states
from winsell.analysis.moment import Moment
from winsell.analysis.trend import TrendPoint
from winsell.analysis.win_signs import WinSigns
from winsell.base.fact import Percent, Say
from winsell.deal.competitor import Competitor
from winsell.deal.deal import Us


@dataclass(frozen=True, slots=True)
class Teller:
    """A source and how many of the confirmed facts come from it."""

    source: str
    facts: int
    person: bool
    """Is it one person of the customer, or something else (our own comparison, a document)?"""


@dataclass(frozen=True, slots=True)
class Consistency:
    """Do the witnesses agree, why not, and who is behind them."""

    agree: bool | None
    """None while there is nothing to compare."""
    reasons: tuple[Say, ...]
    tellers: tuple[Teller, ...]
    """Most facts first."""
    facts: int
    """Confirmed facts that name a source."""

    @property
    def loudest(self) -> Teller | None:
        """The person who told most; None if no person told anything."""
        return next((teller for teller in self.tellers if teller.person), None)


def consistency(moment: Moment, chain: Chain, signs: WinSigns, points: tuple[TrendPoint, ...]) -> Consistency:
    """Compare the last two points of the trend, and count the sources."""
    counted = Counter(_behind_alias(moment, source) for source in _sources(moment, chain, signs))
    tellers = [Teller(source, facts, _is_person(moment, source)) for source, facts in counted.most_common()]
    now, before = points[-1], points[-2] if len(points) > 1 else None
    reasons = tuple(_disagreements(moment, now, before, signs))
    comparable = now.value is not None
    agree = not reasons if comparable else None
    return Consistency(agree, reasons, tuple(tellers), counted.total())


def _behind_alias(moment: Moment, source: str) -> str:
    """Name the person behind an inside source's alias, so that he is counted once."""
    known = moment.deal.sources.get(source)
    return known.person if known and known.person else source


def _is_person(moment: Moment, source: str) -> bool:
    return source in moment.dossier.people or source in {one.person or id_ for id_, one in moment.deal.sources.items()}


def _sources(moment: Moment, chain: Chain, signs: WinSigns) -> Iterator[str]:
    """Yield the source of each confirmed fact."""
    entries = [state.entry for state in event_states(moment) if state.stands]
    found = [entry.source for entry in entries]
    found += [one.entry.source for one in chain.people if one.known]
    found += [state.entry.source for state in signs.signs if state.shows]
    behaviour = moment.deal.behaviour
    for element in (behaviour.people, behaviour.money, behaviour.criteria, behaviour.intelligence, behaviour.lessons):
        entry = element.at(moment.on)
        found.append(entry.source if entry.value == "known" else None)
    judged: list[Us | Competitor] = [moment.deal.us, *moment.competitors.values()]
    said = [level.at(moment.on) for one in judged for level in (one.fit, one.relation, one.price)]
    found += [entry.source for entry in said if entry.value is not None]
    yield from (source for source in found if source is not None)


def _disagreements(moment: Moment, now: TrendPoint, before: TrendPoint | None, signs: WinSigns) -> Iterator[Say]:
    if now.value is None:
        return
    rules = moment.playbook.trend
    if before is not None and _rises_alone(moment, now, before):
        yield Say("consistency.rises-alone", {"before": Percent(before.value or 0.0), "now": Percent(now.value)})
    if now.value < rules.high_probability:
        return
    if now.insight is not None and now.insight < rules.low_insight:
        yield Say("consistency.high-but-blind", {"now": Percent(now.value), "insight": Percent(now.insight)})
    due = [state for state in signs.signs if state.due and state.sign.polarity == "win"]
    if due and all(state.entry.value in ("absent", "missed") for state in due):
        yield Say("consistency.high-but-no-sign", {"now": Percent(now.value), "due": len(due)})


def _rises_alone(moment: Moment, now: TrendPoint, before: TrendPoint) -> bool:
    """Tell whether the probability rose while chain, signs and insight did not."""
    rules = moment.playbook.trend
    rises = _rise(now.value, before.value) >= rules.rise_probability
    others = (
        _rise(now.score, before.score) >= rules.rise_score,
        _rise(now.insight, before.insight) >= rules.rise_rate,
        _rise(now.signs, before.signs) >= rules.rise_rate,
    )
    return before.value is not None and rises and not any(others)


def _rise(now: float | None, before: float | None) -> float:
    return (now or 0.0) - (before or 0.0)
