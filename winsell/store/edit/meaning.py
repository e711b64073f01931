"""What a patch means: the plain data after it, worked out without a look at any text.

In: the data of a file and a patch. Out: the data as they should be read after the edit, a new key last in its
mapping, since where it stands means nothing. The splice is held against this, and refused where it differs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import date, timedelta
from typing import Any

from pydantic_core import PydanticCustomError

from winsell.base.scalar import looks_like_day, parse_day
from winsell.store.edit.patch import AddLine, Append, Drop, Edit, NoPlaceError, Patch, Path, Put, Record, normal, plain

UNKNOWN = "unknown"
MISSING = object()
"""Nothing stands there, not even an empty value."""


def intended(
    data: dict[str, Any], patch: Patch, *, first_day: str | None, taken: Callable[[Any], Any] = plain
) -> dict[str, Any]:
    """Return the data after a patch; `first_day` dates a value that had no date, if it is earlier than the new one.

    `taken` is how a value of an edit is taken: as one that can be written, or as it is.
    """
    after = deepcopy(data)
    for edit in patch:
        _carry_out(after, edit, first_day, taken)
    return after


def _carry_out(data: dict[str, Any], edit: Edit, first_day: str | None, taken: Callable[[Any], Any]) -> None:
    path = normal(edit.path)
    if not path:
        raise NoPlaceError(path)
    if isinstance(edit, Put):
        put(data, path, taken(edit.value))
    elif isinstance(edit, Drop):
        _drop(data, path)
    elif isinstance(edit, Append):
        _append(data, path, taken(edit.value), edit.at)
    elif isinstance(edit, AddLine):
        put(data, path, with_line(at(data, path), edit.value))
    else:
        put(data, path, recorded(at(data, path), edit, first_day))


def at(data: Any, path: Path) -> Any:
    """Return what stands at a place; MISSING if there is no such place."""
    for key in path:
        if not _has(data, key):
            return MISSING
        data = data[key]
    return data


def _has(data: Any, key: str | int) -> bool:
    if isinstance(key, str):
        return isinstance(data, dict) and key in data
    return isinstance(data, list) and 0 <= key < len(data)


def is_empty(value: object) -> bool:
    """Tell whether nothing stands at a place that may be there: no value, or no entries."""
    return value is None or value is MISSING or value in ({}, [])


def put(data: Any, path: Path, value: Any) -> None:
    """Set a value in data, and make the mappings on the way."""
    key, *rest = path
    if not rest and (_has(data, key) or (isinstance(data, dict) and isinstance(key, str))):
        data[key] = value
    elif _has(data, key) and not is_empty(data[key]):
        put(data[key], tuple(rest), value)
    elif _has(data, key) or (isinstance(data, dict) and isinstance(key, str)):
        data[key] = nested(tuple(rest), value)
    else:
        raise NoPlaceError(path)


def nested(path: Path, value: Any) -> Any:
    """Wrap a value into a mapping for each key of a path."""
    for key in reversed(path):
        if not isinstance(key, str):
            raise NoPlaceError(path)
        value = {key: value}
    return value


def _append(data: Any, path: Path, value: Any, position: int | None) -> None:
    there = at(data, path)
    if is_empty(there):
        put(data, path, [value])
    elif isinstance(there, list):
        there.insert(len(there) if position is None else position, value)
    else:
        raise NoPlaceError(path)


def _drop(data: Any, path: Path) -> None:
    around = at(data, path[:-1])
    if around is not MISSING and _has(around, path[-1]):
        del around[path[-1]]
    if not data:
        raise NoPlaceError(path)  # a file without a key is no file


def line_below(there: str, line: str) -> str:
    """Return a text with a line added, which ends as it did, with line breaks or with none."""
    body = there.rstrip("\n")
    return f"{body}\n{line}{there[len(body) :]}"


def with_line(there: Any, line: str) -> str:
    """Return a text that is written anew with a line added; one of a single line becomes one of several."""
    if is_empty(there) or there == "":
        return f"{line}\n"
    if isinstance(there, dict | list):
        raise NoPlaceError((line,))
    text = str(there)
    return line_below(text if "\n" in text else f"{text}\n", line)


def recorded(there: Any, edit: Record, first_day: str | None) -> dict[str, Any]:
    """Return what stands at a place once a dated entry is recorded there."""
    value = plain(edit.value)
    if is_empty(there) or there == UNKNOWN:
        return {edit.day.isoformat(): value}
    if is_history(there):
        return {**there, key_of(there, edit.day): value}
    return {day_before(edit.day, first_day): there, edit.day.isoformat(): value}


def is_history(value: object) -> bool:
    """Tell whether a value is a map from days."""
    return isinstance(value, dict) and any(map(looks_like_day, value))


def key_of(history: dict[str, Any], day: date) -> str:
    """Return the key under which a day is in a history, or would be: `2021-08` and `2021-08-01` are one day."""
    return next((key for key in history if day_of(key) == day), day.isoformat())


def day_of(key: str) -> date | None:
    """Return the day that a key stands for; None if it is no day."""
    try:
        return parse_day(key, month_end=False)
    except PydanticCustomError:
        return None


def day_before(day: date, first_day: str | None) -> str:
    """Return the day under which a value without one is put before a dated one."""
    first = day_of(first_day) if first_day is not None else None
    return (first if first is not None and first < day else day - timedelta(days=1)).isoformat()


def first_day(data: object) -> str | None:
    """Return the earliest day of all histories of a file; None if it has none."""
    days = [day for history in _histories(data) for key in history if (day := day_of(key))]
    return min(days).isoformat() if days else None


def _histories(data: object) -> Iterator[dict[str, Any]]:
    """Go through the mappings of which every key is a day."""
    for value in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from _histories(value)
    if isinstance(data, dict) and data and all(map(day_of, data)):
        yield data


def same(found: Any, wanted: Any, old: Any) -> bool:
    """Tell whether data are what was wanted, types and order of keys too.

    A key that was not there before may stand anywhere among the others.
    """
    if type(found) is not type(wanted):
        return False
    if isinstance(wanted, list):
        before = old if isinstance(old, list) else []
        return len(found) == len(wanted) and all(
            same(found[at], wanted[at], before[at] if at < len(before) else None) for at in range(len(wanted))
        )
    if isinstance(wanted, dict):
        return _same_mapping(found, wanted, old if isinstance(old, dict) else wanted)
    return bool(found == wanted)


def _same_mapping(found: dict[str, Any], wanted: dict[str, Any], old: dict[str, Any]) -> bool:
    if found.keys() != wanted.keys():
        return False
    if [key for key in found if key in old] != [key for key in wanted if key in old]:
        return False
    return all(same(found[key], wanted[key], old.get(key)) for key in wanted)
