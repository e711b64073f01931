"""How long a suspended deal has been silent: the days since somebody of the customer talked to us (METHOD 4)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from winsell.analysis.events import EventState, event_states
from winsell.analysis.moment import Moment
from winsell.analysis.work_for import is_done, is_work_on_people
from winsell.deal.timeline import Entry

_FIRST_HAND = ("act", "said")


@dataclass(frozen=True, slots=True)
class Silence:
    """For how long nobody of the customer is known to have talked to us; None if no date says."""

    days: int | None
    talked: bool
    """Did they ever? If not, the days count from the day on which the deal was suspended."""

    def longer_than(self, days: int) -> bool:
        """Tell whether it has lasted for more than so many days."""
        return self.days is not None and self.days > days


def silence(moment: Moment) -> Silence:
    """Count the days of silence up to the moment's own."""
    last = _last_talk(moment)
    since = last or _suspended_since(moment)
    return Silence((moment.on - since).days if since else None, last is not None)


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
    for person in (moment.dossier.people[id_] for id_ in moment.people):
        for history in (person.attitude, person.support):
            entries: tuple[Entry[Any], ...] = history.until(moment.on)
            yield from (entry.on for entry in entries if entry.on is not None and entry.how in _FIRST_HAND)


def _suspended_since(moment: Moment) -> date | None:
    fallen = [state for state in event_states(moment) if state.strong and state.was_confirmed and not state.stands]
    return max((day for day in map(_fell, fallen) if day is not None), default=None)


def _fell(state: EventState) -> date | None:
    return state.deadline if state.entry.value == "confirmed" else state.entry.on
