"""Full-width marks where YAML wants its own: `owner：anna`, `[a，b]`, `－ item`.

In: a text that cannot be read, and what the reader found wrong with it. Out: cuts. The reader names the line; a mark is
changed only where a key of ours, an id or an item can stand, so that no sentence of a seller's loses its punctuation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from winsell.base.problem import Problem
from winsell.store.edit.page import Cut
from winsell.store.plain import DAY
from winsell.store.position import Lines, split_lines

_KEY = rf"(?:[A-Za-z][A-Za-z0-9_-]*|{DAY})"
"""A key of our files: a field, an id, a day. Any other Chinese word before a colon is rather text."""
_KEYED = re.compile(rf"{_KEY}(：) ?")
_ENTRY = re.compile(rf"[{{,，][ ]*{_KEY}(：) ?")
_COMMA = re.compile(rf"(，) ?(?={_KEY} ?[:：])")
_ITEMS = re.compile(rf"{_KEY}(?: ?[，、] ?{_KEY})+(?= *[,\]])")
_MARK = re.compile(r"([，、]) ?")
_OPENING = re.compile(rf"{_KEY}(：) ?(?=[{{\[])")
_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'|(?:(?<=\s)|^)#.*")
_UP_TO_SIGN = re.compile(r"[^,{}\[\]]*")
_DASH = re.compile(r"－ ?")


def mark_cuts(text: str, problems: Iterable[Problem]) -> list[Cut]:
    """Find the marks to change, from the first line to the last."""
    lines = split_lines(text)
    named = (one for one in problems if one.code == "full-width" and one.line is not None)
    found = {cut for one in named for cut in _cuts(lines, one)}
    return sorted(found, key=lambda cut: cut.start)


def entry_cuts(text: str, start: int) -> list[Cut]:
    """Find the marks in a scalar within braces that is rather several entries: `role：user，contact` before a colon."""
    shown = f"{{{text}:"
    found = {*_ENTRY.finditer(shown)} if _KEYED.match(text) or _COMMA.search(f"{text}:") else set()
    marks = [(one.start(1), one.end(), ": ") for one in found]
    marks += [(one.start(1), one.end(), ", ") for one in _COMMA.finditer(shown)]
    return [Cut(start + begin - 1, start + end - 1, instead) for begin, end, instead in sorted(marks)]


def opening_cuts(text: str, start: int) -> list[Cut]:
    """Find the mark in a key that is rather a key and a bracket: `us：{fit` before a colon."""
    found = _OPENING.match(text)
    return [Cut(start + found.start(1), start + found.end(), ": ")] if found else []


def _cuts(lines: Lines, problem: Problem) -> Iterator[Cut]:
    number, at = problem.line or 1, (problem.column or 1) - 1
    start, line = lines.starts[number - 1], lines.line(number)
    shown = _QUOTED.sub(lambda quoted: " " * len(quoted[0]), line)
    mark = str(problem.facts.get("character", ""))
    for begin, end, instead in _changes(shown, at, mark):
        ends_line = not line[end:].strip()
        yield Cut(start + begin, start + end, instead.rstrip() if ends_line else instead)


def _changes(line: str, at: int, mark: str) -> Iterator[tuple[int, int, str]]:
    """Yield where a mark begins and ends, with the blank behind it, and what stands there instead."""
    within = "{" in line[:at]
    if mark == "－" and (dash := _DASH.match(line, at)):
        yield dash.start(), dash.end(), "- "
    elif mark == "：" and (keyed := _KEYED.match(line, at)):
        several = entry_cuts(_UP_TO_SIGN.match(line, at)[0], at) if within else ()  # type: ignore[index]
        yield from ((one.start, one.end, one.text) for one in several or (Cut(keyed.start(1), keyed.end(), ": "),))
    elif mark in ("，", "、") and (items := _ITEMS.match(line, at)):
        yield from ((one.start(), one.end(), ", ") for one in _MARK.finditer(line, items.start(), items.end()))
    elif mark in ("，", "：") and within:
        yield from ((one.start(1), one.end(), ": ") for one in _ENTRY.finditer(line))
        yield from ((one.start(1), one.end(), ", ") for one in _COMMA.finditer(line))
