"""What a deal's file dates after a day: as of that day it does not exist, and a mistyped year makes it vanish.

In: a deal and a day. Out: the places of what should have happened by then, in the order of the model: entries of
histories, what begins (`since`, `added`), what was or happened (`on`, `done`, `dropped`). What is meant to lie ahead is
no mistake and is left out: due days, deadlines, checkpoints, the end of what is accepted, the day on which somebody
leaves.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from winsell.base.finding import Where
from winsell.base.part import Part
from winsell.deal.deal import Deal
from winsell.deal.timeline import Timeline

_HAPPENS = ("since", "added", "on", "done", "dropped")


def later_than(deal: Deal, on: date) -> tuple[Where, ...]:
    """Return the places of what is dated after a day and does not count on it."""
    return tuple(_in_part(deal, (), on))


def _in_part(part: Part, where: Where, on: date) -> Iterator[Where]:
    """Go through what was written; what begins later is one place, whatever stands below it."""
    written = {name: field for name, field in type(part).model_fields.items() if name in part.model_fields_set}
    begun = [(name, getattr(part, name)) for name in _HAPPENS if name in written]
    ahead = [name for name, day in begun if isinstance(day, date) and day > on]
    if ahead:
        yield (*where, ahead[0])
        return
    for name, field in written.items():
        yield from _in_value(getattr(part, name), (*where, field.alias or name), on)


def _in_value(value: Any, where: Where, on: date) -> Iterator[Where]:
    if isinstance(value, Timeline):
        yield from ((*where, entry.on.isoformat()) for entry in value if entry.on is not None and entry.on > on)
    elif isinstance(value, Part):
        yield from _in_part(value, where, on)
    elif isinstance(value, dict | tuple):
        pairs = value.items() if isinstance(value, dict) else enumerate(value)
        for key, one in pairs:
            yield from _in_value(one, (*where, str(key)), on)
