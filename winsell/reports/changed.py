"""What a change made different: the lines of the file, and the numbers with the reason why they moved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import fsum
from typing import Protocol

from winsell.analysis.attribution import CEILING, RIVALS, SEATS, SOURCES, WEIGHTS, Attribution, Share
from winsell.analysis.screened import Screened
from winsell.base.block import Block, Cell, Column, Line, Paragraph, Report, Table, Tone
from winsell.base.fact import Fact, Percent, Points, Say, Term
from winsell.base.rounding import whole
from winsell.reports.screen import TONES, verdict_say

SHOWN_FROM = 0.005
"""A share that rounds to no point is told with the rest."""
_TOGETHER = {SOURCES: "sources", SEATS: "seats", CEILING: "ceiling", WEIGHTS: "weights", RIVALS: "rivals"}


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
    no_reason: bool = False
    """What was written has no reason, and a judgement without one counts for little or nothing."""


def changed_report(change: Difference) -> Report:
    """Tell what was written and what it did."""
    return Report("changed", lambda: tuple(_blocks(change)), dict)


def _blocks(change: Difference) -> Iterator[Block]:
    if not change.lines:
        yield Paragraph((Line(Say("changed.nothing", {"path": change.path})),))
        return
    code = "changed.saved" if change.undone is None else "changed.undone"
    yield Paragraph((Line(Say(code, {"path": change.path, "what": change.undone}), tone="strong"),))
    yield _lines(change.lines)
    yield from _moved(change)
    if change.no_reason:
        yield Paragraph((Line(Say("changed.no-reason"), "yellow"),))


def _moved(change: Difference) -> Iterator[Block]:
    yield Paragraph(tuple(_numbers(change)))


def saved_report(path: str, lines: Sequence[ChangedLine]) -> Report:
    """Tell what was written, and nothing of the numbers: more is about to be."""
    head = Paragraph((Line(Say("changed.saved" if lines else "changed.nothing", {"path": path}), "green"),))
    return Report("saved", lambda: (head, *((_lines(lines),) if lines else ())), dict)


def undone_report(path: str, what: str, lines: Sequence[ChangedLine]) -> Report:
    """Tell what was taken back, and nothing of the numbers: a file that is not valid has none."""
    head = Paragraph((Line(Say("changed.undone", {"path": path, "what": what}), "strong"),))
    return Report("undone", lambda: (head, *((_lines(lines),) if lines else ())), dict)


def moved_report(change: Difference) -> Report:
    """Tell what a row of changes did to the numbers."""
    return Report("moved", lambda: tuple(_moved(change)), dict)


def _lines(lines: Sequence[ChangedLine]) -> Block:
    return Table(
        (Column(Say("column.none"), right=True), Column(Say("column.none"), wraps=True)),
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
        yield Line(Say("changed.verdict", facts), TONES[after.screening.verdict])
    old, new = before.chain.insight, after.chain.insight
    if (old.known, old.total) != (new.known, new.total):
        yield Line(Say("changed.insight", {"known": old.known, "total": old.total, "now": new.known, "of": new.total}))
    yield _probability(change)


def _probability(change: Difference) -> Line:
    old, new = change.moved.before, change.moved.after
    if old.value is None and new.value is None:
        return Line(Say("changed.no-number", {"status": Say(f"probability.short-{new.status}")}))
    facts: dict[str, Fact] = {"before": _value(old.value, old.status), "after": _value(new.value, new.status)}
    if old.value is None or new.value is None:
        return Line(Say("changed.gate", facts), tone="strong")
    if whole(100 * old.value) == whole(100 * new.value):
        return Line(Say("changed.same", facts))
    return Line(Say("changed.moved", facts), tone="strong", notes=tuple(_shares(change)))


def _value(value: float | None, status: str) -> Fact:
    return Say(f"probability.short-{status}") if value is None else Percent(value)


def _shares(change: Difference) -> Iterator[Say]:
    """Say what moved it, the largest share first; together they are the difference."""
    shares = sorted(_named(change.moved.shares), key=lambda share: -abs(share.moved))
    told = [share for share in shares if abs(share.moved) >= SHOWN_FROM] or shares[:1]
    rest = fsum(share.moved for share in shares if share not in told)
    for share in told:
        yield Say("changed.share", {"points": Points(100 * share.moved, signed=True), "what": _what(change, share)})
    if abs(rest) >= SHOWN_FROM:
        yield Say("changed.share", {"points": Points(100 * rest, signed=True), "what": Say("changed.by-the-rest")})


def _named(shares: Sequence[Share]) -> Iterator[Share]:
    """Go through the shares, those of single persons in place of our relation as a whole."""
    for share in shares:
        yield from share.parts or (share,)


def _what(change: Difference, share: Share) -> Say:
    kind, *rest = share.where
    moment = change.after.moment
    if share.where in _TOGETHER:
        return Say(f"changed.by-{_TOGETHER[share.where]}")
    if kind == "us":
        return Say(f"changed.by-us-{rest[0]}")
    named = {"people": moment.person, "chairs": moment.chair, "competitors": moment.competitor}
    return Say(f"changed.by-{kind}", {"who": named[kind](rest[0])})
