"""What a change made different: the lines of the file, and the numbers with the reason why they moved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol

from winsell.analysis.attribution import Attribution
from winsell.analysis.screened import Screened
from winsell.base.block import Block, Cell, Column, Line, Paragraph, Report, Table, Tone
from winsell.base.fact import Fact, Say, Term
from winsell.reports.difference.pair import Pair
from winsell.reports.moved import probability_line
from winsell.reports.screen import verdict_say, verdict_tone

Lack = Literal["reason", "source", "source-of-none"]


class ChangedLine(Protocol):
    """A line of a file that was taken out or put in."""

    @property
    def number(self) -> int: ...  # noqa: D102 - as its name says
    @property
    def text(self) -> str: ...  # noqa: D102
    @property
    def added(self) -> bool: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Difference:
    """A deal before and after a change, on one day."""

    path: str
    lines: Sequence[ChangedLine]
    before: Screened
    after: Screened
    moved: Attribution
    undone: str | None = None
    """What was taken back; None if something was written."""
    lacks: Lack | None = None
    """What the answer that was written lacks before it counts as much as it could."""
    begins: tuple[date, date] | None = None
    """The day on which the file began and a much earlier one on which it begins now: a mistyped year, perhaps."""
    remarks: tuple[Say, ...] = ()
    """What else is worth knowing of it."""


def changed_report(change: Difference) -> Report:
    """Tell what was written, some lines at least, and what it did."""
    return Report("changed", lambda: tuple(_blocks(change)), dict)


def _blocks(change: Difference) -> Iterator[Block]:
    code = "changed.saved" if change.undone is None else "changed.undone"
    yield Paragraph((Line(Say(code, {"path": change.path, "what": change.undone}), tone="strong"),))
    yield _lines(change.lines)
    yield from _moved(change)
    if change.remarks:
        yield Paragraph(tuple(Line(one, "yellow") for one in change.remarks))
    if change.lacks is not None:
        yield Paragraph((Line(Say(f"changed.no-{change.lacks}"), "yellow"),))
    if change.begins is not None:
        began, begins = change.begins
        yield Paragraph((Line(Say("changed.begins", {"on": begins, "first": began}), "yellow"),))


def _moved(change: Difference) -> Iterator[Block]:
    yield Paragraph(tuple(_numbers(change)))


def saved_report(path: str, lines: Sequence[ChangedLine], undone: str | None = None) -> Report:
    """Tell what was written or taken back, and nothing of the numbers; line ends alone may have been taken back."""
    code = "changed.undone" if undone is not None else "changed.saved" if lines else "changed.nothing"
    head = Paragraph((Line(Say(code, {"path": path, "what": undone}), "green"),))
    return Report("saved", lambda: (head, *((_lines(lines),) if lines else ())), dict)


def next_to_undo(say: Say) -> Report:
    """Tell what would be taken back next."""
    return Report("undo-more", lambda: (Paragraph((Line(say, "dim"),)),), dict)


def moved_report(change: Difference) -> Report:
    """Tell what a row of changes did to the numbers."""
    return Report("moved", lambda: tuple(_moved(change)), dict)


def _lines(lines: Sequence[ChangedLine]) -> Block:
    return Table(
        (Column(Say("column.none"), right=True), Column(Say("column.none"), wraps=True, of_file=True)),
        tuple(_line(one) for one in lines),
    )


def _line(one: ChangedLine) -> tuple[Cell, ...]:
    tone: Tone = "strong" if one.added else "dim"
    return Cell(str(one.number), "dim"), Cell(f"{'+' if one.added else '-'} {one.text}", tone)


def _numbers(change: Difference) -> Iterator[Line]:
    """Say how the verdict and the numbers moved; the win probability in any case."""
    before, after = change.before, change.after
    if before.screening.verdict != after.screening.verdict:
        facts: dict[str, Fact] = {"before": Term("verdict", before.screening.verdict), "after": verdict_say(after)}
        yield Line(Say("changed.verdict", facts), verdict_tone(after))
    old, new = before.chain.insight, after.chain.insight
    if (old.known, old.total) != (new.known, new.total):
        yield Line(Say("changed.insight", {"known": old.known, "total": old.total, "now": new.known, "of": new.total}))
    yield probability_line(change.moved, Pair(before.moment, after.moment))
