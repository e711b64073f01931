"""One walk over the parser's events: plain data, the place of every key and value, and what is refused on the way.

In: a text and the parser to use. Out: `Walk`. Written for speed, since every command reads files: recursion is
safe because the depth is bounded, and places are kept as events until somebody asks for one.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field

from yaml import YAMLError
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from winsell.base.problem import Problem
from winsell.store.backend import Backend, NextEvent, open_parser
from winsell.store.document import Event, Extent, Path, span_of
from winsell.store.plain import ODD_KEY_STARTS, ODD_VALUE_STARTS, Plain
from winsell.store.position import excerpt
from winsell.store.scalar import resolve_plain

MAX_DEPTH = 40
MAX_NODES = 50_000
MAX_PROBLEMS = 1_000
"""A file with more is no deal file; nobody reads the rest."""

_FOLDED_COLON = "\N{FULLWIDTH COLON}"


@dataclass(slots=True)
class Walk:
    """What one walk brought home."""

    text: str
    backend: Backend
    """The parser that was asked."""
    data: object = None
    keys: dict[Path, Extent] = field(default_factory=dict)
    values: dict[Path, Extent] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    plains: list[Plain] = field(default_factory=list)
    """Unquoted texts that may be meant as syntax; judged later, by their surroundings."""
    error: YAMLError | None = None
    """The syntax error that ended the walk."""


@dataclass(frozen=True, slots=True)
class _Twin:
    """A key that was there before."""

    key: str
    first: Event
    first_value: Extent
    second: Event
    second_value: Extent


class _Stop(Exception):  # noqa: N818 - nothing failed in here: the file is beyond a limit
    """The rest of the file is not looked at."""


def walk(text: str, backend: Backend) -> Walk:
    """Read a text to its end, to a syntax error or to a limit."""
    found = Walk(text, backend)
    builder = _Builder(found, open_parser(text, backend))
    try:
        builder.stream()
    except YAMLError as error:
        found.error = error
    except _Stop:
        pass
    return found


class _Builder:
    """The walk's moving parts: where it reads, what it has found, how deep it stands."""

    __slots__ = ("count", "depth", "found", "keys", "last", "marked", "next_event", "values")

    def __init__(self, found: Walk, next_event: NextEvent) -> None:
        self.next_event = next_event
        self.found = found
        self.keys = found.keys
        self.values = found.values
        self.last: Event = None
        self.count = 0
        self.depth = 0
        self.marked = any(mark in found.text for mark in "&*!")

    def stream(self) -> None:
        """The whole file: one document and nothing behind it."""
        self.next_event()
        if type(self.next_event()) is StreamEndEvent:
            self.refuse("empty-file")
            return
        root = self.next_event()
        if type(root) is ScalarEvent and not root.style and not root.value and not (root.anchor or root.tag):
            self.refuse("empty-file")
        self.found.data = self.node(root, (), None)
        while type(event := self.next_event()) is not StreamEndEvent:
            if type(event) is not DocumentEndEvent:
                self.refuse("several-documents", event)
                raise _Stop

    def node(self, event: Event, path: Path, key: Event) -> object:
        """Any value, given the event it begins with and the key it belongs to."""
        kind = type(event)
        if kind is not ScalarEvent and kind is not AliasEvent:
            return self.collection(event, path)
        self.last = event
        self.values[path] = (event, event)
        if kind is AliasEvent:
            self.refuse("alias", event, text=self.quote(event, event))
            return None
        return self.scalar(event, key)

    def collection(self, start: Event, path: Path) -> object:
        """A mapping or a sequence; a block collection ends where its last scalar ends, a flow one at its bracket."""
        if self.marked:
            self.check_marks(start)
        self.depth += 1
        if self.depth > MAX_DEPTH:
            self.refuse("too-deep", start, limit=MAX_DEPTH)
            raise _Stop
        self.last = start
        self.values[path] = (start, start)
        data = self.mapping(path) if type(start) is MappingStartEvent else self.sequence(start, path)
        self.values[path] = (start, self.last)
        self.depth -= 1
        return data

    def mapping(self, path: Path) -> dict[str, object]:
        """The entries of a mapping; the event that ends it is consumed."""
        data: dict[str, object] = {}
        next_event, keys, values = self.next_event, self.keys, self.values
        while type(event := next_event()) is not MappingEndEvent:
            key = self.key(event, path)
            place = (*path, key)
            twin = (keys[place], values[place]) if key in data else None
            keys[place] = (event, event)
            value = next_event()
            if type(value) is ScalarEvent:
                self.last = value
                values[place] = (value, value)
                data[key] = self.scalar(value, event)
            else:
                data[key] = self.node(value, place, event)
            if twin is not None:
                self.refuse_twin(_Twin(key, twin[0][0], twin[1], event, values[place]))
            self.tick(event)
        self.close(event)
        return data

    def sequence(self, start: Event, path: Path) -> list[object]:
        """The items of a sequence; the event that ends it is consumed."""
        data: list[object] = []
        while type(event := self.next_event()) is not SequenceEndEvent:
            data.append(self.node(event, (*path, len(data)), start))
            self.tick(event)
        self.close(event)
        return data

    def close(self, end: Event) -> None:
        """A closing bracket is the last thing of its collection; the end of a block collection is not in the text."""
        if end.end_mark.index > end.start_mark.index:
            self.last = end

    def tick(self, event: Event) -> None:
        """Count one entry."""
        self.count += 1
        if self.count > MAX_NODES:
            self.refuse("too-many-nodes", event, limit=MAX_NODES)
            raise _Stop

    def key(self, event: Event, path: Path) -> str:
        """The text of a key as it is written, in NFC, so that two keys that look the same are the same."""
        if type(event) is not ScalarEvent:
            self.refuse(
                "complex-key", event, text=excerpt(self.found.text[event.start_mark.index :].partition("\n")[0])
            )
            stand_in = f"? {event.start_mark.index}"
            self.node(event, (*path, stand_in), None)
            return stand_in
        text: str = event.value
        if self.marked:
            self.check_marks(event)
        if not text:
            self.refuse("empty-key", event)
        elif text == "<<" and not event.style:
            self.refuse("merge-key", event)
        elif text[0] in ODD_KEY_STARTS and not event.style:
            self.found.plains.append(Plain(event, None))
        return text if text.isascii() else unicodedata.normalize("NFC", text)

    def scalar(self, event: Event, owner: Event) -> object:
        """The value of a scalar; `owner` is the key or the sequence it belongs to."""
        text: str = event.value
        if self.marked:
            self.check_marks(event)
        if event.style:
            if event.style in "\"'" and event.end_mark.line != event.start_mark.line:
                self.found.plains.append(Plain(event, owner))
            return text
        value = resolve_plain(text)
        if not text and type(owner) is ScalarEvent:
            # An empty value has no place both parsers agree on; its collection ends at the colon of its key.
            self.last = owner
            if (":" in owner.value or _FOLDED_COLON in owner.value) and not owner.style:
                self.found.plains.append(Plain(owner, None))
        if value is text and (
            ":" in text or _FOLDED_COLON in text or text[0] in ODD_VALUE_STARTS or type(owner) is SequenceStartEvent
        ):
            self.found.plains.append(Plain(event, owner))
        return value

    def check_marks(self, event: Event) -> None:
        """Refuse `&name` and `!tag`."""
        if event.anchor is not None:
            self.refuse("anchor", event, text=self.quote(event, event))
        if event.tag is not None:
            self.refuse("tag", event, text=self.quote(event, event))

    def refuse_twin(self, twin: _Twin) -> None:
        """Say that a key is there twice, with both lines and both values."""
        facts = {
            "key": excerpt(twin.key),
            "first": twin.first.start_mark.line + 1,
            "first_value": self.quote(*twin.first_value),
            "value": self.quote(*twin.second_value),
        }
        self.refuse("duplicate-key", twin.second, **facts)

    def quote(self, first: Event, last: Event) -> str:
        """A value as it is written, cut short."""
        span = span_of((first, last), self.found.text)
        return excerpt(self.found.text[span.start : span.end])

    def refuse(self, code: str, event: Event = None, **facts: str | int) -> None:
        """Note a problem at the start of an event."""
        line = column = None
        if event is not None:
            line, column = event.start_mark.line + 1, event.start_mark.column + 1
        self.found.problems.append(Problem(code, line, column, facts))
        if len(self.found.problems) >= MAX_PROBLEMS:
            raise _Stop
