"""What a span of time may bring, deal by deal and never as one weighted sum (METHOD 8.3, 12).

In: moments of open deals and a span. Out: a `Forecast`: what is awarded and not signed, what has a number, what has
none. A probability of a deal is no share of its money: two deals at 50 % bring one of them or both or nothing, never
the half of each. So the counts are rounded, and the money is that of whole deals.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import fsum
from typing import Literal

from winsell.analysis.events import event_states
from winsell.analysis.moment import Moment
from winsell.analysis.trend import chain_and_probability
from winsell.analysis.triage import decision_day
from winsell.analysis.win_probability import WinProbability
from winsell.base.rounding import whole

Group = Literal["awarded", "computed", "no-number", "passed", "undated"]
"""Awarded and not signed; with a number; without one; to be decided before the span and open still; by no known day."""
_SPAN = re.compile(r"(\d{4})(?:-?[Qq]([1-4])|-(\d\d))?", re.ASCII)
_MONTHS, _YEAR = 3, 12


@dataclass(frozen=True, slots=True)
class Span:
    """A quarter, a month or a year."""

    name: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Foreseen:
    """An open deal in a forecast."""

    id: str
    moment: Moment
    probability: WinProbability
    day: date | None
    """Of the customer's decision."""
    in_time: float
    """How likely such a customer decides by such a day, by the playbook."""
    group: Group


@dataclass(frozen=True, slots=True)
class Forecast:
    """The deals of a span."""

    span: Span
    deals: tuple[Foreseen, ...]

    def of(self, group: Group) -> tuple[Foreseen, ...]:
        """Return the deals of a group, the earliest decision first."""
        found = (one for one in self.deals if one.group == group)
        return tuple(sorted(found, key=lambda one: (one.day or date.max, one.id)))


def span_of(text: str) -> Span | None:
    """Read `2021Q4`, `2021-11` or `2021`; None if it is none of them."""
    parts = _SPAN.fullmatch(text.strip())
    if parts is None or not 1 <= int(parts[3] or 1) <= _YEAR or int(parts[1]) < 1:
        return None
    year = int(parts[1])
    first = 1 + _MONTHS * (int(parts[2]) - 1) if parts[2] else int(parts[3] or 1)
    last = first + _MONTHS - 1 if parts[2] else (first if parts[3] else _YEAR)
    return Span(text.strip().upper(), date(year, first, 1), date(year, last, monthrange(year, last)[1]))


def forecast(span: Span, deals: Iterable[tuple[str, Moment]]) -> Forecast:
    """Sort the open deals; what is to be decided after the span is none of it."""
    found = (_foreseen(span, id_, moment) for id_, moment in deals)
    return Forecast(span, tuple(one for one in found if one is not None))


def _foreseen(span: Span, id_: str, moment: Moment) -> Foreseen | None:
    _, probability = chain_and_probability(moment)
    day = decision_day(moment)
    awarded = probability.status == "awarded"
    if day is not None and day > span.last and not awarded:
        return None
    return Foreseen(id_, moment, probability, day, _in_time(moment), _group(span, probability, day))


def _group(span: Span, probability: WinProbability, day: date | None) -> Group:
    if probability.status == "awarded":
        return "awarded"
    if day is None:
        return "undated"
    if day < span.first:
        return "passed"
    return "no-number" if probability.value is None else "computed"


def _in_time(moment: Moment) -> float:
    """How likely the decision falls by its day: the more so if what drives the customer has a day itself."""
    dated = any(one.stands and one.strong and one.deadline is not None for one in event_states(moment))
    return moment.playbook.review.in_time["dated" if dated else "undated"]


def about(deals: Sequence[Foreseen], *, in_time: bool = False) -> int:
    """Count how many of some deals come, rounded to whole ones."""
    return whole(fsum((one.probability.value or 0.0) * (one.in_time if in_time else 1.0) for one in deals))
