"""What time alone does to a deal: words that are too old by now, days that are past, silence (METHOD 4, 6, 7.2, 12).

In: a moment. Out: places with what has become of them, and since when. They are no facts of the file, but two days
differ by them as they do by facts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from winsell.analysis.decision_chain import empty_chairs
from winsell.analysis.events import event_states
from winsell.analysis.inside import inside_sources
from winsell.analysis.moment import Moment
from winsell.analysis.screening import screen
from winsell.analysis.silence import last_heard, silent_days
from winsell.analysis.standing import Standing, standings
from winsell.analysis.win_signs import win_signs
from winsell.base.finding import Where
from winsell.deal.timeline import Entry

AGED = "aged"
"""The last key of such a place; no key of a file is it."""
STALE, PAST, LATE, EMPTY, SILENT = "stale", "past", "late", "empty", "silent"

_Place = tuple[Where, Entry[Any]]


def aged(moment: Moment, facts: Mapping[Where, Entry[Any]]) -> Iterator[_Place]:
    """Return what has aged by the day, given what holds on it; the day before a deal ends, the clock stops."""
    ended = moment.deal.outcome.at(moment.on)
    if ended.value is not None:
        if ended.on is None:
            return
        moment = replace(moment, on=ended.on - timedelta(days=1))
    people = standings(moment)
    yield from _people(people)
    yield from _events(moment, people)
    yield from _signs(moment)
    yield from _sources(moment, people)
    yield from ((("chairs", id_, AGED), Entry(EMPTY)) for id_ in empty_chairs(moment, people))
    yield from _silence(moment, facts)


def _people(people: tuple[Standing, ...]) -> Iterator[_Place]:
    """Whose word is too old, or older than a change at the customer."""
    for one in people:
        if one.doubt in ("stale", "before-change"):
            yield ("people", one.id, "attitude", AGED), Entry(one.doubt, one.entry.on)


def _events(moment: Moment, people: tuple[Standing, ...]) -> Iterator[_Place]:
    for state in event_states(moment):
        if state.past_deadline and state.entry.value == "confirmed":
            yield ("events", state.id, AGED), Entry(PAST, state.deadline)
    conditions = (say for one in screen(moment, people).questions if one.id == "q2" for say in one.conditions)
    if any(say.code == "q2.confirm-again" for say in conditions):
        days = [state.entry.on for state in event_states(moment) if state.stands and state.entry.on is not None]
        yield ("events", AGED), Entry(STALE, max(days, default=None))


def _signs(moment: Moment) -> Iterator[_Place]:
    for state in win_signs(moment).signs:
        if state.at is None and state.stale and state.entry.value in ("partly", "present"):
            yield ("signs", state.id, AGED), Entry(STALE, state.entry.on)
        elif state.sign.polarity == "win" and state.late and not state.shows:
            yield ("signs", state.id, AGED), Entry(LATE)


def _sources(moment: Moment, people: tuple[Standing, ...]) -> Iterator[_Place]:
    """Who tells us from inside, and has not told for too long."""
    limit = timedelta(days=moment.playbook.probability.source_fresh_days)
    told = {one.id: one.confirmed for one in inside_sources(moment, people).informants}
    for id_, source in moment.deal.sources.items():
        scope, last = source.scope.at(moment.on).value or (), told.get(source.person or id_)
        if {"competitors", "decision"} & {*scope} and last is not None and moment.on - last > limit:
            yield ("sources", id_, AGED), Entry(STALE, last)


def _silence(moment: Moment, facts: Mapping[Where, Entry[Any]]) -> Iterator[_Place]:
    """Since when nobody of the customer is known to have told us anything; while bids are open nobody may."""
    last, limit = last_word_among(moment, facts.items()), moment.playbook.review.silent_days
    if last is not None and silent_days(moment, last) > limit and not moment.bidding_is_on:
        yield ("activities", AGED), Entry(SILENT, last)


def last_word_among(moment: Moment, facts: Iterable[tuple[Where, Entry[Any]]]) -> date | None:
    """Return the last day on which somebody of the customer is known to have told us anything.

    A round that has ended was held with the customer, and counts as a word.
    """
    told = (entry.on for _, entry in facts if _of_the_customer(moment, entry))
    return max((day for day in (last_heard(moment), *told) if day is not None), default=None)


def _of_the_customer(moment: Moment, entry: Entry[Any]) -> bool:
    """Tell whether somebody of the customer told us, and we do not only guess it."""
    source = entry.source
    known = source is not None and (moment.dossier.known_person(source) is not None or source in moment.deal.sources)
    return known and entry.how != "guess"
