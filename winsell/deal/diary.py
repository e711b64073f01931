"""The deal's note as a diary: one dated line below the other."""

from __future__ import annotations

from datetime import date


def with_line(note: str | None, on: date, text: str) -> str:
    """Return the note with a line of a day added at its end."""
    before = (note or "").rstrip("\n")
    line = f"{on.isoformat()} {text}"
    return f"{before}\n{line}\n" if before else line
