"""What is unknown or stale and matters now, as questions in the order in which to find it out (METHOD 8.6)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from winsell.analysis.assessment import Assessment
from winsell.analysis.gaps import Gap
from winsell.analysis.must_haves import open_must_haves
from winsell.analysis.win_signs import SignState
from winsell.base.fact import Fact, Named, Points, Say, Term
from winsell.base.question import Interview
from winsell.reports.interview.levels import Asked, knowledge, level
from winsell.reports.interview.people import attitude, chair, inside_source, meeting
from winsell.reports.interview.things import (
    compelling_event,
    competitors,
    deadline,
    event_source,
    event_status,
    halted,
    undated,
    value_row,
)

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """One matter to ask about; it has the id of its first question."""

    id: str
    interview: Callable[[], Interview]


def topics(found: Assessment, *, verdict_only: bool = False) -> Iterator[Topic]:
    """Go through what to ask, each matter once; what may wait is not asked."""
    seen: set[str] = set()
    for make, path, ask, help_ in _all(found, verdict_only=verdict_only):
        if (id_ := ".".join(path)) not in seen:
            seen.add(id_)
            yield Topic(id_, partial(make, Asked(found.moment, path, ask, help_)))


Made = tuple[Callable[[Asked], Interview], Path, Say]


def _all(found: Assessment, *, verdict_only: bool) -> Iterator[tuple[*Made, tuple[Say, ...]]]:
    for gap in found.gaps:
        if gap.reason == "verdict" or not (verdict_only or gap.colour == "white"):
            for make, path, ask in _of_gap(found, gap):
                yield make, path, ask, _why(found, gap)
    if not verdict_only and found.moment.outcome is None:
        for state in found.signs.signs:
            if state.stale and state.due:
                yield level, ("signs", state.id), _sign(state), (Say("ask.help-stale"),)


def _why(found: Assessment, gap: Gap) -> tuple[Say, ...]:
    """Say why something is asked now."""
    points = Points(100 * gap.value) if gap.value else None
    facts = {"stage": found.moment.stage_name(found.moment.stage), "points": points}
    return (Say(f"ask.help-{gap.reason}" if points or gap.reason != "value" else "ask.help-held", facts),)


def _of_gap(found: Assessment, gap: Gap) -> Iterator[Made]:
    """Turn a gap into questions with one answer each."""
    match gap.where:
        case ("matches",):
            yield from ((level, ("matches", id_), _match(found, id_)) for id_ in _unmatched(found))
        case ("us",):
            yield from _four_answers(found)
        case ("people", "attitude"):
            yield from ((attitude, ("people", id_, "attitude"), _person(found, id_)) for id_ in _unknown(gap))
        case ("people", "veto"):
            yield from _veto_holders(found)
        case ("people",):
            yield from (_chair(found, id_) for id_ in found.chain.empty_chairs)
        case ("people", id_):
            yield meeting if gap.ask.code == "gap.meet" else attitude, ("people", id_, "attitude"), gap.ask
        case ("chairs", id_):
            yield _chair(found, id_)
        case _:
            yield from _of_thing(found, gap)


def _of_thing(found: Assessment, gap: Gap) -> Iterator[Made]:
    match gap.where:
        case ("signs",):
            yield from ((level, ("signs", one.id), _sign(one)) for one in found.signs.signs if _is_open(one))
        case ("criteria",):
            yield from ((level, path, gap.ask) for path in _failed(found))
        case ("criteria", "ours"):
            for one in open_must_haves(found.moment):
                ask = Say("gap.must-have-open", {"criteria": (one,), "count": 1})
                yield level, ("criteria", one.id, "ours"), ask
        case ("behaviour", _):
            yield knowledge, gap.where, gap.ask
        case ("matches", _) | ("us", _) | ("competitors", _, _):
            yield level, gap.where, gap.ask
        case ("events", *_):
            yield from _of_event(found, gap)
        case (section,) if section in _MAKERS:
            yield _MAKERS[section], gap.where, gap.ask


_MAKERS: Mapping[str, Callable[[Asked], Interview]] = {
    "sources": inside_source,
    "value": value_row,
    "competitors": competitors,
}
"""What makes a new thing of a section."""


def _of_event(found: Assessment, gap: Gap) -> Iterator[Made]:
    match gap.where:
        case ("events", "deadline"):
            yield from ((deadline, ("events", id_, "deadline"), gap.ask) for id_ in list(undated(found.moment))[:1])
        case ("events",) if found.lane == "suspended":
            for state in halted(found.moment):
                facts: dict[str, Fact] = {
                    "event": state.name,
                    "status": Term("event", str(state.entry.value)),
                    "since": state.entry.on,
                }
                yield event_status, ("events", state.id, "status"), Say("ask.halted", facts)
        case ("events",):
            yield compelling_event, gap.where, gap.ask
        case ("events", id_):
            make = event_source if gap.ask.code == "q2.find-source" else event_status
            yield make, ("events", id_, "status"), gap.ask


def _match(found: Assessment, id_: str) -> Say:
    label = found.moment.playbook.matches[id_].label
    return Say("q1.find-match", {"match": Named(id_, label=label)})


def _unmatched(found: Assessment) -> Iterator[str]:
    given = found.moment.deal.matches
    yield from (
        id_
        for id_ in found.moment.playbook.matches
        if (id_ not in given or given[id_].at(found.moment.on).value is None)
        and not (id_ == "amount" and found.moment.deal.amount is not None)
    )


def _person(found: Assessment, id_: str) -> Say:
    return Say("gap.person", {"person": found.moment.person(id_)})


def _unknown(gap: Gap) -> Iterator[str]:
    people = gap.ask.facts.get("people")
    yield from (one.id for one in people if isinstance(one, Named)) if isinstance(people, tuple) else ()


def _veto_holders(found: Assessment) -> Iterator[Made]:
    """Ask where those stand who may stop it; if nobody is known who may, who approves."""
    holders = [one for one in found.chain.people if one.may_stop]
    if not holders:
        yield _chair(found, "approver")
    for one in holders:
        if not one.known:
            yield attitude, ("people", one.id, "attitude"), _person(found, one.id)


def _chair(found: Assessment, id_: str) -> Made:
    return chair, ("chairs", id_), Say("ask.chair", {"chair": found.moment.chair(id_)})


def _four_answers(found: Assessment) -> Iterator[Made]:
    moment = found.moment
    if moment.deal.us.fit.at(moment.on).value is None:
        yield level, ("us", "fit"), Say("gap.us-fit")
    rivals = {id_: rival for id_, rival in moment.competitors.items() if rival.takes_seat}
    if len(rivals) < moment.playbook.probability.seats:
        yield competitors, ("competitors",), Say("gap.competitors")
    for id_, rival in rivals.items():
        for dimension, history in (("fit", rival.fit), ("relation", rival.relation)):
            if history.at(moment.on).value is None:
                ask = Say(f"gap.competitor-{dimension}", {"rival": moment.competitor(id_)})
                yield level, ("competitors", id_, dimension), ask


def _is_open(state: SignState) -> bool:
    return state.due and state.entry.value is None


def _sign(state: SignState) -> Say:
    return Say("ask.sign", {"sign": Named(state.id, label=state.sign.label)})


def _failed(found: Assessment) -> Iterator[Path]:
    """Go through the places of the must-haves that we fail."""
    deal, on = found.moment.deal, found.moment.on
    for id_, criterion in deal.criteria.items():
        if criterion.mandatory and criterion.ours.at(on).firm == "failed":
            yield "criteria", id_, "ours"
    if deal.terms.ours.at(on).firm == "failed":
        yield "terms", "ours"
