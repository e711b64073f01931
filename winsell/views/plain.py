r"""The one place where text becomes safe to show: whatever could act on a terminal or deceive a reader is spelt out.

In: any text, of a deal file, a file name, a commit. Out: the same text on one line, in which control characters,
direction changes and what has no width stand as `\x1b` or `\u202e`. Honest text of any script comes back as it is: the
joiners inside emoji and inside Arabic and Indic words stay. Idea: CVE-2021-42574, Unicode reports 9, 36 and 51.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from itertools import pairwise

MOST_MARKS = 4
"""How many marks a letter may carry on top of each other; the rest is counted."""

_PLANES = "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17))
_CONTROLS = "\x00-\x1f\x7f-\x9f\u2028\u2029"
_DIRECTIONS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_NO_WIDTH = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f\u3164\ufe00-\ufe0f\ufeff"
    "\uffa0\ufff0-\ufffb\U00013430-\U0001345f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_NO_CHARACTERS = f"\ud800-\udfff\ufdd0-\ufdef{_PLANES}"
_HIDDEN = f"[{_CONTROLS}{_DIRECTIONS}{_NO_WIDTH}{_NO_CHARACTERS}]"

_PICTURE = (
    "[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u2460-\u24ff\u25a0-\u27bf\u2900-\u297f"
    "\u2b00-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff][\ufe0e\ufe0f]?[\U0001f3fb-\U0001f3ff]?"
)
_JOINING = "\u0620-\u08ff\u0900-\u0dff\u0f00-\u109f\ufb50-\ufdcf\ufe70-\ufefc"
_HONEST = (
    rf"{_PICTURE}(?:\u200d{_PICTURE}){{0,7}}"  # a family, a flag of many parts
    r"|[0-9#*]\ufe0f\u20e3"  # a keycap
    r"|[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003fffd][\ufe00-\ufe02\U000e0100-\U000e01ef]"  # a form of a character
    rf"|(?<=[{_JOINING}])[\u200c\u200d](?=[{_JOINING}])"  # joins or parts two letters of one word
)

_SPACE = re.compile(r"\r\n|[\t\n]")
_SUSPECT = re.compile(rf"{_HIDDEN}|[^\w\s\x00-\x7f]{{{MOST_MARKS + 1}}}")
_HEAP = re.compile(rf"[^\w\s\x00-\x7f]{{{MOST_MARKS + 1},}}")


def show(text: str) -> str:
    """Make any text safe to show on one line; safe text is returned as it is."""
    if text.isascii() and text.isprintable():
        return text
    if _SUSPECT.search(text) is None:
        return text
    return spell_hidden(_HEAP.sub(_cap, _SPACE.sub(" ", text)), _spell)


def spell_hidden(text: str, spell: Callable[[str], str]) -> str:
    """Replace each character that does not show, unless an emoji or a word needs it, by what `spell` makes of it."""
    if text.isascii() and text.replace("\n", "").isprintable():
        return text
    return _spelt().sub(lambda found: found[1] or spell(found[0]), text)


@cache
def _spelt() -> re.Pattern[str]:
    """The pattern that takes longest to make, and is rarely needed."""
    return re.compile(f"({_HONEST})|{_HIDDEN}")


def _spell(character: str) -> str:
    code = ord(character)
    if code <= 0xFF:  # noqa: PLR2004 - two digits hold it
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"  # noqa: PLR2004 - four digits hold it


def _cap(heap: re.Match[str]) -> str:
    """Keep the first few of each run of marks, and count the rest."""
    import unicodedata

    text = heap[0]
    stacked = [unicodedata.category(character) in {"Mn", "Me"} for character in text]
    edges = [0, *(at for at, (one, other) in enumerate(pairwise(stacked), start=1) if one != other), len(text)]
    runs = [(stacked[start], text[start:end]) for start, end in pairwise(edges)]
    return "".join(_capped(run) if marks else run for marks, run in runs)


def _capped(marks: str) -> str:
    extra = len(marks) - MOST_MARKS
    return marks if extra <= 0 else f"{marks[:MOST_MARKS]}[+{extra}]"
