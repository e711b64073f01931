"""The four points over time: one line each, with its days and numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from winsell.analysis.assessment import Assessment
from winsell.analysis.trend import TrendPoint
from winsell.base.block import Block, Heading, Line, Paragraph, Series, SeriesPoint, Sparks
from winsell.base.fact import Fact, Percent, Points, Say

_Lines = tuple[tuple[str, float, float, Callable[[TrendPoint], tuple[float | None, Fact]]], ...]

_LINES: _Lines = (
    ("win-probability", 0.0, 1.0, lambda point: _rate(point.value)),
    ("score", -100.0, 100.0, lambda point: _score(point)),  # noqa: PLW0108 - defined below
    ("insight", 0.0, 1.0, lambda point: (point.insight, _insight(point))),
    ("signs", 0.0, 1.0, lambda point: (point.signs, _signs(point, "trend.signs"))),
)

_AT_A_GLANCE: _Lines = (
    *_LINES[:2],
    ("insight", 0.0, 1.0, lambda point: (point.insight, _insight_and_hearsay(point))),
    ("signs", 0.0, 1.0, lambda point: (point.signs, _signs(point, "trend.glance"))),
)
"""The same lines with what only a few days leave room for."""


def trends(assessment: Assessment) -> Iterator[Block]:
    """Show the four lines day by day, if there is more than one day to show."""
    series = _series(assessment, _LINES)
    if series:
        yield Heading(Say("trend.title"))
        yield from series
        yield Paragraph((Line(Say("trend.legend"), tone="dim"),))


def at_a_glance(assessment: Assessment, since: date | None = None) -> Iterator[Block]:
    """Show the four lines, each in one row, with two numbers: today's, and those of a day or of the point before."""
    days = [point.on for point in assessment.trend]
    against = days.index(since) - len(days) if since in days[:-1] else -2
    series = tuple(replace(one, against=against) for one in _series(assessment, _AT_A_GLANCE))
    if series:
        first, before, last = (series[0].points[at] for at in (0, against, -1))
        span = Say("trend.span", {"first": first.on.isoformat(), "last": last.on.isoformat()})
        yield Sparks((span, Say("trend.now"), Say("trend.before", {"on": before.on.isoformat()})), series)


def _series(assessment: Assessment, lines: _Lines) -> tuple[Series, ...]:
    points = assessment.trend
    if len(points) < 2:  # noqa: PLR2004 - one point is no trend
        return ()
    return tuple(
        Series(Say(f"trend.{name}"), tuple(_point(assessment, one, *read(one)) for one in points), floor, ceiling)
        for name, floor, ceiling, read in lines
    )


def _point(assessment: Assessment, point: TrendPoint, value: float | None, shown: Fact) -> SeriesPoint:
    return SeriesPoint(point.on, _label(assessment, point), value, shown)


def _label(assessment: Assessment, point: TrendPoint) -> Fact:
    if point.kind == "stage":
        return assessment.moment.stage_name(point.label)
    if point.kind == "checkpoint":
        return point.label
    return Say(f"trend.{point.kind}")


def _rate(value: float | None) -> tuple[float | None, Fact]:
    return value, Say("trend.none") if value is None else Percent(value)


def _score(point: TrendPoint) -> tuple[float | None, Fact]:
    """Show no score while less than half of the chain is known."""
    if point.score is None or point.thin:
        return None, Say("trend.thin")
    return point.score, Points(point.score, signed=True)


def _insight(point: TrendPoint) -> Fact:
    """Show the counts: of how many says more than a share of ever other numbers."""
    found = point.found
    return Say("trend.none") if found.rate is None else Say("trend.of", {"known": found.known, "total": found.total})


def _insight_and_hearsay(point: TrendPoint) -> Fact:
    rate = _insight(point)
    return Say("trend.heard", {"rate": rate, "heard": point.heard}) if point.heard else rate


def _signs(point: TrendPoint, code: str) -> Fact:
    """Show the signs that are due apart from the early ones: a share of both would hide that a due one is absent."""
    found = point.counts
    if found is None:
        return Say("trend.none")
    facts: dict[str, Fact] = {
        "there": _halves(found.due_present, found.due_partly),
        "due": found.due,
        "early": _halves(found.early_present, found.early_partly),
    }
    if found.counted == found.due:
        return Say(f"{code}-due", facts)
    return Say(f"{code}-both" if found.due else f"{code}-early", facts)


def _halves(present: int, partly: int) -> str:
    """Count what is partly there as half, as the index does."""
    return f"{present + partly / 2:g}"
