"""Which files a command over many deals means: those that are named, and those of the folders that are.

In: what was typed. Out: the files, each once, in their order, and what is to be said of the folders on stderr.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from winsell.base.exit_codes import INVALID, USAGE
from winsell.base.problem import Problem, WinsellError
from winsell.cli.which import home, which


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
    """Find the files; without a path those of the user's deals. WinsellError with all names that are no deal's."""
    found = Targets()
    seen: set[str] = set()
    for path in _meant(paths) or (home(),):
        for target in _below(path, found) if os.path.isdir(path) else (Target(path),):  # noqa: PTH112 - any text
            place = _place(target.path)
            if place not in seen:
                seen.add(place)
                found.files.append(target)
    return found


def _meant(named: Sequence[str]) -> tuple[str, ...]:
    """Put the file of a deal in the place of its name; a path that is not there stays, and is told when it is read."""
    found: list[str] = []
    problems: list[Problem] = []
    for one in named:
        try:
            found.append(one if os.path.isdir(one) else which(one))  # noqa: PTH112 - any text
        except WinsellError as error:
            if error.exit_code == INVALID:
                found.append(one)
            else:
                problems += error.problems
    if problems:
        raise WinsellError(tuple(problems), USAGE)
    return tuple(found)


def _below(folder: str, found: Targets) -> Iterator[Target]:
    from winsell.store.deals import Listing, listing

    listed = listing(folder)
    found.closed += listed.closed
    if listed.too_large:
        found.closed.append(listed.too_large)
        return
    for path in listed.apart:
        found.note(Problem("other-file-system", path=path))
    for path in listed.outside:
        found.note(Problem("link-leads-out", facts={"folder": folder}, path=path))
    if listed == Listing():
        found.note(Problem("no-files-in-folder", path=folder))
    yield from (Target(path, folder) for path in listed.files)


def _place(path: str) -> str:
    """Return where a file is, links followed: one that goes by two names is read once."""
    return os.path.realpath(path) if "\0" not in path else path
