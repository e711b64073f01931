"""The deal with some answers taken away: those without a source or a date, or those of one voice (METHOD 6, 8.3).

How well we know a person is our own doing and needs no source. An answer that lacks evidence leaves an unknown of its
day; without one voice, what was said before it stands again.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from winsell.analysis.moment import Moment
from winsell.analysis.standing import behind_alias
from winsell.base.part import Part
from winsell.deal.dossier import Dossier
from winsell.deal.timeline import Entry, Timeline

P = TypeVar("P", bound=Part)
Change = Callable[[Timeline[Any]], Timeline[Any]]
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

    return _with(moment, unsaid, but=voice)


def _with(moment: Moment, change: Change, but: str | None = None) -> Moment:
    deal = moment.deal
    people = {
        id_: person if id_ == but else _changed(person, ("attitude", "support"), change)
        for id_, person in moment.dossier.people.items()
    }
    levels = ("fit", "relation", "price")
    rivals = {id_: _changed(rival, levels, change) for id_, rival in deal.competitors.items()}
    update: dict[str, Any] = {
        "us": _changed(deal.us, levels, change),
        "competitors": rivals,
        "behaviour": _changed(deal.behaviour, ("money", "criteria"), change),
        "sole_source": change(deal.sole_source),
        "shortlist": change(deal.shortlist),
    }
    old = moment.dossier
    dossier = Dossier(deal.model_copy(update=update), old.account, old.competitor_files, people, old.past_projects)
    return Moment(dossier, moment.playbook, moment.on)


def _changed(part: P, fields: tuple[str, ...], change: Change) -> P:
    return part.model_copy(update={field: change(getattr(part, field)) for field in fields})


def _kept(timeline: Timeline[Any]) -> Timeline[Any]:
    """Turn each entry without evidence into an unknown of its date: what it replaced no longer holds either."""
    entries = tuple(entry if entry.evidenced else Entry(None, entry.on) for entry in timeline)
    return type(timeline)(entries)
