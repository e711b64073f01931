"""What tests of merges ask of a merged text: what it says, and what it says once one side was chosen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from winsell.store.edit.page import Page
from winsell.store.merge.remarks import remarks
from winsell.store.yaml_reader import read_yaml


def page_of(raw: bytes) -> Page:
    document, problems = read_yaml(raw)
    assert document is not None, (problems, raw.decode())
    return Page(document)


def data_of(raw: bytes) -> Any:
    return page_of(raw).document.data


def remarks_of(raw: bytes) -> Counter[str]:
    return remarks(page_of(raw))


def chosen(raw: bytes, side: str) -> bytes:
    """Take one side of every conflict, as a person would."""
    kept, place = [], "both"
    for line in raw.splitlines(keepends=True):
        if line.startswith(b"<<<<<<<"):
            place = "ours"
        elif line.startswith(b"=======") and place == "ours":
            place = "theirs"
        elif line.startswith(b">>>>>>>"):
            place = "both"
        elif place in ("both", side):
            kept.append(line)
    return b"".join(kept)


def texts_in(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, one in value.items():
            yield key
            yield from texts_in(one)
    elif isinstance(value, list):
        for one in value:
            yield from texts_in(one)
    elif isinstance(value, str):
        yield value
