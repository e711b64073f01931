"""The text of a file in which some facts are disputed: conflict markers around exactly their lines.

In: our page with everything merged that could be, and the clashes. Out: the text with markers, or None if it cannot be
proved. The lines of their side are those of our text with their fact in it, so that whichever side is kept leaves a
file that can be read; both are tried before the text is given out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from winsell.store.edit.apply import apply
from winsell.store.edit.meaning import intended
from winsell.store.edit.page import Page
from winsell.store.edit.patch import Patch
from winsell.store.edit.splice import Order
from winsell.store.merge.by_lines import Lines, Markers, common
from winsell.store.merge.three_way import Clash, alike, full, in_sequence
from winsell.store.yaml_reader import read_yaml

_LINE = re.compile(rb"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Lines of ours, from one up to before another, and what stands there on their side."""

    start: int
    end: int
    yours: tuple[bytes, ...]
    edits: Patch


def disputed(page: Page, clashes: tuple[Clash, ...], order: Order, markers: Markers) -> str | None:
    """Write the text with markers."""
    raw = page.text.encode()
    mine = _LINE.findall(raw)
    every = in_sequence(tuple(edit for clash in clashes for edit in clash.edits))
    wanted = intended(_data(page), every, first_day=None)
    for groups in ([clash.edits for clash in clashes], [every]):
        stretches = _apart([_stretch(raw, mine, edits, order) for edits in groups], raw, mine, order)
        if _says(b"".join(_chosen(mine, stretches)), wanted):
            return b"".join(_marked(mine, stretches, markers, page.line_break(0).encode())).decode()
    return None


def _data(page: Page) -> dict[str, object]:
    data = page.document.data
    return data if isinstance(data, dict) else {}


def _stretch(raw: bytes, mine: Lines, edits: Patch, order: Order) -> _Stretch:
    """Find the lines that differ once their fact stands in our text."""
    yours = _LINE.findall(apply(raw, edits, order=order).raw)
    top = common(mine, yours)
    bottom = common(mine[top:][::-1], yours[top:][::-1])
    return _Stretch(top, len(mine) - bottom, tuple(yours[top : len(yours) - bottom]), edits)


def _apart(stretches: list[_Stretch], raw: bytes, mine: Lines, order: Order) -> list[_Stretch]:
    """Join those that share lines, or of which one would stand at the edge of another, until none do."""
    done: list[_Stretch] = []
    for one in sorted(stretches, key=lambda one: (one.start, one.end)):
        if done and _touch(done[-1], one):
            joined = _stretch(raw, mine, in_sequence((*done.pop().edits, *one.edits)), order)
            done = _apart([*done, joined], raw, mine, order)
        else:
            done.append(one)
    return done


def _touch(one: _Stretch, other: _Stretch) -> bool:
    if one.start == one.end or other.start == other.end:
        return other.start <= one.end
    return other.start < one.end


def _chosen(mine: Lines, stretches: list[_Stretch]) -> Lines:
    """The lines with their side of every dispute."""
    lines, upto = Lines(), 0
    for one in stretches:
        lines += [*mine[upto : one.start], *one.yours]
        upto = one.end
    return [*lines, *mine[upto:]]


def _marked(mine: Lines, stretches: list[_Stretch], markers: Markers, line_break: bytes) -> Lines:
    lines, upto = Lines(), 0
    for one in stretches:
        lines += mine[upto : one.start]
        if lines and not lines[-1].endswith((b"\n", b"\r")):
            lines[-1] += line_break
        lines += markers.around(mine[one.start : one.end], list(one.yours), line_break)
        upto = one.end
    return [*lines, *mine[upto:]]


def _says(raw: bytes, wanted: dict[str, object]) -> bool:
    document, problems = read_yaml(raw)
    return document is not None and not problems and alike(full(document.data), full(wanted))
