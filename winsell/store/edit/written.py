"""Values as the text of a file: what our reader reads back as the same value, in the words a person would write.

In: plain data and where they are to stand. Out: one line, or the lines below a key. A text stands bare only where no
reader of YAML takes it for anything else; days stand bare, as people write them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from winsell.base.scalar import DAY_PATTERN
from winsell.store.plain import ODD_VALUE_STARTS

Block = tuple[str, ...]
"""What follows a colon or a dash on its line (may be empty), and then whole lines."""

_DAY = re.compile(DAY_PATTERN, re.ASCII)
_KEY = re.compile(r"[^\W_][\w-]*(?: [\w-]+)*")
_STARTS = frozenset("-?:,[]{}#&*!|>'\"%@`=~<." + "＃，、“”‘’") | ODD_VALUE_STARTS
"""With these begins syntax, or what may be meant as such."""
_NUMBER_LIKE = re.compile(r"[0-9+-][0-9a-fA-FxXoO_+:.,-]*|\d{4}-\d\d?-\d\d?(?:[Tt]| +)\d.*", re.ASCII)
"""A number, a time or a moment, to some reader."""
_WORDS = frozenset({"yes", "no", "on", "off", "true", "false", "null"})
"""What older readers take for a flag, and ours for one or for nothing."""
_FIELDS = {"on"}
"""Of those words, what our files have for a key; nobody quotes it there."""
_SHOWN = {0x200D: "-", 0x3000: "-"}
"""Joiners within emoji and full-width blanks: text that a person sees, though Python calls it unprintable."""
_SHOWN_BELOW = {**_SHOWN, **dict.fromkeys((0x09, 0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F), "-")}
"""And tabs, and the blanks of other widths that mail and word processors write, in a text that stands below its key."""
_BLANKS = " \t"
_SEPARATORS = {"": "", "{": ",[]{}:", "[": ",[]{}:，、"}
"""What ends a bare text within brackets; full-width commas stand where such were meant."""
_WIDE = 100
"""Characters of a line; a mapping that is longer stands on several."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How a file indents what stands below a key."""

    step: int = 2
    """Blanks that a mapping stands further in than its key."""
    dash: int = 2
    """Blanks that a dash stands further in than its key."""
    gap: int = 1
    """Blanks behind a dash."""
    block_texts: bool = True
    """Whether a text of several lines may stand below its key as it is."""


PLAIN = Layout()


def scalar(value: Any, *, brackets: str = "", quote: str = '"') -> str:
    """Write one value; `brackets` are those it stands in directly, `quote` is how its neighbours are quoted."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        digits = format(value, "f")
        return digits if "." in digits else f"{digits}.0"
    if isinstance(value, int):
        return str(value)
    return value if _is_bare(value, brackets) else _quoted(value, quote)


def _is_bare(text: str, brackets: str) -> bool:
    if not text.translate(_SHOWN).isprintable() or text != text.strip() or not text or text[0] in _STARTS:
        return False
    if text.lower() in _WORDS or ": " in text or " #" in text or text[-1] == ":":
        return False
    if any(sign in text for sign in _SEPARATORS[brackets]):
        return False
    return _DAY.fullmatch(text) is not None or _NUMBER_LIKE.fullmatch(text) is None


def _quoted(text: str, quote: str) -> str:
    if quote == "'" and text.translate(_SHOWN).isprintable():
        return "'" + text.replace("'", "''") + "'"
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(character: str) -> str:
    if character in '\\"':
        return f"\\{character}"
    is_shown = character.isprintable() or ord(character) in _SHOWN
    return character if is_shown else character.encode("unicode_escape").decode()


def key(text: str) -> str:
    """Write a key."""
    named = _KEY.fullmatch(text) and text.lower() not in _WORDS - _FIELDS and not _NUMBER_LIKE.fullmatch(text)
    if named or _DAY.fullmatch(text):
        return text
    return _quoted(text, '"')


def in_line(value: Any, *, brackets: str = "") -> str:
    """Write a value on one line, mappings and lists in brackets."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key(name)}: {in_line(one, brackets='{')}" for name, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(in_line(one, brackets="[") for one in value) + "]"
    return scalar(value, brackets=brackets)


def block(value: Any, column: int, layout: Layout = PLAIN, *, brackets: bool | None = None) -> Block:
    """Write a value behind a key that stands at a column; in brackets or not, or as is usual for such a value."""
    if isinstance(value, str) and layout.block_texts and _is_block_text(value):
        return _block_text(value, column + layout.step)
    if not isinstance(value, dict | list) or not value or _in_brackets(value, wanted=brackets):
        return (in_line(value),)
    if isinstance(value, dict):
        return ("", *entries(value, column + layout.step, layout))
    return ("", *(line for one in value for line in item(one, column + layout.dash, layout)))


def _in_brackets(value: Any, *, wanted: bool | None) -> bool:
    if wanted is not None:
        return wanted
    if isinstance(value, dict):
        return "is" in value
    return not any(isinstance(one, dict | list) for one in value)


def entries(value: dict[str, Any], column: int, layout: Layout = PLAIN) -> Block:
    """Write the entries of a mapping, each on lines of its own."""
    return tuple(line for name, one in value.items() for line in entry(name, one, column, layout))


def entry(name: str, value: Any, column: int, layout: Layout = PLAIN, *, brackets: bool | None = None) -> Block:
    """Write one entry of a mapping."""
    return _headed(f"{' ' * column}{key(name)}:", " ", block(value, column, layout, brackets=brackets))


def item(value: Any, column: int, layout: Layout = PLAIN, *, brackets: bool | None = None) -> Block:
    """Write one item of a list."""
    return _headed(" " * column + "-", " " * layout.gap, item_block(value, column, layout, brackets=brackets))


def item_block(value: Any, column: int, layout: Layout = PLAIN, *, brackets: bool | None = None) -> Block:
    """Write a value behind a dash: the first line of a mapping or a list stands on the line of its dash."""
    if not isinstance(value, dict | list):
        return block(value, column, layout)
    if brackets is None:
        brackets = not isinstance(value, dict) or _is_short(value)
    if brackets or not value or not isinstance(value, dict):
        return (in_line(value),)
    first, *rest = entries(value, column + 1 + layout.gap, layout)
    return (first.lstrip(" "), *rest)


def _is_short(value: dict[str, Any]) -> bool:
    line = in_line(value)
    return len(line) <= _WIDE and "{" not in line[1:]


def _headed(head: str, gap: str, lines: Block) -> Block:
    first, *rest = lines
    return (f"{head}{gap}{first}" if first else head, *rest)


def _is_block_text(text: str) -> bool:
    """Tell whether a text of several lines is read back from below its key as it is."""
    lines = text.removesuffix("\n").split("\n")
    return (
        "\n" in text
        and bool(lines[0].strip() and lines[-1])
        and lines[0][0] not in _BLANKS
        and all(line.translate(_SHOWN_BELOW).isprintable() and bool(line.strip()) >= bool(line) for line in lines)
    )


def _block_text(text: str, column: int) -> Block:
    lines = text.removesuffix("\n").split("\n")
    return ("|" if text.endswith("\n") else "|-", *(" " * column + line if line else "" for line in lines))
