"""The deals of a folder, and the one that somebody means by a part of its name.

In: a folder, or what was typed. Out: paths with what each file says it is. Files that cannot be read have no name; they
are passed over here and told by whoever reads them.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from winsell.base.problem import WinsellError
from winsell.store.document import Document
from winsell.store.load import SUFFIXES, kind_of, read_document
from winsell.store.load import plain as data_of

_OUR_KEYS = frozenset(("winsell", "kind", "deal", "customer"))
"""One of these stands in every file of ours."""


@dataclass(frozen=True, slots=True)
class DealName:
    """A deal file and the names by which it is called."""

    path: str
    names: tuple[str, ...]
    """Its id, the deal's name and the customer's."""

    def is_called(self, text: str) -> bool:
        """Tell whether a text is a part of one of its names."""
        return any(text.casefold() in name.casefold() for name in self.names)


def deal_files(folder: str) -> Iterator[str]:
    """Yield the YAML files of a folder and below, none that is hidden, in the order of their names."""
    for around, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (
            str(Path(around) / name) for name in sorted(files) if name.endswith(SUFFIXES) and not name.startswith(".")
        )


def deals_in(folder: str) -> Iterator[DealName]:
    """Yield the deals of a folder and below with their names."""
    for path in deal_files(folder):
        try:
            document = read_document(path)
        except WinsellError:
            continue
        data = data_of(document)
        if kind_of(document) == "deal" and "deal" in data:
            said = (data.get("id", Path(path).stem), data.get("deal"), data.get("customer"))
            yield DealName(path, tuple(str(one) for one in said if one is not None))


def is_ours(path: str) -> bool:
    """Tell whether a file of a folder is one of ours, or cannot be read and might be; other programs keep YAML too."""
    try:
        return bool(_OUR_KEYS & data_of(read_document(path)).keys())
    except WinsellError:
        return True


def deals_called(folder: str, text: str) -> list[DealName]:
    """Return the deals that a text may mean: those whose id it is, else those with it in a name."""
    found = [one for one in deals_in(folder) if one.is_called(text)]
    exact = [one for one in found if one.names[0].casefold() == text.casefold()]
    return exact or found


def is_deal(document: Document) -> bool:
    """Tell whether a file of a folder is meant to be a deal; other programs keep YAML too."""
    return kind_of(document) == "deal" and bool(_OUR_KEYS & data_of(document).keys())
