"""One edit as cuts of the text: what has to go where, whatever the file looks like there.

In: a page and an edit. Out: cuts, none if the file says so already. An edit becomes one of four: put a new entry among
others, set a value, turn a value into a history, take an entry out; on lines of its own, or within brackets.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

from winsell.store.document import Path
from winsell.store.edit import brackets, rows
from winsell.store.edit.layout import brackets_at, layout_at
from winsell.store.edit.meaning import (
    UNKNOWN,
    day_before,
    day_of,
    is_empty,
    is_history,
    key_of,
    nested,
    recorded,
    same,
    with_line,
)
from winsell.store.edit.page import Cut, Page
from winsell.store.edit.patch import AddLine, Append, Edit, Put, Record, normal, plain
from winsell.store.edit.written import Block, Layout, block, entry, in_line, item, item_block, key, scalar

Order = Callable[[Path, str, list[str]], int]
"""At which position among its siblings a new key goes: the mapping's path, the key, the siblings as they stand."""

_QUOTES = "\"'"
_BLOCK_TEXTS = "|>"


class Splice:
    """One edit of one page that makes sense in its data, and what was settled for all edits."""

    def __init__(self, page: Page, first_day: str | None, order: Order | None, *, block_texts: bool) -> None:
        self.page = page
        self.first_day = first_day
        self.order = order
        self.block_texts = block_texts

    def cuts(self, edit: Edit) -> list[Cut]:
        """Return what to cut."""
        path = normal(edit.path)
        if isinstance(edit, Put):
            return self.put(path, plain(edit.value))
        if isinstance(edit, Record):
            return self.record(path, edit)
        if isinstance(edit, AddLine):
            return self.put(path, with_line(self.page.value(path), edit.value))
        return self.append(path, plain(edit.value), edit.at) if isinstance(edit, Append) else self.drop(path)

    # The edits.

    def put(self, path: Path, value: Any, *, style: bool | None = None) -> list[Cut]:
        """Set a value, or the nearest part of it that is not there yet."""
        there = self.page.value(path)
        if self.page.has(path):
            return [] if same(there, value, there) else self.set(path, value, style=style)
        around = path[:-1]
        while not self.page.has(around):
            around = around[:-1]
        name, *rest = path[len(around) :]
        value = nested(tuple(rest), value)
        if around and is_empty(self.page.value(around)):
            return self.set(around, nested((name,), value), style=style)
        return self.insert_key(around, str(name), value, style=style)

    def record(self, path: Path, edit: Record) -> list[Cut]:
        """Write one dated entry."""
        there, value = self.page.value(path), plain(edit.value)
        if is_empty(there) or there == UNKNOWN:
            return self.put(path, recorded(there, edit, None), style=False)
        if is_history(there):
            return self.put((*path, key_of(there, edit.day)), value)
        return self.date_it(path, day_before(edit.day, self.first_day), edit.day.isoformat(), value)

    def append(self, path: Path, value: Any, position: int | None) -> list[Cut]:
        """Add an item, at the end if no other position is given."""
        there = self.page.value(path)
        if is_empty(there):
            return self.put(path, [value])
        where = len(there) if position is None else min(max(position, 0), len(there))
        if self._is_bracketed(path):
            return brackets.insert(self.page, path, where, in_line(value, brackets="["))
        style = brackets_at(self.page, (*path, len(there)), value)
        lines = item(value, self.page.column((*path, 0)), self._layout(path), brackets=style)
        return [rows.insert(self.page, path, where, lines)]

    def drop(self, path: Path) -> list[Cut]:
        """Take an entry out; where it was the only one, nothing is left but empty brackets."""
        if not self.page.has(path):
            return []
        around = path[:-1]
        if len(self.page.children(around)) == 1:
            return self.set(around, {} if isinstance(path[-1], str) else [])
        if self._is_bracketed(around):
            return brackets.remove(self.page, path)
        return [rows.remove(self.page, path)]

    # What they come down to.

    def insert_key(self, around: Path, name: str, value: Any, *, style: bool | None) -> list[Cut]:
        """Put a new key into a mapping that has some already."""
        position = self._position(around, name)
        if self._is_bracketed(around) or not self.page.children(around):
            return brackets.insert(self.page, around, position, f"{key(name)}: {in_line(value, brackets='{')}")
        if style is None:
            style = brackets_at(self.page, (*around, name), value)
        column = self.page.column(self.page.children(around)[0])
        return [
            rows.insert(self.page, around, position, entry(name, value, column, self._layout(around), brackets=style))
        ]

    def set(self, path: Path, value: Any, *, style: bool | None = None) -> list[Cut]:
        """Set a value at a place that is there."""
        page, around = self.page, path[:-1]
        if page.within_brackets(path):
            directly = "{" if isinstance(path[-1], str) else "["
            piece = self._scalar(path, value, directly) if _is_scalar(value) else in_line(value, brackets=directly)
            return brackets.replace(page, path, piece)
        layout = self._layout(around)
        lines = self._lines(path, value, layout, style=style)
        if page.span(path).start == page.span(path).end:
            return rows.fill(page, path, lines)
        inner = page.column(path) + (0 if lines[0][:1] in tuple(_BLOCK_TEXTS) else layout.step)
        return [rows.replace(page, path, lines, inner)]

    def _lines(self, path: Path, value: Any, layout: Layout, *, style: bool | None) -> Block:
        column = self.page.column(path)
        if style is None:
            style = brackets_at(self.page, path, value)
        if isinstance(path[-1], int):
            return item_block(value, column, layout, brackets=style)
        lines = block(value, column, layout, brackets=style)
        return (self._scalar(path, value, ""),) if _is_scalar(value) and len(lines) == 1 else lines

    def date_it(self, path: Path, first: str, day: str, value: Any) -> list[Cut]:
        """Turn an undated value into a history: what stood there under the first day, then the new entry."""
        page, layout = self.page, self._layout(path[:-1])
        if page.within_brackets(path):
            return brackets.date_it(page, path, first, f"{day}: {in_line(value, brackets='{')}")
        lines = entry(day, value, page.column(path) + layout.step, layout)
        return rows.date_it(page, path, first, lines, layout.step)

    def _scalar(self, path: Path, value: Any, directly: str) -> str:
        """Write one value; a text is quoted as the one that it replaces was."""
        sign = self.page.text[self.page.span(path).start : self.page.span(path).end][:1]
        if isinstance(value, str) and isinstance(self.page.value(path), str) and sign and sign in _QUOTES:
            return scalar(value, brackets=directly, quote=sign)
        return scalar(value, brackets=directly)

    def _position(self, around: Path, name: str) -> int:
        siblings = [str(child[-1]) for child in self.page.children(around)]
        days, day = [day_of(sibling) for sibling in siblings], day_of(name)
        if day is not None and siblings and all(days):
            return in_order([one for one in days if one], day)
        if self.order is None:
            return len(siblings)
        return min(max(self.order(around, name, siblings), 0), len(siblings))

    def _is_bracketed(self, path: Path) -> bool:
        return self.page.in_brackets(path) or self.page.within_brackets(path)

    def _layout(self, around: Path) -> Layout:
        found = layout_at(self.page, around)
        return Layout(found.step, found.dash, found.gap, self.block_texts)


def in_order(days: list[Any], day: Any) -> int:
    """Return where a day goes among others: behind the last that is not later; the other way if the newest is first."""
    if len(days) > 1 and all(one > other for one, other in pairwise(days)):
        return sum(one > day for one in days)
    return max((at + 1 for at, one in enumerate(days) if one <= day), default=0)


def _is_scalar(value: object) -> bool:
    return not isinstance(value, dict | list)
