"""The deal with some answers taken away: those without a source or a date, or those of one voice (METHOD 6, 8.3).

How well we know a person is our own doing and needs no source; nor does what somebody did before our own eyes. An
answer that lacks evidence leaves an unknown of its day; without one voice, what was said before it stands again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

from winsell.analysis.moment import Moment
from winsell.analysis.standing import behind_alias
from winsell.base.fact import Fact, Say
from winsell.base.finding import Where
from winsell.base.part import Part
from winsell.deal.dossier import Dossier
from winsell.deal.timeline import Entry, Timeline

P = TypeVar("P", bound=Part)
Change = Callable[[Timeline[Any]], Timeline[Any]]
_LEVELS = ("fit", "relation", "price")
_STANDS = ("attitude", "support")
_ELEMENTS = ("money", "criteria")
_SEATS = ("sole_source", "shortlist")
_NAMED = 3
"""How many answers without evidence are named; the rest is counted."""
ROUNDING = 1e-9
"""What floating point may add to or take from a difference."""


def gap_matters(value: float, evidenced: float | None, threshold: float) -> bool:
    """Tell whether evidence alone gives another number, by `threshold` (0..1) at least, or none at all."""
    return evidenced is None or abs(value - evidenced) >= threshold - ROUNDING


def evidenced_only(moment: Moment) -> Moment:
    """Return the same moment over a deal that holds evidenced answers only, as far as the probability uses them."""
    return _with(moment, _kept)


def without_voice(moment: Moment, voice: str) -> Moment:
    """Return the same moment without what one person told us of others; where he stands himself is his to say."""

    def unsaid(timeline: Timeline[Any]) -> Timeline[Any]:
        return type(timeline)(tuple(one for one in timeline if behind_alias(moment, one.source) != voice))

    found = _with(moment, unsaid, but=voice)
    others = {id_: one for id_, one in moment.deal.sources.items() if (one.person or id_) != voice}
    deal = found.dossier.deal.model_copy(update={"sources": others})
    return replace(found, dossier=replace(found.dossier, deal=deal))


def _with(moment: Moment, change: Change, but: str | None = None) -> Moment:
    deal = moment.deal
    people = {
        id_: person if id_ == but else _changed(person, _STANDS, change)
        for id_, person in moment.dossier.people.items()
    }
    rivals = {id_: _changed(rival, _LEVELS, change) for id_, rival in deal.competitors.items()}
    update: dict[str, Any] = {
        "us": _changed(deal.us, _LEVELS, change),
        "competitors": rivals,
        "behaviour": _changed(deal.behaviour, _ELEMENTS, change),
        **{field: change(getattr(deal, field)) for field in _SEATS},
    }
    old = moment.dossier
    dossier = Dossier(deal.model_copy(update=update), old.account, old.competitor_files, people, old.past_projects)
    return Moment(dossier, moment.playbook, moment.on)


def unevidenced(moment: Moment) -> tuple[Where, ...]:
    """Name the answers that are taken as unknown there: what we say of ourselves first, then persons, then the rest."""
    deal, known = moment.deal, moment.dossier.people
    parts: list[tuple[Where, Part, tuple[str, ...]]] = [
        (("us",), deal.us, _LEVELS),
        *((("people", id_), known[id_], _STANDS) for id_ in moment.people),
        *((("competitors", id_), rival, _LEVELS) for id_, rival in moment.competitors.items()),
        (("behaviour",), deal.behaviour, _ELEMENTS),
        ((), deal, _SEATS),
    ]
    named = ((where, part, field) for where, part, fields in parts for field in fields if _counts(moment, field))
    held = (((*where, field), getattr(part, field).at(moment.on)) for where, part, field in named)
    return tuple(where for where, entry in held if entry.value is not None and not entry.evidenced)


def lacking(moment: Moment) -> dict[str, Fact]:
    """Put into facts which answers those are: the first few, and how many more."""
    found = unevidenced(moment)
    return {"answers": tuple(_answer(moment, one) for one in found[:_NAMED]), "more": len(found[_NAMED:]) or None}


def _answer(moment: Moment, where: Where) -> Say:
    section, field = where[0], where[-1]
    if section == "people":
        return Say("answer.person", {"who": moment.person(where[1])})
    if section == "competitors":
        return Say(f"answer.rival-{field}", {"rival": moment.competitor(where[1])})
    return Say(f"element.{field}" if section == "behaviour" else f"answer.{field}")


def _counts(moment: Moment, field: str) -> bool:
    return field != "price" or bool(moment.deal.price_counts)


def _changed(part: P, fields: tuple[str, ...], change: Change) -> P:
    return part.model_copy(update={field: change(getattr(part, field)) for field in fields})


def _kept(timeline: Timeline[Any]) -> Timeline[Any]:
    """Turn each entry without evidence into an unknown of its date: what it replaced no longer holds either."""
    entries = tuple(entry if entry.evidenced else Entry(None, entry.on) for entry in timeline)
    return type(timeline)(entries)
