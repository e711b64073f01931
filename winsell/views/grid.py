"""Rows of cells in straight columns, for whoever reads across and for grep."""

from __future__ import annotations

from collections.abc import Sequence

from winsell.views.row import GUTTER, Piece, Row
from winsell.views.wrap import cells, pad

GAP = 2
"""Cells between two columns."""


def grid(rows: Sequence[Row], *, room: int | None, rights: Sequence[bool] = ()) -> list[Row] | None:
    """Line the columns up; None: they do not fit."""
    widths = [max(cells(cell.text) for cell in column) for column in zip(*rows, strict=True)]
    if room is not None and GUTTER + sum(widths) + GAP * (len(widths) - 1) > room:
        return None
    return [_row(row, widths, rights or [False] * len(widths)) for row in rows]


def _row(row: Row, widths: Sequence[int], rights: Sequence[bool]) -> Row:
    pieces = [Piece(" " * GUTTER)]
    for cell, width, right in zip(row, widths, rights, strict=True):
        if len(pieces) > 1:
            pieces.append(Piece(" " * GAP))
        pieces.append(Piece(pad(cell.text, width, right=right), cell.style))
    return tuple(pieces)
