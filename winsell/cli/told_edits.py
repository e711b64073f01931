"""What was told in an interview, as edits of the deal's file.

In: the deal and what was told. Out: a patch. The form of a field says whether it is dated, added or set. What is only
added, and has come into the file since the question was put, is not added once more: a sitting that was killed between
the saving and the taking note of it goes on without doubling anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from winsell.base.fact import Say
from winsell.base.question import Told
from winsell.cli.changing import dated, entry
from winsell.deal.fields import field_at

if TYPE_CHECKING:
    from winsell.store.edit.patch import Edit, Patch
    from winsell.store.load import Case
    from winsell.words.speak import Speaker


def edits_of(case: Case, batch: Iterable[Told], on: date, speaker: Speaker, seen: Case | None = None) -> Patch:
    """Turn a batch into a patch; `seen` is the deal as its questions saw it, if that may be another."""
    return tuple(edit for told in batch for edit in _edits(case, told, on, speaker, seen or case))


def _edits(case: Case, told: Told, on: date, speaker: Speaker, seen: Case) -> Iterator[Edit]:
    from winsell.deal import diary
    from winsell.deal.deal import Deal
    from winsell.store.edit.patch import AddLine, Append, Put

    if told.path == ("note",):
        line = diary.dated(on, str(spoken(told.value, speaker)))
        if not _came_since(_lines(seen), _lines(case), line):
            yield AddLine(told.path, line)
        return
    kind, value = field_at(Deal, told.path).kind, spoken(told.value, speaker)
    if kind == "history":
        yield dated(case, told.path, on, entry(value, **told.details), stated=False)
    elif kind != "list":
        yield Put(told.path, value)
    elif not _came_since(_items(seen, told.path), _items(case, told.path), value):
        yield Append(told.path, value)


def _came_since(before: list[Any], now: list[Any], item: object) -> bool:
    return now.count(item) > before.count(item)


def _items(case: Case, path: tuple[str, ...]) -> list[Any]:
    from winsell.store.edit.meaning import at

    there = at(case.document.data, path)
    return there if isinstance(there, list) else []


def _lines(case: Case) -> list[str]:
    return (case.dossier.deal.note or "").split("\n")


def spoken(value: Any, speaker: Speaker) -> Any:
    """Put the program's own words in a value into the language of the file's keeper."""
    if isinstance(value, Say):
        return speaker.say(value)
    return {key: spoken(one, speaker) for key, one in value.items()} if isinstance(value, dict) else value
