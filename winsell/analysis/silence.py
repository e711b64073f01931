"""How long the customer, or one person there, has been silent: the days since they talked to us (METHOD 4, 12).

In: a moment. Out: days, last days, and the facts with which a sentence tells of them. This is the one place that counts
days of silence: those of the playbook's quiet periods stop every such clock.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from winsell.analysis.events import EventState, event_states
from winsell.analysis.moment import Moment
from winsell.analysis.work_for import is_done, is_work_on_people
from winsell.base.fact import Fact, Named
from winsell.deal.competitor import Competitor
from winsell.deal.deal import Us
from winsell.deal.person import Source
from winsell.deal.timeline import Entry, Timeline

_DAY = timedelta(days=1)
_FIRST_HAND = ("act", "said")


@dataclass(frozen=True, slots=True)
class Silence:
    """For how long nobody of the customer is known to have talked to us; None if no date says."""

    days: int | None
    """Without those of quiet periods."""
    talked: bool
    """Did they ever? If not, the days count from the day on which the deal was suspended."""
    since: date | None = None

    def longer_than(self, days: int) -> bool:
        """Tell whether it has lasted for more than so many days."""
        return self.days is not None and self.days > days


def silence(moment: Moment) -> Silence:
    """Count the days of silence up to the moment's own."""
    last = _last_talk(moment)
    since = last or _suspended_since(moment)
    return Silence(silent_days(moment, since) if since else None, last is not None, since)


def silent_days(moment: Moment, since: date) -> int:
    """Count the days after a day up to the moment's own, but for those of quiet periods."""
    days, counted = (moment.on - since).days, since
    for first, last in sorted((one.from_, one.until) for one in moment.playbook.quiet.values()):
        begins, ends = max(first, counted + _DAY), min(last, moment.on)
        if begins <= ends:
            days, counted = days - (ends - begins).days - 1, ends
    return days


def silence_facts(moment: Moment, since: date | None) -> dict[str, Fact]:
    """Return what a sentence tells of a silence: its days, and the quiet periods that they leave out."""
    if since is None:
        return {"days": None, "quiet": None}
    spans = moment.playbook.quiet.items()
    left_out = [
        (one.from_, id_, one) for id_, one in spans if max(one.from_, since + _DAY) <= min(one.until, moment.on)
    ]
    names = tuple(Named(id_, label=one.label) for _, id_, one in sorted(left_out, key=lambda one: one[:2]))
    return {"days": silent_days(moment, since), "quiet": names or None}


def last_word(moment: Moment) -> tuple[str, Entry[Any]] | None:
    """Return the last thing that a person himself let us know since the deal was suspended, with who it was."""
    since = _suspended_since(moment)
    said: list[tuple[str, Entry[Any]]] = [
        (id_, entry)
        for id_ in moment.people
        for history in (moment.dossier.people[id_].attitude, moment.dossier.people[id_].support)
        for entry in history.until(moment.on)
        if since is not None and entry.on is not None and entry.on >= since
        if entry.how in _FIRST_HAND and entry.why is not None
    ]
    return max(said, key=lambda one: (one[1].on or since, one[0]), default=None)


def last_heard(moment: Moment) -> date | None:
    """Return the last day on which anybody of the customer is known to have told or shown us something.

    A checkpoint that is reached ends a round with the customer, so that it counts as a word.
    """
    people = (last_heard_of(moment, id_) for id_ in moment.people)
    rounds = [day for day in moment.deal.checkpoints if day <= moment.on]
    known = (*people, *rounds, *_days_told(moment), _last_talk(moment))
    return max((day for day in known if day is not None), default=None)


def _days_told(moment: Moment) -> Iterator[date]:
    """Yield the days of the facts that somebody of the customer told us."""
    deal, behaviour = moment.deal, moment.deal.behaviour
    judged: list[Us | Competitor] = [deal.us, *moment.competitors.values()]
    histories: list[Timeline[Any]] = [deal.ranking, deal.shortlist, deal.decision]
    histories += [event.status for event in deal.events.values()]
    histories += [*deal.signs.values(), *deal.chairs.values(), deal.us.incumbent]
    histories += [level for one in judged for level in (one.fit, one.relation, one.price)]
    histories += [behaviour.people, behaviour.money, behaviour.criteria, behaviour.intelligence, behaviour.lessons]
    for entry in (entry for history in histories for entry in history.until(moment.on)):
        if entry.on is not None and entry.how != "guess" and _is_of_the_customer(moment, entry.source):
            yield entry.on


def _is_of_the_customer(moment: Moment, source: str | None) -> bool:
    return source is not None and (moment.dossier.known_person(source) is not None or source in moment.deal.sources)


def last_heard_of(moment: Moment, id_: str) -> date | None:
    """Return the last day on which a person is known to have talked to us, or to have shown where he stands."""
    met = [one.on for one in moment.deal.activities if id_ in one.people and one.on <= moment.on]
    contacts = [entry.on for entry in moment.dossier.people[id_].contact.until(moment.on) if entry.value != "none"]
    told = [entry.on for source in _as_source(moment, id_) for entry in source.scope.until(moment.on)]
    known = (*met, *contacts, *told, *_days_shown(moment, id_))
    return max((day for day in known if day is not None), default=None)


def _as_source(moment: Moment, id_: str) -> list[Source]:
    return [source for key, source in moment.deal.sources.items() if (source.person or key) == id_]


def _last_talk(moment: Moment) -> date | None:
    """Return the last day on which somebody of the customer is known to have talked to us."""
    met = [one.on for one in moment.deal.activities if one.people and one.on <= moment.on]
    return max([*met, *_days_heard(moment), *_days_done(moment)], default=None)


def _days_done(moment: Moment) -> Iterator[date]:
    """Yield the days on which something was done with people of the customer, or they did what they had promised."""
    for action in moment.deal.actions.values():
        if is_done(action, moment) and is_work_on_people(moment, action) and action.done is not None:
            yield action.done


def _days_heard(moment: Moment) -> Iterator[date]:
    """Yield the days on which a person himself showed where he stands."""
    for id_ in moment.people:
        yield from _days_shown(moment, id_)


def _days_shown(moment: Moment, id_: str) -> Iterator[date]:
    person = moment.dossier.people[id_]
    for history in (person.attitude, person.support):
        entries: tuple[Entry[Any], ...] = history.until(moment.on)
        yield from (entry.on for entry in entries if entry.on is not None and entry.how in _FIRST_HAND)


def _suspended_since(moment: Moment) -> date | None:
    fallen = [state for state in event_states(moment) if state.strong and state.was_confirmed and not state.stands]
    return max((day for day in map(_fell, fallen) if day is not None), default=None)


def _fell(state: EventState) -> date | None:
    return state.deadline if state.entry.value == "confirmed" else state.entry.on
