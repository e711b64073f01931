"""A broken file read line by line, so that every line with a known mistake is named, not only the first.

In: a text that a parser refused. Out: problems. It keeps a rough idea of where texts of several lines begin and end;
good files never come here, so a guess can only add to what is already wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from winsell.base.problem import Problem
from winsell.store.plain import BULLETS, ODD_SPACES, OPENERS, Finding, ascii_sign, code_point, full_width, judge_start
from winsell.store.position import Lines, excerpt

_HEAD = re.compile(
    r"(?P<dashes>(?:- +)*)"
    r"(?P<key>(?:\"[^\"]*\"|'[^']*'|[^\s:：\"'\[\]{}#&*!|>@`%,-][^:：#]*?) *:(?= |$))?"
    r"(?P<value>.*)"
)
_BLOCK_HEADER = re.compile(r"[|>][-+0-9]{0,2}(?: +#.*| *)")
_NOT_PLAIN = frozenset("[{\"'|>&*!#" + BULLETS)
_INNER_COLON = re.compile(r": |:$")
_CLOSED_QUOTE = {'"': re.compile(r'"(?:[^"\\]|\\.)*"'), "'": re.compile(r"'(?:[^']|'')*'")}
_FLOW_PART = re.compile(r"""\"(?:[^"\\]|\\.)*\"|'(?:[^']|'')*'|(?:(?<=\s)|^)#.*|[\[\]{}]|[^"'\[\]{}#]+|.""", re.DOTALL)
_MAX_LINES = 20_000
_MAX_QUOTED = 1_000
"""Lines that are looked at, and lines that a quoted text may run on: hostile files must not make this slow."""
_BLANKS = " \t" + ODD_SPACES


@dataclass(frozen=True, slots=True)
class Row:
    """One line that begins a key, an item or a value."""

    number: int
    indent: int
    body: str
    column: int
    """Characters before the key, or before the last dash when there is no key."""
    key: str
    """With its colon; empty when there is none."""
    value: str
    value_at: int
    """Characters before the value."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """The rows of a file, and texts and brackets that nothing closes."""

    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]


def sketch(lines: Lines) -> Sketch:
    """Divide a text into rows."""
    rows: list[Row] = []
    problems: list[Problem] = []
    number = 1
    while number <= min(len(lines.starts), _MAX_LINES):
        row = _row(number, lines.line(number))
        number += 1
        if row is None:
            continue
        rows.append(row)
        number, problem = _skip_value(row, lines, number)
        if problem is not None:
            problems.append(problem)
    return Sketch(tuple(rows), tuple(problems))


def _row(number: int, line: str) -> Row | None:
    """A line taken apart; None for a blank, a comment, a document marker."""
    body = line.lstrip(" ")
    if not body.strip(_BLANKS) or body.startswith("#") or line.startswith(("---", "...")):
        return None
    indent = len(line) - len(body)
    dashes, key, value = _HEAD.findall(body)[0]
    column = indent + (len(dashes) if key else max(len(dashes) - 2, 0))
    value_at = len(line) - len(value.lstrip(" "))
    return Row(number, indent, body, column, key, value.strip(" "), value_at)


def _skip_value(row: Row, lines: Lines, number: int) -> tuple[int, Problem | None]:
    """The number of the next row's line, and what is wrong when the value of this one does not end."""
    if not row.value:
        return number, None
    if row.value[0] in "\"'":
        return _skip_quoted(row, lines, number)
    if row.value[0] in "[{":
        return _skip_flow(row, lines, number)
    if _BLOCK_HEADER.fullmatch(row.value) or (row.key and not row.value.startswith("#")):
        return _deeper(row, lines, number), None
    return number, None


def _deeper(row: Row, lines: Lines, number: int) -> int:
    """The first line from `number` on that is not blank and not indented below the row."""
    while number <= len(lines.starts):
        line = lines.line(number)
        if line.strip(_BLANKS) and len(line) - len(line.lstrip(_BLANKS)) <= row.column:
            return number
        number += 1
    return number


def _skip_quoted(row: Row, lines: Lines, number: int) -> tuple[int, Problem | None]:
    closed = _CLOSED_QUOTE[row.value[0]]
    if closed.match(row.value):
        return number, None
    end = min(_deeper(row, lines, number), number + _MAX_QUOTED)
    match = closed.match("\n".join((row.value, *(lines.line(between) for between in range(number, end)))))
    if match:
        return number + match[0].count("\n"), None
    facts = {"quote": row.value[0], "text": excerpt(row.value)}
    return number, Problem("unclosed-quote", row.number, row.value_at + 1, facts)


def _skip_flow(row: Row, lines: Lines, number: int) -> tuple[int, Problem | None]:
    depth = flow_depth(row.value)
    end = _deeper(row, lines, number)
    while depth > 0 and number <= len(lines.starts):
        line = lines.line(number)
        if number >= end and line.lstrip(" ")[:1] not in "]}":
            break
        depth += flow_depth(line)
        number += 1
    if depth <= 0:
        return number, None
    facts = {"bracket": row.value[0], "text": excerpt(row.value)}
    return number, Problem("unclosed-bracket", row.number, row.value_at + 1, facts)


def flow_depth(line: str) -> int:
    """How many more brackets a line opens than it closes."""
    parts = _FLOW_PART.findall(line)
    return sum(part in ("[", "{") for part in parts) - sum(part in ("]", "}") for part in parts)


def judge_rows(found: Sketch) -> Iterator[Problem]:
    """What is wrong with single lines."""
    for row in found.rows:
        judged = _judge_start(row) or _judge_value(row)
        if judged is not None:
            code, column, facts = judged
            yield Problem(code, row.number, column + 1, facts)


Judged = tuple[str, int, dict[str, str]]
"""A code, the characters before it in its line, its facts."""


def _judge_start(row: Row) -> Judged | None:
    """A line that begins with something that only looks like YAML."""
    first = row.body[0]
    if first == "\t":
        return "tab-indent", row.indent, {}
    if first in ODD_SPACES:
        return "odd-space", row.indent, {"character": code_point(first)}
    if row.body.startswith("? ") or row.body == "?":
        return "complex-key", row.indent, {"text": excerpt(row.body)}
    if row.key or row.body.startswith("- ") or row.body == "-":
        return None
    found = judge_start(row.body)
    return (found[0], row.indent, found[1]) if found else None


def _judge_value(row: Row) -> Judged | None:
    """A value that begins with a sign of YAML, or holds a second colon."""
    if not row.value:
        return None
    found = _judge_first(row) or (_judge_keyed(row) if row.key else None)
    return (found[0], row.value_at, found[1]) if found else _judge_colon(row)


def _judge_first(row: Row) -> Finding | None:
    """The first sign of a value."""
    first = row.value[0]
    if first == "\t":
        return "tab", {"text": excerpt(row.body)}
    if first in ODD_SPACES:
        return "odd-space", {"character": code_point(first)}
    if first in "@`%":
        return "special-start", {"character": first, "text": excerpt(row.value)}
    if row.value == "?" or row.value.startswith("? "):
        return "complex-key", {"text": excerpt(row.body)}
    return None


def _judge_keyed(row: Row) -> Finding | None:
    """A value on the line of its key."""
    if row.value[0] in OPENERS:
        return full_width(row.value[0], ascii_sign(row.value[0]), row.value)
    if row.value == "-" or row.value.startswith("- "):
        return "dash-value", {"text": excerpt(row.value)}
    return None


def _judge_colon(row: Row) -> Judged | None:
    value = row.value.split(" #", 1)[0]
    if not row.key or row.value[0] in _NOT_PLAIN:
        return None
    if match := _INNER_COLON.search(value):
        return "colon-in-text", row.value_at + match.start(), {"text": excerpt(value)}
    return None
