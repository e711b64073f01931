"""A file mended where only one thing can be meant, and what is left for its owner to decide.

In: the path of a file and its bytes. Out: the bytes after it, never written here, and the problems that remain. Each
round is read and validated anew, and only the round after which the least is wrong is offered: a file that cannot be
read is worse than one with any number of mistakes in it, and no comment may be lost.
"""

from __future__ import annotations

import codecs
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from winsell.base.problem import Problem, WinsellError
from winsell.store.decode import decode
from winsell.store.document import Document
from winsell.store.edit.page import Cut, Page, cut
from winsell.store.load import KINDS, SUFFIXES, as_model, is_there, kind_of
from winsell.store.mend.marks import mark_cuts
from winsell.store.mend.places import place_cuts
from winsell.store.yaml_reader import read_yaml

ROUNDS = 25
"""One mistake may hide the next; a file with more of them than this in a row is no deal file."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A file before and after."""

    path: str
    before: bytes
    after: bytes
    left: tuple[Problem, ...]
    """What is still wrong afterwards."""

    @property
    def texts(self) -> tuple[str, str]:
        """The text before and after; the same if nothing was mended."""
        return tuple(text if isinstance(text := decode(raw), str) else "" for raw in (self.before, self.after))  # type: ignore[return-value]


@dataclass(frozen=True, slots=True)
class State:
    """A file as it was judged."""

    raw: bytes
    document: Document | None
    problems: tuple[Problem, ...]

    @property
    def badness(self) -> tuple[bool, int, int]:
        """How bad it is: unreadable first, the sooner the worse, for what stands below is not seen; then by number."""
        if self.document is not None:
            return False, 0, len(self.problems)
        return True, -min((one.line or 0 for one in self.problems), default=0), len(self.problems)


def mend(path: str, raw: bytes) -> Mended:
    """Mend the bytes of a file."""
    best = state = judged(path, raw)
    for _ in range(ROUNDS):
        found = _next(path, state)
        if found is None:
            break
        state = found
        best = min(best, state, key=lambda one: one.badness)
    return Mended(path, raw, best.raw, best.problems)


def _next(path: str, state: State) -> State | None:
    """Carry out one round; None if there is nothing to do, or if it would do harm."""
    text = decode(state.raw)
    if not state.problems or not isinstance(text, str):
        return None
    cuts = _cuts(path, state, text)
    new = cut(text, cuts)
    if new == text:
        return None
    found = judged(path, _encoded(new, state.raw))
    return found if state.document is None or _is_as_before(state.document, found.document) else None


def _cuts(path: str, state: State, text: str) -> list[Cut]:
    if state.document is None:
        return mark_cuts(text, state.problems)
    if kind_of(state.document) == "playbook":
        return []  # its ids stand in the deals and in its own conditions too
    return place_cuts(state.document, state.problems, _names_beside(path, state.document))


def _is_as_before(before: Document, after: Document | None) -> bool:
    """Tell whether a document that could be read still can, with every comment, and no entry got lost."""
    if after is None or len(before.values) > len(after.values):
        return False
    return len(Page(before).comments) == len(Page(after).comments)


def judged(path: str, raw: bytes) -> State:
    """Read and validate what a file says, as `check` does, but for what other files say."""
    document, problems = read_yaml(raw)
    if document is None or problems:
        return State(raw, None, tuple(replace(one, path=path) for one in problems))
    if not isinstance(document.data, dict):
        return State(raw, document, (Problem("not-a-mapping", 1, 1, {}, path),))
    from winsell.store.playbooks import playbook_in

    kind = kind_of(document)
    try:
        if kind == "playbook":
            playbook_in(path, document)
        else:
            as_model(path, document, KINDS.get(kind, KINDS["deal"]))
    except WinsellError as error:
        return State(raw, document, error.problems)
    return State(raw, document, ())


def _names_beside(path: str, document: Document) -> Collection[str]:
    """Return the ids after which a file beside the deal is called: another id would lose that file."""
    return set(_called_after(path, document))


def _called_after(path: str, document: Document) -> Iterator[str]:
    data = document.data if isinstance(document.data, dict) else {}
    rivals = data.get("competitors")
    ids = [("accounts", data.get("account")), *(("competitors", one) for one in (rivals or ()) if rivals)]
    for folder, id_ in ids:
        beside = Path(path).parent / folder
        if isinstance(id_, str) and Path(id_).name == id_:
            yield from (id_ for suffix in SUFFIXES if is_there(str(beside / f"{id_}{suffix}")))


def _encoded(text: str, like: bytes) -> bytes:
    mark = codecs.BOM_UTF8 if like.startswith(codecs.BOM_UTF8) else b""
    return mark + text.encode()
