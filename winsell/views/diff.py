"""A diff as rows: each of its lines as it is, never wrapped and never moved; blanks at its end go, as on any row."""

from __future__ import annotations

from collections.abc import Iterator

from winsell.base.block import Diff
from winsell.views.plain import show
from winsell.views.row import Piece, Row, Style


def diff(block: Diff) -> Iterator[Row]:
    """Lay out a diff."""
    yield from ((Piece(show(line), _style(line)),) for line in block.lines)


def _style(line: str) -> Style:
    if line.startswith(("---", "+++")):
        return "strong"
    styles: dict[str, Style] = {"-": "red", "+": "green", "@": "dim"}
    return styles.get(line[:1], "plain")
