"""The deal's note as a diary: one dated line below the other."""

from __future__ import annotations

from datetime import date


def dated(on: date, text: str) -> str:
    """Return what is written of a day: a line, or several if the text has several."""
    lines = [line.rstrip() for line in text.strip().splitlines()]
    return f"{on.isoformat()} " + "\n".join(lines)
