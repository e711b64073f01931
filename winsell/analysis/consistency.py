"""Whether the four points agree, and who told us (METHOD 6).

The method reads the four points as witnesses. Before it counts whether they agree, it counts how many people stand
behind them: four witnesses who all heard it from the same person are one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from winsell.analysis.decision_chain import Chain
from winsell.analysis.events import event_states
from winsell.analysis.formula import Inputs, Rival, win_share
from winsell.analysis.moment import Moment
from winsell.analysis.standing import Standing, behind_alias
from winsell.analysis.trend import TrendPoint, chain_and_probability
from winsell.analysis.win_probability import Setting, WinProbability
from winsell.analysis.win_signs import WinSigns
from winsell.base.fact import Fact, Percent, Say
from winsell.deal.competitor import Competitor
from winsell.deal.deal import Us


@dataclass(frozen=True, slots=True)
class Witnesses:
    """The results that are held against each other."""

    chain: Chain
    signs: WinSigns
    points: tuple[TrendPoint, ...]
    """Of the trend, the moment's own last."""
    probability: WinProbability


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
    reservations: tuple[Say, ...] = ()
    """What a yes is worth: too much of it comes from one person, or is hearsay from one."""
    one_voice: Teller | None = None
    """The person from whom most of it comes, once there are enough facts to say so."""

    @property
    def loudest(self) -> Teller | None:
        """The person who told most; None if no person told anything."""
        return next((teller for teller in self.tellers if teller.person), None)


def consistency(moment: Moment, witnesses: Witnesses) -> Consistency:
    """Compare the last two points of the trend, and count the sources."""
    sources = _sources(moment, witnesses.chain, witnesses.signs)
    counted = Counter(behind_alias(moment, source) or source for source in sources)
    tellers = [Teller(source, facts, _is_person(moment, source)) for source, facts in counted.most_common()]
    reasons = tuple(_disagreements(moment, witnesses))
    agree = not reasons if witnesses.points[-1].value is not None else None
    found = Consistency(agree, reasons, tuple(tellers), counted.total())
    found = replace(found, one_voice=_one_voice(moment, found))
    return replace(found, reservations=tuple(_reservations(moment, witnesses.chain, found)))


def _one_voice(moment: Moment, found: Consistency) -> Teller | None:
    loudest, limit = found.loudest, moment.playbook.one_mouth
    told = loudest is not None and found.facts >= limit.facts and loudest.facts > limit.share * found.facts
    return loudest if told else None


def _reservations(moment: Moment, chain: Chain, found: Consistency) -> Iterator[Say]:
    """Say what the witnesses' agreement is worth if they all heard it from one person."""
    voice, limit = found.one_voice, moment.playbook.one_mouth
    if voice is not None:
        facts: dict[str, Fact] = {"person": moment.person(voice.source), "facts": voice.facts, "all": found.facts}
        yield Say("consistency.one-mouth", facts)
    known = [one for one in chain.key if one.known]
    heard = Counter(_hearsay(moment, one) for one in known)
    heard.pop(None, None)
    for source, count in heard.most_common(1):
        if count > limit.share * len(known):
            yield Say(
                "consistency.hearsay", {"person": moment.person(source or ""), "heard": count, "known": len(known)}
            )


def _hearsay(moment: Moment, one: Standing) -> str | None:
    """Name the person from whom we only heard where somebody else stands; None if it is more than hearsay."""
    return one.teller if one.heard and one.teller is not None and _is_person(moment, one.teller) else None


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


def _disagreements(moment: Moment, witnesses: Witnesses) -> Iterator[Say]:
    *earlier, now = witnesses.points
    before, signs = earlier[-1] if earlier else None, witnesses.signs
    if now.value is None:
        return
    rules = moment.playbook.trend
    if before is not None and _rises_alone(moment, now, before) and not _was_learnt(moment, before, witnesses):
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


def _was_learnt(moment: Moment, before: TrendPoint, witnesses: Witnesses) -> bool:
    """Tell whether the rise comes from levels that nobody knew before: what was judged anew adds none to it."""
    then = chain_and_probability(replace(moment, on=before.on))[1].setting
    now = witnesses.probability.setting
    if then is None or now is None:
        return False
    learnt = win_share(_with_learnt(then, now), moment.playbook.probability).value
    return _rise(witnesses.probability.value, learnt) < moment.playbook.trend.rise_probability


def _with_learnt(then: Setting, now: Setting) -> Inputs:
    """Return the inputs of then with the levels that have become known since."""
    old = {rival.id: rival.levels for rival in then.inputs.rivals}
    rivals = [_as_then(rival, old.get(rival.id, {})) for rival in now.inputs.rivals]
    ours = {
        one: now.inputs.ours[one] if then.origins[one] == "assumed" else level
        for one, level in then.inputs.ours.items()
    }
    return replace(then.inputs, rivals=rivals, ours=ours)


def _as_then(rival: Rival, old: Mapping[str, float | None]) -> Rival:
    """Return a competitor with each level that was known then, and with today's where none was."""
    known = {one: level for one, level in old.items() if level is not None}
    return replace(rival, levels={**rival.levels, **known})


def _rise(now: float | None, before: float | None) -> float:
    return (now or 0.0) - (before or 0.0)
