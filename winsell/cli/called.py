"""A person of a deal by what people are called: the id, the name or the post."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from winsell.store.load import Case


def person_called(case: Case, text: str) -> str | None:
    """Return the id of whoever is called so; None if nobody is, or several are."""
    people = case.dossier.people
    if text in people:
        return text
    typed = unicodedata.normalize("NFC", text).casefold()
    found = [
        id_
        for id_, person in people.items()
        if typed in (one.casefold() for one in (id_, person.name, person.title) if one)
    ]
    return found[0] if len(found) == 1 else None
