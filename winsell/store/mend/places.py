"""Days, ids and numbers in a wrong form: where they stand in a file, and every place that refers to them.

In: a document that was read, and what its model found wrong. Out: cuts, each within one scalar. An id is changed
everywhere it stands or nowhere: not if another thing has its new form already, and not if a file bears its old name.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from winsell.base.problem import Problem
from winsell.store.document import Document, Path, Span
from winsell.store.edit.meaning import at
from winsell.store.edit.page import Cut, Page
from winsell.store.mend.forms import amount_form, day_form, id_form, is_day, number_form
from winsell.store.mend.marks import entry_cuts, opening_cuts

_FORMS: Mapping[str, Callable[[str], str | None]] = {
    "bad-date": day_form,
    "bad-id": id_form,
    "not-a-number": number_form,
    "not-a-whole-number": number_form,
    "bad-amount": amount_form,
    "unknown-key": day_form,
    "unknown-key-near": day_form,
}
"""What mends a problem; an unknown key is a day where every key beside it is one."""
_UNQUOTED = ("not-a-number", "not-a-whole-number", "bad-amount")
"""Problems of numbers: in quotes they would be text, however they are written."""


@dataclass(frozen=True, slots=True)
class _Scalar:
    """A key or a value of one line."""

    path: Path
    is_key: bool
    text: str
    """Without its quotes."""
    start: int
    end: int
    quoted: bool


def place_cuts(document: Document, problems: Iterable[Problem], taken: Collection[str] = ()) -> list[Cut]:
    """Find the scalars to change; `taken` are ids that must stay because a file is called so."""
    scalars = list(_scalars(document))
    where = {_line_and_column(document, one): one for one in scalars}
    stand = [(one, where.get((one.line or 0, one.column or 0))) for one in problems]
    if marks := _entries(document, [scalar for _, scalar in stand if scalar]):
        return marks  # what stands there is not yet what was meant
    named = [(problem, scalar) for problem, scalar in stand if problem.code in _FORMS]
    found = [(problem, scalar, form) for problem, scalar in named if scalar and (form := _form(problem, scalar))]
    blocked = {*taken, *(scalar.text for _, scalar, form in found if _clashes(document, scalar, form, found))}
    chosen = [one for one in found if one[1].text not in blocked and _fits(document, *one)]
    renamed = {one.text: form for problem, one, form in chosen if problem.code == "bad-id" and one.is_key}
    cuts = {Cut(one.start, one.end, form) for _, one, form in chosen}
    return sorted(cuts | set(_references(scalars, renamed)), key=lambda cut: cut.start)


def _entries(document: Document, wrong: Iterable[_Scalar]) -> list[Cut]:
    """Find the marks in what was read as one key or value, and is several: within braces, or where they open."""
    page = Page(document)
    found: set[Cut] = set()
    for one in (each for each in wrong if not each.quoted):
        cuts = entry_cuts if page.in_brackets(one.path[:-1]) else opening_cuts
        found |= set(cuts(one.text, one.start))
    return sorted(found, key=lambda cut: cut.start)


def _scalars(document: Document) -> Iterator[_Scalar]:
    for path, span in document.keys.items():
        yield from _scalar(document, path, span, is_key=True)
    for path, span in document.values.items():
        if not isinstance(at(document.data, path), dict | list):
            yield from _scalar(document, path, span, is_key=False)


def _scalar(document: Document, path: Path, span: Span, *, is_key: bool) -> Iterator[_Scalar]:
    """Yield a scalar as it is written; none that is empty, of several lines, or has an escape in it."""
    raw = document.text[span.start : span.end]
    if not raw or raw[0] in "|>" or "\n" in raw or "\r" in raw:
        return
    quoted = raw[0] in "\"'" and raw[-1] == raw[0] and len(raw) > 1
    text = raw[1:-1] if quoted else raw
    if not (quoted and (raw[0] in text or "\\" in text)):
        yield _Scalar(path, is_key, text, span.start + quoted, span.end - quoted, quoted)


def _line_and_column(document: Document, one: _Scalar) -> tuple[int, int]:
    span = (document.keys if one.is_key else document.values)[one.path]
    return span.line, span.column


def _form(problem: Problem, scalar: _Scalar) -> str | None:
    if scalar.quoted and problem.code in _UNQUOTED:
        return None
    return _FORMS[problem.code](scalar.text)


_Found = tuple[Problem, _Scalar, str]


def _siblings(document: Document, path: Path) -> tuple[str, ...]:
    around: Any = at(document.data, path[:-1])
    return tuple(around) if isinstance(around, dict) else ()


def _clashes(document: Document, scalar: _Scalar, form: str, found: Iterable[_Found]) -> bool:
    """Tell whether a key would get the name of another one beside it, as that is or as it will be."""
    if not scalar.is_key:
        return False
    beside = [other for _, other, to in found if other.is_key and other.path[:-1] == scalar.path[:-1] and to == form]
    return len(beside) > 1 or form in _siblings(document, scalar.path)


def _fits(document: Document, problem: Problem, scalar: _Scalar, _form: str) -> bool:
    """Tell whether an unknown key may be a day: every key beside it is one, or can be made one."""
    if not problem.code.startswith("unknown-key"):
        return True
    return scalar.is_key and all(day_form(key) or is_day(key) for key in _siblings(document, scalar.path))


def _references(scalars: Iterable[_Scalar], renamed: Mapping[str, str]) -> Iterator[Cut]:
    """Yield the places that name a renamed thing in a text: whom an action is for, who told us, what is accepted."""
    for one in scalars if renamed else ():
        new = _referring(one, renamed)
        if new is not None:
            yield Cut(one.start, one.end, new)


def _referring(one: _Scalar, renamed: Mapping[str, str]) -> str | None:
    if one.is_key:
        dotted = one.path[:1] == ("accepted",) and len(one.path) == 2  # noqa: PLR2004 - the section and its key
        return _dotted(one.text, renamed) if dotted else None
    if one.path[-1] == "source":
        return renamed.get(one.text)
    return _dotted(one.text, renamed) if one.path[:1] == ("actions",) and one.path[-1] == "for" else None


def _dotted(text: str, renamed: Mapping[str, str]) -> str | None:
    head, *rest = text.split(".")
    new = ".".join((head, *(renamed.get(part, part) for part in rest)))
    return new if new != text else None
