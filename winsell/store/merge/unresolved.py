"""A file with conflicts that nobody has resolved yet, as facts: once what both sides say, else each between markers.

In: the bytes as a merge left them. Out: lines. Without it `git diff` in the middle of a merge would hold the facts of
either side against the raw text of the file, and every line would look changed just when somebody has to choose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from winsell.store.facts import lines_of

_MARKER = re.compile(rb"(?P<marker>(?P<sign>[<|=>])(?P=sign){6,})(?: |\r|$)")
_OURS, _BASE, _THEIRS = b"<", b"|", b"="


@dataclass(frozen=True, slots=True)
class _Sides:
    ours: bytes
    theirs: bytes
    opens: str
    """The first line of the first conflict."""
    parts: str
    closes: str


def lines_of_both(raw: bytes) -> tuple[str, ...] | None:
    """Return the facts of both sides as lines; None of a file without conflicts, or if a side tells us nothing."""
    sides = _sides(raw)
    if sides is None:
        return None
    mine, yours = lines_of(sides.ours), lines_of(sides.theirs)
    return None if mine is None or yours is None else tuple(_woven(mine, yours, sides))


def _sides(raw: bytes) -> _Sides | None:
    """Take every conflict apart; None if there is none, or if its markers do not come in their order."""
    ours, theirs, first = [], [], dict[bytes, str]()
    part = b">"
    for line in raw.splitlines(keepends=True):
        found = _MARKER.match(line.rstrip(b"\n"))
        if found is None:
            ours += [line] if part in (b">", _OURS) else []
            theirs += [line] if part in (b">", _THEIRS) else []
            continue
        if (part, found["sign"]) not in _AFTER:
            return None
        part = found["sign"]
        first.setdefault(part, line.decode("utf-8", "replace").strip())
    if part != b">" or not first:
        return None
    return _Sides(b"".join(ours), b"".join(theirs), first[_OURS], first[_THEIRS], first[b">"])


_AFTER = {(b">", _OURS), (_OURS, _BASE), (_OURS, _THEIRS), (_BASE, _THEIRS), (_THEIRS, b">")}
"""Which marker may follow which; the ancestor's part is there only if git was told to write it."""


def _woven(mine: Sequence[str], yours: Sequence[str], sides: _Sides) -> Iterator[str]:
    same = SequenceMatcher(None, mine, yours, autojunk=False)
    for kind, start, end, from_, until in same.get_opcodes():
        if kind == "equal":
            yield from mine[start:end]
        else:
            yield from (sides.opens, *mine[start:end], sides.parts, *yours[from_:until], sides.closes)
