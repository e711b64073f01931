"""Playbooks as read: a company's own laid over the built-in one, checked as a whole.

In: the path of a playbook, or nothing. Out: a `LoadedPlaybook`, or a `WinsellError` with every problem and its line.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

from pydantic import ValidationError

import winsell.playbook
from winsell.base.exit_codes import NOT_THERE
from winsell.base.problem import FactValue, Problem, WinsellError
from winsell.playbook.check import blame_removals, faults
from winsell.playbook.fault import Fault
from winsell.playbook.merge import Origins, Tree, merge, order_stages, origins
from winsell.playbook.model import Playbook
from winsell.store.document import Document
from winsell.store.load import SUFFIXES, is_there, kind_of, plain, read_document
from winsell.store.schema_problems import as_written, place, schema_problems

DEFAULT = "five-steps"
_BUILTIN = Path(winsell.playbook.__file__).parent / "builtin"


Language = Literal["en", "zh"]


class BrokenPlaybookError(WinsellError):
    """A playbook that is not valid: a fault of its own, and of no deal that it stands beside."""

    def __init__(self, path: str, problems: tuple[Problem, ...], language: Language | None) -> None:
        """Keep which file it is, and the language that it asks for as far as it can be read."""
        super().__init__(problems)
        self.path, self.language = path, language


@dataclass(frozen=True, slots=True)
class LoadedPlaybook:
    """A playbook, the merged tree it was made of, and what of that its own file says."""

    playbook: Playbook
    tree: Tree
    own: Tree
    parent: str
    """The playbook that the rest comes from; its own id if it extends none."""

    def origins(self) -> Origins:
        """Say for each value which playbook it comes from."""
        return origins(self.tree, self.own, self.playbook.id, self.parent)

    def digest(self) -> str:
        """Return twelve hex digits over the merged data: playbooks with the same digits compute the same numbers."""
        from hashlib import blake2b  # loads OpenSSL, which a report for people does not need

        return blake2b(repr(self.tree).encode(), digest_size=6).hexdigest()


def find_playbook(named: str | None, beside: Path) -> str | None:
    """Return the path of the playbook to use: the named one, else playbook.yaml in the folder, else None (built-in)."""
    if named is not None:
        return named
    return next(filter(is_there, (str(beside / f"playbook{suffix}") for suffix in SUFFIXES)), None)


def load_playbook(path: str | None = None) -> LoadedPlaybook:
    """Load a company's playbook, or the built-in one; a named one that is not there ends with exit code 4."""
    if path is None:
        return _builtin(DEFAULT)
    if path in builtin_ids():
        return _builtin(path)
    if not is_there(path):
        raise WinsellError((Problem("no-such-playbook", facts={"known": builtin_ids()}, path=path),), NOT_THERE)
    try:
        return playbook_in(path, read_document(path))
    except WinsellError as error:
        raise BrokenPlaybookError(path, error.problems, language_of(path)) from None


def language_of(path: str | None) -> Language | None:
    """Return the language that a company's playbook asks for, valid or not; None if it asks for none."""
    if path is None or path in builtin_ids():
        return None
    try:
        stated = plain(read_document(path)).get("language")
    except WinsellError:
        return None
    return next((one for one in get_args(Language) if one == stated), None)


def builtin_ids() -> tuple[str, ...]:
    """Name the playbooks that come with the program."""
    return tuple(sorted(path.stem for path in _BUILTIN.glob("*.yaml")))


@cache
def _builtin(id_: str) -> LoadedPlaybook:
    path, document = _builtin_file(id_)
    tree = plain(document)
    return LoadedPlaybook(_validated(path, document, tree), tree, tree, id_)


@cache
def _builtin_file(id_: str) -> tuple[str, Document]:
    """Read a built-in file once: every deal of a folder rests on it."""
    path = str(_BUILTIN / f"{id_}.yaml")
    return path, read_document(path)


def playbook_in(path: str, document: Document) -> LoadedPlaybook:
    """Return the playbook of a company's file that was read; WinsellError with all that is wrong with it."""
    if kind_of(document) != "playbook":
        line, column = place(document, ("kind",), key=False)
        facts = {"kind": kind_of(document), "wanted": "playbook"}
        raise WinsellError((Problem("other-kind", line, column, facts, path),))
    own = plain(document)
    parent = own.get("extends")
    if parent is None:
        return LoadedPlaybook(_validated(path, document, own), own, own, str(own.get("id")))
    if parent not in builtin_ids():
        line, column = place(document, ("extends",), key=False)
        facts_: dict[str, FactValue] = {"value": str(parent), "known": builtin_ids()}
        raise WinsellError((Problem("unknown-parent", line, column, facts_, path),))
    return _extended(path, document, str(parent))


def _extended(path: str, document: Document, parent: str) -> LoadedPlaybook:
    own = plain(document)
    tree = merge(plain(_builtin_file(parent)[1]), own)
    if isinstance(tree.get("stages"), dict):
        tree["stages"] = order_stages(tree["stages"])
    return LoadedPlaybook(_validated(path, document, tree, parent), tree, own, parent)


def _validated(path: str, document: Document, tree: Tree, parent: str | None = None) -> Playbook:
    try:
        playbook = Playbook.model_validate(tree)
    except ValidationError as error:
        problems = schema_problems(error, Playbook, document)
        raise WinsellError(tuple(replace(problem, path=path) for problem in problems)) from None
    found = faults(playbook, _builtin(parent).playbook if parent else None)
    wrong = [_problem(path, document, fault) for fault in blame_removals(found, plain(document))]
    if wrong:
        raise WinsellError(tuple(sorted(wrong, key=lambda problem: problem.line or 0)))
    return playbook


def _problem(path: str, document: Document, fault: Fault) -> Problem:
    key = fault.where[-1] == fault.facts.get("value")
    line, column = place(document, as_written(document, fault.where), key=key)
    is_item = not key and fault.where[-1].isdecimal()  # its line and its value say which
    spoken = ".".join(fault.where[:-1] if is_item else fault.where)
    return Problem(fault.code, line, column, {"path": spoken, **fault.facts}, path)


def as_yaml(loaded: LoadedPlaybook) -> str:
    """Write the merged playbook as YAML that can be read again: whole, so it extends nothing any more."""
    from winsell.store.write_yaml import write_yaml

    return write_yaml({key: value for key, value in loaded.tree.items() if key != "extends"})


def _texts(value: Any) -> Any:
    """Turn decimals into floats, which are shorter to read."""
    if isinstance(value, dict):
        return {key: _texts(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_texts(one) for one in value]
    return float(value) if isinstance(value, Decimal) else value


def as_lines(loaded: LoadedPlaybook) -> list[str]:
    """Write each value on a line of its own with the playbook that it comes from."""
    return [f"{'.'.join(path)}: {_leaf(loaded.tree, path)}  ({owner})" for path, owner in loaded.origins().items()]


def _leaf(tree: Tree, path: tuple[str, ...]) -> object:
    value: Any = tree
    for part in path:
        value = value[part]
    return _texts(value)
