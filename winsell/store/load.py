"""Files as models: a deal with its account, its competitors and its playbook.

In: the path of a deal file as the user named it. Out: a `Case`, or a `WinsellError` with every problem of every file
that belongs to it. Nothing is written, and nothing outside the deal's own folder is read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
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
from winsell.store.schema_problems import place, schema_problems
from winsell.store.yaml_reader import read_yaml

M = TypeVar("M", bound=BaseModel)
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
        """Return the line of a place in the deal file, or of what is nearest around it; None for the whole deal."""
        return place(self.document, where, key=True)[0] if where else None


def load_case(path: str) -> Case:
    """Read a deal file and the account and competitor files beside it."""
    document = read_document(path)
    deal = as_model(path, document, Deal)
    beside = Path(path).parent
    account = _beside(beside / "accounts", deal.account, Account) if deal.account else None
    rivals = {id_: _beside(beside / "competitors", id_, CompetitorFile) for id_ in deal.competitors}
    known = {id_: rival for id_, rival in rivals.items() if rival is not None}
    return Case(path, deal.id or Path(path).stem, gather(deal, account, known), document)


def _beside(folder: Path, id_: str, model: type[M]) -> M | None:
    """Read the file of an id in a folder; None if there is none (that is for a finding to say)."""
    for suffix in SUFFIXES:
        path = folder / f"{id_}{suffix}"
        if path.exists():
            return as_model(str(path), read_document(str(path)), model)
    return None


def read_document(path: str) -> Document:
    """Read a file as a mapping with the place of each key; raise WinsellError with all that is wrong with its text."""
    document, problems = read_yaml(read_bytes(path))
    if document is None or problems:
        raise WinsellError(tuple(replace(problem, path=path) for problem in problems))
    if not isinstance(document.data, dict):
        raise WinsellError((Problem("not-a-mapping", 1, 1, {}, path),))
    return document


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
