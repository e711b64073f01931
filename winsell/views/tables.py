"""Tables as rows: straight columns; what is too wide goes below its row as `column: value`, at worst everything.

Nothing is cut and no cell is broken within its column.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from winsell.base.block import Table
from winsell.views.grid import grid
from winsell.views.row import GUTTER, Page, Piece, Row, hang

MOST_BELOW = 2
"""How many columns may go below their row before it is clearer to put all of them there."""


def table(page: Page, block: Table) -> Iterator[Row]:
    """Lay a table out in the widest form that fits."""
    names = [page.text(column.say) for column in block.columns]
    rows = [tuple(Piece(page.text(cell.fact), cell.tone) for cell in row) for row in block.rows]
    if not rows or not names:
        return
    rights = [column.right for column in block.columns]
    for columns in range(len(names), max(1, len(names) - MOST_BELOW - 1), -1):
        head = tuple(Piece(name, "faint") for name in names[:columns])
        lines = grid([head, *(row[:columns] for row in rows)], rights=rights[:columns], room=page.screen.room)
        if lines is not None:
            yield lines[0]
            for line, row in zip(lines[1:], rows, strict=True):
                yield line
                yield from _below(page, names[columns:], row[columns:])
            return
    yield from _stacked(page, names, rows)


def _stacked(page: Page, names: Sequence[str], rows: Sequence[Row]) -> Iterator[Row]:
    for number, (title, *others) in enumerate(rows):
        if number:
            yield ()
        yield from hang((Piece(" " * GUTTER),), title.text, "strong", page.screen.room)
        yield from _below(page, names[1:], others)


def _below(page: Page, names: Sequence[str], cells: Sequence[Piece]) -> Iterator[Row]:
    for name, cell in zip(names, cells, strict=True):
        if cell.text:
            text = f"{name}: {cell.text}" if name else cell.text
            style = "dim" if cell.style == "plain" else cell.style
            yield from hang((Piece(" " * (GUTTER + 2)),), text, style, page.screen.sentence_room)
