"""The revisions of one deal's file, as git has them: who wrote down what, and when.

In: the path of a deal file. Out: its revisions, newest first, each with its text, and notes on what is missing. A
rename is followed only where the file itself says that it is the same deal, by an `id:` that stands in both texts: what
merely looks alike may be a copy for another customer. Nothing here judges a deal; what cannot be one is counted.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from winsell.store.git import Commit, NoHistoryError, Repository, Touched, repository_of

MOST_NAMES = 20
"""How many names a file may have had; a circle of renames ends here."""
_ID = re.compile(rb"""^id:[ \t]*["']?([a-z0-9][a-z0-9-]{0,39})["']?[ \t]*(?:#.*)?\r?$""", re.MULTILINE)
_DEAL = re.compile(rb"^[\"']?deal[\"']?:", re.MULTILINE)
_CONFLICT = b"\n<<<<<<< "


@dataclass(frozen=True, slots=True)
class Revision:
    """A file as it was committed."""

    commit: Commit
    path: str
    """What the file was called then."""
    text: bytes | None
    """None: it is not in this clone, or larger than any deal."""

    @property
    def readable(self) -> bool:
        """Tell whether it can be a deal at all: text, with a deal's name, and no merge left half done."""
        return self.text is not None and _can_be_a_deal(self.text)


@dataclass(frozen=True, slots=True)
class Note:
    """What a history lacks: shallow, not-in-clone, copied, renamed or bad, with its facts."""

    code: str
    count: int = 0
    name: str = ""


@dataclass(frozen=True, slots=True)
class History:
    """The revisions of a file, newest first."""

    repository: Repository
    revisions: tuple[Revision, ...]
    notes: tuple[Note, ...]


def history_of(path: str) -> History:
    """Read all revisions of a file; NoHistoryError if there is nothing to read."""
    repository = repository_of(path)
    if repository.commit("HEAD") is None:
        raise NoHistoryError("no-commits")
    found, end = _followed(repository, path)
    texts = repository.texts([touched.new for _, _, touched in found])
    revisions = tuple(Revision(commit, name, text) for (commit, name, _), text in zip(found, texts, strict=True))
    return History(repository, revisions, tuple(_notes(repository, revisions, end)))


def path_in(repository: Repository, commit: Commit, path: str) -> str | None:
    """Return what a file was called in a commit; None if it was not in there under any name that was its own."""
    if repository.bytes_of(commit, path) is not None:
        return path
    names = dict.fromkeys(name for _, name, _ in _followed(repository, path)[0])
    return next((name for name in names if repository.bytes_of(commit, name) is not None), None)


_Found = tuple[Commit, str, Touched]


def _followed(repository: Repository, path: str) -> tuple[list[_Found], Note | None]:
    """Go back through the names of a file; the note says why the last one is the last."""
    found: list[_Found] = []
    revision, name, end = "HEAD", path, None
    for _ in range(MOST_NAMES):
        here = list(_under(repository, revision, name))
        found += here
        if not here or here[-1][2].letter != "A":
            break
        first, _, appeared = here[-1]
        earlier, end = _before(repository, first, appeared)
        if earlier is None:
            break
        revision, name = f"{first.hash}^", earlier
    return found, end


def _under(repository: Repository, revision: str, name: str) -> Iterator[_Found]:
    """Yield the commits in which a file stood under a name; those that took it away have no text.

    Where the name was a folder once, git names the files in it, which are others.
    """
    last = Path(repository.name(name)).name
    for commit, files in repository.touched(revision, name):
        for touched in files[:1]:
            if touched.letter != "D" and touched.is_file and Path(touched.path).name == last:
                yield commit, name, touched


def _before(repository: Repository, commit: Commit, touched: Touched) -> tuple[str | None, Note | None]:
    """Find the name that a file had before the commit in which it appeared; a note if it looks as if there was one."""
    files = _all_touched(repository, commit)
    gone = [one for one in files if one.letter == "D" and one.path.endswith((".yaml", ".yml"))]
    own, *others = repository.texts([touched.new, *(one.old for one in gone)])
    ids = [_id_of(text) for text in others]
    if own is not None and (id_ := _id_of(own)) is not None and ids.count(id_) == 1:
        return str(Path(repository.top(), gone[ids.index(id_)].path)), None
    alike = next((one for one, text in zip(gone, others, strict=True) if text is not None and text == own), None)
    if alike is not None:
        return None, Note("renamed", name=alike.path)
    return None, _copied(repository, commit, touched)


def _copied(repository: Repository, commit: Commit, touched: Touched) -> Note | None:
    try:
        files = _all_touched(repository, commit, copies=True)
    except NoHistoryError:
        return None  # a partial clone has nothing to compare with
    sources = (one.copied_from for one in files if one.path == touched.path and one.letter == "C")
    source = next(sources, None)
    return None if source is None else Note("copied", name=os.fsdecode(os.fsencode(source)))


def _all_touched(repository: Repository, commit: Commit, *, copies: bool = False) -> tuple[Touched, ...]:
    return next((files for _, files in repository.touched(commit.hash, copies=copies)), ())


def _id_of(text: bytes | None) -> bytes | None:
    found = _ID.findall(text) if text is not None else []
    return found[0] if len(found) == 1 else None


def _can_be_a_deal(text: bytes) -> bool:
    try:
        text.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return _DEAL.search(text) is not None and _CONFLICT not in b"\n" + text


def _notes(repository: Repository, revisions: tuple[Revision, ...], end: Note | None) -> Iterator[Note]:
    if repository.shallow:
        yield Note("shallow", len(revisions))
    if end is not None:
        yield end
    absent = sum(one.text is None for one in revisions)
    if absent:
        yield Note("not-in-clone", absent)
    bad = sum(one.text is not None and not one.readable for one in revisions)
    if bad:
        yield Note("bad", bad)
