"""How a file is laid out around a place, so that what is added looks like what is there.

In: a page and the place. Out: a `Layout`, whether to write brackets, whether to leave a blank line. The neighbours are
asked first, then the whole file; where nothing is to be seen, two blanks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from winsell.store.document import Path
from winsell.store.edit.page import Page
from winsell.store.edit.written import Layout

_BREAK = re.compile(r"\r\n|\r|\n")


def layout_at(page: Page, around: Path) -> Layout:
    """Return how things are indented among the entries of a mapping or a list."""
    near, far = page.children(around), list(page.document.keys)
    step = _usual(_steps(page, near)) or _usual(_steps(page, far)) or 2
    dashes = _usual(_dashes(page, near))
    if dashes is None:
        dashes = _usual(_dashes(page, far))
    gap = _usual(_gaps(page, near)) or _usual(_gaps(page, page.document.values)) or 1
    return Layout(step, step if dashes is None else dashes, gap)


def _usual(widths: Iterable[int]) -> int | None:
    most = Counter(widths).most_common(1)
    return most[0][0] if most else None


def _steps(page: Page, paths: Iterable[Path]) -> list[int]:
    """How far the mappings below some keys are indented."""
    return [page.column(first) - page.column(path) for path, first in _below(page, paths, dict)]


def _dashes(page: Page, paths: Iterable[Path]) -> list[int]:
    return [page.column(first) - page.column(path) for path, first in _below(page, paths, list)]


def _below(page: Page, paths: Iterable[Path], kind: type) -> list[tuple[Path, Path]]:
    """The keys with a block of a kind below, each with the first entry of the block."""
    return [
        (path, page.children(path)[0])
        for path in paths
        if isinstance(path[-1], str)
        and isinstance(value := page.value(path), kind)
        and value
        and not page.in_brackets(path)
        and not page.within_brackets(path)
    ]


def _gaps(page: Page, paths: Iterable[Path]) -> list[int]:
    """How many blanks follow the dashes of some items, as far as something follows on the same line."""
    found = []
    for path in paths:
        if path and isinstance(path[-1], int) and not page.within_brackets(path):
            gap = page.span(path).start - page.head(path)
            if gap > 0 and page.span(path).start <= page.line_end(page.head(path)):
                found.append(gap)
    return found


def brackets_at(page: Page, path: Path, value: Any) -> bool | None:
    """Tell whether a mapping or a list is written in brackets at a place; None if nothing speaks for or against it.

    It is written as what it replaces, or as most of its neighbours.
    """
    kind = type(value)
    if page.has(path) and _is_full(page, path, kind):
        return page.in_brackets(path)
    kin = [one for one in page.children(path[:-1]) if one != path and _is_full(page, one, kind)]
    bracketed = sum(page.in_brackets(one) for one in kin)
    return bracketed * 2 > len(kin) if kin else None


def _is_full(page: Page, path: Path, kind: type) -> bool:
    value = page.value(path)
    return kind in (dict, list) and isinstance(value, kind) and bool(value)


def is_spaced(page: Page, around: Path, *, several: bool) -> bool:
    """Tell whether entries of a mapping (those of one line, or of several) are mostly set apart by a blank line."""
    kin = page.children(around)
    blanks = [
        any(not line.strip() for line in _BREAK.split(page.text[page.end(before) : page.start(one)])[1:-1])
        for before, one in pairwise(kin)
        if (_BREAK.search(page.text, page.start(one), page.end(one)) is not None) == several
    ]
    return sum(blanks) * 2 > len(blanks)
