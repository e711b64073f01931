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
    said = [entry for entry in moment.deal.stated.until(moment.on) if entry.on is not None and entry.value is not None]
    days = {*story_days(moment), *(one.on for one in rounds)}
    points = {day: _point(moment, day) for day in sorted(days)}
    stated = (
        Stated(entry.on, entry.value / 100, entry.by, points.get(entry.on) or _point(moment, entry.on))
        for entry in said
        if entry.on is not None and entry.value is not None
    )
    marks = sorted(_marks(moment), key=lambda one: (one.on, one.kind, one.what))
    return Course(tuple(points.values()), rounds, tuple(stated), tuple(marks))


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
