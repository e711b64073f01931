"""Rows of cells in straight columns, for whoever reads across and for grep."""

from __future__ import annotations

from collections.abc import Sequence

from winsell.views.row import GUTTER, Piece, Row
from winsell.views.wrap import cells, pad, widest

GAP = 2
"""Cells between two columns."""


def grid(rows: Sequence[Row], *, room: int | None, rights: Sequence[bool] = ()) -> list[Row] | None:
    """Line the columns up; None: they do not fit."""
    widths = [max(cells(cell.text) for cell in column) for column in zip(*rows, strict=True)]
    taken = GUTTER + sum(widths) + GAP * (len(widths) - 1)
    if room is not None and taken + max(map(_slack, rows), default=0) > room:
        return None
    return [_row(row, widths, rights or [False] * len(widths)) for row in rows]


def _slack(row: Row) -> int:
    """The cells by which a terminal may draw a row wider than its columns are."""
    text = "".join(cell.text for cell in row)
    return widest(text) - cells(text)


def _row(row: Row, widths: Sequence[int], rights: Sequence[bool]) -> Row:
    pieces = [Piece(" " * GUTTER)]
    for cell, width, right in zip(row, widths, rights, strict=True):
        if len(pieces) > 1:
            pieces.append(Piece(" " * GAP))
        pieces.append(Piece(pad(cell.text, width, right=right), cell.style))
    return tuple(pieces)
