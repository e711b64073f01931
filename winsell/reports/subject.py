"""What a report must know beside the assessment: which file it is about and where in it things stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from winsell.base.block import Line
from winsell.base.fact import Say
from winsell.base.finding import Where


@dataclass(frozen=True, slots=True)
class Subject:
    """The file under report."""

    id: str
    path: str
    playbook_hash: Callable[[], str]
    """Twelve hex digits over the playbook's data."""
    line_of: Callable[[Where], int | None]
    """The line of a place in the deal file; None for the deal as a whole, and for a section that is not there."""
    dated_by_outcome: bool = False
    """The report's day is that of the outcome, because none was asked for."""
    later: tuple[Where, ...] = ()
    """What the file dates after today, if the report looks from today: it does not count yet, and may be mistyped."""


def later_line(subject: Subject) -> Line | None:
    """Say that something lies ahead and does not count; None if nothing does."""
    first = _first(subject)
    if first is None:
        return None
    return Line(Say("head.later", {"count": len(subject.later), "line": subject.line_of(first)}), tone="yellow")


def later_data(subject: Subject) -> Mapping[str, Any] | None:
    """Say the same to programs."""
    first = _first(subject)
    if first is None:
        return None
    return {"count": len(subject.later), "where": ".".join(first), "line": subject.line_of(first)}


def _first(subject: Subject) -> Where | None:
    """Return the place that comes first in the file."""
    return min(subject.later, key=lambda where: subject.line_of(where) or 0, default=None)
