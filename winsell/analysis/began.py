"""Since when the file knows a deal: the first day that any of its facts bears.

In: a deal. Out: a day, or None if nothing is dated. Before it there was no deal to look at, so nothing was found of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from winsell.base.part import Part
from winsell.deal.deal import Deal
from winsell.deal.timeline import Timeline

_BEGINS = ("since", "on", "added")


def began(deal: Deal) -> date | None:
    """Return the first day on which something happened, held or was written down."""
    return min(_days(deal), default=None)


def _days(value: Any) -> Iterator[date]:
    if isinstance(value, Timeline):
        yield from (entry.on for entry in value if entry.on is not None)
    elif isinstance(value, Part):
        yield from (day for name in _BEGINS if isinstance(day := getattr(value, name, None), date))
        for name in value.model_fields_set:
            yield from _days(getattr(value, name))
    elif isinstance(value, dict):
        for one in value.values():
            yield from _days(one)
    elif isinstance(value, tuple):
        for one in value:
            yield from _days(one)
