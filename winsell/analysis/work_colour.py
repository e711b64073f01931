"""The colours of work: red now, yellow to do, white may wait or done, green done and it worked (METHOD 10)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from winsell.analysis.moment import Moment
from winsell.playbook.model import TimedWorkId

WorkColour = Literal["red", "yellow", "white", "green"]
COLOURS: tuple[WorkColour, ...] = ("red", "yellow", "white", "green")
"""In the order in which a plan shows them."""


def colour_of(moment: Moment, kind: TimedWorkId) -> WorkColour:
    """Colour an open gap of a kind at the deal's stage."""
    rules = moment.playbook.work[kind]
    if moment.reached(rules.critical_from):
        return "red"
    return "yellow" if moment.reached(rules.due_from) else "white"


def worst(colours: Iterable[WorkColour]) -> WorkColour:
    """Return the most urgent of some colours; white if there is none."""
    return min(colours, key=COLOURS.index, default="white")


def at_most(colour: WorkColour, limit: WorkColour) -> WorkColour:
    """Return a colour, or the limit if the colour is more urgent."""
    return max(colour, limit, key=COLOURS.index)
