"""A syntax error put into one of our codes, by the parser's words and by the line it points at.

In: the error of PyYAML's own parser (never libyaml's, so that the answer does not depend on the machine) and the
text. Out: one problem, at the place where a person would mend it: the opening quote, not the end of the file.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from yaml import MarkedYAMLError, YAMLError

from winsell.base.problem import Problem
from winsell.store.plain import KEY
from winsell.store.position import Lines, excerpt

_KEYED = re.compile(rf"(?: *- +)* *({KEY}|\"[^\"]*\"|'[^']*'|[^\s:][^:]*?) *:(?= |$)")
_FLOW_KEY = re.compile(r"[^\s,{}\[\]:][^,{}\[\]:]*: +([^,{}\[\]]*)$")
_ESCAPE = re.compile(r"\\(?:[xuU][0-9a-fA-F]*|.)")
_MARKED_VALUE = re.compile(r"(?:.*?: |[ -]*)([&*!])")
_FULL_FLOW = {"，": ", ", "：": ": ", "｝": "}", "］": "]"}


@dataclass(frozen=True, slots=True)
class _Fault:
    """A syntax error with its surroundings."""

    lines: Lines
    problem: str
    line: int
    column: int
    context: str
    context_line: int
    context_column: int

    @property
    def text(self) -> str:
        """The line the parser points at."""
        return self.lines.line(self.line)

    @property
    def before(self) -> str:
        """That line up to the place the parser points at."""
        return self.text[: self.column - 1]

    @property
    def rest(self) -> str:
        """That line from there on."""
        return self.text[self.column - 1 :]

    def here(self, code: str, **facts: str) -> Problem:
        """A problem where the parser points."""
        return Problem(code, self.line, self.column, facts)

    def there(self, code: str, **facts: str) -> Problem:
        """A problem where the thing began that the parser was reading."""
        return Problem(code, self.context_line, self.context_column, facts)

    @property
    def opened(self) -> str:
        """The text from where that thing began."""
        return self.lines.line(self.context_line)[self.context_column - 1 :]


def diagnose(error: YAMLError, lines: Lines) -> Problem:
    """The problem that a syntax error stands for."""
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return Problem("not-yaml", facts={"text": ""})
    mark = error.problem_mark
    context = error.context_mark or mark
    fault = _Fault(
        lines,
        error.problem or "",
        mark.line + 1,
        mark.column + 1,
        error.context or "",
        context.line + 1,
        context.column + 1,
    )
    fitting = (find for words, find in _FINDERS if words in fault.problem or words in fault.context)
    return next(fitting, _unknown)(fault)


def _unknown(fault: _Fault) -> Problem:
    return fault.here("not-yaml", text=excerpt(fault.text))


def _no_colon(fault: _Fault) -> Problem:
    return fault.there("missing-colon", text=excerpt(fault.lines.line(fault.context_line)))


def _cannot_start(fault: _Fault) -> Problem:
    return fault.here("special-start", character=fault.rest[:1], text=excerpt(fault.rest))


def _item_not_allowed(fault: _Fault) -> Problem:
    if fault.before.rstrip().endswith((":", ",", "[", "{")):
        return fault.here("dash-value", text=excerpt(fault.rest))
    return _no_end(fault)


def _value_not_allowed(fault: _Fault) -> Problem:
    keyed = _KEYED.match(fault.before)
    return fault.here("colon-in-text", text=excerpt(fault.text[keyed.end() :])) if keyed else _bad_indent(fault)


def _bad_indent(fault: _Fault) -> Problem:
    column = len(fault.text) - len(fault.text.lstrip(" ")) + 1
    return Problem("bad-indent", fault.line, column, {"text": excerpt(fault.text)})


def _mark_start(fault: _Fault) -> Problem:
    return fault.there("special-start", character=fault.opened[:1], text=excerpt(fault.opened))


def _block_header(fault: _Fault) -> Problem:
    return fault.there("block-text-header", character=fault.opened[:1], text=excerpt(fault.opened))


def _escape(fault: _Fault) -> Problem:
    """The parser points behind the backslash, or at the digit that is none."""
    start = max(fault.text.rfind("\\", 0, fault.column), 0)
    escape = _ESCAPE.match(fault.text, start)
    return Problem("bad-escape", fault.line, start + 1, {"escape": escape[0] if escape else excerpt(fault.rest)})


def _open_quote(fault: _Fault) -> Problem:
    return fault.there("unclosed-quote", quote=fault.opened[:1], text=excerpt(fault.opened))


def _open_flow(fault: _Fault) -> Problem:
    """A list or map on one line goes wrong by a comma that is missing, or by its end."""
    full = next((sign for sign in _FULL_FLOW if sign in fault.text), None)
    if full is not None:
        column = fault.text.index(full) + 1
        facts = {"character": full, "instead": _FULL_FLOW[full], "text": excerpt(fault.text)}
        return Problem("full-width", fault.line, column, facts)
    same_line = fault.line == fault.context_line
    if fault.rest[:1] in ("]", "}", "") or not same_line:
        return fault.there("unclosed-bracket", bracket=fault.opened[:1], text=excerpt(fault.opened))
    if fault.rest.startswith(":"):
        keyed = _FLOW_KEY.search(fault.before)
        return fault.here("colon-in-text", text=excerpt(fault.text[keyed.start(1) :] if keyed else fault.opened))
    return fault.here("missing-comma", text=excerpt(fault.opened))


def _no_content(fault: _Fault) -> Problem:
    first = fault.rest[:1]
    if first in ("]", "}"):
        return fault.here("stray-bracket", bracket=first, text=excerpt(fault.text))
    if first == ",":
        return fault.here("stray-comma", text=excerpt(fault.text))
    if first == "-":
        return _item_not_allowed(fault)
    return fault.here("empty-key") if first == ":" else _unknown(fault)


def _no_end(fault: _Fault) -> Problem:
    """Something stands where the next key or item should begin."""
    before = fault.before.rstrip()
    if fault.rest[:1] in ("]", "}"):
        return fault.here("stray-bracket", bracket=fault.rest[:1], text=excerpt(fault.text))
    if fault.rest.startswith(","):
        return fault.here("stray-comma", text=excerpt(fault.text))
    if before.endswith(('"', "'")):
        return fault.here("text-after-quote", text=excerpt(fault.text))
    if before.endswith(("]", "}")):
        return fault.here("text-after-bracket", text=excerpt(fault.text))
    if fault.rest.startswith(":") and not before.strip("- "):
        return fault.here("empty-key")
    return _bad_indent(fault)


def _tag(fault: _Fault) -> Problem:
    marked = _MARKED_VALUE.match(fault.text)
    column = marked.start(1) + 1 if marked else fault.column
    return Problem("special-start", fault.line, column, {"character": "!", "text": excerpt(fault.text[column - 1 :])})


_FINDERS: tuple[tuple[str, Callable[[_Fault], Problem]], ...] = (
    ("could not find expected ':'", _no_colon),
    ("cannot start any token", _cannot_start),
    ("sequence entries are not allowed", _item_not_allowed),
    ("mapping values are not allowed", _value_not_allowed),
    ("while scanning an anchor", _mark_start),
    ("while scanning an alias", _mark_start),
    ("while scanning a tag", _mark_start),
    ("while parsing a tag", _mark_start),
    ("undefined tag handle", _tag),
    ("while scanning a block scalar", _block_header),
    ("while scanning a double-quoted scalar", _escape),
    ("while scanning a quoted scalar", _open_quote),
    ("expected ',' or", _open_flow),
    ("expected the node content", _no_content),
    ("expected <block end>", _no_end),
    ("expected '<document start>'", _no_end),
)
"""Words of the parser, and who knows what they mean; the first that fits decides."""
