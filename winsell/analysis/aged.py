"""What time alone does to a deal: words that are too old by now, days that are past, silence (METHOD 4, 6, 7.2, 12).

In: a moment. Out: places with what has become of them, and since when. They are no facts of the file, but two days
differ by them as they do by facts.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from winsell.analysis.decision_chain import empty_chairs
from winsell.analysis.events import event_states
from winsell.analysis.inside import inside_sources
from winsell.analysis.moment import Moment
from winsell.analysis.screening import screen
from winsell.analysis.silence import silence
from winsell.analysis.standing import Standing, standings
from winsell.analysis.win_signs import win_signs
from winsell.base.finding import Where
from winsell.deal.timeline import Entry

AGED = "aged"
"""The last key of such a place; no key of a file is it."""
STALE, PAST, LATE, EMPTY, SILENT = "stale", "past", "late", "empty", "silent"

_Place = tuple[Where, Entry[Any]]


def aged(moment: Moment) -> Iterator[_Place]:
    """Return what has aged by the day; nothing of a deal that has ended."""
    if moment.outcome is not None:
        return
    people = standings(moment)
    yield from _people(moment, people)
    yield from _events(moment, people)
    yield from _signs(moment)
    yield from _sources(moment, people)
    yield from ((("chairs", id_, AGED), Entry(EMPTY)) for id_ in empty_chairs(moment, people))
    yield from _silence(moment)


def _people(moment: Moment, people: tuple[Standing, ...]) -> Iterator[_Place]:
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
    named = {source.person or id_: id_ for id_, source in moment.deal.sources.items()}
    for one in inside_sources(moment, people).informants:
        if one.confirmed is not None and moment.on - one.confirmed > limit and one.id in named:
            yield ("sources", named[one.id], AGED), Entry(STALE, one.confirmed)


def _silence(moment: Moment) -> Iterator[_Place]:
    """Since when nobody of the customer is known to have talked to us; while bids are open nobody may."""
    found, most = silence(moment), moment.playbook.review.silent_days
    if found.talked and found.days is not None and found.days > most and not moment.bidding_is_on:
        last: date = moment.on - timedelta(days=found.days)
        yield ("activities", AGED), Entry(SILENT, last)
