"""A number's course as rows: heights over time, with three rows of marks below it.

Each column is a stretch of days. A line holds until the next point; a named day, and a number that we stated, have a
sign of their own. What the signs stand for is said in the tables beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from winsell.base.block import Chart, MarkKind, SeriesPoint
from winsell.base.fact import Percent
from winsell.views.bar import place
from winsell.views.row import GUTTER, Page, Piece, Row, hang
from winsell.views.wrap import cells, pad

HEIGHT, SMALL = 11, 5
FEWEST, MOST = 20, 90
"""Columns below which nothing is drawn, and above which nothing is gained."""
KINDS: tuple[MarkKind, MarkKind, MarkKind] = ("work", "rival", "outside")


def chart(page: Page, block: Chart) -> Iterator[Row]:
    """Draw a chart; nothing where there is no day between its first and its last, or no room."""
    names = [page.text(name) for name in block.names]
    lead = max(map(cells, (*names, page.text(Percent(1)))))
    width = min(MOST, page.screen.width - GUTTER - lead - 2)
    days = days_of(block)
    yield from hang((Piece(" " * GUTTER),), page.text(block.say), "strong", page.screen.sentence_room)
    if width < FEWEST or days is None:
        return
    height = SMALL if block.small else HEIGHT
    for number, line in enumerate(_heights(page, block, days, width, height)):
        level = Percent((height - 1 - number) / (height - 1))
        yield _row(pad(page.text(level), lead, right=True), line)
    yield _row(" " * lead, page.signs.rule * width)
    yield from _marks(page, block, days, width, [pad(name, lead, right=True) for name in names])
    yield _row(" " * lead, _ends(days, width))


def days_of(block: Chart) -> tuple[date, date] | None:
    """Return the first and the last day of a chart; None if they are one."""
    points = (*block.course, *block.rounds, *block.said)
    days = [*(point.on for point in points), *(mark.on for mark in block.marks)]
    return (min(days), max(days)) if len(set(days)) > 1 else None


def _row(lead: str, line: str) -> Row:
    return Piece(" " * GUTTER), Piece(lead, "faint"), Piece("  "), Piece(line.rstrip())


def _at(day: date, days: tuple[date, date], width: int) -> int:
    return place((day - days[0]).days, 0, (days[1] - days[0]).days, width)


def _heights(page: Page, block: Chart, days: tuple[date, date], width: int, height: int) -> list[str]:
    """Draw the lines from the top one down."""
    canvas = [[" "] * width for _ in range(height)]
    ends = [*block.course, SeriesPoint(days[1], None, None, None)]
    for point, following in pairwise(ends):
        if point.value is not None:
            row = _height(point.value, height)
            for column in range(_at(point.on, days, width), _at(following.on, days, width) + 1):
                canvas[row][column] = page.signs.span
    for points, sign in ((block.rounds, page.signs.mark), (block.said, page.signs.said)):
        _put(canvas, points, sign, days)
    return ["".join(line) for line in reversed(canvas)]


def _height(value: float, height: int) -> int:
    return min(height - 1, max(0, round(value * (height - 1))))


def _put(canvas: list[list[str]], points: Sequence[SeriesPoint], sign: str, days: tuple[date, date]) -> None:
    for point in points:
        if point.value is not None:
            canvas[_height(point.value, len(canvas))][_at(point.on, days, len(canvas[0]))] = sign


def _marks(page: Page, block: Chart, days: tuple[date, date], width: int, names: Sequence[str]) -> Iterator[Row]:
    """A row for each kind of mark that there is."""
    for kind, name in zip(KINDS, names, strict=True):
        found = {_at(mark.on, days, width) for mark in block.marks if mark.kind == kind}
        if found:
            yield _row(name, "".join(page.signs.mark if at in found else " " for at in range(width)))


def _ends(days: tuple[date, date], width: int) -> str:
    first, last = (day.isoformat() for day in days)
    return first + last.rjust(width - len(first))
