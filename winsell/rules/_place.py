"""Where in the file a dated statement stands: the field, and the day under which it was written if it has one."""

from __future__ import annotations

from datetime import date
from typing import Any

from winsell.analysis.standing import Standing
from winsell.base.finding import Where
from winsell.deal.timeline import Entry


def dated(where: Where, entry: Entry[Any]) -> Where:
    """Return the place of one entry of a history; the field alone if the entry has no day."""
    return where if entry.on is None else (*where, entry.on.isoformat())


def said_of(one: Standing, on: date) -> Where:
    """Return the place of the word on a person that holds on the day: on one scale or the other."""
    scale = "attitude" if one.person.attitude.at(on) == one.entry else "support"
    return ("people", one.id, scale)
