"""A file as its facts, one a line: what `git diff` shows, and what a commit says has moved.

In: the bytes of a file. Out: facts in an order of their own, whatever the order of the file, so that only what a fact
says makes a difference; and the facts that differ between two files. Nothing is judged: a file need not be valid, only
readable.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from winsell.base.moved import Moved
from winsell.deal.deal import Deal
from winsell.deal.fields import fields_of
from winsell.store.deals import is_of_ours
from winsell.store.document import Path
from winsell.store.edit.meaning import is_history
from winsell.store.edit.page import Page
from winsell.store.edit.written import in_line
from winsell.store.yaml_reader import read_yaml

_SAID_FIRST = ("is", "what", "name", "claim")
"""Which key of an entry or of a dated thing is its value."""

_EVIDENCE = ("why", "source", "by", "how")


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of a file."""

    path: Path
    day: str | None
    value: str
    details: tuple[tuple[str, str], ...] = ()
    """What stands beside the value: why, source, by, how, with."""
    listed: bool = False
    """Whether it is one of several under its path and day."""

    @property
    def place(self) -> str:
        """The path as it is spoken of."""
        return ".".join(map(str, self.path))

    @property
    def line(self) -> str:
        """The fact on one line."""
        head = self.place if self.day is None else f"{self.place} {self.day}"
        return " | ".join((f"{head}: {self.value}", *(f"{key}: {text}" for key, text in self.details)))


def lines_of(raw: bytes) -> tuple[str, ...] | None:
    """Return the facts of a file as lines, and its comments below them; None of a file that tells us nothing."""
    page = _page(raw)
    if page is None:
        return None
    comments = (page.text[one.start : one.end].rstrip() for one in page.comments)
    return (*(fact.line for fact in _facts(page.document.data)), *comments)


def moved(before: bytes | None, after: bytes | None) -> tuple[Moved, ...]:
    """Return the facts that differ between two files, in their order; None is no file, and tells nothing."""
    old, new = (() if raw is None else _facts_of(raw) for raw in (before, after))
    gone, come = _without(old, new), _without(new, old)
    there = {(fact.path, fact.day): fact for fact in gone if not fact.listed}
    found: list[tuple[Fact, Moved]] = []
    for fact in come:
        was = None if fact.listed else there.pop((fact.path, fact.day), None)
        found.append((fact, _moved(fact, None if was is None else was.value, fact.value)))
    matched = [fact for fact in gone if fact.listed or (fact.path, fact.day) in there]
    found += [(fact, _moved(fact, fact.value, None)) for fact in matched]
    return tuple(one for _, one in sorted(found, key=lambda pair: _rank(pair[0])))


def title_of(raw: bytes) -> str | None:
    """Return what a file is called in itself; None if it does not say."""
    page = _page(raw)
    data = page.document.data if page is not None else None
    names = [data.get(key) for key in ("deal", "name", "id")] if isinstance(data, dict) else []
    return next((one for one in names if isinstance(one, str)), None)


def _moved(fact: Fact, before: str | None, after: str | None) -> Moved:
    details = dict(fact.details)
    return Moved(fact.place, fact.day, before, after, details.get("why"), details.get("source"))


def _without(facts: tuple[Fact, ...], others: tuple[Fact, ...]) -> list[Fact]:
    """Return the facts that are not among others, as often as they are more."""
    left = Counter(facts)
    left.subtract(Counter(others))
    return [fact for fact in dict.fromkeys(facts) for _ in range(max(left[fact], 0))]


def _page(raw: bytes) -> Page | None:
    document, problems = read_yaml(raw)
    if document is None or problems or not isinstance(document.data, dict):
        return None
    return Page(document) if is_of_ours(document) else None


def _facts_of(raw: bytes) -> tuple[Fact, ...]:
    page = _page(raw)
    return () if page is None else _facts(page.document.data)


def _facts(data: Any) -> tuple[Fact, ...]:
    return tuple(sorted(_within(data, ()), key=_rank))


def _rank(fact: Fact) -> tuple[int, tuple[str, ...], str, str]:
    """Sections in the order of the method, within them by name and day."""
    sections = _sections()
    section = str(fact.path[0])
    number = sections.index(section) if section in sections else len(sections)
    return number, tuple(map(str, fact.path)), fact.day or "", fact.value


@cache
def _sections() -> tuple[str, ...]:
    return tuple(fields_of(Deal))


def _within(value: Any, path: Path) -> Iterator[Fact]:
    if isinstance(value, dict) and value:
        yield from _of_mapping(value, path)
    elif isinstance(value, list) and any(isinstance(one, dict) for one in value):
        for number, one in enumerate(value):
            yield from _of_item(one, path, number)
    elif value is not None:
        yield Fact(path, None, _text(value))


def _of_mapping(value: Mapping[str, Any], path: Path) -> Iterator[Fact]:
    if is_history(value):
        for day, one in value.items():
            yield _entry(one, path, day)
    elif "is" in value:
        yield _entry(value, path, None)
    else:
        for key, one in value.items():
            yield from _within(one, (*path, key))


def _of_item(value: Any, path: Path, number: int) -> Iterator[Fact]:
    """A thing of a day is one fact; any other is told by its number."""
    if isinstance(value, dict) and isinstance(value.get("on"), str):
        rest = {key: one for key, one in value.items() if key != "on"}
        yield _entry(rest, path, value["on"], listed=True)
    else:
        yield from _within(value, (*path, number))


def _entry(value: Any, path: Path, day: str | None, *, listed: bool = False) -> Fact:
    if not isinstance(value, dict):
        return Fact(path, day, _text(value), listed=listed)
    first = next((key for key in _SAID_FIRST if key in value), None)
    beside = sorted((key for key in value if key != first and value[key] is not None), key=_place_of)
    details = tuple((key, _text(value[key])) for key in beside)
    return Fact(path, day, "" if first is None else _text(value[first]), details, listed)


def _place_of(key: str) -> tuple[int, str]:
    """What shows it and who says so come first, whatever the order of the file."""
    return _EVIDENCE.index(key) if key in _EVIDENCE else len(_EVIDENCE), key


def _text(value: Any) -> str:
    """Write a value on one line as a person would, without quotes."""
    if isinstance(value, str):
        return value.rstrip("\n").replace("\n", "\\n")
    if isinstance(value, list) and value and not any(isinstance(one, dict | list) for one in value):
        return ", ".join(map(_text, value))
    return "" if value is None else in_line(value).replace("\n", "\\n")
