"""Must-haves that we fail: a mandatory criterion, or terms that our limits do not allow (METHOD 5, 9)."""

from __future__ import annotations

from winsell.analysis.moment import Moment
from winsell.base.fact import Fact, Say


def failed_must_haves(moment: Moment) -> tuple[Fact, ...]:
    """Name what we fail as of the day, in the order of their ids."""
    criteria = [one for _, one in sorted(moment.deal.criteria.items())]
    failed: list[Fact] = [one.name for one in criteria if one.mandatory and one.ours.at(moment.on).firm == "failed"]
    if moment.deal.terms.ours.at(moment.on).firm == "failed":
        failed.append(Say("must-have.terms"))
    return tuple(failed)
