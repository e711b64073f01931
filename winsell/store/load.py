"""Files as models: a deal with its account, its competitors and its playbook.

In: the path of a deal file as the user named it. Out: a `Case`, or a `WinsellError` with every problem of every file
that belongs to it. Nothing is written, and nothing outside the deal's own folder is read.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from winsell.base.problem import Problem, WinsellError
from winsell.deal.account import Account
from winsell.deal.competitor import CompetitorFile
from winsell.deal.deal import Deal
from winsell.deal.dossier import Dossier, gather
from winsell.store.document import Document
from winsell.store.open_file import read_bytes
from winsell.store.schema_problems import as_written, place, schema_problems
from winsell.store.yaml_reader import read_yaml

M = TypeVar("M", bound=BaseModel)
T = TypeVar("T")
KINDS: Mapping[str, type[BaseModel]] = {"account": Account, "competitor": CompetitorFile, "deal": Deal}
SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Case:
    """A deal as read: what the files say, and where the deal file says it."""

    path: str
    id: str
    dossier: Dossier
    document: Document

    def line_of(self, where: tuple[str, ...]) -> int | None:
        """Return the line of a place in the deal file, or of what is nearest around it; None where nothing is near."""
        written = as_written(self.document, where)
        return place(self.document, written, key=True)[0] if written[:1] in self.document.keys else None


def load_case(path: str, files: Files | None = None) -> Case:
    """Read a deal file and the account and competitor files beside it; raise WinsellError with all that is wrong."""
    files = files or Files()
    document = files.read(path)
    beside = Path(path).parent
    account_id, rival_ids = _ids_beside(document)
    deal, wrong = _tried(lambda: as_model(path, document, Deal))
    account, wrong_of_account = _tried(lambda: _beside(files, beside / "accounts", account_id, Account))
    rivals = {id_: _tried(partial(_beside, files, beside / "competitors", id_, CompetitorFile)) for id_ in rival_ids}
    problems = (*wrong, *wrong_of_account, *(problem for _, found in rivals.values() for problem in found))
    if deal is None or problems:
        raise WinsellError(problems)
    known = {id_: rival for id_, (rival, _) in rivals.items() if rival is not None}
    return Case(path, deal.id or Path(path).stem, gather(deal, account, known), document)


def _tried(read: Callable[[], T]) -> tuple[T | None, tuple[Problem, ...]]:
    """Return what was read and no problem, or nothing and the problems, so that the other files are looked at too."""
    try:
        return read(), ()
    except WinsellError as error:
        return None, error.problems


def _ids_beside(document: Document) -> tuple[str | None, tuple[str, ...]]:
    """Return the ids of the account and of the competitors, of a deal that need not be valid."""
    account, rivals = plain(document).get("account"), plain(document).get("competitors")
    return account if _is_file_name(account) else None, tuple(filter(_is_file_name, _keys(rivals)))


def _keys(section: object) -> tuple[str, ...]:
    return tuple(section) if isinstance(section, dict) else ()


def _is_file_name(id_: object) -> bool:
    """Tell whether an id that nobody has checked yet stays in the folder it is looked for in."""
    return isinstance(id_, str) and Path(id_).name == id_


def _beside(files: Files, folder: Path, id_: str | None, model: type[M]) -> M | None:
    """Read the file of an id in a folder; None if there is none (that is for a finding to say)."""
    paths = [str(folder / f"{id_}{suffix}") for suffix in SUFFIXES] if id_ is not None else []
    path = next(filter(files.is_there, paths), None)
    return as_model(path, files.read(path), model) if path is not None else None


def is_there(path: str) -> bool:
    """Tell whether a file is there; one whose name no system takes is not."""
    return os.path.exists(path)  # noqa: PTH110 - Path.exists raises for a name that is too long


def read_document(path: str) -> Document:
    """Read a file as a mapping with the place of each key; raise WinsellError with all that is wrong with its text."""
    return document_of(path, read_bytes(path))


def document_of(path: str, raw: bytes) -> Document:
    """Read the bytes of a file as a mapping; raise WinsellError with all that is wrong with its text."""
    document, problems = read_yaml(raw)
    if document is None or problems:
        raise WinsellError(tuple(replace(problem, path=path) for problem in problems))
    if not isinstance(document.data, dict):
        raise WinsellError((Problem("not-a-mapping", 1, 1, {}, path),))
    return document


@dataclass(frozen=True, slots=True)
class Files:
    """Where a deal's files come from: the disk, unless it is said otherwise."""

    read: Callable[[str], Document] = read_document
    is_there: Callable[[str], bool] = is_there


def as_model(path: str, document: Document, model: type[M]) -> M:
    """Validate a document; raise WinsellError with every problem in the order of the file."""
    _refuse_other_kind(path, document, model)
    try:
        return model.model_validate(document.data)
    except ValidationError as error:
        problems = schema_problems(error, model, document)
        raise WinsellError(tuple(replace(problem, path=path) for problem in problems)) from None


def kind_of(document: Document) -> str:
    """Return which kind of file a document says it is; a deal if it says nothing."""
    kind = document.data.get("kind") if isinstance(document.data, dict) else None
    return kind if isinstance(kind, str) else "deal"


def _refuse_other_kind(path: str, document: Document, model: type[BaseModel]) -> None:
    """Refuse a file of another known kind with one sentence instead of one for each of its keys."""
    kind = kind_of(document)
    wanted = _wanted(model)
    if kind != wanted and kind in (*KINDS, "playbook"):
        line, column = place(document, ("kind",), key=False)
        raise WinsellError((Problem("other-kind", line, column, {"kind": kind, "wanted": wanted}, path),))


def _wanted(model: type[BaseModel]) -> str:
    return next((kind for kind, known in KINDS.items() if known is model), "playbook")


def plain(document: Document) -> dict[str, Any]:
    """Return the data of a document that was read as a mapping."""
    data = document.data
    return data if isinstance(data, dict) else {}
