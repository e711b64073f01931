"""`winsell trend`: the win probability's course, drawn, with what happened meanwhile; several deals beside each other.

In the tables below the picture stand its days and numbers. Where what we said and what today's facts give for that day
part by as much as the playbook takes for a move, it is said in a sentence (METHOD 12).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from winsell import __version__
from winsell.analysis.course import Course, CoursePoint, Mark, Stated
from winsell.analysis.screened import Screened
from winsell.analysis.trend import TrendPoint
from winsell.base.block import (
    Block,
    Cell,
    Chart,
    ChartMark,
    Column,
    Heading,
    Line,
    Paragraph,
    Report,
    SeriesPoint,
    Table,
)
from winsell.base.fact import Fact, Percent, Say
from winsell.base.rounding import whole
from winsell.reports.capped import capped_table
from winsell.reports.contract import percent
from winsell.reports.heading import FORMULA, REPORT, heading, opening
from winsell.reports.moved import number
from winsell.reports.subject import Subject

_NAMES = Say("course.work"), Say("course.rival"), Say("course.outside")


@dataclass(frozen=True, slots=True)
class Followed:
    """A deal and its course."""

    subject: Subject
    found: Screened
    course: Course


def course_report(deals: Sequence[Followed], drawn_in: str | None = None) -> Report:
    """Show the course of one deal with all that belongs to it, or of several in short."""
    return Report("trend", lambda: tuple(_blocks(deals, drawn_in)), lambda: _data(deals))


def _blocks(deals: Sequence[Followed], drawn_in: str | None) -> Iterator[Block]:
    if len(deals) == 1:
        yield from _whole(deals[0])
    elif deals:
        yield Heading(Say("course.several", {"count": len(deals)}), level=1)
        for one in deals:
            yield from _in_short(one)
    if drawn_in is not None:
        yield Paragraph((Line(Say("course.drawn", {"path": drawn_in}), "green"),))


def _whole(one: Followed) -> Iterator[Block]:
    yield from heading(one.subject, one.found)
    yield chart_of(one, small=False)
    yield from _parted(one)
    yield from _rounds(one)
    yield from _marks(one)


def _in_short(one: Followed) -> Iterator[Block]:
    deal = one.found.moment.deal
    yield Heading(Say("head.title", {"deal": deal.deal, "customer": deal.customer}))
    yield chart_of(one, small=True)
    last, *before = (_shown(point) for point in one.course.rounds[-2:][::-1])
    facts: dict[str, Fact] = {"now": last, "before": before[0] if before else None}
    facts["on"] = one.course.rounds[-2].on if before else None
    yield Paragraph((Line(Say("course.now", facts)),))


def chart_of(one: Followed, *, small: bool) -> Chart:
    """Make the picture of a course."""
    course = one.course
    marks = tuple(ChartMark(mark.on, mark.kind, _mark(mark)) for mark in course.marks)
    return Chart(
        say=Say("course.title-small" if small else "course.title"),
        course=tuple(SeriesPoint(point.on, None, point.value, _shown(point)) for point in course.points),
        rounds=tuple(SeriesPoint(point.on, _label(one, point), point.value, _shown(point)) for point in course.rounds),
        said=tuple(SeriesPoint(said.on, said.by, said.value, Percent(said.value)) for said in course.said),
        marks=marks,
        names=_NAMES,
        small=small,
    )


def picture_of(one: Followed, *, small: bool) -> Chart:
    """Make the picture that stands by itself: it says of which deal it is."""
    deal, now = one.found.moment.deal, one.course.rounds[-1]
    facts: dict[str, Fact] = {"deal": deal.deal, "customer": deal.customer, "now": _shown(now), "on": now.on}
    say = Say("course.picture-small" if small else "course.picture", facts)
    return replace(chart_of(one, small=small), say=say)


def _shown(point: TrendPoint | CoursePoint) -> Fact:
    return number(point.value, point.status)


def _label(one: Followed, point: TrendPoint) -> Fact:
    if point.kind == "stage":
        return one.found.moment.stage_name(point.label)
    return point.label if point.kind == "checkpoint" else Say(f"trend.{point.kind}")


def _mark(mark: Mark) -> Fact:
    return Say("course.move", {"rival": mark.rival, "what": mark.what}) if mark.rival is not None else mark.what


def _parted(one: Followed) -> Iterator[Block]:
    """Say where what we said and what today's facts give for that day part."""
    far = one.found.moment.playbook.review.probability_moved
    lines = [Line(said_and_was(said), "yellow") for said in one.course.said if apart(said, far)]
    if lines:
        yield Paragraph(tuple(lines))


def apart(said: Stated, far: float) -> bool:
    """Tell whether what was said and what today's facts give for that day are as far apart as a move."""
    return said.computed.value is None or abs(said.value - said.computed.value) >= far - 1e-9


def said_and_was(said: Stated) -> Say:
    """Say what was said on a day, what the method gave then, and what today's facts give for it."""
    facts: dict[str, Fact] = {
        "on": said.on,
        "by": said.by,
        "said": Percent(said.value),
        "was": number(said.computed.value, said.computed.status),
        "then": _then(said),
    }
    return Say("course.parted", facts)


def _then(said: Stated) -> Fact:
    """Return what the method gave on the day itself, where that was kept and is not what it gives for it today."""
    kept = said.method
    if kept is None or kept.value is None or said.computed.value is None:
        return None
    return Percent(kept.value / 100) if whole(kept.value) != whole(100 * said.computed.value) else None


def _rounds(one: Followed) -> Iterator[Block]:
    """Each day with a name or a stated number, with both numbers."""
    said = {stated.on: stated for stated in one.course.said}
    columns = [Column(Say("course.column-day")), Column(Say("course.column-facts"), right=True)]
    if said:
        columns.append(Column(Say("course.column-said"), right=True))
    named = {point.on: (_label(one, point), point) for point in one.course.rounds}
    computed: dict[date, tuple[Fact, TrendPoint | CoursePoint]] = {at.on: (None, at.computed) for at in said.values()}
    days = computed | named
    rows = []
    for day in sorted(days):
        label, point = days[day]
        cells = [
            Cell(day.isoformat(), "dim"),
            Cell(Say("trend.none") if point.value is None else _shown(point), "strong"),
        ]
        if said:
            cells.append(Cell(Percent(said[day].value) if day in said else Say("trend.none")))
        rows.append((*cells, Cell(_round(label, point))))
    yield Heading(Say("course.title-rounds"))
    yield Table((*columns, Column(Say("course.column-round"), wraps=True)), tuple(rows))


def _round(label: Fact, point: TrendPoint | CoursePoint) -> Say:
    """Name a round; where there is no number, with what stands before it."""
    gate = Say(f"probability.short-{point.status}") if point.value is None else None
    return Say("course.round", {"round": label if label is not None else Say("trend.none"), "gate": gate})


def _marks(one: Followed) -> Iterator[Block]:
    if not one.course.marks:
        return
    yield Heading(Say("course.title-marks"))
    columns = (
        Column(Say("course.column-day")),
        Column(Say("course.column-kind")),
        Column(Say("course.column-what"), wraps=True),
    )
    rows = [
        (Cell(mark.on.isoformat(), "dim"), Cell(Say(f"course.{mark.kind}")), Cell(_mark(mark)))
        for mark in one.course.marks
    ]
    yield from capped_table(columns, rows)


# The contract.


def _data(deals: Sequence[Followed]) -> Mapping[str, Any]:
    return {
        "winsell": __version__,
        "report": REPORT,
        "formula": FORMULA,
        "kind": "trend",
        "deals": [_deal_data(one) for one in deals],
    }


def _deal_data(one: Followed) -> Mapping[str, Any]:
    return {
        **opening("trend", one.subject, one.found),
        "course": [_point_data(point) for point in one.course.points],
        "rounds": [
            {"on": point.on, "kind": point.kind, "label": point.label, **_point_data(point)}
            for point in one.course.rounds
        ],
        "said": [
            {"on": said.on, "value": percent(said.value), "by": said.by, "computed": _point_data(said.computed)}
            for said in one.course.said
        ],
        "marks": [
            {"on": mark.on, "kind": mark.kind, "what": mark.what, "competitor": mark.rival} for mark in one.course.marks
        ],
    }


def _point_data(point: TrendPoint | CoursePoint) -> Mapping[str, Any]:
    return {"on": point.on, "value": percent(point.value), "status": point.status}
