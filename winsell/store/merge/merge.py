"""The merge driver: two people's edits of one deal become one file, or a conflict that a person can read.

In: the bytes of the common ancestor (empty if there is none), of ours and of theirs. Out: the bytes to take, and the
facts on which the two disagree. First the texts are merged by their lines, and that is taken if it says what merging
the facts says and holds both sides' comments: it keeps both sides' looks. Else their facts are spliced into our text.
What cannot be proved by reading it again is left to the lines, with markers; nothing is lost, and nothing is guessed.
"""

from __future__ import annotations

import codecs
from collections import Counter
from copy import deepcopy
from dataclasses import dataclass
from functools import partial
from typing import Any

from pydantic import BaseModel, ValidationError

from winsell.base.problem import WinsellError
from winsell.deal.deal import Deal
from winsell.deal.fields import position_of
from winsell.store.deals import is_of_ours
from winsell.store.document import Document, Path
from winsell.store.edit.apply import CannotEdit, apply
from winsell.store.edit.meaning import at, intended
from winsell.store.edit.page import Page
from winsell.store.edit.patch import NoPlaceError
from winsell.store.edit.splice import Order
from winsell.store.load import KINDS, kind_of
from winsell.store.merge.by_lines import Markers, by_lines, two_sides
from winsell.store.merge.clashes import disputed
from winsell.store.merge.remarks import Remarks, are_kept, carried_over, remarks
from winsell.store.merge.three_way import Merged, alike, three_way
from winsell.store.yaml_reader import read_yaml


@dataclass(frozen=True, slots=True)
class Outcome:
    """A merged file."""

    raw: bytes
    clean: bool
    """Whether nothing is left for a person to decide."""
    disputed: tuple[Path, ...] = ()
    """The facts to decide on; none where only lines could be compared."""


@dataclass(frozen=True, slots=True)
class _Sides:
    """The three files as pages, and the remarks that the ancestor had."""

    base: Any
    ours: Page
    theirs: Page
    before: Remarks


def merge(base: bytes, ours: bytes, theirs: bytes, markers: Markers | None = None) -> Outcome:
    """Merge two files that come from one."""
    if theirs in (base, ours):
        return Outcome(ours, clean=True)
    if ours == base:
        return Outcome(theirs, clean=True)
    markers = markers or Markers()
    woven = by_lines(base, ours, theirs, markers)
    sides = _sides(base, ours, theirs)
    if sides is None:
        return Outcome(woven.raw, woven.clean)
    try:
        return _by_facts(sides, ours, woven.raw if woven.clean else None, markers)
    except (
        CannotEdit,
        NoPlaceError,
        WinsellError,
        TypeError,
    ):  # a text that cannot be spliced, a value that no edit can write
        return Outcome(two_sides(ours, theirs, markers) if woven.clean else woven.raw, clean=False)


def _sides(base: bytes, ours: bytes, theirs: bytes) -> _Sides | None:
    """Read the three files; None if one cannot be read, or is none of ours."""
    mine, yours = _read(ours), _read(theirs)
    if mine is None or yours is None:
        return None
    if not base.strip():
        return _Sides({}, mine, yours, Counter())
    old = _read(base)
    return None if old is None else _Sides(old.document.data, mine, yours, remarks(old))


def _read(raw: bytes) -> Page | None:
    document, problems = read_yaml(raw)
    if document is None or problems or not isinstance(document.data, dict):
        return None
    return Page(document) if is_of_ours(document) else None


def _by_facts(sides: _Sides, ours: bytes, woven: bytes | None, markers: Markers) -> Outcome:
    order: Order = partial(_order, _model(sides.ours.document))
    merged, data = _merged(sides)
    if woven is not None and not merged.clashes and _is_proved(sides, woven, data):
        return Outcome(woven, clean=True)
    page = Page(apply(ours, merged.edits, order=order).document)
    page = carried_over(page, sides.theirs, sides.before) or _unproved()
    text = disputed(page, merged.clashes, order, markers) if merged.clashes else page.text
    if text is None:
        _unproved()
    mark = codecs.BOM_UTF8 if ours.startswith(codecs.BOM_UTF8) else b""
    return Outcome(mark + str(text).encode(), not merged.clashes, tuple(clash.path for clash in merged.clashes))


def _unproved() -> Any:
    raise CannotEdit((), "")


def _merged(sides: _Sides) -> tuple[Merged, dict[str, Any]]:
    """Merge the facts, and return the data after it; what two valid files make no valid one of is disputed."""
    ours, theirs, model = sides.ours.document, sides.theirs.document, _model(sides.ours.document)
    atoms: frozenset[Path] = frozenset()
    while True:
        merged = three_way(sides.base, ours.data, theirs.data, atoms)
        data = intended(_mapping(ours), merged.edits, first_day=None, taken=deepcopy)
        wrong = _wrong(data, model)
        if not wrong or () in atoms or _wrong(ours.data, model) or _wrong(theirs.data, model):
            return merged, data
        atoms |= {_whole(place, data, atoms) for place in wrong}


def _mapping(document: Document) -> dict[str, Any]:
    return document.data if isinstance(document.data, dict) else {}


def _model(document: Document) -> type[BaseModel]:
    return KINDS.get(kind_of(document), Deal)


def _wrong(data: Any, model: type[BaseModel]) -> list[Path]:
    """Return the places at which data are not valid."""
    try:
        model.model_validate(data)
    except ValidationError as error:
        return [tuple(one["loc"]) for one in error.errors(include_url=False, include_input=False)]
    return []


def _whole(place: Path, data: Any, atoms: frozenset[Path]) -> Path:
    """Return what is in dispute as a whole where a part is not valid: the nearest mapping around it, then the next."""
    path: Path = ()
    for part in place:
        if isinstance(at(data, (*path, part)), dict):
            path = (*path, part)
    while path in atoms:
        path = path[:-1]
    return path


def _order(model: type[BaseModel], path: Path, key: str, siblings: list[str]) -> int:
    return position_of(model, tuple(map(str, path)), key, siblings)


def _is_proved(sides: _Sides, woven: bytes, data: dict[str, Any]) -> bool:
    """Tell whether the lines say what the facts say, and hold what either side remarked."""
    page = _read(woven)
    if page is None or not alike(page.document.data, data):
        return False
    return are_kept(sides.before, remarks(sides.ours), remarks(sides.theirs), remarks(page))
