"""A person of a deal by what people are called: the id, the name or the post."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from winsell.deal.person import AccountPerson, Person
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


def names_of(case: Case) -> dict[str, tuple[str, ...]]:
    """Return whoever the deal or its account knows, by id, with all that each is called."""
    dossier = case.dossier
    known: dict[str, Person | AccountPerson] = {**(dossier.account.people if dossier.account else {}), **dossier.people}
    return {id_: tuple(one for one in (id_, person.name, person.title) if one) for id_, person in known.items()}


def people_called(case: Case, text: str) -> tuple[str, ...]:
    """Return the ids of those whom a text may mean: who is called exactly so, else who has it in a name."""
    typed = unicodedata.normalize("NFC", text).casefold().strip()
    names = {id_: [one.casefold() for one in found] for id_, found in names_of(case).items()}
    exact = [id_ for id_ in names if id_ == text] or [id_ for id_, found in names.items() if typed in found]
    parts = [id_ for id_, found in names.items() if typed and any(typed in one for one in found)]
    return tuple(exact or parts)
