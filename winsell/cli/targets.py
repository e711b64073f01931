"""Which files a command over many deals means: those that are named, and those of the folders that are.

In: what was typed. Out: the files, each once, in their order, and what is to be said of the folders on stderr.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from winsell.base.problem import Problem
from winsell.cli.which import FOLDER


@dataclass(frozen=True, slots=True)
class Target:
    """A file to read."""

    path: str
    folder: str | None = None
    """The folder that was named; None: the file itself was."""


@dataclass(slots=True)
class Targets:
    """The files to read, and what stands in the way."""

    files: list[Target] = field(default_factory=list)
    closed: list[Problem] = field(default_factory=list)
    """The folders that cannot be looked through."""
    notes: dict[tuple[str, str], Problem] = field(default_factory=dict)
    """What is not read, and why, by file and reason."""

    def note(self, problem: Problem) -> None:
        """Keep what is to be said, once."""
        self.notes.setdefault((problem.path, problem.code), problem)


def targets_of(paths: Sequence[str]) -> Targets:
    """Find the files; without a path those of the user's deals."""
    found = Targets()
    seen: set[str] = set()
    for path in paths or (FOLDER if Path(FOLDER).is_dir() else os.curdir,):
        for target in _below(path, found) if os.path.isdir(path) else (Target(path),):  # noqa: PTH112 - any text
            place = _place(target.path)
            if place not in seen:
                seen.add(place)
                found.files.append(target)
    return found


def _below(folder: str, found: Targets) -> Iterator[Target]:
    from winsell.store.deals import Listing, listing

    listed = listing(folder)
    found.closed += listed.closed
    for path in listed.outside:
        found.note(Problem("link-leads-out", facts={"folder": folder}, path=path))
    if listed == Listing():
        found.note(Problem("no-files-in-folder", path=folder))
    yield from (Target(path, folder) for path in listed.files)


def _place(path: str) -> str:
    """Return where a file is, links followed: one that goes by two names is read once."""
    return os.path.realpath(path) if "\0" not in path else path
