"""Series as rows: the line as heights in one word, and under it each day with its name and its number.

Several series over the same days share one list of days, a column for each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from winsell.base.block import Block, Series, SeriesPoint
from winsell.views.bar import FEWEST_PLACES, bar, place, spark
from winsell.views.grid import GAP, grid
from winsell.views.row import GUTTER, Page, Piece, Row, hang
from winsell.views.wrap import cells, pad

PLACES = 21
_INDENT = Piece(" " * GUTTER)


def same_days(block: Block, other: Block) -> bool:
    """Whether two blocks are series over the same days."""
    if not (isinstance(block, Series) and isinstance(other, Series)):
        return False
    return [(point.on, point.label) for point in block.points] == [(point.on, point.label) for point in other.points]


def series(page: Page, blocks: Sequence[Series]) -> Iterator[Row]:
    """Lay out series over the same days, together if they fit."""
    together = _days(page, blocks) if len(blocks) > 1 and blocks[0].points else None
    if together is None:
        for number, block in enumerate(blocks):
            if number:
                yield ()
            yield from _alone(page, block)
        return
    yield from _sparks(page, blocks)
    yield ()
    yield from together


def _alone(page: Page, block: Series) -> Iterator[Row]:
    yield from _sparks(page, [block])
    if not block.points:
        return
    days = _days(page, [block])
    if days is None:
        yield from _stacked(page, block)
        return
    taken = max(sum(cells(piece.text) for piece in row) for row in days) + GAP + sum(map(len, page.signs.ends))
    places = min(PLACES, page.screen.width - taken)
    for row, point in zip(days[1:], block.points, strict=True):
        yield (*row, Piece(" " * GAP), *_bar(page, block, point, places)) if places >= FEWEST_PLACES else row


def _sparks(page: Page, blocks: Iterable[Series]) -> Iterator[Row]:
    """Each name with its line behind it, or below it where the screen is narrow."""
    named = [(page.text(block.say), _spark(page, block)) for block in blocks]
    lines = grid([(Piece(name, "strong"), Piece(line)) for name, line in named], room=page.screen.room)
    if lines is not None:
        yield from lines
        return
    for name, line in named:
        yield from hang((_INDENT,), name, "strong", page.screen.sentence_room)
        yield from hang((_INDENT,), line, "plain", page.screen.room)


def _spark(page: Page, block: Series) -> str:
    return spark(page.signs, (point.value for point in block.points), block.floor, block.ceiling)


def _days(page: Page, blocks: Sequence[Series]) -> list[Row] | None:
    """The names of the series in a row, then the days with their numbers; None: they do not fit."""
    names = [page.text(block.say) if len(blocks) > 1 else "" for block in blocks]
    columns = [[page.text(point.shown) for point in block.points] for block in blocks]
    width = [max(map(cells, column)) for column in ([name, *shown] for name, shown in zip(names, columns, strict=True))]
    head: Row = (
        Piece(""),
        Piece(""),
        *(Piece(pad(name, size, right=True), "faint") for name, size in zip(names, width, strict=True)),
    )
    rows = [head]
    for number, point in enumerate(blocks[0].points):
        shown = [Piece(pad(column[number], size, right=True)) for column, size in zip(columns, width, strict=True)]
        rows.append((Piece(point.on.isoformat(), "dim"), Piece(page.text(point.label)), *shown))
    return grid(rows, room=page.screen.room)


def _bar(page: Page, block: Series, point: SeriesPoint, places: int) -> Row:
    at = None if point.value is None else place(point.value, block.floor, block.ceiling, places)
    return bar(page.signs, places, at, range(0), "plain")


def _stacked(page: Page, block: Series) -> Iterator[Row]:
    """Each day, and below it what does not fit beside it."""
    for point in block.points:
        day, shown, label = point.on.isoformat(), page.text(point.shown), page.text(point.label)
        beside = grid([(Piece(day, "dim"), Piece(shown))], room=page.screen.room)
        yield from beside or [(_INDENT, Piece(day, "dim"))]
        below = [Piece(label, "dim")] if beside else [Piece(shown), Piece(label, "dim")]
        for text, style in below:
            if text:
                yield from hang((Piece(" " * (GUTTER + GAP)),), text, style, page.screen.room)
