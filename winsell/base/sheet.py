"""What a check has to say about files, line by line: for formats that other programs read, which know no blocks.

A sheet is a file, an issue one thing to heed in it. Both hold facts, never sentences, like blocks do.
"""

from __future__ import annotations

from dataclasses import dataclass

from winsell.base.fact import Fact
from winsell.base.finding import Severity


@dataclass(frozen=True, slots=True)
class Issue:
    """A deal risk, or what is wrong with a file."""

    code: str
    severity: Severity
    say: Fact
    meaning: Fact
    """What such an issue is in general."""
    line: int | None = None
    column: int | None = None
    notes: tuple[Fact, ...] = ()
    """Why it matters, what to ask, what clears it."""
    help: tuple[Fact, ...] = ()
    """The same in general."""
    identity: str = ""
    """The same however the lines of the file move."""
    broken: bool = False
    """Whether it keeps the file from being valid."""
    heeded: bool = True
    """Whether the command does not end with 0 because of it."""
    reason: Fact = None
    """Why somebody decided to live with it."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file that was checked."""

    path: str
    issues: tuple[Issue, ...] = ()
    accepted: tuple[Issue, ...] = ()
    """What is there and nobody need heed, for formats that know of such."""
    waits: Fact = None
    """Why its risks could not be looked for."""
