"""A deal together with what the account and the competitor files know beside it."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from winsell.deal.account import Account
from winsell.deal.competitor import CompetitorFile
from winsell.deal.deal import Deal
from winsell.deal.person import AccountPerson, Person
from winsell.deal.project import PastProject

_SHARED = ("name", "title", "function", "politics", "orientation", "reports_to", "since", "left")
"""What a person is in every deal; attitude and contact of the account are shown and never enter a deal's numbers."""

NOBODY = "none"
"""Written into a chair that does not exist at this customer."""


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything the files say about one deal; `people` has the deal's word before the account's."""

    deal: Deal
    account: Account | None
    competitor_files: Mapping[str, CompetitorFile]
    people: Mapping[str, Person]
    past_projects: Mapping[str, PastProject]

    def known_person(self, id_: str) -> Person | AccountPerson | None:
        """Find a person among the deal's, else among the account's."""
        return self.people.get(id_) or (self.account.people.get(id_) if self.account else None)

    def called(self, text: str) -> tuple[str, ...]:
        """Return the ids of the deal's people whom a text names: by id, else all whose alias or post it is."""
        if text in self.people:
            return (text,)
        typed = unicodedata.normalize("NFC", text).casefold()
        names = {id_: (id_, one.name, one.title) for id_, one in self.people.items()}
        return tuple(id_ for id_, some in names.items() if typed in (one.casefold() for one in some if one))


def gather(
    deal: Deal, account: Account | None = None, competitor_files: Mapping[str, CompetitorFile] | None = None
) -> Dossier:
    """Lay the deal over its account: people whom the deal names, filled up with what the account knows of them."""
    known = account.people if account else {}
    people = {id_: _filled(person, known.get(id_)) for id_, person in deal.people.items()}
    for id_ in _seated(deal):
        if id_ not in people and id_ in known:
            people[id_] = _filled(Person(), known[id_])
    projects = (account.past_projects if account else {}) | deal.past_projects
    return Dossier(deal, account, competitor_files or {}, people, projects)


def _seated(deal: Deal) -> tuple[str, ...]:
    """Name the persons whom the deal puts into chairs: being seated makes a person of the account one of the deal's."""
    return tuple(entry.value for chair in deal.chairs.values() for entry in chair if entry.value not in (None, NOBODY))


def _filled(person: Person, account: AccountPerson | None) -> Person:
    if account is None:
        return person
    missing = {key: getattr(account, key) for key in _SHARED if getattr(person, key) is None}
    return person.model_copy(update=missing)
