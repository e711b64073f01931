"""The small vocabulary of which every report is made, so that reports and formats add up instead of multiplying.

A block holds facts, never sentences; a view renders each kind once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from winsell.base.fact import Fact, Say
from winsell.base.sheet import Sheet

Tone = Literal["plain", "strong", "dim", "red", "yellow", "white", "green"]
"""red: act now; yellow: to do; white: may wait; green: done and it works. Never the only carrier of a meaning."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A title; level 1 opens the report, level 2 a section."""

    say: Say
    level: Literal[1, 2] = 2


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, with the sentences that belong under it."""

    say: Fact
    tone: Tone = "plain"
    notes: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences that stand for themselves, one a line."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Checklist:
    """Sentences to go through one by one: each carries the word of its tone, since colour alone says nothing."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Definition:
    """A name and what it stands for."""

    name: Fact
    say: Fact


@dataclass(frozen=True, slots=True)
class Definitions:
    """Names in a column, and what each stands for beside it; for help and for explanations."""

    entries: tuple[Definition, ...]


@dataclass(frozen=True, slots=True)
class Gauge:
    """A number within its range, 0..1, and the sentence that reads it; value None: there is no number."""

    say: Say
    value: float | None
    low: float | None
    high: float | None
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; numbers stand to the right. The first column names the row."""

    say: Say
    right: bool = False
    wraps: bool = False
    """Whether its texts may take several lines; the last column's only."""
    of_file: bool = False
    """Whether its texts are lines of a file, whose indentation says what they belong to."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A fact in a table."""

    fact: Fact
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; too narrow a screen shows each row as a stack. A row bears the sign of its first cell's tone."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class SeriesPoint:
    """A value on a day; None is a gap in the line."""

    on: date
    label: Fact
    value: float | None
    shown: Fact


@dataclass(frozen=True, slots=True)
class Series:
    """A line over time between `floor` and `ceiling`, shown with its days and its numbers."""

    say: Say
    points: tuple[SeriesPoint, ...]
    floor: float
    ceiling: float
    against: int = -2
    """With which of the points the last one is compared."""

    @property
    def latest(self) -> tuple[Fact, ...]:
        """The last number and the one that it is compared with."""
        compared = self.points[-1:] + (self.points[self.against :][:1] if len(self.points) > 1 else ())
        return tuple(point.shown for point in compared)


@dataclass(frozen=True, slots=True)
class Sparks:
    """Several lines over the same days at a glance: each drawn in one word, with its last number and the one before."""

    columns: tuple[Say, Say, Say]
    """What stands above the lines, the last numbers and those before."""

    series: tuple[Series, ...]

    notes: tuple[Fact, ...] = ()
    """A sentence below each line; none, or one for each."""


@dataclass(frozen=True, slots=True)
class Diff:
    """What differs between two texts, in the unified form; its lines are never wrapped or moved."""

    lines: tuple[str, ...]


MarkKind = Literal["work", "rival", "outside"]
"""Something of ours that was done, a competitor's move, a change at the customer."""


@dataclass(frozen=True, slots=True)
class ChartMark:
    """Something that happened on a day of a chart, and may be why the line moved."""

    on: date
    kind: MarkKind
    say: Fact


@dataclass(frozen=True, slots=True)
class Chart:
    """A number's course between 0 and 1, drawn; its days and numbers stand in tables beside it."""

    say: Say
    course: tuple[SeriesPoint, ...]
    """Each holds until the next."""

    rounds: tuple[SeriesPoint, ...]
    """The days with a name."""

    said: tuple[SeriesPoint, ...]
    """What was stated by ourselves."""

    marks: tuple[ChartMark, ...]
    names: tuple[Say, Say, Say]
    """What the three kinds of marks are called."""

    small: bool = False
    """One of several."""


Block = Chart | Heading | Paragraph | Checklist | Definitions | Gauge | Table | Series | Sparks | Diff


@dataclass(frozen=True, slots=True)
class Report:
    """What a command has to say: blocks for people, data (the contract) or sheets for programs; made when asked for."""

    kind: str
    make_blocks: Callable[[], tuple[Block, ...]]
    make_data: Callable[[], Mapping[str, Any]]
    make_sheets: Callable[[], tuple[Sheet, ...]] = tuple

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks, in the order in which they are read."""
        return self.make_blocks()

    @property
    def data(self) -> Mapping[str, Any]:
        """The data of the contract."""
        return self.make_data()

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """The files that were checked, of a report that checks any."""
        return self.make_sheets()
