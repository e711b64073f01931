"""A file that was read: its plain data, and where in the text each piece of it stands.

In: the parser's events, kept as they came. Out: `Document`, whose two tables turn an event into a `Span` only when
somebody asks, because a clean file is read a thousand times for each time a place in it is shown or edited.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from winsell.store.position import split_lines

_COLON = re.compile(r"\s*:")

Path = tuple[str | int, ...]
"""Where a value lives: mapping keys and list positions from the root, `("people", "cio", "title")`."""

Event = Any
"""An event of PyYAML: its C parser and its Python parser share attributes, not a class."""

Extent = tuple[Event, Event]
"""The event in which a value begins and the one in which it ends; twice the same for a scalar."""


@dataclass(frozen=True, slots=True)
class Span:
    """One stretch of the text: line and column count from 1, `start` and `end` are character offsets, end exclusive."""

    line: int
    column: int
    start: int
    end: int


class SpanTable(Mapping[Path, Span]):
    """Path to span, worked out on demand; iterates in file order."""

    __slots__ = ("_extents", "_keys", "_text")

    def __init__(self, extents: Mapping[Path, Extent], text: str, keys: Mapping[Path, Extent] | None = None) -> None:
        """Keep the extents as the walk found them and the text they point into; for values, also their keys."""
        self._extents = extents
        self._text = text
        self._keys = keys or {}

    def __getitem__(self, path: Path) -> Span:
        """The span at a path; KeyError when nothing stands there."""
        span = span_of(self._extents[path], self._text)
        if span.start == span.end and path in self._keys:
            return _behind_colon(span_of(self._keys[path], self._text), self._text)
        return span

    def __iter__(self) -> Iterator[Path]:
        """The paths, in file order."""
        return iter(self._extents)

    def __len__(self) -> int:
        """How many paths there are."""
        return len(self._extents)


def span_of(extent: Extent, text: str) -> Span:
    """The characters from the first event's start to the last event's end, without a block text's trailing blank.

    A collection whose last entry is empty ends with that entry's key, and then with the colon behind it.
    """
    first, last = extent
    mark = first.start_mark
    start, end = mark.index, last.end_mark.index
    if getattr(last, "style", None) in ("|", ">"):
        # The parsers end a block text where the next token begins, behind any number of blank lines.
        end = start + len(text[start:end].rstrip())
    if first is not last and (colon := _COLON.match(text, end)):
        end = colon.end()
    return Span(mark.line + 1, mark.column + 1, start, end)


def _behind_colon(key: Span, text: str) -> Span:
    """Where a missing value would stand; the parsers place it at the next token, each in its own way."""
    colon = _COLON.match(text, key.end)
    start = colon.end() if colon else key.end
    return Span(*split_lines(text).locate(start), start, start)


@dataclass(frozen=True, slots=True)
class Document:
    """One well-formed file."""

    data: object
    """Plain dict, list, str, int, Decimal, bool, None, in the order of the file; keys are text in NFC."""
    keys: Mapping[Path, Span]
    """The key of the entry at that path (mapping entries only)."""
    values: Mapping[Path, Span]
    """The value at that path; `()` is the root. An empty value has an empty span behind its colon or dash."""
    text: str
    """The decoded text without its byte order mark; the spans count in it."""
