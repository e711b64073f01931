"""Charts as a picture (SVG): no script, no link, no font from the network; the same bytes for the same report.

In: a report with charts, and whoever says its facts. Out: an SVG. Every text passes `show`, so that whatever stands in
a deal leaves the picture well formed. Several charts stand beside each other, two in a row.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from itertools import pairwise

from winsell.base.block import Chart, SeriesPoint
from winsell.base.fact import Fact, Say
from winsell.views.charts import KINDS, days_of
from winsell.views.picture import CELL, LINE, LOOKS, SIZE
from winsell.views.plain import show
from winsell.views.says import Says
from winsell.views.wrap import cells, wrap

_WIDE, _SMALL = 860.0, 420.0
_HIGH, _LOW = 240.0, 130.0
"""Pixels of the field in which a line is drawn."""
_LEFT, _TOP, _GAP = 56.0, 40.0, 18.0
_PLACES = 96
_COLOURS = {"work": "#1f7a45", "rival": "#b3261e", "outside": "#8a5a00"}
_SHAPES = {"work": "M-5 4L0 -5L5 4Z", "rival": "M-5 -4H5V5H-5Z", "outside": "M0 -6L6 0L0 6L-6 0Z"}
_PAGE = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" width="{width:g}" height="{height:g}">
<style>
text {{ font: {size}px "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; white-space: pre }}
{looks}
.axis {{ stroke:#c9ccd4;stroke-width:1 }} .line {{ fill:none;stroke:#2b5fa8;stroke-width:2.4 }}
.round {{ fill:#2b5fa8 }} .said {{ fill:#fbfaf7;stroke:#262a33;stroke-width:2 }}
{marks}
</style>
<rect width="{width:g}" height="{height:g}" rx="8" fill="#fbfaf7"/>
{drawn}
</svg>
"""


@dataclass(frozen=True, slots=True)
class _Field:
    """Where a chart is drawn."""

    left: float
    top: float
    width: float
    height: float
    days: tuple[date, date]

    def x(self, day: date) -> float:
        """Return the place of a day."""
        return self.left + self.width * (day - self.days[0]).days / (self.days[1] - self.days[0]).days

    def y(self, value: float) -> float:
        """Return the place of a value 0..1."""
        return self.top + self.height * (1 - min(1.0, max(0.0, value)))


def render_charts(charts: Sequence[Chart], says: Says) -> str:
    """Draw charts: one with its legend, or several small ones."""
    drawable = [(one, days) for one in charts if (days := days_of(one)) is not None]
    drawn, height = _one(*drawable[0], says) if len(charts) == 1 and drawable else _several(drawable, says)
    width = _LEFT + _WIDE + 40
    looks = "\n".join(f".{style} {{ {look} }}" for style, look in LOOKS.items() if style in ("plain", "strong", "dim"))
    marks = " ".join(f".{kind} {{ fill:{colour} }}" for kind, colour in _COLOURS.items())
    return _PAGE.format(width=width, height=height, size=SIZE, looks=looks, marks=marks, drawn="\n".join(drawn))


def _one(chart: Chart, days: tuple[date, date], says: Says) -> tuple[list[str], float]:
    field = _Field(_LEFT, _TOP + 2 * LINE, _WIDE, _HIGH, days)
    title = wrap(show(says.say(chart.say)).strip(), int(_WIDE / CELL))
    drawn = [_written(line, "strong", 20, _TOP - 8 + LINE * at) for at, line in enumerate(title)]
    drawn += _drawn(chart, field, says)
    bottom = field.top + _HIGH + 70
    for kind, line in _legend(chart, says):
        if kind is not None:
            drawn.append(_shape(kind, 24, bottom - 5))
        drawn.append(_written(line, "plain", 40, bottom))
        bottom += LINE
    return drawn, bottom + _GAP


def _shape(kind: str, x: float, y: float) -> str:
    return _tag("path", {"class": kind, "d": _SHAPES[kind], "transform": f"translate({x:.1f} {y:.1f})"})


def _several(charts: Sequence[tuple[Chart, tuple[date, date]]], says: Says) -> tuple[list[str], float]:
    drawn: list[str] = []
    step = _LOW + 100
    for number, (chart, days) in enumerate(charts):
        left, top = _LEFT + (number % 2) * (_SMALL + 40), _TOP + (number // 2) * step
        field = _Field(left, top, _SMALL - 20, _LOW, days)
        title = wrap(show(says.say(chart.say)), int(_SMALL / CELL))[0]
        drawn.append(_written(title, "strong", left, top - 12))
        drawn += _drawn(chart, field, says)
    bottom = _TOP + max(1, (len(charts) + 1) // 2) * step
    if charts:
        for number, (kind, name) in enumerate(zip(KINDS, charts[0][0].names, strict=True)):
            drawn += [_shape(kind, 64 + 200 * number, bottom - 5), _text(says, name, 80 + 200 * number, bottom, "dim")]
    return drawn, bottom + _GAP


def _drawn(chart: Chart, field: _Field, says: Says) -> Iterator[str]:
    yield from _axes(field)
    yield _tag("path", {"class": "line", "d": "".join(_line(chart.course, field))})
    for points, kind, radius in ((chart.rounds, "round", 4), (chart.said, "said", 5)):
        for point in points:
            if point.value is not None:
                x, y = field.x(point.on), field.y(point.value)
                yield _tag("circle", {"class": kind, "cx": x, "cy": y, "r": radius})
    yield from _marks(chart, field)
    latest = chart.rounds[-1] if chart.rounds else None
    if latest is not None and latest.value is not None and not chart.small:
        yield _text(says, latest.shown, field.x(latest.on) - 30, field.y(latest.value) - 10, "strong")


def _axes(field: _Field) -> Iterator[str]:
    for level in (0, 25, 50, 75, 100):
        y = field.y(level / 100)
        yield _tag("path", {"class": "axis", "d": f"M{field.left:g} {y:.1f}h{field.width:g}"})
        yield _written(str(level), "dim", field.left - 8, y + 5, "end")
    for day, anchor in zip(field.days, ("start", "end"), strict=True):
        yield _written(day.isoformat(), "dim", field.x(day), field.top + field.height + 50, anchor)


def _line(points: Sequence[SeriesPoint], field: _Field) -> Iterator[str]:
    """Each value holds until the next; where there is none, the line has a gap."""
    gap = True
    for point, following in pairwise((*points, SeriesPoint(field.days[1], None, None, None))):
        if point.value is not None:
            x, y = field.x(point.on), field.y(point.value)
            yield f"M{x:.1f} {y:.1f}" if gap else f"V{y:.1f}"
            yield f"H{field.x(following.on):.1f}"
        gap = point.value is None


def _marks(chart: Chart, field: _Field) -> Iterator[str]:
    """Marks stand below the line, those of one day on top of each other."""
    taken: Counter[date] = Counter()
    for mark in chart.marks:
        level = taken[mark.on] % 3
        taken[mark.on] += 1
        y = field.top + field.height + 10 + 12 * level
        yield _shape(mark.kind, field.x(mark.on), y)


_Legend = Iterator[tuple[str | None, str]]
"""Lines, each with the kind of mark whose shape stands before it."""


def _legend(chart: Chart, says: Says) -> _Legend:
    """The days and their numbers, what we said, and what happened."""
    for point in chart.rounds:
        yield from _lines(says, None, point.on, point.label, point.shown)
    for point in chart.said:
        yield from _lines(says, None, point.on, point.label, Say("course.said", {"value": point.shown}))
    for mark in chart.marks:
        yield from _lines(says, mark.kind, mark.on, None, mark.say)


def _lines(says: Says, kind: str | None, on: date, name: Fact, what: Fact) -> _Legend:
    label, text = ("" if one is None else show(says.say(one)).strip() for one in (name, what))
    for number, line in enumerate(wrap(": ".join(filter(None, (label, text))), _PLACES)):
        lead = on.isoformat() if number == 0 else " " * len(on.isoformat())
        yield kind if number == 0 else None, f"{lead}  {line}"


def _text(says: Says, fact: Fact, x: float, y: float, style: str) -> str:
    return _written(show(says.say(fact)).strip(), style, x, y)


def _written(text: str, style: str, x: float, y: float, anchor: str = "start") -> str:
    """Write a text, as long as its cells whatever the font that a reader has."""
    attributes: dict[str, str | float] = {"class": style, "x": x, "y": y, "text-anchor": anchor}
    if text:
        attributes |= {"textLength": CELL * cells(text), "lengthAdjust": "spacingAndGlyphs"}
    return _tag("text", attributes, text)


def _tag(name: str, attributes: Mapping[str, str | float], text: str | None = None) -> str:
    said = "".join(f' {key}="{_attribute(value)}"' for key, value in attributes.items())
    return f"<{name}{said}/>" if text is None else f"<{name}{said}>{escape(text)}</{name}>"


def _attribute(value: str | float) -> str:
    return escape(value) if isinstance(value, str) else f"{value:.1f}"
