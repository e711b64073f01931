"""Three texts merged by their lines, with conflict markers where both sides changed the same: what git does by itself.

In: the bytes of the ancestor, ours and theirs. Out: bytes, and whether a conflict is in them. No line of either side
is lost. It serves where a text says nothing that we understand, and as the first proposal where it does. Made here
and not by `git merge-file`: it needs no process, and a merge driver that depends on nothing cannot fail half-way.
Idea: diff3; Khanna, Kunal, Pierce, A Formal Investigation of Diff3, 2007.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

_MANY = 1_000
"""Lines; among more, those that are there often do not count, or the search takes seconds."""
SHORTEST = 7
"""Signs of a marker; git asks for more where markers would stand within markers."""

Lines = list[bytes]


@dataclass(frozen=True, slots=True)
class Markers:
    """What stands around the two sides of a conflict."""

    ours: str = "ours"
    theirs: str = "theirs"
    size: int = SHORTEST

    def around(self, mine: Lines, yours: Lines, line_break: bytes = b"\n") -> Lines:
        """Write a conflict as lines."""
        opens, parts, closes = (sign * self.size for sign in ("<", "=", ">"))
        ours, theirs = (" ".join(name.split()) for name in (self.ours, self.theirs))
        return [
            f"{opens} {ours}".encode("utf-8", "replace") + line_break,
            *ended(mine, line_break),
            parts.encode() + line_break,
            *ended(yours, line_break),
            f"{closes} {theirs}".encode("utf-8", "replace") + line_break,
        ]


@dataclass(frozen=True, slots=True)
class Woven:
    """A merged text."""

    raw: bytes
    clean: bool


def by_lines(base: bytes, ours: bytes, theirs: bytes, markers: Markers) -> Woven:
    """Merge three texts."""
    old, mine, yours = (one.splitlines(keepends=True) for one in (base, ours, theirs))
    line_break = b"\r\n" if b"\r\n" in ours else b"\n"
    lines: Lines = []
    clean = True
    for before, left, right in _stretches(old, mine, yours):
        if right in (left, before):
            lines += left
        elif before == left:
            lines += right
        else:
            clean = False
            lines = [*ended(lines, line_break), *_conflict(left, right, markers, line_break)]
    return Woven(b"".join(lines), clean)


def two_sides(ours: bytes, theirs: bytes, markers: Markers) -> bytes:
    """Put ours against theirs as one conflict, without the lines at both ends that are the same."""
    line_break = b"\r\n" if b"\r\n" in ours else b"\n"
    mine, yours = ours.splitlines(keepends=True), theirs.splitlines(keepends=True)
    return b"".join(_conflict(mine, yours, markers, line_break))


def ended(lines: Lines, line_break: bytes) -> Lines:
    """Give the last line the end that it lacks if it was the last of its file."""
    if lines and not lines[-1].endswith((b"\n", b"\r")):
        return [*lines[:-1], lines[-1] + line_break]
    return lines


def _conflict(mine: Lines, yours: Lines, markers: Markers, line_break: bytes) -> Lines:
    top = common(mine, yours)
    bottom = common(mine[top:][::-1], yours[top:][::-1])
    upto, until = len(mine) - bottom, len(yours) - bottom
    return [
        *ended(mine[:top], line_break),
        *markers.around(mine[top:upto], yours[top:until], line_break),
        *mine[upto:],
    ]


def common(one: Lines, other: Lines) -> int:
    """How many lines are the same from the first on."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (left, right) in enumerate(pairs) if left != right), min(len(one), len(other)))


def _stretches(old: Lines, mine: Lines, yours: Lines) -> Iterator[tuple[Lines, Lines, Lines]]:
    """Cut the three texts into stretches that belong together: what all have in common, and what lies between."""
    base_at = mine_at = yours_at = 0
    for base, left, right, length in (*_in_common(old, mine, yours), (len(old), len(mine), len(yours), 0)):
        yield old[base_at:base], mine[mine_at:left], yours[yours_at:right]
        if length:
            yield old[base : base + length], mine[left : left + length], yours[right : right + length]
        base_at, mine_at, yours_at = base + length, left + length, right + length


def _in_common(old: Lines, mine: Lines, yours: Lines) -> Iterator[tuple[int, int, int, int]]:
    """The runs of lines that stand in all three: where they begin in each, and how long they are."""
    left, right = _blocks(old, mine), _blocks(old, yours)
    one = other = 0
    while one < len(left) and other < len(right):
        base, in_mine, size = left[one]
        also, in_yours, length = right[other]
        start, end = max(base, also), min(base + size, also + length)
        if start < end:
            yield start, in_mine + start - base, in_yours + start - also, end - start
        if base + size < also + length:
            one += 1
        else:
            other += 1


def _blocks(old: Lines, new: Lines) -> list[tuple[int, int, int]]:
    matcher = SequenceMatcher(None, old, new, autojunk=max(len(old), len(new)) > _MANY)
    return [(block.a, block.b, block.size) for block in matcher.get_matching_blocks() if block.size]
