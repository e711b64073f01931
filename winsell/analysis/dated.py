"""The days that a part of a file bears: those of its histories, and those under the keys that are asked for.

In: a value of a deal, and names of keys whose values are days. Out: days as they stand there, some of them twice.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from winsell.base.part import Part
from winsell.deal.timeline import Timeline


def days_in(value: Any, names: Collection[str]) -> Iterator[date]:
    """Go through the days of a value and of all that is in it."""
    if isinstance(value, Timeline):
        yield from (entry.on for entry in value if entry.on is not None)
    elif isinstance(value, Part):
        yield from (day for name in names if isinstance(day := getattr(value, name, None), date))
        for name in value.model_fields_set:
            yield from days_in(getattr(value, name), names)
    elif isinstance(value, dict | tuple):
        for one in value.values() if isinstance(value, dict) else value:
            yield from days_in(one, names)
