"""The deal's note as a diary: one dated line below the other."""

from __future__ import annotations

from datetime import date

_UNSEEN = dict.fromkeys((0xAD, 0x200B, 0x2060, 0xFEFF))
"""Marks where a line may be broken or not, which come along with pasted text: nobody means or sees them."""


def dated(on: date, text: str) -> str:
    """Return what is written of a day: a line, or several if the text has several."""
    lines = [line.rstrip() for line in text.translate(_UNSEEN).strip().splitlines()]
    return f"{on.isoformat()} " + "\n".join(lines)
