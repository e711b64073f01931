"""Since when a deal is to be looked at: the day on which it was last looked at together (METHOD 12).

In: a deal and the day from which it is looked at. Out: an earlier day; the day itself where nothing came before it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from winsell.analysis.began import began
from winsell.deal.deal import Deal, Review


def last_look(deal: Deal, until: date) -> date:
    """Return the day of the last review before a day, else of the last round that ended, else the first day of all."""
    review = latest_before(until, (one.on for one in deal.reviews))
    first = began(deal)
    return review or latest_before(until, deal.checkpoints) or (min(first, until) if first else until)


def could_be_looked_at(deal: Deal, day: date) -> bool:
    """Tell whether a deal could be looked at on a day: it had begun before, or a review or a round is of that day."""
    first = began(deal)
    looks = (*(one.on for one in deal.reviews), *deal.checkpoints)
    return (first is not None and first < day) or any(one <= day for one in looks)


def last_review(deal: Deal, until: date) -> Review | None:
    """Return the last review before a day; of several on one day the one that stands last."""
    return max((one for one in reversed(deal.reviews) if one.on < until), key=lambda one: one.on, default=None)


def latest_before(until: date, days: Iterable[date]) -> date | None:
    """Return the latest of some days before a day."""
    return max((day for day in days if day < until), default=None)
