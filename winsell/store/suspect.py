"""Suspects of the scan, judged by where they stand: a tab in a quoted text is text, between two words it is a mistake.

In: the suspects, the text and the scalars the parser found in it. Out: problems. Beyond the point where the parser
gave up nothing is judged here.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from yaml import YAMLError
from yaml.events import ScalarEvent, StreamEndEvent

from winsell.base.problem import Problem
from winsell.store.backend import Backend, open_parser
from winsell.store.document import Event
from winsell.store.position import Lines, excerpt, split_lines
from winsell.store.scan import Suspect
from winsell.store.walk import MAX_NODES

_MAX_SCALARS = 2 * MAX_NODES
_COMMENT = re.compile(r"(?:(?<=\s)|^)#")


@dataclass(frozen=True, slots=True)
class Scalars:
    """The scalars of a text, as far as it could be parsed."""

    lines: Lines
    starts: tuple[int, ...]
    events: tuple[Event, ...]
    until: int
    """The offset from which on nothing is known."""

    def at(self, offset: int) -> Event:
        """The scalar that covers a character, or None."""
        index = bisect_right(self.starts, offset) - 1
        if index < 0 or offset >= self.events[index].end_mark.index:
            return None
        return self.events[index]


def find_scalars(text: str, backend: Backend) -> Scalars:
    """Ask for the events once more, for the scalars alone, of the parser whose walk is being judged."""
    next_event = open_parser(text, backend)
    events: list[Event] = []
    try:
        while type(event := next_event()) is not StreamEndEvent and len(events) <= _MAX_SCALARS:
            if type(event) is ScalarEvent and not _is_empty(event):
                events.append(event)
        done = len(events) <= _MAX_SCALARS
    except YAMLError:
        done = False
    until = len(text) if done else events[-1].end_mark.index if events else 0
    return Scalars(split_lines(text), tuple(event.start_mark.index for event in events), tuple(events), until)


def _is_empty(event: Event) -> bool:
    return bool(event.end_mark.index == event.start_mark.index)


def judge_suspects(suspects: tuple[Suspect, ...], text: str, scalars: Scalars) -> Iterator[Problem]:
    """The suspects that are guilty, as problems."""
    judges = {"tab": _judge_tab, "question": _judge_question, "hash": _judge_hash, "escape": _judge_escape}
    for suspect in suspects:
        if suspect.start < scalars.until:
            problem = judges[suspect.kind](suspect, text, scalars)
            if problem is not None:
                yield problem


def _judge_tab(suspect: Suspect, text: str, scalars: Scalars) -> Problem | None:
    scalar = scalars.at(suspect.start)
    line, column = scalars.lines.locate(suspect.start)
    before = text[suspect.start - column + 1 : suspect.start]
    if scalar is None or scalar.style in ("|", ">"):
        if scalar is not None and _in_body(scalar, suspect.start, column, scalars.lines):
            return None
        if _in_comment(suspect.start, scalars):
            return None
    elif scalar.style:
        return None
    if not before.strip():
        return Problem("tab-indent", line, column)
    return Problem("tab", line, column, {"text": excerpt(scalars.lines.line(line))})


def _in_body(scalar: Event, offset: int, column: int, lines: Lines) -> bool:
    """Whether a character of a block text stands behind the header and behind the indentation."""
    header_line = scalar.start_mark.line + 1
    if lines.locate(offset)[0] == header_line:
        return False
    end_line = lines.locate(max(scalar.end_mark.index - 1, 0))[0]
    for number in range(header_line + 1, end_line + 1):
        line = lines.line(number)
        if line.strip():
            return column > len(line) - len(line.lstrip(" "))
    return False


def _in_comment(offset: int, scalars: Scalars) -> bool:
    line, column = scalars.lines.locate(offset)
    first = _first_comment(line, scalars)
    return first is not None and first < column


def _first_comment(line: int, scalars: Scalars) -> int | None:
    """The column (from 1) where the comment of a line begins."""
    start = scalars.lines.starts[line - 1]
    for match in _COMMENT.finditer(scalars.lines.line(line)):
        scalar = scalars.at(start + match.start())
        in_header = scalar is not None and scalar.style in ("|", ">") and scalar.start_mark.line + 1 == line
        if scalar is None or in_header:
            return match.start() + 1
    return None


def _judge_question(suspect: Suspect, text: str, scalars: Scalars) -> Problem | None:
    """A lone question mark is read as text; where it begins one, a complex key was meant, or not knowing."""
    del text
    scalar = scalars.at(suspect.start)
    if scalar is None or scalar.style or scalar.start_mark.index != suspect.start:
        return None
    line, column = scalars.lines.locate(suspect.start)
    return Problem("complex-key", line, column, {"text": excerpt(scalars.lines.line(line))})


def _judge_hash(suspect: Suspect, text: str, scalars: Scalars) -> Problem | None:
    """`contract #123` loses its number to a comment; `# 123` and a line that begins with `#` are comments."""
    line, column = scalars.lines.locate(suspect.start)
    before = text[suspect.start - column + 1 : suspect.start]
    if not before.strip() or _first_comment(line, scalars) != column:
        return None
    lost = excerpt(scalars.lines.line(line)[column - 1 :])
    return Problem("hash-in-text", line, column, {"text": excerpt(before), "lost": lost})


def _judge_escape(suspect: Suspect, text: str, scalars: Scalars) -> Problem | None:
    scalar = scalars.at(suspect.start)
    if scalar is None or scalar.style != '"':
        return None
    first = suspect.start
    while text[first - 1] == "\\":
        first -= 1
    # In `\\ud800` the backslash escapes a backslash, and the rest is text.
    if (suspect.start - first) % 2:
        return None
    return Problem("bad-escape", *scalars.lines.locate(suspect.start), {"escape": text[suspect.start : suspect.end]})
