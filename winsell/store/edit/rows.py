"""Entries on lines of their own: putting one in, setting one, dating one, taking one out.

In: a page, a place that stands in no brackets, and what is to stand there as lines. Out: cuts. Whole lines are put in
and taken out; a comment stays where it is if its entry does, and on a line of its own if its entry goes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from winsell.store.document import Path
from winsell.store.edit.layout import is_spaced
from winsell.store.edit.page import Cut, Page
from winsell.store.edit.written import Block

_BLOCK_TEXT = re.compile(r"(?P<form>[|>])[+-]?(?P<indent>[1-9]?)[+-]?")
_TEXT_INDENT = re.compile(r"[\r\n]( +)(?=[^ \r\n])")
_NEXT_LINE = re.compile(r"(\r\n|\r(?!\n)|\n)(?=[^\r\n])")


def insert(page: Page, around: Path, position: int, lines: Block) -> Cut:
    """Put an entry among those of a mapping or a list that has some already."""
    kin = page.children(around)
    spaced = is_spaced(page, around, several=len(lines) > 1)
    if position == 0:
        return _insert_first(page, kin[0], (*lines, "") if spaced else lines)
    end = _end_with_comments(page, around, position)
    return _below(page, end, ("", *lines) if spaced else lines)


def _end_with_comments(page: Page, around: Path, position: int) -> int:
    """The end of the entry before a position, with the comments that belong to it.

    At the end of all, comments that are indented like the entries are theirs, unless what follows is indented alike.
    """
    kin = page.children(around)
    last = position == len(kin)
    column = page.column(kin[0])
    own = last and not (around and column == page.column(around))
    over_blanks = bool(around) or not last
    return page.past_comments(page.end(kin[position - 1]), column if own else column + 1, over_blanks=over_blanks)


def _insert_first(page: Page, first: Path, lines: Block) -> Cut:
    """Before the first entry and its comments; at the head of a file those are of the whole file, and stay there."""
    start, column = page.start(first), page.column(first)
    line_break = page.line_break(start)
    if not page.opens_line(start):
        return Cut(start, start, line_break.join((*lines, " " * column)).lstrip(" "))
    line = page.line_start(start)
    while len(first) > 1 and page.is_comment(above := page.line_start(page.line_end_before(line))):
        line = above
    return Cut(line, line, line_break.join((*lines, "")))


def _below(page: Page, end: int, lines: Block) -> Cut:
    return Cut(end, end, "".join(page.line_break(end) + line for line in lines))


def fill(page: Page, path: Path, lines: Block) -> list[Cut]:
    """Set a value where a key or a dash stands alone."""
    head, (first, *below) = page.head(path), lines
    gap = " " if first else ""
    end = page.past_comments(page.line_end(head), page.column(path) + 1)
    return [Cut(head, head, gap + first), *([_below(page, end, tuple(below))] if below else [])]


def replace(page: Page, path: Path, lines: Block, inner: int) -> Cut:
    """Set a value in place of another; comments within the other follow, indented to a column."""
    head, span = page.head(path), page.span(path)
    first_end, end = page.line_end(head), page.line_end(span.end)
    first, *below = lines
    tail, loose = _tail(page, path, is_short=not below)
    gap = page.text[head : span.start] if first and span.start <= first_end else " " if first else ""
    return Cut(
        head, end, page.line_break(head).join((gap + first + tail, *below, *(" " * inner + one for one in loose)))
    )


def _tail(page: Page, path: Path, *, is_short: bool) -> tuple[str, list[str]]:
    """What stays behind a new value on its line, and the comments that need lines of their own."""
    head, span = page.head(path), page.span(path)
    first_end, end = page.line_end(head), page.line_end(span.end)
    if span.start > first_end:
        return page.text[head:first_end], page.comments_in(first_end, end)
    if end == first_end and not page.comments_in(head, span.end):
        return page.text[span.end : end], []
    mine, rest = page.comments_in(head, first_end), page.comments_in(first_end, end)
    if not mine and is_short and len(rest) == 1 and not page.comments_in(first_end, span.end):
        mine, rest = rest, []
    return "".join(f"  {one}" for one in mine), rest


def lines_of_text(page: Page, path: Path, text: str) -> Iterator[Cut]:
    """Yield the ways to put lines below the last of a block text, which stays as it is; none for another text."""
    span = page.span(path)
    header = _BLOCK_TEXT.match(page.text, span.start)
    if header is None:
        return
    first = _TEXT_INDENT.search(page.text, header.end(), span.end)
    stated = page.column(path) + int(header["indent"]) if header["indent"] else None
    indent = first[1] if first and stated is None else " " * (stated or 0)
    lines = [f"{indent}{line}" if line else "" for line in text.split("\n")]
    end = page.line_end(span.end)
    yield _below(page, end, tuple(lines))
    if header["form"] == ">":  # lines that follow each other are read as one
        parted = tuple(part for line in lines for part in ("", line))
        yield from (_below(page, end, parted[1:]), _below(page, end, parted))


def date_it(page: Page, path: Path, written_day: str, entry: Block, step: int) -> list[Cut]:
    """Turn an undated value into the first line of a history, with an entry below; its comment goes with it."""
    head, span, end = page.head(path), page.span(path), page.end(path)
    first_end = page.line_end(head)
    begin = f"{page.line_break(head)}{' ' * (page.column(path) + step)}{written_day}:"
    new = _below(page, page.past_comments(end, page.column(path) + 1), entry)
    if span.start <= first_end:
        return [Cut(head, end, f"{begin} {_further_in(page.text[span.start : end], step)}"), new]
    return [Cut(first_end, end, begin + _further_in(page.text[first_end:end], step)), new]


def _further_in(text: str, step: int) -> str:
    """Indent all lines but the first, and no empty one."""
    return _NEXT_LINE.sub(r"\1" + " " * step, text)


def remove(page: Page, path: Path) -> Cut:
    """Take out an entry that has others beside it."""
    start, end = page.start(path), page.end(path)
    comments, column = page.comments_in(start, end), page.column(path)
    line_break = page.line_break(start)
    if not page.opens_line(start):
        following = page.start(_next(page, path))
        kept = page.comments_in(start, following)
        return Cut(start, following, "".join(one + line_break + " " * column for one in kept))
    line, after = page.line_start(start), page.next_line(end)
    kept_lines = [" " * column + one for one in comments]
    if after is not None:
        return Cut(line, after, "".join(one + line_break for one in kept_lines))
    return _remove_last(page, line, end, kept_lines)


def _remove_last(page: Page, line: int, end: int, kept: list[str]) -> Cut:
    """Take out the last lines of a file, which may or may not end with a line break, and still does or does not."""
    line_break = page.line_break(line)
    if kept:
        return Cut(line, end, line_break.join(kept))
    if end < len(page.text):
        return Cut(line, len(page.text), "")
    return Cut(page.line_end_before(line), end, "")


def _next(page: Page, path: Path) -> Path:
    kin = page.children(path[:-1])
    return kin[kin.index(path) + 1]
