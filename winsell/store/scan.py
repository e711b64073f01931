"""The text before any parser sees it: what no deal file may hold, and what the two parsers disagree on.

In: the decoded text. Out: `Scan`: problems that need no grammar (control characters, conflict markers, directives),
a text of the same length that both parsers read alike, and the suspects whose guilt depends on where they stand. A
clean file costs a few searches that run at memory speed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from winsell.base.problem import Problem
from winsell.store.position import Lines, excerpt, split_lines

_FORBIDDEN = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufdcf\ufdf0-\ufefe\uff00-\ufffd"
    + "".join(f"{chr(plane << 16)}-{chr((plane << 16) + 0xFFFD)}" for plane in range(1, 17))
    + "]+"
)
_CONTROL_NAMES = {
    "\0": "NUL",
    "\x07": "BEL",
    "\x08": "BACKSPACE",
    "\x1b": "ESC",
    "\x7f": "DEL",
    "\x85": "NEXT LINE",
    "\ufeff": "BYTE ORDER MARK",
}

_CONFLICT = re.compile(r"(?P<sign>[<=>])(?P=sign){6}(?P<name>(?:[ \t].*)?)$")
_DIRECTIVE = re.compile(r"(?:\A|(?<=[\r\n]))%[^\r\n]*")
# Each begins with a sign of its own, which the regex engine finds at memory speed; what stands before is checked then.
_SUSPECTS = (
    ("tab", re.compile(r"\t+")),
    ("question", re.compile(r"\?(?<![^\s\[{,]\?)(?=[\s,\]}]|\Z)")),
    ("hash", re.compile(r"#(?<=\s#)(?=[0-9])")),
    ("escape", re.compile(r"\\(?:u[dD][89a-fA-F][0-9a-fA-F]{2}|U[0-9a-fA-F]{8})")),
)
_HIGHEST = 0x10FFFF
_SURROGATES = range(0xD800, 0xE000)


@dataclass(frozen=True, slots=True)
class Suspect:
    """A stretch of text that is wrong unless it stands inside a text or a comment."""

    kind: str
    """`tab`, `question`, `hash` or `escape`."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Scan:
    """What the text alone tells."""

    safe: str
    """Same length and lines as the text; the very same object when there is nothing to hide from the parsers."""
    problems: tuple[Problem, ...] = ()
    suspects: tuple[Suspect, ...] = ()
    parsable: bool = True
    """False when the grammar has nothing to say: between conflict markers every key is there twice."""


def scan(text: str) -> Scan:
    """Search a text."""
    suspects = tuple(_suspects(text))
    if not suspects and text.replace("\n", "").replace("\r", "").isprintable() and not _has_marker(text):
        return Scan(text)
    lines = split_lines(text)
    conflicts = tuple(_conflicts(lines)) if _has_marker(text) else ()
    problems = (*_forbidden(lines), *_directives(lines), *conflicts)
    return Scan(_make_safe(text, suspects), problems, suspects, parsable=not conflicts)


def _has_marker(text: str) -> bool:
    """Whether conflict markers or directives are worth a look line by line."""
    return (
        "<<<<<<<" in text
        or "=======" in text
        or ">>>>>>>" in text
        or "\n%" in text
        or "\r%" in text
        or text.startswith("%")
    )


def _forbidden(lines: Lines) -> Iterator[Problem]:
    """Every forbidden character once per line."""
    seen: set[tuple[int, str]] = set()
    for match in _FORBIDDEN.finditer(lines.text):
        line, column = lines.locate(match.start())
        for character in sorted(set(match[0])):
            if (line, character) not in seen:
                seen.add((line, character))
                name = _CONTROL_NAMES.get(character) or unicodedata.name(character, "")
                yield Problem(
                    "forbidden-character", line, column, {"character": f"U+{ord(character):04X} {name}".rstrip()}
                )


def _directives(lines: Lines) -> Iterator[Problem]:
    for match in _DIRECTIVE.finditer(lines.text):
        yield Problem("directive", *lines.locate(match.start()), {"text": excerpt(match[0])})


def _conflicts(lines: Lines) -> Iterator[Problem]:
    """One problem per conflict, at its first marker; a marker left over from a half-made choice counts as one."""
    ours: tuple[int, str] | None = None
    for number in range(1, len(lines.starts) + 1):
        match = _CONFLICT.match(lines.line(number))
        if match is None:
            continue
        name = excerpt(match["name"]) or "?"
        if match["sign"] == "=":
            ours = ours or (number, "?")
        elif match["sign"] == ">":
            yield _conflict(ours or (number, "?"), name)
            ours = None
        else:
            if ours is not None:
                yield _conflict(ours, "?")
            ours = (number, name)
    if ours is not None:
        yield _conflict(ours, "?")


def _conflict(ours: tuple[int, str], theirs: str) -> Problem:
    return Problem("merge-conflict", ours[0], 1, {"ours": ours[1], "theirs": theirs})


def _suspects(text: str) -> Iterator[Suspect]:
    for kind, pattern in _SUSPECTS:
        for match in pattern.finditer(text):
            if kind != "escape" or _is_bad_escape(match[0]):
                yield Suspect(kind, match.start(), match.end())


def _make_safe(text: str, suspects: tuple[Suspect, ...]) -> str:
    """Tabs and forbidden characters as blanks, bad escapes as good ones of the same length, directives as comments."""
    safe = _FORBIDDEN.sub(lambda match: " " * len(match[0]), text).replace("\t", " ")
    if any(suspect.kind == "escape" for suspect in suspects):
        safe = _SUSPECTS[-1][1].sub(_good_escape, safe)
    return _DIRECTIVE.sub(lambda match: "#" * len(match[0]), safe)


def _is_bad_escape(escape: str) -> bool:
    digits = escape[2:]
    value = int(digits, 16)
    return value in _SURROGATES or value > _HIGHEST


def _good_escape(match: re.Match[str]) -> str:
    escape = match[0]
    return escape[:2] + "20".zfill(len(escape) - 2) if _is_bad_escape(escape) else escape
