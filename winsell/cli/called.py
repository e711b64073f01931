"""A person of a deal by what people are called: the id, the name or the post; and a place by what it is called."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from winsell.cli.changing import refused
from winsell.cli.misuse import near

if TYPE_CHECKING:
    from winsell.deal.person import AccountPerson, Person
    from winsell.store.load import Case


def person_called(case: Case, text: str) -> str | None:
    """Return the id of whoever is called so; None if nobody is, WinsellError if several are."""
    found = case.dossier.called(text)
    if len(found) > 1:
        raise refused("people-called-so", text=text, people=found)
    return found[0] if found else None


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


def place_called(case: Case, text: str) -> str:
    """Return the place of a deal that is meant: as it stands in a file, with a person by name, or a name alone."""
    from winsell.deal.deal import Deal
    from winsell.deal.fields import field_at, keys_of

    typed = text.strip()
    section, _, rest = typed.partition(".")
    if section in keys_of(field_at(Deal, ())):
        id_, dot, below = rest.partition(".")
        return typed if section != "people" else f"people.{person_called(case, id_) or id_}{dot}{below}"
    places = tuple(dict.fromkeys(_places_called(case, typed)))
    if len(places) == 1:
        return places[0]
    known = _names(case)
    close = near(typed.casefold(), known).get("nearest")
    nearest = places or (() if close is None else (known[str(close)],))
    raise refused("for-no-place", value=text, nearest=tuple(f"`{one}`" for one in nearest))


def _places_called(case: Case, text: str) -> Iterator[str]:
    """Go through the places of whatever is called so: somebody, a chair, a competitor, an event."""
    deal = case.dossier.deal
    person = person_called(case, text)
    if person is not None:
        yield f"people.{person}"
    sections: dict[str, Collection[str]] = {
        "chairs": deal.chairs,
        "competitors": deal.competitors,
        "events": deal.events,
    }
    yield from (f"{section}.{text}" for section, things in sections.items() if text in things)
    rivals = deal.competitors.items()
    yield from (f"competitors.{id_}" for id_, one in rivals if one.name and one.name.casefold() == text.casefold())


def _names(case: Case) -> dict[str, str]:
    """Return the names of people, each with the place of its person."""
    return {name.casefold(): f"people.{id_}" for id_, names in names_of(case).items() for name in names}
