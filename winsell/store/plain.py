"""Text that was accepted as text though syntax was meant: `name：ACME`, `fit:80`, a list with full-width commas.

In: scalars of a file without syntax errors, each with the key or the list it belongs to. Out: problems. Judged by
position: the same characters inside a sentence behind `key: ` are what the seller wrote, and stay.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from yaml.events import SequenceStartEvent

from winsell.base.problem import Problem
from winsell.store.document import Event
from winsell.store.position import excerpt

ODD_SPACES = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u202f\u205f\u2060\u3000"
)
"""Blanks that are no blank to YAML: it would make them part of a key."""

BULLETS = "－–—•・●‐−"
OPENERS = {"｛": "}｝", "［": "]］", "＂": '"＂', "＇": "'＇"}
"""Full-width signs that open something, with what may then close it."""

ODD_KEY_STARTS = frozenset(ODD_SPACES + "＂＇“”｛［＃" + BULLETS)
ODD_VALUE_STARTS = frozenset(ODD_SPACES + "＂＇｛［＃" + BULLETS)

Finding = tuple[str, dict[str, str]]
"""A code and its facts, before it is known where they stand."""

DAY = r"\d{4}(?:[-/.]\d{1,2}(?:[-/.]\d{1,2})?|年\d{1,2}月(?:\d{1,2}[日号])?)"
"""A day or a month, also as files should not write it."""
KEY = rf"(?:[^\W\d][\w-]*|{DAY})"
"""One word that can be a field, an id, or a date."""

_FULL_COLON = re.compile(rf"({KEY})：")
_TIGHT_COLON = re.compile(rf"({KEY}):(?![\s/])(?=.)")
_ODD_COLON = re.compile(rf"{KEY}:([{ODD_SPACES}])")
_FIRST_LINE = re.compile(r"[^\r\n]+")
_NEXT_KEY = re.compile(rf"[\r\n]( *)(?:- +)*{KEY}:(?=[ \r\n])")
_ASCII = {"＃": "#", "，": ",", "、": ",", "“": '"', "”": '"', "‘": "'", "’": "'"}


@dataclass(frozen=True, slots=True)
class Plain:
    """A scalar to look at again."""

    event: Event
    owner: Event
    """The key it is the value of, or the start of the sequence it stands in; None for a key and for the root."""


def judge_plain(plain: Plain, text: str) -> Problem | None:
    """What is wrong with a scalar, if syntax was meant."""
    event = plain.event
    if event.style:
        return _judge_quoted(plain, text)
    written = _FIRST_LINE.match(text, event.start_mark.index, event.end_mark.index)
    value = written[0].rstrip(" ") if written else event.value
    found = judge_start(value) if _stands_alone(plain) else judge_wrapped(value)
    if found is None and type(plain.owner) is SequenceStartEvent and plain.owner.flow_style:
        found = _judge_item(value)
    if found is None:
        return None
    code, facts = found
    return Problem(code, event.start_mark.line + 1, event.start_mark.column + 1, facts)


def _stands_alone(plain: Plain) -> bool:
    """Whether the scalar begins a line where a key could stand."""
    owner = plain.owner
    if owner is None:
        return True
    return type(owner) is not SequenceStartEvent and owner.start_mark.line != plain.event.start_mark.line


def judge_start(value: str) -> Finding | None:
    """What is wrong with a text that begins a line."""
    if value[0] in ODD_SPACES:
        return "odd-space", {"character": code_point(value[0])}
    if match := _ODD_COLON.match(value):
        return "odd-space", {"character": code_point(match[1])}
    if _FULL_COLON.match(value):
        return full_width("：", ": ", value)
    if value[0] in BULLETS:
        return full_width(value[0], "- ", value)
    if match := _TIGHT_COLON.match(value):
        return "missing-space-after-colon", {"key": match[1], "text": excerpt(value)}
    return full_width(value[0], _ASCII[value[0]], value) if value[0] in _ASCII else judge_wrapped(value)


def full_width(character: str, instead: str, text: str) -> Finding:
    """A full-width sign where its ASCII sister was meant."""
    return "full-width", {"character": character, "instead": instead, "text": excerpt(text)}


def judge_wrapped(value: str) -> Finding | None:
    """What is wrong with a text anywhere: an odd blank before it, or full-width quotes or brackets around it."""
    if value[0] in ODD_SPACES:
        return "odd-space", {"character": code_point(value[0])}
    closers = OPENERS.get(value[0], "")
    if len(value) > 1 and value[-1] in closers:
        return full_width(value[0], ascii_sign(value[0]), value)
    return None


def ascii_sign(character: str) -> str:
    """The ASCII sign that a full-width one stands for."""
    return unicodedata.normalize("NFKC", character)


def _judge_item(value: str) -> Finding | None:
    comma = next((comma for comma in "，、" if comma in value), None)
    return full_width(comma, ", ", value) if comma else None


def _judge_quoted(plain: Plain, text: str) -> Problem | None:
    """A quoted text that swallows a line which looks like the next key has most likely lost its closing quote."""
    start, end = plain.event.start_mark, plain.event.end_mark
    head = text[start.index - start.column : start.index]
    margin = len(head) - len(head.lstrip(" "))
    swallowed = (match for match in _NEXT_KEY.finditer(text, start.index, end.index) if len(match[1]) <= margin)
    if next(swallowed, None) is None:
        return None
    facts = {"quote": text[start.index], "text": excerpt(text[start.index :])}
    return Problem("unclosed-quote", start.line + 1, start.column + 1, facts)


def code_point(character: str) -> str:
    """`U+00A0 NO-BREAK SPACE`."""
    name = unicodedata.name(character, "")
    return f"U+{ord(character):04X} {name}".rstrip()
