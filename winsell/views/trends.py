"""Series as rows: the line as heights in one word, and each day with its name and its number.

Several series over the same days share one list of days, a column for each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from winsell.base.block import Block, Series, SeriesPoint, Sparks
from winsell.base.fact import Fact
from winsell.views.bar import FEWEST_PLACES, bar, place, spark
from winsell.views.grid import GAP, grid
from winsell.views.row import GUTTER, Page, Piece, Row, hang
from winsell.views.wrap import cells, widest, wrap

PLACES = 21
HIGHEST = 3
"""Lines that the name of a column may take."""

_INDENT = Piece(" " * GUTTER)


def same_days(block: Block, other: Block) -> bool:
    """Whether two blocks are series over the same days."""
    if not (isinstance(block, Series) and isinstance(other, Series)):
        return False
    return [(point.on, point.label) for point in block.points] == [(point.on, point.label) for point in other.points]


def series(page: Page, blocks: Sequence[Series]) -> Iterator[Row]:
    """Lay out series over the same days, together if they fit."""
    together = _together(page, blocks) if len(blocks) > 1 and blocks[0].points else None
    if together is None:
        for number, block in enumerate(blocks):
            if number:
                yield ()
            yield from _alone(page, block)
        return
    yield from together


def sparks(page: Page, block: Sparks) -> Iterator[Row]:
    """Lay out several lines under each other, each with its last number and the one before."""
    names = [page.text(column) for column in block.columns]
    head = tuple(Piece(name, "faint") for name in ("", *names))
    shown = [[page.text(number) for number in one.latest] for one in block.series]
    rows: list[Row] = [
        (Piece(page.text(one.say)), Piece(_spark(page, one), "strong"), Piece(now, "strong"), Piece(before, "dim"))
        for one, (now, before) in zip(block.series, shown, strict=True)
    ]
    below = [[*_note(page, one)] for one in block.notes] or [[] for _ in rows]
    lines = grid([head, *rows], rights=(False, False, True, True), room=page.screen.room)
    if lines is not None:
        yield lines[0]
        for line, notes in zip(lines[1:], below, strict=True):
            yield from (line, *notes)
        return
    for (name, *others), notes in zip(rows, below, strict=True):
        yield from hang((_INDENT,), name.text, "strong", page.screen.sentence_room)
        for title, cell in zip(names, others, strict=True):
            yield from hang((Piece(" " * (GUTTER + GAP)),), page.labelled(title, cell.text), "plain", page.screen.room)
        yield from notes


def _note(page: Page, note: Fact) -> Iterator[Row]:
    yield from hang((Piece(" " * (GUTTER + GAP)),), page.text(note), "dim", page.screen.sentence_room)


def _alone(page: Page, block: Series) -> Iterator[Row]:
    yield from _sparks(page, [block])
    if not block.points:
        return
    days = grid(_days(page, [block]), rights=(False, False, True), room=page.screen.room)
    if days is None:
        yield from _stacked(page, block)
        return
    taken = max(widest("".join(piece.text for piece in row)) for row in days) + GAP + sum(map(len, page.signs.ends))
    places = min(PLACES, page.screen.width - taken)
    for row, point in zip(days, block.points, strict=True):
        yield (*row, Piece(" " * GAP), *_bar(page, block, point, places)) if places >= FEWEST_PLACES else row


def _together(page: Page, blocks: Sequence[Series]) -> list[Row] | None:
    """The names of the series above, then the days with their numbers; None: they do not fit."""
    days = _days(page, blocks)
    names = [page.text(block.say) for block in blocks]
    narrow = [wrap(name, _narrowest(name, [row[at] for row in days])) for at, name in enumerate(names, start=2)]
    for heads in ([[name] for name in names], narrow):
        height = max(map(len, heads))
        upright = zip(*([""] * (height - len(head)) + head for head in heads), strict=True)
        head: list[Row] = [(Piece(""), Piece(""), *(Piece(text, "faint") for text in line)) for line in upright]
        lines = grid([*head, *days], rights=(False, False, *(True for _ in blocks)), room=page.screen.room)
        if lines is not None and height <= HIGHEST:
            return lines
    return None


def _narrowest(name: str, column: Iterable[Piece]) -> int:
    """The width of a column under a name that may be broken between its words."""
    return max(map(cells, [*name.split(), *(piece.text for piece in column)]))


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


def _days(page: Page, blocks: Sequence[Series]) -> list[Row]:
    """Each day, its name, and the number of each series."""
    columns = [[Piece(page.text(point.shown)) for point in block.points] for block in blocks]
    days = [(Piece(point.on.isoformat(), "dim"), Piece(page.text(point.label))) for point in blocks[0].points]
    return [(*day, *numbers) for day, *numbers in zip(days, *columns, strict=True)]


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
