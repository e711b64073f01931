"""Compelling events: what proves that the customer must act, and by when (METHOD 4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from winsell.analysis.moment import Moment
from winsell.base.fact import Named
from winsell.base.label import Label
from winsell.base.scalar import EventStatus
from winsell.deal.deal import Event
from winsell.deal.timeline import Entry


@dataclass(frozen=True, slots=True)
class EventState:
    """A compelling event as of a day."""

    id: str
    name: Named
    entry: Entry[EventStatus]
    """Its status, with reason and source."""
    strong: bool
    deadline: date | None
    past_deadline: bool
    was_confirmed: bool
    """Confirmed with a source at some time up to the day."""

    @property
    def stands(self) -> bool:
        """Tell whether it is confirmed by a source that may be named, and its deadline is not past."""
        return sourced_confirmation(self.entry) and not self.past_deadline

    @property
    def guessed(self) -> bool:
        """Tell whether it is confirmed by our own guess alone, so that there is nobody who said it."""
        return self.entry.value == "confirmed" and self.entry.how == "guess"


def sourced_confirmation(entry: Entry[EventStatus]) -> bool:
    """Tell whether an entry is a confirmation that counts: with a source, and no guess."""
    return entry.value == "confirmed" and entry.source is not None and entry.how != "guess"


def event_states(moment: Moment) -> tuple[EventState, ...]:
    """Judge the deal's events in the order of the playbook, then its own; one without kind and strength is left out."""
    kinds = list(moment.playbook.events)
    known = [id_ for id_, event in moment.deal.events.items() if event.strength or id_ in kinds]
    known.sort(key=lambda id_: (kinds.index(id_) if id_ in kinds else len(kinds), id_))
    return tuple(_state(moment, id_, moment.deal.events[id_]) for id_ in known)


def _state(moment: Moment, id_: str, event: Event) -> EventState:
    kind = moment.playbook.events.get(id_)
    strength = event.strength or (kind.strength if kind else "weak")
    deadline = event.deadline.at(moment.on).value
    return EventState(
        id=id_,
        name=_name(id_, event, kind.label if kind else None),
        entry=event.status.at(moment.on),
        strong=strength == "strong",
        deadline=deadline,
        past_deadline=deadline is not None and deadline < moment.on,
        was_confirmed=any(sourced_confirmation(entry) for entry in event.status.until(moment.on)),
    )


def _name(id_: str, event: Event, label: Label | None) -> Named:
    return Named(id_, text=event.name) if event.name else Named(id_, label=label)
