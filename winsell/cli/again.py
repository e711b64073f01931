"""Somebody else wrote at a place after the question about it was put: it is asked once more, and never written over.

In: the deal as the question saw it, the deal as it is now, and what was answered. Out: a refusal with both, and what
of the answer is still wanted once whoever sits there has seen both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from winsell.base.fact import Say
from winsell.base.question import Choice, Question, Told

if TYPE_CHECKING:
    from winsell.cli.asker import Asker
    from winsell.store.edit.patch import Edit, Patch
    from winsell.store.load import Case

_MINE, _THEIRS = "mine", "theirs"
_ADDED = ("note", "activities", "changes")
_ADDED_BELOW = "moves"
"""What is only added to disturbs nobody."""
_THING = 2
"""Keys of the path to a person, a competitor, an action."""


class ChangedSinceError(Exception):
    """A place says something else than when the question about it was put."""

    def __init__(self, now: Case, edits: tuple[Edit, ...]) -> None:
        """Keep the deal as it is now, and the edits that would write over it."""
        super().__init__(now.path)
        self.now = now
        self.edits = edits


def refuse_changed(seen: Case, now: Case, batch: Iterable[Told], patch: Patch) -> None:
    """Raise ChangedSinceError if somebody else wrote at a place of the batch, or took away what it belongs to."""
    places = {told.path for told in batch if _is_changed(seen, now, told.path)}
    edits = tuple(edit for edit in patch if edit.path in places and not _is_there(now, edit))
    if edits:
        raise ChangedSinceError(now, edits)


def _is_changed(seen: Case, now: Case, path: tuple[str, ...]) -> bool:
    from winsell.store.edit.meaning import MISSING

    thing = path[:_THING] if len(path) > _THING else ()
    if _at(seen, thing) is not MISSING and _at(now, thing) is MISSING:
        return True
    added = path[0] in _ADDED or path[-1] == _ADDED_BELOW
    return not added and _at(seen, path) != _at(now, path)


def _at(case: Case, path: tuple[str, ...]) -> Any:
    from winsell.store.edit.meaning import at

    return at(case.document.data, path)


def _is_there(now: Case, edit: Edit) -> bool:
    """Tell whether the deal says already what an edit would write."""
    from winsell.store.edit.meaning import intended
    from winsell.store.edit.patch import NoPlaceError

    data: Any = now.document.data
    try:
        return bool(intended(data, (edit,), first_day=None) == data)
    except NoPlaceError:
        return False


def still_wanted(
    asker: Asker, error: ChangedSinceError, seen: Case, batch: tuple[Told, ...], on: date
) -> tuple[Told, ...]:
    """Ask for each place which of the two holds; return what is to be written after all."""
    dropped = {edit.path for edit in error.edits if _answer(asker, error.now, seen, edit, on) != _MINE}
    return tuple(told for told in batch if told.path not in dropped)


def _answer(asker: Asker, now: Case, seen: Case, edit: Edit, on: date) -> object:
    from winsell.store.edit.meaning import MISSING

    where = ".".join(map(str, edit.path))
    there = _what_is_new(_at(seen, tuple(map(str, edit.path))), _at(now, tuple(map(str, edit.path))))
    said = Say("ask.again-gone") if there is MISSING else Say("ask.again-text", {"text": _text(there)})
    mine = Say("ask.again-text", {"text": _text(_written(edit, on))})
    choices = (
        Choice("1", _THEIRS, Say("ask.again-theirs"), said),
        Choice("2", _MINE, Say("ask.again-mine"), mine),
    )
    question = Question(f"again.{where}", Say("ask.again", {"where": where}), choices,
                        help=(Say("ask.help-again"),), skip=Say("ask.skips-theirs"))  # fmt: skip
    return asker.put(question)


def _written(edit: Edit, on: date) -> Any:
    """Return what an edit brings, dated where it is dated."""
    from winsell.store.edit.patch import Drop, Record

    if isinstance(edit, Drop):
        return ""
    return {on.isoformat(): edit.value} if isinstance(edit, Record) else edit.value


def _what_is_new(before: Any, now: Any) -> Any:
    """Return of a history only what differs; the whole of anything else."""
    if isinstance(before, dict) and isinstance(now, dict):
        return dict(_different(before, now)) or now
    return now


def _different(before: dict[str, Any], now: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    yield from ((key, one) for key, one in now.items() if before.get(key) != one)


def _text(value: Any) -> str:
    from winsell.store.edit.written import in_line

    return in_line(_without_none(value))


def _without_none(value: Any) -> Any:
    """Write an empty place as an empty text: a file may have one, though no edit makes one."""
    if isinstance(value, dict):
        return {key: _without_none(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_without_none(one) for one in value]
    return "" if value is None else value
