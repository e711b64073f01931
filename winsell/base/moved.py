"""One fact that is another than before: what a commit's message and a diff are made of.

In: nothing. Out: `Moved`. Places and values are words of the file, said in any language as they stand.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Moved:
    """A fact before and after; it is new without the one, and gone without the other."""

    place: str
    """Where it stands: people.cio.attitude."""
    day: str | None
    """From which day it holds, as written; None if it has none."""
    before: str | None
    after: str | None
    why: str | None = None
    source: str | None = None
