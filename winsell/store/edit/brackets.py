"""Entries within brackets: putting one in, setting one, dating one, taking one out.

In: a page, a place within `{}` or `[]`, and what is to stand there as text of one line. Out: cuts. Where each entry
has a line of its own, so has a new one; else it follows on the same line. A comma behind the last entry stays a habit.
"""

from __future__ import annotations

import re

from winsell.store.document import Path
from winsell.store.edit.page import Cut, Page
from winsell.store.edit.patch import NoPlaceError

_BLANKS = re.compile(r"[ \t]*")


def insert(page: Page, around: Path, position: int, piece: str) -> list[Cut]:
    """Put an entry among those of a mapping or a list in brackets."""
    if not page.in_brackets(around):
        raise NoPlaceError(around)  # `[a: 1]`: a mapping without brackets of its own
    kin = page.children(around)
    if not kin:
        start = page.span(around).start + 1
        return [Cut(start, start, piece)]
    if position == len(kin):
        return _insert_last(page, around, piece)
    return [_insert_before(page, around, position, piece)]


def _ends(page: Page, path: Path) -> int:
    return max(page.span(path).end, page.head(path) if isinstance(path[-1], str) else 0)


def _comma_behind(page: Page, path: Path) -> int:
    end = _ends(page, path)
    comma = page.comma_after(end)
    return end if comma is None else comma


def _insert_last(page: Page, around: Path, piece: str) -> list[Cut]:
    last = page.children(around)[-1]
    end, close = _ends(page, last), page.span(around).end - 1
    comma = page.comma_after(end)
    after = end if comma is None else comma + 1
    if not page.opens_line(page.start(last)):
        return [Cut(after, after, f", {piece}" if comma is None else f" {piece},")]
    line, line_end = _new_line(page, page.start(last)), page.line_end(after)
    at = after if close <= line_end else line_end
    if comma is None:
        return [Cut(end, end, ","), Cut(at, at, line + piece)]
    return [Cut(at, at, f"{line}{piece},")]


def _new_line(page: Page, start: int) -> str:
    """A line break, and the blanks before an entry."""
    return page.line_break(start) + " " * (start - page.line_start(start))


def _insert_before(page: Page, around: Path, position: int, piece: str) -> Cut:
    kin = page.children(around)
    start = page.start(kin[position])
    if page.opens_line(start):
        at = page.line_end(_comma_behind(page, kin[position - 1]) if position else page.span(around).start)
        return Cut(at, at, f"{_new_line(page, start)}{piece},")
    if not position and len(kin) > 1 and page.opens_line(page.start(kin[1])):
        return Cut(start, start, f"{piece},{_new_line(page, page.start(kin[1]))}")
    return Cut(start, start, f"{piece}, ")


def replace(page: Page, path: Path, piece: str) -> list[Cut]:
    """Set a value in place of another or of none; comments within the other follow on lines of their own."""
    span = page.span(path)
    if span.start == span.end:
        colon = page.text[span.start - 1] == ":"
        return [Cut(span.start, span.end, f" {piece}" if colon else f": {piece}")]
    return [Cut(span.start, span.end, piece), *_kept(page, span.start, span.end)]


def _kept(page: Page, start: int, end: int) -> list[Cut]:
    """The comments of a stretch that goes, below its last line."""
    comments = page.comments_in(start, end)
    at, line = page.line_end(end), page.line_start(end)
    pad = _BLANKS.match(page.text, line)
    indent = pad[0] if pad else ""
    return [Cut(at, at, "".join(page.line_break(end) + indent + one for one in comments))] if comments else []


def date_it(page: Page, path: Path, written_day: str, entry: str) -> list[Cut]:
    """Turn an undated value into a history of two entries."""
    span = page.span(path)
    return [Cut(span.start, span.start, f"{{{written_day}: "), Cut(span.end, span.end, f", {entry}}}")]


def remove(page: Page, path: Path) -> list[Cut]:
    """Take out an entry that has others beside it, and one comma."""
    start, end = page.start(path), _ends(page, path)
    comma = page.comma_after(end)
    if page.opens_line(start) and not page.text[comma + 1 if comma else end : page.line_end(comma or end)].strip():
        return _remove_lines(page, path, comma)
    if comma is not None:
        blanks = _BLANKS.match(page.text, comma + 1)
        end = blanks.end() if blanks else comma + 1
        return [Cut(start, end, ""), *_kept(page, start, end)]
    return [*_without_comma_before(page, path), *_kept(page, start, end)]


def _without_comma_before(page: Page, path: Path) -> list[Cut]:
    """Cuts for the last entry, which has no comma behind it: the one before it goes with it."""
    start, end = page.start(path), _ends(page, path)
    before = _comma_behind(page, _previous(page, path))
    if page.text[before + 1 : start].strip():
        return [Cut(before, before + 1, ""), Cut(start, end, "")]
    return [Cut(before, end, "")]


def _remove_lines(page: Page, path: Path, comma: int | None) -> list[Cut]:
    start, end = page.start(path), _ends(page, path)
    if comma is None:
        return [*_without_comma_before(page, path), *_kept(page, start, end)]
    line, after = page.line_start(start), page.next_line(comma) or len(page.text)
    comments = page.comments_in(start, after)
    return [Cut(line, after, "".join(page.text[line:start] + one + page.line_break(start) for one in comments))]


def _previous(page: Page, path: Path) -> Path:
    kin = page.children(path[:-1])
    return kin[kin.index(path) - 1]
