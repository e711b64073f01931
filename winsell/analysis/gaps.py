"""What to find out first (METHOD 8.6).

In: the results of a moment. Out: gaps in order: what keeps the verdict from go, then what the stage asks for and nobody
knows, then what holds the win probability down (a person not met, a single source), then the rest of what the stage
knows in part, then what would narrow the range most for the least effort. The value of a gap is the width of the range
now less its mean width over the five anchor answers: the same formula, run again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from statistics import fmean
from typing import Literal

from winsell.analysis.ceilings import PAYER, applies, approver_unknown
from winsell.analysis.decision_chain import Chain, Link, chain_numbers
from winsell.analysis.formula import Inputs, Level, win_share, with_our_level, with_rival_level
from winsell.analysis.inside import inside_sources
from winsell.analysis.lane import Lane, lane_of
from winsell.analysis.moment import Moment
from winsell.analysis.must_haves import failed_must_haves, open_must_haves
from winsell.analysis.relations import may_wait
from winsell.analysis.screening import Screening
from winsell.analysis.stage_needs import open_needs, partly_known
from winsell.analysis.step_back import may_wait_for_one_answer
from winsell.analysis.urgency import Matter, urgency
from winsell.analysis.win_probability import Setting, WinProbability, derived_relation
from winsell.analysis.work_colour import WorkColour
from winsell.base.fact import Fact, Named, Say
from winsell.base.finding import Where

GapReason = Literal["verdict", "stage", "value"]
FIRST = 3
"""How many things a page names to be found out first."""


_THINGS = ("chairs", "people", "criteria")
"""The sections of the file of which a question may name several."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Something unknown that matters now."""

    where: Where
    ask: Say
    reason: GapReason
    value: float | None = None
    """By how much (0..1) knowing it narrows the range on average; None where the formula does not say."""
    effort: float | None = None
    colour: WorkColour = "yellow"
    """How urgent it is: the same wherever a page speaks of the matter."""

    @property
    def matters(self) -> tuple[Where, ...]:
        """The places of the file that it is about: those of the things that it names, else its own."""
        named = [(kind, one.id) for kind in _THINGS for one in _named(self.ask, kind)]
        return tuple(named) or ((("chairs", "approver"),) if self.where == ("people", "veto") else (self.where,))


def gaps(moment: Moment, screening: Screening, chain: Chain, probability: WinProbability) -> tuple[Gap, ...]:
    """Put what is unknown in the order in which to find it out; each thing once.

    None after the deal has ended, nor once bids are in: nothing that is learnt changes ours any more.
    """
    if moment.outcome is not None or moment.bids_are_in:
        return ()
    failed = [Say("gap.must-have", {"item": item, "where": "criteria"}) for item in failed_must_haves(moment)]
    lane = lane_of(moment, screening)
    verdict = (Gap(where_of(say), say, "verdict") for say in (*failed, *screening.missing))
    stage = [*_must_haves(moment)]
    stage += [Gap(where, say, "stage") for where, say in open_needs(moment, screening, chain, probability)]
    rest = [gap for gap in stage if partly_known(moment, gap.where[-1])]
    unknown = [gap for gap in stage if gap not in rest]
    valued = sorted(_valued(moment, chain, probability), key=_by_value)
    holding = _holding_down(moment, lane, chain) if probability.status == "computed" else ()
    held = (_with_value(gap, valued) for gap in holding)
    found = _once((*verdict, *unknown, *held, *rest, *valued))
    asked = (gap for gap in found if _is_asked(moment, lane, gap))
    coloured = (replace(gap, colour=gap_colour(moment, screening, chain, gap.ask, gap.where)) for gap in asked)
    return tuple(sorted(coloured, key=lambda gap: gap.colour == "white"))


def _must_haves(moment: Moment) -> Iterator[Gap]:
    """Ask how we stand with what the customer must have, whatever the stage asks for: they have said so."""
    items = open_must_haves(moment)
    if items:
        facts: dict[str, Fact] = {"criteria": items, "count": len(items)}
        yield Gap(("criteria", "ours"), Say("gap.must-have-open", facts), "stage")


def first(found: Sequence[Gap]) -> tuple[Gap, ...]:
    """Name the few things to find out first; what may wait is none of them."""
    return tuple(gap for gap in found if gap.colour != "white")[:FIRST]


def gap_colour(moment: Moment, screening: Screening, chain: Chain, ask: Say, where: Where | None = None) -> WorkColour:
    """Colour a question by its place in the file.

    Whom the method lets us meet later is not to be found out first; nor is what waits for the answer on which stepping
    back hangs.
    """
    place = where_of(ask) if where is None else where
    if may_wait_for_one_answer(moment, screening, place):
        return "white"
    later = (one for one in chain.people if not one.contacted and may_wait(moment, one) is not None)
    if any(("people", one.id) == place for one in later):
        return "white"
    return urgency(Matter(moment, lane_of(moment, screening), chain, place, ask))


_PEOPLE = ("people", "chairs", "sources")


def _with_value(gap: Gap, valued: Sequence[Gap]) -> Gap:
    """Give a gap the value that the formula has for the same thing, if any."""
    same = next((one for one in valued if one.where == gap.where), gap)
    return replace(gap, value=same.value, effort=same.effort)


def _is_asked(moment: Moment, lane: Lane, gap: Gap) -> bool:
    """Tell whether a gap may be asked about now: in public only while bidding, and only for a restart if suspended."""
    if lane == "suspended":
        return gap.where[0] in ("events", "sources")
    of_people = gap.where[0] in _PEOPLE
    if moment.tender_is_out:
        who_backs_them = gap.where[0] == "competitors" and gap.where[-1] == "relation" and moment.bidding_is_on
        return not (of_people or who_backs_them or gap.where[0] == "events")
    return not (of_people and lane == "fast")


def _holding_down(moment: Moment, lane: Lane, chain: Chain) -> Iterator[Gap]:
    """Yield what keeps the probability under a ceiling or discounts it, and can be found out."""
    if applies(moment, "approver-unknown") and approver_unknown(moment, chain):
        yield _approver(moment, chain)
    if applies(moment, "payer-unknown") and PAYER in chain.empty_chairs:
        yield Gap(("chairs", PAYER), Say("gap.chair", {"chair": moment.chair(PAYER)}), "value")
    count, due = inside_sources(moment, chain.people).count, moment.reached(moment.playbook.work["source"].due_from)
    if due and lane == "whole" and count < 2:  # noqa: PLR2004 - one source is not safety, two are
        yield Gap(("sources",), Say("gap.second-source" if count else "gap.inside-source"), "value")


def _approver(moment: Moment, chain: Chain) -> Gap:
    """Ask who approves; then to meet them; then where they stand."""
    listed = [one for one in chain.people if one.person.role == "approver"]
    if not listed:
        return Gap(("chairs", "approver"), Say("gap.chair", {"chair": moment.chair("approver")}), "value")
    one = next((one for one in listed if one.contacted), listed[0])
    code = "gap.person" if one.contacted else "gap.meet"
    return Gap(("people", one.id), Say(code, {"person": moment.person(one.id)}), "value")


def where_of(say: Say) -> Where:
    """Return the place in the file that a question is about; it travels with the question's facts."""
    return tuple(str(say.facts.get("where", "")).split("."))


def _by_value(gap: Gap) -> float:
    return -(gap.value or 0.0) / (gap.effort or 1.0)


def _once(found: Iterable[Gap]) -> Iterator[Gap]:
    seen: set[Where] = set()
    for gap in found:
        if gap.where not in seen:
            seen |= {gap.where, *_named_in(gap.ask)}
            yield gap


def _named_in(ask: Say) -> Iterator[Where]:
    """Name the places of all after whom a question asks together: nobody is asked after twice."""
    yield from (("people", one.id) for one in _named(ask, "people"))
    for one in _named(ask, "unknown"):
        yield from (("competitors", one.id, dimension) for dimension in ("fit", "relation"))


def _named(ask: Say, kind: str) -> Iterator[Named]:
    names = ask.facts.get(kind)
    if isinstance(names, tuple):
        yield from (one for one in names if isinstance(one, Named))


def _valued(moment: Moment, chain: Chain, probability: WinProbability) -> Iterator[Gap]:
    setting, result = probability.setting, probability.result
    if setting is None or result is None:
        return
    effort = moment.playbook.gap_effort
    for where, ask, kind, learn in _unknowns(moment, chain, setting):
        widths = [win_share(learn(anchor), moment.playbook.probability).width for anchor in _anchors(moment, where)]
        yield Gap(where, ask, "value", max(0.0, result.width - fmean(widths)), effort[kind])  # type: ignore[index]


def _anchors(moment: Moment, where: Where) -> tuple[float, ...]:
    if where[0] in ("people", "chairs"):
        return tuple(moment.playbook.people.attitude_values.values())
    return moment.playbook.probability.anchors


Unknown = tuple[Where, Say, str, Callable[[float], Inputs]]


def _unknowns(moment: Moment, chain: Chain, setting: Setting) -> Iterator[Unknown]:
    yield from _own_unknowns(setting)
    if setting.origins["relation"] in ("derived", "thin"):
        yield from (_person_unknown(moment, chain, setting, link) for link in chain.links if not link.known)
    yield from _rival_unknowns(moment, setting)


def _own_unknowns(setting: Setting) -> Iterator[Unknown]:
    for dimension, origin in setting.origins.items():
        if origin == "assumed":
            where = ("us", dimension)
            yield where, Say(f"gap.us-{dimension}"), "us", _our_lesson(setting, dimension)


def _our_lesson(setting: Setting, dimension: str) -> Callable[[float], Inputs]:
    return lambda level: with_our_level(setting.inputs, dimension, Level(level, level, level))


def _person_unknown(moment: Moment, chain: Chain, setting: Setting, link: Link) -> Unknown:
    learn = partial(_with_person, moment, chain, setting, link)
    if link.chair:
        return ("chairs", link.id), Say("gap.chair", {"chair": moment.chair(link.id)}), "person", learn
    return ("people", link.id), Say("gap.person", {"person": moment.person(link.id)}), "person", learn


def _with_person(moment: Moment, chain: Chain, setting: Setting, link: Link, value: float) -> Inputs:
    links = [replace(one, value=value, known=True) if one is link else one for one in chain.links]
    numbers = chain_numbers(links, moment.playbook.people)
    level, _ = derived_relation(numbers, moment.playbook.probability)
    return with_our_level(setting.inputs, "relation", level)


def _rival_unknowns(moment: Moment, setting: Setting) -> Iterator[Unknown]:
    for index, rival in enumerate(setting.inputs.rivals):
        for dimension, level in rival.levels.items():
            if level is None and rival.id is not None:
                ask = Say(f"gap.competitor-{dimension}", {"rival": moment.competitor(rival.id)})
                kind = "competitor-relation" if dimension == "relation" else "competitor-fit"
                yield ("competitors", rival.id, dimension), ask, kind, _rival_lesson(setting, index, dimension)


def _rival_lesson(setting: Setting, index: int, dimension: str) -> Callable[[float], Inputs]:
    return lambda level: with_rival_level(setting.inputs, index, dimension, level)
