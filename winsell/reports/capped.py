"""Long lists cut short for a reader: the first lines, and how many more there are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from winsell.base.block import Block, Cell, Checklist, Column, Line, Paragraph, Table
from winsell.base.cap import AT_MOST
from winsell.base.fact import Say


def capped_lines(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Keep the first lines of a list and count the rest."""
    return (*lines[:AT_MOST], *_more(len(lines)))


def capped_checklist(lines: Sequence[Line]) -> Iterator[Block]:
    """Show the first lines to go through one by one, and count the rest below."""
    yield Checklist(tuple(lines[:AT_MOST]))
    yield from _below(len(lines))


def capped_table(columns: tuple[Column, ...], rows: Sequence[tuple[Cell, ...]]) -> Iterator[Block]:
    """Show the first rows of a table, and count the rest below."""
    yield Table(columns, tuple(rows[:AT_MOST]))
    yield from _below(len(rows))


def _below(count: int) -> Iterator[Block]:
    if more := _more(count):
        yield Paragraph(more)


def _more(count: int) -> tuple[Line, ...]:
    return (Line(Say("list.more", {"count": count - AT_MOST}), tone="dim"),) if count > AT_MOST else ()
