"""The splice: an answer becomes a few changed lines of a file, or nothing at all.

In: the bytes of a file and a patch. Out: the bytes after it, with the lines that differ. After each edit the text is
read again, its data are held against what the edit means, and every comment must still be there: no edit is written
that could not be proved. Whoever is refused gets the lines to add by hand.
"""

from __future__ import annotations

import codecs
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from winsell.base.problem import Problem, WinsellError
from winsell.store.document import Document
from winsell.store.edit import rows
from winsell.store.edit.difference import Line, difference
from winsell.store.edit.meaning import first_day, intended, line_below, recorded, same
from winsell.store.edit.page import Page, cut
from winsell.store.edit.patch import (
    AddLine,
    Append,
    CannotEdit,
    Drop,
    Edit,
    NoPlaceError,
    Patch,
    Path,
    Put,
    Record,
    normal,
    plain,
)
from winsell.store.edit.splice import Order, Splice
from winsell.store.edit.written import entries
from winsell.store.yaml_reader import read_yaml

__all__ = ["CannotEdit", "Edited", "Line", "Order", "apply", "intended"]


@dataclass(frozen=True, slots=True)
class Edited:
    """A file after a patch."""

    raw: bytes
    """The very bytes that were given, if the patch changes nothing."""
    document: Document
    lines: tuple[Line, ...]
    """What differs."""


def apply(raw: bytes, patch: Patch, *, order: Order | None = None) -> Edited:
    """Carry out a patch on the bytes of a file.

    Raises WinsellError for a file that cannot be read, CannotEdit where an edit cannot be made safely.
    """
    before = page = Page(_read(raw))
    day = first_day(before.document.data)
    for edit in patch:
        page = _carried_out(page, edit, day, order)
    if page.text == before.text:
        return Edited(raw, before.document, ())
    return Edited(_encoded(page.text, raw), page.document, difference(before.text, page.text))


def _read(raw: bytes) -> Document:
    document, problems = read_yaml(raw)
    if document is None:
        raise WinsellError(problems)
    if not isinstance(document.data, dict):
        raise WinsellError((Problem("not-a-mapping", 1, 1),))
    return document


def _encoded(text: str, like: bytes) -> bytes:
    mark = codecs.BOM_UTF8 if like.startswith(codecs.BOM_UTF8) else b""
    return mark + text.encode()


def _carried_out(page: Page, edit: Edit, day: str | None, order: Order | None) -> Page:
    """Make one edit, in the first way that is proved to say what was wanted and to keep what was there."""
    try:
        found = next(filter(None, _ways(page, edit, day, order)), None)
    except NoPlaceError:
        found = None
    if found is None:
        raise CannotEdit(edit.path, by_hand(edit))
    return found


def _ways(page: Page, edit: Edit, day: str | None, order: Order | None) -> Iterator[Page | None]:
    """Make an edit in each way: lines below a text that stays; a text of several lines as it is; one that is quoted."""
    if isinstance(edit, AddLine):
        yield from _lines_below(page, normal(edit.path), edit.value)
    wanted = intended(page.value(()), (edit,), first_day=day)
    for block_texts in (True, False):
        splice = Splice(page, day, order, block_texts=block_texts)
        yield _proved(page, cut(page.text, splice.cuts(edit)), wanted)


def _lines_below(page: Page, path: Path, lines: str) -> Iterator[Page | None]:
    there = page.value(path)
    if isinstance(there, str):
        wanted = intended(page.value(()), (Put(path, line_below(there, lines)),), first_day=None)
        for one in rows.lines_of_text(page, path, lines):
            yield _proved(page, cut(page.text, [one]), wanted)


def _proved(before: Page, text: str, wanted: dict[str, Any]) -> Page | None:
    """Read the text after an edit; None unless it says what was wanted, and each comment that was there."""
    old = before.document.data
    if text == before.text:
        return before if same(old, wanted, old) else None
    document, problems = read_yaml(text.encode())
    if document is None or problems or not same(document.data, wanted, old):
        return None
    after = Page(document)
    return after if _comments(after) == _comments(before) else None


def _comments(page: Page) -> Counter[str]:
    return Counter(page.text[one.start : one.end] for one in page.comments)


def by_hand(edit: Edit) -> str:
    """Write what a person would add: the keys from the root on, and the new value; nothing for what is taken out."""
    if isinstance(edit, Drop):
        return ""
    value = recorded(None, edit, None) if isinstance(edit, Record) else plain(edit.value)
    value = [value] if isinstance(edit, Append) else value
    for key in reversed(normal(edit.path)):
        value = {key: value} if isinstance(key, str) else [value]
    return "\n".join(entries(value, 0)) if isinstance(value, dict) else ""
