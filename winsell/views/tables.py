"""Tables as rows: straight columns; what is too wide goes below its row as `column: value`, at worst everything.

Nothing is cut. The last column may be one of sentences, which take several lines; no other cell is broken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from winsell.base.block import Table
from winsell.views.grid import GAP, grid
from winsell.views.row import GUTTER, MARKS, Page, Piece, Row, gutter, hang
from winsell.views.wrap import cells, widest, wrap, wrap_of_file

MOST_BELOW = 2
"""How many columns may go below their row before it is clearer to put all of them there."""

SHORTEST_SENTENCE = 24
"""Cells below which a column of sentences is no longer pleasant to read."""


def table(page: Page, block: Table) -> Iterator[Row]:
    """Lay a table out in the widest form that fits."""
    names = [page.text(column.say) for column in block.columns]
    rows = [tuple(Piece(page.text(cell.fact), cell.tone) for cell in row) for row in block.rows]
    if not rows or not names:
        return
    yield from _whole(page, block, names, rows) or _with_some_below(page, block, names, rows)


def _whole(page: Page, block: Table, names: Sequence[str], rows: Sequence[Row]) -> list[Row]:
    """All columns side by side, the last one broken into lines if it may be; nothing if they do not fit."""
    rights = [column.right for column in block.columns]
    lines = grid([_head(names), *rows], rights=rights, room=page.screen.room)
    if lines is not None:
        return [*_named(lines[:1]), *(_marked(line, row) for line, row in zip(lines[1:], rows, strict=True))]
    if not block.columns[-1].wraps or page.screen.sentence_room is None or len(names) == 1:
        return []
    room = page.screen.sentence_room - GAP - SHORTEST_SENTENCE
    lines = grid([_head(names[:-1]), *(row[:-1] for row in rows)], rights=rights[:-1], room=room)
    last = [Piece(names[-1], "faint"), *(row[-1] for row in rows)]
    wrapped = wrap_of_file if block.columns[-1].of_file else wrap
    return [] if lines is None else [*_broken(page, lines, last, rows, wrapped)]


def _broken(
    page: Page,
    lines: Sequence[Row],
    last: Sequence[Piece],
    rows: Sequence[Row],
    wrapped: Callable[[str, int | None], list[str]],
) -> Iterator[Row]:
    """Each row, its last cell in as many lines as it needs."""
    indent = max(sum(cells(piece.text) for piece in line) for line in lines) + GAP
    reach = max(widest("".join(piece.text for piece in line)) for line in lines) + GAP
    room = page.screen.sentence_room
    for number, (line, (text, style)) in enumerate(zip(lines, last, strict=True)):
        first, *others = wrapped(text, None if room is None else room - reach)
        whole = (*line, Piece(" " * GAP), Piece(first, style))
        yield from [_marked(whole, rows[number - 1])] if number else _named([whole])
        yield from ((Piece(" " * indent), Piece(other, style)) for other in others)


def _with_some_below(page: Page, block: Table, names: Sequence[str], rows: Sequence[Row]) -> Iterator[Row]:
    rights = [column.right for column in block.columns]
    for columns in range(len(names) - 1, max(1, len(names) - MOST_BELOW - 1), -1):
        head = _head(names[:columns])
        lines = grid([head, *(row[:columns] for row in rows)], rights=rights[:columns], room=page.screen.room)
        if lines is not None:
            yield from _named(lines[:1])
            for line, row in zip(lines[1:], rows, strict=True):
                yield _marked(line, row)
                yield from _below(page, names[columns:], row[columns:])
            return
    yield from _stacked(page, names, rows)


def _stacked(page: Page, names: Sequence[str], rows: Sequence[Row]) -> Iterator[Row]:
    for number, (title, *others) in enumerate(rows):
        if number:
            yield ()
        yield from hang((gutter(title.style),), title.text, "strong", page.screen.room)
        yield from _below(page, names[1:], others)


def _below(page: Page, names: Sequence[str], cells: Sequence[Piece]) -> Iterator[Row]:
    for name, cell in zip(names, cells, strict=True):
        if cell.text:
            text = page.labelled(name, cell.text)
            style = "dim" if cell.style == "plain" else cell.style
            yield from hang((Piece(" " * (GUTTER + 2)),), text, style, page.screen.sentence_room)


def _head(names: Sequence[str]) -> Row:
    return tuple(Piece(name, "faint") for name in names)


def _named(head: Sequence[Row]) -> Sequence[Row]:
    """The head of a table; nothing if no column has a name."""
    return head if any(piece.text.strip() for row in head for piece in row) else ()


def _marked(line: Row, row: Row) -> Row:
    """Put the sign of the first cell's tone into the gutter."""
    style = row[0].style
    return (gutter(style), *line[1:]) if style in MARKS else line
