"""Must-haves that we fail, or that nobody has looked at: mandatory criteria, and the contract's terms (METHOD 5, 9)."""

from __future__ import annotations

from winsell.analysis.moment import Moment
from winsell.base.fact import Fact, Named, Say


def failed_must_haves(moment: Moment) -> tuple[Fact, ...]:
    """Name what we fail as of the day, in the order of their ids."""
    criteria = [one for _, one in sorted(moment.deal.criteria.items())]
    failed: list[Fact] = [one.name for one in criteria if one.mandatory and one.ours.at(moment.on).firm == "failed"]
    if moment.deal.terms.ours.at(moment.on).firm == "failed":
        failed.append(Say("must-have.terms"))
    return tuple(failed)


def open_must_haves(moment: Moment) -> tuple[Named, ...]:
    """Name the mandatory criteria of which nobody knows how we stand, a guess being no knowledge, by their ids."""
    criteria = sorted(moment.deal.criteria.items())
    unknown = [(id_, one) for id_, one in criteria if one.mandatory and one.ours.at(moment.on).firm is None]
    return tuple(Named(id_, one.name) for id_, one in unknown)
