"""A document as a page: on which lines an entry stands, how far it is indented, where the comments are.

In: a `Document`. Out: offsets into its text. A node ends with the last line of its last leaf, and so do the comments of
that line belong to it; the parsers' own end marks lie anywhere behind.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from winsell.store.document import Document, Path, Span
from winsell.store.edit.meaning import at

_COLON = re.compile(r"\s*:")
_BREAK = re.compile(r"\r\n|\r|\n")
_COMMENT = re.compile(r"#[^\r\n]*")
_COMMENT_LINE = re.compile(r"[ \t]*#")
_BLANKS_KEPT = re.compile(r"(?:(?:\r\n|\r(?!\n)|\n)[ \t]*(?=[\r\n]))*")
_BLOCK_TEXT_KEEPING_BLANKS = re.compile(r"[|>]\d?\+")
_COMMA = re.compile(r"(?:\s|#[^\r\n]*)*,")


@dataclass(frozen=True, slots=True)
class Cut:
    """A stretch of the text, and what stands there instead."""

    start: int
    end: int
    text: str


def cut(text: str, cuts: list[Cut]) -> str:
    """Put the new pieces into a text; cuts at the same place stand in the order given."""
    done, upto = [], 0
    for one in sorted(cuts, key=lambda one: (one.start, one.end)):
        done += [text[upto : one.start], one.text]
        upto = one.end
    return "".join([*done, text[upto:]])


@dataclass(frozen=True)
class Page:
    """A document, and what can be asked of its text."""

    document: Document

    @property
    def text(self) -> str:
        """The text without its byte order mark."""
        return self.document.text

    # Data.

    def has(self, path: Path) -> bool:
        """Tell whether there is such a place, be it empty."""
        return path in self.document.values

    def value(self, path: Path) -> Any:
        """Return the data at a place."""
        return at(self.document.data, path)

    def children(self, path: Path) -> list[Path]:
        """Return the entries of a mapping or the items of a list; none of anything else."""
        value = self.value(path)
        if isinstance(value, dict):
            return [(*path, key) for key in value]
        return [(*path, number) for number in range(len(value))] if isinstance(value, list) else []

    # Places.

    def span(self, path: Path) -> Span:
        """Return where the value at a place stands."""
        return self.document.values[path]

    def in_brackets(self, path: Path) -> bool:
        """Tell whether a value is a mapping in `{}` or a list in `[]`."""
        return isinstance(self.value(path), dict | list) and self.text[self.span(path).start] in "{["

    def within_brackets(self, path: Path) -> bool:
        """Tell whether an entry stands within brackets, however far out."""
        return any(self.in_brackets(path[:depth]) for depth in range(len(path)))

    def start(self, path: Path) -> int:
        """Return where an entry begins: at its key, at its dash, within brackets at the item itself."""
        if isinstance(path[-1], str):
            return self.document.keys[path].start
        return self.span(path).start if self.in_brackets(path[:-1]) else self._dash(path)

    def _dash(self, path: Path) -> int:
        *around, number = path
        if number == 0 or not isinstance(number, int):
            return self.span(tuple(around)).start
        column = self.column((*around, 0))
        pattern = re.compile(rf"[\r\n] {{{column}}}-")
        found = pattern.search(self.text, self.span((*around, number - 1)).end, self.span(path).start + 1)
        return found.end() - 1 if found else self.span(path).start

    def head(self, path: Path) -> int:
        """Return where the colon of an entry ends, or its dash: there its value may begin."""
        if isinstance(path[-1], int):
            return self.start(path) + 1
        key = self.document.keys[path].end
        colon = _COLON.match(self.text, key)
        return colon.end() if colon else key

    def column(self, path: Path) -> int:
        """Return how many characters stand before an entry on its line."""
        start = self.start(path)
        return start - self.line_start(start)

    def end(self, path: Path) -> int:
        """Return where an entry's last line ends, before its line break."""
        span = self.span(path)
        end = self.line_end(max(span.end, self.head(path)))
        if self._keeps_blanks(path):
            blanks = _BLANKS_KEPT.match(self.text, end)
            return blanks.end() if blanks else end
        return end

    def _keeps_blanks(self, path: Path) -> bool:
        """Tell whether the last leaf is a block text with its blank lines at the end: `|+`."""
        while children := self.children(path):
            path = children[-1]
        return _BLOCK_TEXT_KEEPING_BLANKS.match(self.text, self.span(path).start) is not None

    # Lines.

    def line_start(self, offset: int) -> int:
        """Return where the line of a character begins."""
        return max(self.text.rfind("\n", 0, offset), self.text.rfind("\r", 0, offset)) + 1

    def line_end(self, offset: int) -> int:
        """Return where the line of a character ends, before its line break."""
        found = _BREAK.search(self.text, offset)
        return found.start() if found else len(self.text)

    def line_end_before(self, line: int) -> int:
        """Return where the line before that which begins here ends."""
        return line - 2 if self.text.startswith("\r\n", line - 2) else line - 1

    def next_line(self, offset: int) -> int | None:
        """Return where the line after that of a character begins; None after the last."""
        found = _BREAK.search(self.text, offset)
        return found.end() if found and found.end() < len(self.text) else None

    def line_break(self, offset: int) -> str:
        """Return how the line of a character ends, or the one before it, if it is the last."""
        found = _BREAK.search(self.text, offset)
        if found:
            return found[0]
        breaks: list[str] = _BREAK.findall(self.text)
        return breaks[-1] if breaks else "\n"

    def opens_line(self, offset: int) -> bool:
        """Tell whether only blanks stand before a character on its line."""
        return not self.text[self.line_start(offset) : offset].strip()

    def is_comment(self, line: int) -> bool:
        """Tell whether the line that begins here holds a comment and nothing else (no text of several lines does)."""
        return _COMMENT_LINE.match(self.text, line) is not None

    def past_comments(self, end: int, column: int, *, over_blanks: bool = True) -> int:
        """Return the end of the last line that still belongs to what ends here: comments indented at least so far."""
        line: int | None = end
        while line is not None and (line := self.next_line(line)) is not None:
            comment = _COMMENT_LINE.match(self.text, line)
            if comment and comment.end() - 1 - line >= column:
                end = self.line_end(line)
            elif comment or self.text[line : self.line_end(line)].strip() or not over_blanks:
                break
        return end

    # Comments.

    @cached_property
    def comments(self) -> list[Span]:
        """The comments, in file order: each `#` that no key and no scalar holds, to the end of its line."""
        spans = sorted((*self._gaps(),), key=lambda gap: gap[0])
        return [
            Span(0, found.start() - self.line_start(found.start()) + 1, found.start(), found.end())
            for start, end in spans
            for found in _COMMENT.finditer(self.text, start, end)
        ]

    def _gaps(self) -> list[tuple[int, int]]:
        """The stretches between keys and scalars; the header of a block text counts as one."""
        document, gaps, upto = self.document, [], 0
        leaves = [document.keys[path] for path in document.keys]
        leaves += [document.values[path] for path, value in _leaves(document.data, ()) if value is not None]
        for leaf in sorted(leaves, key=lambda leaf: leaf.start):
            gaps.append((upto, leaf.start))
            if self.text[leaf.start] in "|>":
                gaps.append((leaf.start, min(self.line_end(leaf.start), leaf.end)))
            upto = leaf.end
        return [*gaps, (upto, len(self.text))]

    def comments_in(self, start: int, end: int) -> list[str]:
        """Return the comments that begin within a stretch."""
        return [self.text[one.start : one.end] for one in self.comments if start <= one.start < end]

    def comma_after(self, offset: int) -> int | None:
        """Return the place of the comma that follows, within brackets; None if something else does."""
        found = _COMMA.match(self.text, offset)
        return found.end() - 1 if found else None


def _leaves(data: Any, path: Path) -> list[tuple[Path, Any]]:
    if isinstance(data, dict):
        return [leaf for key, one in data.items() for leaf in _leaves(one, (*path, key))]
    if isinstance(data, list):
        return [leaf for number, one in enumerate(data) for leaf in _leaves(one, (*path, number))]
    return [(path, data)]
