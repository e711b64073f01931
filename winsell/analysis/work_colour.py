"""The colours of work: red now, yellow to do, white may wait or done, green done and it worked (METHOD 10)."""

from __future__ import annotations

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
