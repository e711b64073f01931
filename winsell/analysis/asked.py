"""The questions of earlier reviews that nobody has answered yet, each with its age (METHOD 12).

In: a moment and what it still asks for. Out: `Unanswered`s, the oldest first. What was asked is what the review wrote
down; where it wrote nothing, what the method would have asked on that day.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from winsell.analysis.decision_chain import decision_chain
from winsell.analysis.gaps import Gap, first, gaps
from winsell.analysis.inside import inside_sources
from winsell.analysis.moment import Moment
from winsell.analysis.screening import screen
from winsell.analysis.standing import standings
from winsell.analysis.win_probability import win_probability
from winsell.deal.deal import Review


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A question that is still open."""

    gap: Gap
    since: date
    """The day of the first review, of those without a break before now, that asked it."""


def unanswered(moment: Moment, still: Sequence[Gap]) -> tuple[Unanswered, ...]:
    """Return what the last review asked and is unknown still."""
    held = (one for one in reversed(moment.deal.reviews) if one.on < moment.on)  # the last of one day counts as last
    reviews = sorted(held, key=lambda one: one.on, reverse=True)
    open_ = {place_of(gap): gap for gap in still}
    since: dict[str, date] = {}
    later: date | None = None
    for review in reviews:
        without_break = open_.keys() if later is None else {place for place, day in since.items() if day == later}
        places = set(asked_at(moment, review)) & without_break
        if not places:
            break
        since |= dict.fromkeys(places, review.on)
        later = review.on
    found = (Unanswered(open_[place], day) for place, day in since.items())
    return tuple(sorted(found, key=lambda one: (one.since, list(open_).index(place_of(one.gap)))))


def asked_at(moment: Moment, review: Review) -> tuple[str, ...]:
    """Return what a review asked: what it wrote down, else what the method asked on its day."""
    if review.asked:
        return review.asked
    then = replace(moment, on=review.on)
    people = standings(then)
    screening, chain = screen(then, people), decision_chain(then, people)
    probability = win_probability(then, screening, chain, inside_sources(then, people))
    return tuple(place_of(gap) for gap in first(gaps(then, screening, chain, probability)))


def place_of(gap: Gap) -> str:
    """Return the place that a question is about, as a path in the file."""
    return ".".join(gap.where)
