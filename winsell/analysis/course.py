"""The win probability's course: what the facts give for each day, what we said ourselves, and what happened meanwhile.

In: a moment. Out: `Course`. The line is what today's facts give for each day on which anything is dated (METHOD 12);
beside it stands what was said at the time. Marks are what may have moved it: work done, moves of competitors, changes
at the customer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from winsell.analysis.moment import Moment
from winsell.analysis.story import story_days
from winsell.analysis.trend import TrendPoint, chain_and_probability, trend
from winsell.analysis.win_probability import Status
from winsell.analysis.work_for import is_done
from winsell.base.fact import Named
from winsell.deal.deal import MethodNumber

Kind = Literal["work", "rival", "outside"]


@dataclass(frozen=True, slots=True)
class CoursePoint:
    """The probability 0..1 on a day; None where there is none, for the reason that the status says."""

    on: date
    value: float | None
    status: Status


@dataclass(frozen=True, slots=True)
class Stated:
    """What we said ourselves on a day, 0..1, and what today's facts give for it."""

    on: date
    value: float
    by: str | None
    computed: CoursePoint
    method: MethodNumber | None = None
    """What the method gave then, if it was kept."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that happened."""

    on: date
    kind: Kind
    what: str
    rival: Named | None = None


@dataclass(frozen=True, slots=True)
class Course:
    """The course up to a day."""

    points: tuple[CoursePoint, ...]
    """Each holds until the next."""
    rounds: tuple[TrendPoint, ...]
    """The days with a name, the day itself last."""
    said: tuple[Stated, ...]
    marks: tuple[Mark, ...]


def course(moment: Moment) -> Course:
    """Follow the probability up to the moment's day."""
    rounds = trend(moment)
    days = {*story_days(moment), *(one.on for one in rounds)}
    points = {day: _point(moment, day) for day in sorted(days)}
    marks = sorted(_marks(moment), key=lambda one: (one.on, one.kind, one.what))
    return Course(tuple(points.values()), rounds, stated(moment), tuple(marks))


def stated(moment: Moment) -> tuple[Stated, ...]:
    """Return what we said ourselves, at reviews and elsewhere, the earliest first."""
    said: dict[tuple[date, str | None], tuple[float, MethodNumber | None]] = {}
    for entry in moment.deal.stated.until(moment.on):
        if entry.on is not None and entry.value is not None:
            said[entry.on, entry.by] = (entry.value / 100, None)
    for review in moment.deal.reviews:
        if review.on <= moment.on:
            said |= {(review.on, by): (level / 100, review.method) for by, level in review.stated.items()}
    points = {day: _point(moment, day) for day, _ in said}
    ordered = sorted(said.items(), key=lambda one: (one[0][0], one[0][1] or ""))
    return tuple(Stated(day, value, by, points[day], method) for (day, by), (value, method) in ordered)


def _point(moment: Moment, day: date) -> CoursePoint:
    _, probability = chain_and_probability(replace(moment, on=day))
    return CoursePoint(day, probability.value, probability.status)


def _marks(moment: Moment) -> Iterator[Mark]:
    for action in moment.deal.actions.values():
        if is_done(action, moment) and action.done is not None:
            yield Mark(action.done, "work", action.what)
    for id_, rival in sorted(moment.deal.competitors.items()):
        yield from (
            Mark(one.on, "rival", one.what, moment.competitor(id_)) for one in rival.moves if one.on <= moment.on
        )
    yield from (Mark(one.on, "outside", one.what) for one in moment.deal.changes if one.on <= moment.on)
