"""What is to change in a file, said in terms of its data.

In: nothing. Out: five kinds of edit, and the patch that is a row of them, carried out one after the other. Where a
thing stands is said by its path, what is written there as plain data; how it looks in the text is for the splice.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from winsell.store.document import Path

__all__ = [
    "AddLine",
    "Append",
    "CannotEdit",
    "Drop",
    "Edit",
    "NoPlaceError",
    "Patch",
    "Path",
    "Put",
    "Record",
    "normal",
    "plain",
]


@dataclass(frozen=True, slots=True)
class Put:
    """Set what stands at a place, or make the place; whatever stood there is replaced."""

    path: Path
    value: Any
    """Text, int, Decimal, bool, a mapping or a list of those; a day is text."""


@dataclass(frozen=True, slots=True)
class Record:
    """Write one dated entry of a history; of a value without a date a history is made."""

    path: Path
    day: date
    value: Any
    """One value, or an entry `{is, why, ...}`."""


@dataclass(frozen=True, slots=True)
class Append:
    """Add one item to a list, at its end unless another place is named."""

    path: Path
    value: Any
    at: int | None = None
    """Before which item it goes; a number beyond the last is the end."""


@dataclass(frozen=True, slots=True)
class Drop:
    """Take out one entry of a mapping, or one item of a list; nothing happens where nothing stands."""

    path: Path


@dataclass(frozen=True, slots=True)
class AddLine:
    """Add a line, or several, at the end of a text; the lines that stand there stay as they are written."""

    path: Path
    value: str
    """Without a line break at its end."""


Edit = Put | Record | Append | Drop | AddLine
Patch = tuple[Edit, ...]


class NoPlaceError(LookupError):
    """An edit makes no sense in these data: its path leads through a word, or beyond the end of a list."""


class CannotEdit(Exception):  # noqa: N818 - the file is as good as it was: a hand can do it
    """The text could not be changed safely, so it was not changed at all."""

    def __init__(self, path: Path, lines: str) -> None:
        """Keep the place, and the lines that a person would add there by hand (none where there is nothing to add)."""
        super().__init__(".".join(map(str, path)))
        self.path = path
        self.lines = lines


def normal(path: Path) -> Path:
    """Write the keys of a path as the reader gives them."""
    return tuple(unicodedata.normalize("NFC", key) if isinstance(key, str) else key for key in path)


def plain(value: Any) -> Any:
    """Return a value as the reader would give it: mappings and lists of its own; raise TypeError for what no file has.

    Floats are refused because a file has exact numbers, and None because an empty place says nothing.
    """
    if isinstance(value, dict):
        return {normal((key,))[0]: plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    if type(value) in (str, int, Decimal, bool):
        return value
    raise TypeError(f"no value of a file: {type(value).__name__}")
