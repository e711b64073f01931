"""The deal with every answer that lacks a source or a date taken as unknown (METHOD 8.3, `evidenced`).

How well we know a person is our own doing and needs no source.
"""

from __future__ import annotations

from typing import Any, TypeVar

from winsell.analysis.moment import Moment
from winsell.base.part import Part
from winsell.deal.dossier import Dossier
from winsell.deal.timeline import Entry, Timeline

P = TypeVar("P", bound=Part)
ROUNDING = 1e-9
"""What floating point may add to or take from a difference."""


def gap_matters(value: float, evidenced: float | None, threshold: float) -> bool:
    """Tell whether evidence alone gives another number, by `threshold` (0..1) at least, or none at all."""
    return evidenced is None or abs(value - evidenced) >= threshold - ROUNDING


def evidenced_only(moment: Moment) -> Moment:
    """Return the same moment over a deal that holds evidenced answers only, as far as the probability uses them."""
    deal = moment.deal
    people = {id_: _stripped(person, ("attitude", "support")) for id_, person in moment.dossier.people.items()}
    rivals = {id_: _stripped(rival, ("fit", "relation", "price")) for id_, rival in deal.competitors.items()}
    update: dict[str, Any] = {
        "us": _stripped(deal.us, ("fit", "relation", "price")),
        "competitors": rivals,
        "behaviour": _stripped(deal.behaviour, ("money", "criteria")),
        "sole_source": _kept(deal.sole_source),
        "shortlist": _kept(deal.shortlist),
    }
    old = moment.dossier
    dossier = Dossier(deal.model_copy(update=update), old.account, old.competitor_files, people, old.past_projects)
    return Moment(dossier, moment.playbook, moment.on)


def _stripped(part: P, fields: tuple[str, ...]) -> P:
    return part.model_copy(update={field: _kept(getattr(part, field)) for field in fields})


def _kept(timeline: Timeline[Any]) -> Timeline[Any]:
    """Turn each entry without evidence into an unknown of its date: what it replaced no longer holds either."""
    entries = tuple(entry if entry.evidenced else Entry(None, entry.on) for entry in timeline)
    return type(timeline)(entries)
