"""`winsell review` over a folder: the open deals by a sum that is shown, and what the time does not suffice for.

Deals are ranked, people never are: no line counts, compares or scores whoever owns a deal.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from winsell import __version__
from winsell.analysis.trend import trend
from winsell.analysis.triage import HUNDRED, Triaged
from winsell.base.block import Block, Heading, Line, Paragraph, Report, Series, SeriesPoint, Sparks
from winsell.base.fact import Fact, Money, Named, Percent, Points, Say
from winsell.base.rounding import apportioned, whole
from winsell.playbook.review import ReviewRules
from winsell.reports.contract import percent
from winsell.reports.heading import FORMULA, REPORT

_SHOWN_FROM = 2
"""A line of one point is none."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for."""

    on: date
    minutes: int
    owner: str | None = None
    grades: tuple[str, ...] = ()
    stage: Named | None = None
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Broken:
    """A file that could not be read as a deal."""

    path: str
    problems: int


@dataclass(frozen=True, slots=True)
class Triage:
    """The open deals in their order."""

    asked: Asked
    count: int
    """Of the open deals that were asked for."""
    rules: ReviewRules
    first: Sequence[Triaged]
    assumed: Sequence[Triaged]
    """Those of which no competitor is known; their numbers compare with nobody's."""
    left: Sequence[Triaged]
    """Those that the time does not suffice for, by their names."""
    broken: Sequence[Broken] = ()


def triage_report(triage: Triage) -> Report:
    """Tell which deals to look at, why, and which are left out."""
    return Report("triage", lambda: tuple(triage_blocks(triage)), lambda: _data(triage))


def triage_blocks(triage: Triage) -> Iterator[Block]:
    """Show the deals."""
    asked = triage.asked
    facts: dict[str, Fact] = {
        "count": triage.count, "on": asked.on, "owner": asked.owner, "grades": asked.grades or None,
        "stage": asked.stage,
    }  # fmt: skip
    yield Heading(Say("triage.title", facts), level=1)
    yield Paragraph(tuple(_how(triage)))
    yield from _ranked(triage.first, 1)
    if triage.assumed:
        yield Heading(Say("triage.assumed"))
        yield from _ranked(triage.assumed, 1 + len(triage.first))
    yield from _left_out(triage)


def _how(triage: Triage) -> Iterator[Line]:
    """Say how many the time suffices for, and what the sum is made of."""
    if not triage.count:
        yield Line(Say("triage.nothing"))
        return
    rules = triage.rules
    shown = len(triage.first) + len(triage.assumed)
    yield Line(Say("triage.minutes", {"minutes": triage.asked.minutes, "each": rules.minutes_a_deal, "count": shown}))
    total = sum(rules.weights.values())
    parts = apportioned([HUNDRED * one / total for one in rules.weights.values()], int(HUNDRED))
    named = zip(parts, rules.weights, strict=True)
    weights = tuple(
        Say("triage.weight", {"points": points, "what": Say(f"triage.weigh-{kind}")}) for points, kind in named
    )
    yield Line(Say("triage.weights", {"weights": weights}), "dim")


def _ranked(deals: Sequence[Triaged], number: int) -> Iterator[Block]:
    if not deals:
        return
    series = tuple(_line(one, at) for at, one in enumerate(deals, number))
    columns = Say("triage.column-line"), Say("trend.now"), Say("triage.column-before")
    yield Sparks(columns, series, tuple(why(one) for one in deals))


def _line(one: Triaged, number: int) -> Series:
    deal, stated = one.moment.deal, one.moment.deal.amount
    facts: dict[str, Fact] = {
        "number": number,
        "deal": deal.deal,
        "amount": Money(stated.low, stated.high, stated.currency) if stated else None,
    }
    before, now = one.before.value, one.now.value
    values = [*((point.on, point.value) for point in rounds_before(one)), (one.since, before), (one.moment.on, now)]
    points = tuple(SeriesPoint(on, None, value, _shown(value)) for on, value in values)
    return Series(Say("triage.deal", facts), points, 0.0, 1.0)


def rounds_before(one: Triaged) -> Iterator[Any]:
    """Go through the days with a name before the last look."""
    yield from (point for point in trend(one.moment) if point.on < one.since)


def _shown(value: float | None) -> Fact:
    return Say("trend.none") if value is None else Percent(value)


def why(one: Triaged) -> Say:
    """Say the sum and its parts; as shown they sum up."""
    points = apportioned([reason.points for reason in one.reasons], whole(one.points))
    parts = tuple(
        Say("triage.part", {"points": shown, "what": reason.say})
        for reason, shown in zip(one.reasons, points, strict=True)
        if shown
    )
    status = None if one.now.value is not None else Say(f"probability.short-{one.now.status}")
    return Say("triage.why", {"points": whole(one.points), "parts": parts or None, "status": status})


def _left_out(triage: Triage) -> Iterator[Block]:
    lines = []
    if triage.left:
        names = tuple(Named(one.id, text=one.moment.deal.deal) for one in triage.left)
        lines.append(Line(Say("triage.left", {"count": len(names), "deals": names})))
    lines += [Line(Say("triage.broken", {"path": one.path, "count": one.problems}), "red") for one in triage.broken]
    if lines:
        yield Heading(Say("triage.left-title"))
        yield Paragraph(tuple(lines))


# The contract.


def _data(triage: Triage) -> Mapping[str, Any]:
    return {"winsell": __version__, "report": REPORT, "formula": FORMULA, "kind": "triage", **triage_data(triage)}


def triage_data(triage: Triage) -> Mapping[str, Any]:
    """Give the deals in their order with each part of their sums."""
    asked = triage.asked
    return {
        "as_of": asked.on,
        "asked": {
            "owner": asked.owner,
            "grades": list(asked.grades),
            "stage": asked.stage.id if asked.stage else None,
            "since": asked.since,
            "minutes": asked.minutes,
        },
        "count": triage.count,
        "weights": dict(triage.rules.weights),
        "deals": [_deal_data(one) for one in triage.first],
        "assumed": [_deal_data(one) for one in triage.assumed],
        "left_out": [{"id": one.id, "title": one.moment.deal.deal} for one in triage.left],
        "broken": [{"path": one.path, "problems": one.problems} for one in triage.broken],
    }


def _deal_data(one: Triaged) -> Mapping[str, Any]:
    deal, stated = one.moment.deal, one.moment.deal.amount
    return {
        "id": one.id,
        "title": deal.deal,
        "customer": deal.customer,
        "owner": deal.owner,
        "stage": deal.stage.at(one.moment.on).value,
        "grade": one.grade,
        "amount": Money(stated.low, stated.high, stated.currency) if stated else None,
        "since": one.since,
        "status": one.now.status,
        "win_probability": percent(one.now.value),
        "before": percent(one.before.value),
        "basis": one.now.basis,
        "points": Points(one.points),
        "why": [{"what": reason.kind, "points": Points(reason.points), "say": reason.say} for reason in one.reasons],
    }
