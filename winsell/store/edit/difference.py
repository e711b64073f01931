"""The lines in which two texts differ, as a person is shown them.

In: the text before and after. Out: the lines taken out, with their numbers before, and those put in, with their
numbers after, from top to bottom. A line that only got its line break is the same line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

_MANY = 1_000
"""Lines; among more, those that are there often do not count, or the search takes seconds."""
_BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Line:
    """One line that was taken out or put in."""

    number: int
    """From 1; of a line taken out as it was before, of one put in as it is now."""
    text: str
    """Without its line break."""
    added: bool


def difference(before: str, after: str) -> tuple[Line, ...]:
    """Compare two texts."""
    old, new = _BREAK.split(before), _BREAK.split(after)
    if "" == old[-1] == new[-1]:
        del old[-1], new[-1]
    top = _alike(old, new)
    bottom = _alike(old[top:][::-1], new[top:][::-1])
    longer = max(old, new, key=len)
    if len(longer) - len(min(old, new, key=len)) == len(longer) - top - bottom > 0:
        moved = _to_its_head(longer, top, len(longer) - bottom)
        top, bottom = top - moved, bottom + moved
    old, new = old[: len(old) - bottom], new[: len(new) - bottom]
    lines: list[Line] = []
    matcher = SequenceMatcher(None, old[top:], new[top:], autojunk=len(old) - top > _MANY)
    for _, left, upto, right, until in matcher.get_opcodes():
        if old[top + left : top + upto] != new[top + right : top + until]:
            lines += [Line(at + 1, old[at], added=False) for at in range(top + left, top + upto)]
            lines += [Line(at + 1, new[at], added=True) for at in range(top + right, top + until)]
    return tuple(lines)


def _to_its_head(lines: list[str], start: int, end: int) -> int:
    """By how many lines to take a block that came or went further up, so that it begins with its key or its dash.

    Where the line before a block is also its last one, either of the two may be the one that changed.
    """
    best, moved, indent = 0, 0, _indent(lines[start])
    while start - moved > 0 and lines[start - moved - 1] == lines[end - moved - 1]:
        moved += 1
        if _indent(lines[start - moved]) < indent:
            best, indent = moved, _indent(lines[start - moved])
    return best


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" ")) if line.strip() else len(line) + _MANY


def _alike(old: list[str], new: list[str]) -> int:
    """How many lines are the same from the first on."""
    most = min(len(old), len(new))
    return next((at for at in range(most) if old[at] != new[at]), most)
