"""Reports for people: each kind of block laid out as rows that fit the screen, then coloured.

In: a report, whoever says its facts, and the screen. Out: text. Each text passes `show` in `row.Page`; colours are put
on by rich, which gets the rows as `Text`, never as markup, and is loaded for nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO, assert_never

from winsell.base.block import (
    Block,
    Chart,
    Checklist,
    Definitions,
    Diff,
    Gauge,
    Heading,
    Paragraph,
    Report,
    Series,
    Sparks,
    Table,
)
from winsell.views.charts import chart
from winsell.views.diff import diff
from winsell.views.gauges import gauge
from winsell.views.row import Page, Row, trimmed
from winsell.views.says import Says
from winsell.views.screen import Screen
from winsell.views.sentences import checklist, definitions, heading, paragraph
from winsell.views.tables import table
from winsell.views.trends import same_days, series, sparks


def render(report: Report, says: Says, screen: Screen) -> str:
    """Make a report a text."""
    import io

    out = io.StringIO()
    write(report, says, screen, out)
    return out.getvalue()


def write(report: Report, says: Says, screen: Screen, out: TextIO) -> None:
    """Write a report to a stream; only here may an old Windows console be coloured by other means than text."""
    rows = lay_out(report, says, screen)
    if screen.colour:
        from winsell.views.paint import paint

        paint(rows, out)
    else:
        out.write(plain_text(rows))


def plain_text(rows: Iterable[Row]) -> str:
    """Join rows without their colours."""
    return "".join(f"{''.join(piece.text for piece in trimmed(row))}\n" for row in rows)


def lay_out(report: Report, says: Says, screen: Screen) -> Iterator[Row]:
    """Lay a report out, block after block, a blank row between them but none below a heading."""
    page = Page(says, screen)
    close = True
    for block, others in _groups(report.blocks):
        rows = list(_lay_out(page, block, others))
        if rows and not close:
            yield ()
        yield from rows
        if rows:
            close = isinstance(block, Heading)


def _groups(blocks: Sequence[Block]) -> Iterator[tuple[Block, Sequence[Block]]]:
    """Each block with those after it that share its days."""
    start = 0
    for end in range(1, len(blocks) + 1):
        if end == len(blocks) or not same_days(blocks[start], blocks[end]):
            yield blocks[start], blocks[start + 1 : end]
            start = end


def _lay_out(page: Page, block: Block, others: Sequence[Block]) -> Iterator[Row]:
    match block:
        case Heading():
            rows = heading(page, block)
        case Paragraph():
            rows = paragraph(page, block)
        case Checklist():
            rows = checklist(page, block)
        case Definitions():
            rows = definitions(page, block)
        case Gauge():
            rows = gauge(page, block)
        case Table():
            rows = table(page, block)
        case Chart() | Series() | Sparks():
            rows = _drawn(page, block, others)
        case Diff():
            rows = diff(block)
        case _:
            assert_never(block)
    return rows


def _drawn(page: Page, block: Chart | Series | Sparks, others: Sequence[Block]) -> Iterator[Row]:
    match block:
        case Chart():
            return chart(page, block)
        case Series():
            return series(page, [block, *(other for other in others if isinstance(other, Series))])
        case Sparks():
            return sparks(page, block)


def wiped() -> str:
    """Return what empties a terminal and what it scrolled away; a terminal that knows no such thing scrolls on."""
    import os

    return "\n" * 60 if os.environ.get("TERM", "") in ("", "dumb", "unknown") else "\x1b[2J\x1b[3J\x1b[H"
