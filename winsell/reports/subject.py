"""What a report must know beside the assessment: which file it is about and where in it things stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

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
