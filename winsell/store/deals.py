"""The deals of a folder, and the one that somebody means by a part of its name.

In: a folder, or what was typed. Out: paths with what each file says it is. A link that leads out of the folder is not
followed. Files that cannot be read have no name; they are passed over here and told by whoever reads them.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from pydantic import BaseModel

from winsell.base.problem import Problem, WinsellError
from winsell.store.document import Document
from winsell.store.load import KINDS, SUFFIXES, kind_of, read_document
from winsell.store.load import plain as data_of

_COMMON = frozenset(("id", "kind", "name", "note", "type", "version", "method", "value", "language", "title"))
"""Keys that any program's file may have."""
_ALIKE = 0.7
MOST_FOLDERS, MOST_FILES = 20_000, 10_000
"""More is no folder of deals but a whole machine: looking through it takes minutes, and tells nothing."""
_FOREIGN = frozenset(("node_modules", "__pycache__", "site-packages"))
"""Folders full of the files of other programs."""


@dataclass(frozen=True, slots=True)
class DealName:
    """A deal file and the names by which it is called."""

    path: str
    names: tuple[str, ...]
    """Its id, the deal's name and the customer's."""

    def is_called(self, text: str) -> bool:
        """Tell whether a text is a part of one of its names."""
        return any(text.casefold() in name.casefold() for name in self.names)


@dataclass(frozen=True, slots=True)
class Listing:
    """The YAML files of a folder and below, none that is hidden or another program's, in the order of their names."""

    files: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    """Links that lead out of the folder: they are not followed."""
    closed: tuple[Problem, ...] = ()
    """The folders whose files nobody may see."""
    apart: tuple[str, ...] = ()
    """The folders that are on another file system: they are not looked through."""
    too_large: Problem | None = None
    """What says that this is no folder of deals, and that not all of it was looked through."""


def listing(folder: str) -> Listing:
    """Look through a folder and what is below it, up to a size that no folder of deals has."""
    closed: list[Problem] = []
    found: list[str] = []
    apart: list[str] = []
    too_large = None
    walk = os.walk(folder, onerror=lambda error: closed.append(_closed(error)))
    for seen, (around, folders, files) in enumerate(walk, start=1):
        if "pyvenv.cfg" in files:
            folders.clear()
            continue
        below = sorted(name for name in folders if not name.startswith(".") and name not in _FOREIGN)
        apart += [str(Path(around) / name) for name in below if _is_apart(folder, around, name)]
        folders[:] = [name for name in below if str(Path(around) / name) not in apart]
        names = sorted(name for name in files if name.endswith(SUFFIXES) and not name.startswith("."))
        found += [str(Path(around) / name) for name in names]
        if seen > MOST_FOLDERS or len(found) > MOST_FILES:
            too_large = Problem("folder-too-large", facts={"folders": seen, "count": len(found)}, path=folder)
            break
    root = os.path.realpath(folder)
    outside = tuple(path for path in found if Path(path).is_symlink() and not _is_within(root, path))
    inside = tuple(path for path in found if path not in outside)
    return Listing(inside, outside, tuple(closed), tuple(apart), too_large)


def _is_apart(root: str, around: str, name: str) -> bool:
    """Tell whether a folder is on another file system than the one that was named, as /proc is."""
    try:
        return (
            os.lstat(Path(around) / name).st_dev != Path(root).stat().st_dev and not (Path(around) / name).is_symlink()
        )
    except OSError:
        return False


def deal_files(folder: str) -> tuple[str, ...]:
    """Return the YAML files of a folder and below."""
    return listing(folder).files


def _is_within(root: str, path: str) -> bool:
    return Path(os.path.realpath(path)).is_relative_to(root)


def _closed(error: OSError) -> Problem:
    return Problem("closed-folder", facts={"reason": error.strerror or str(error)}, path=str(error.filename))


def deals_in(folder: str) -> Iterator[DealName]:
    """Yield the deals of a folder and below with their names."""
    yield from (one for one in map(named_in, deal_files(folder)) if one is not None)


def named_in(path: str) -> DealName | None:
    """Return how the deal of a file is called; None for what is no deal, or cannot be read."""
    try:
        document = read_document(path)
    except WinsellError:
        return None
    data = data_of(document)
    if kind_of(document) != "deal" or "deal" not in data:
        return None
    said = (data.get("id", Path(path).stem), data.get("deal"), data.get("customer"))
    return DealName(path, tuple(str(one) for one in said if one is not None))


def _broken(folder: str, text: str) -> Iterator[DealName]:
    """Yield the files of that name that cannot be read, and so do not say what they are."""
    for path in deal_files(folder):
        if Path(path).stem.casefold() == text.casefold():
            try:
                read_document(path)
            except WinsellError:
                yield DealName(path, (Path(path).stem,))


def deals_called(folder: str, text: str) -> list[DealName]:
    """Return the deals that a text may mean: those whose id it is, else those with it in a name."""
    found = [one for one in deals_in(folder) if one.is_called(text)] or list(_broken(folder, text))
    exact = [one for one in found if one.names[0].casefold() == text.casefold()]
    return exact or found


def is_deal(document: Document) -> bool:
    """Tell whether a file of a folder is meant to be a deal; other programs keep YAML too."""
    return kind_of(document) not in ("account", "competitor", "playbook") and is_of_ours(document)


def is_of_ours(document: Document) -> bool:
    """Tell whether a file is meant as one of ours, valid or not: a folder may hold the files of other programs."""
    data = data_of(document)
    if data.get("kind") in (*KINDS, "playbook") or not _own_keys().isdisjoint(data):
        return True
    return any(get_close_matches(key, data, n=1, cutoff=_ALIKE) for key in ("deal", "customer"))


@cache
def _own_keys() -> frozenset[str]:
    """Return what only our files say at their outermost."""
    from winsell.playbook.model import Playbook  # who only lists the names of deals need not load it

    models: tuple[type[BaseModel], ...] = (*KINDS.values(), Playbook)
    keys = (field.alias or name for model in models for name, field in model.model_fields.items())
    return frozenset(keys) - _COMMON
