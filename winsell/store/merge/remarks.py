"""Comments that the other side wrote, brought over into our text: nobody's remark is lost in a merge.

In: our page after the edits, theirs, and the comments that were there before. Out: our page with theirs in it, or None
if one cannot be brought over. A comment goes where it stood: behind the same entry, or above it; where that is gone or
written within brackets, above the next, else at the end. Each is proved by reading the text again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from winsell.store.document import Document, Path, Span
from winsell.store.edit.page import Cut, Page, cut
from winsell.store.merge.three_way import frozen
from winsell.store.yaml_reader import read_yaml

Remarks = Counter[str]


def remarks(page: Page) -> Remarks:
    """Count the comments of a page."""
    return Counter(_text(page, one) for one in page.comments)


def are_kept(before: Remarks, ours: Remarks, theirs: Remarks, merged: Remarks) -> bool:
    """Tell whether what either side wrote is there; what was there before may have been taken out by one of them."""
    return all(merged[text] >= side[text] for side in (ours, theirs) for text in side if side[text] > before[text])


def carried_over(page: Page, theirs: Page, before: Remarks) -> Page | None:
    """Bring over each comment that is new in theirs and not in ours."""
    there, wanted = remarks(page), remarks(theirs)
    lacking = Counter({text: wanted[text] - there[text] for text in wanted if wanted[text] > before[text]})
    entries = _entries(theirs)
    for comment in theirs.comments if +lacking else ():
        text = _text(theirs, comment)
        if lacking[text] > 0:
            lacking[text] -= 1
            found = _put(page, text, theirs, comment, entries)
            if found is None:
                return None
            page = found
    return page


def _text(page: Page, comment: Span) -> str:
    return page.text[comment.start : comment.end]


def _entries(page: Page) -> list[tuple[int, Path]]:
    """The entries that stand on lines, in file order, each with its beginning."""
    paths = [path for path in page.document.values if path and not page.within_brackets(path)]
    return sorted(((page.start(path), path) for path in paths), key=lambda one: one[0])


def _put(page: Page, text: str, theirs: Page, comment: Span, entries: list[tuple[int, Path]]) -> Page | None:
    for proposal in _proposals(page, text, theirs, comment, entries):
        proved = _proved(page, proposal, text)
        if proved is not None:
            return proved
    return None


def _proposals(page: Page, text: str, theirs: Page, comment: Span, entries: list[tuple[int, Path]]) -> Iterator[str]:
    """The texts with the comment in it, the best place first."""
    line = theirs.line_start(comment.start)
    on_line = [path for start, path in entries if line <= start < comment.start]
    for path in reversed(on_line):
        yield from _behind_or_above(page, _ours(page, theirs, path), text)
    for path in (path for start, path in entries if start > comment.start):
        yield from _above(page, _ours(page, theirs, path), text)
    end = len(page.text)
    line_break = page.line_break(end)
    gap = "" if page.text.endswith(("\n", "\r")) else line_break
    yield f"{page.text}{gap}{text}{line_break if not gap else ''}"


def _behind_or_above(page: Page, path: Path | None, text: str) -> Iterator[str]:
    if path is None:
        return
    end = page.line_end(page.start(path))
    if not page.comments_in(page.line_start(end), end):
        yield cut(page.text, [Cut(end, end, f"  {text}")])
    yield from _above(page, path, text)


def _above(page: Page, path: Path | None, text: str) -> Iterator[str]:
    if path is None or page.within_brackets(path) or not page.opens_line(page.start(path)):
        return
    line = page.line_start(page.start(path))
    yield cut(page.text, [Cut(line, line, f"{' ' * page.column(path)}{text}{page.line_break(line)}")])


def _ours(page: Page, theirs: Page, path: Path) -> Path | None:
    """Find the place in ours, items of a list by what they say, since numbers may differ; None if it is not there."""
    mine, yours = page.document.data, theirs.document.data
    found: list[str | int] = []
    for key in path:
        yours = _at(yours, key)
        there: str | int = key
        if isinstance(key, int) and isinstance(mine, list):
            there = next((at for at, one in enumerate(mine) if frozen(one) == frozen(yours)), key)
        found.append(there)
        mine = _at(mine, there)
    return tuple(found) if page.has(tuple(found)) else None


def _at(data: Any, key: str | int) -> Any:
    if isinstance(data, dict):
        return data.get(key)
    return data[key] if isinstance(data, list) and isinstance(key, int) and key < len(data) else None


def _proved(before: Page, text: str, comment: str) -> Page | None:
    document, problems = read_yaml(text.encode())
    if document is None or problems or not _says_the_same(document, before.document):
        return None
    after = Page(document)
    return after if remarks(after) == remarks(before) + Counter([comment]) else None


def _says_the_same(one: Document, other: Document) -> bool:
    return bool(frozen(one.data) == frozen(other.data))
