"""What a change made different: the lines of the file, and the numbers with the reason why they moved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import fsum
from typing import Literal, Protocol

from winsell.analysis.attribution import CEILING, RIVALS, SEATS, SOURCES, WEIGHTS, Attribution, Share
from winsell.analysis.screened import Screened
from winsell.base.block import Block, Cell, Column, Line, Paragraph, Report, Table, Tone
from winsell.base.fact import Fact, Percent, Points, Say, Term
from winsell.base.rounding import apportioned, whole
from winsell.reports.screen import verdict_say, verdict_tone

SHOWN_FROM = 0.005
"""A share that rounds to no point is told with the rest."""
MOVED_FROM = 1e-9
"""What floating point may move by itself."""
_TOGETHER = {SOURCES: "sources", SEATS: "seats", CEILING: "ceiling", WEIGHTS: "weights", RIVALS: "rivals"}


Lack = Literal["reason", "source"]


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
    """Tell what was written or taken back, and nothing of the numbers."""
    code = "changed.nothing" if not lines else "changed.saved" if undone is None else "changed.undone"
    head = Paragraph((Line(Say(code, {"path": path, "what": undone}), "green"),))
    return Report("saved", lambda: (head, *((_lines(lines),) if lines else ())), dict)


def undone_report(path: str, what: str, lines: Sequence[ChangedLine]) -> Report:
    """Tell what was taken back in a file that has no numbers."""
    head = Paragraph((Line(Say("changed.undone", {"path": path, "what": what}), "strong"),))
    return Report("undone", lambda: (head, _lines(lines)), dict)


def next_to_undo(say: Say) -> Report:
    """Tell what would be taken back next."""
    return Report("undo-more", lambda: (Paragraph((Line(say, "dim"),)),), dict)


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
        yield Line(Say("changed.verdict", facts), verdict_tone(after))
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
    shares = tuple(_shares(change, whole(100 * new.value) - whole(100 * old.value)))
    if whole(100 * old.value) != whole(100 * new.value):
        return Line(Say("changed.moved", facts), tone="strong", notes=shares)
    moved = abs(new.value - old.value) > MOVED_FROM
    return Line(Say("changed.within" if moved else "changed.same", facts), notes=shares)


def _value(value: float | None, status: str) -> Fact:
    return Say(f"probability.short-{status}") if value is None else Percent(value)


def _shares(change: Difference, points: int) -> Iterator[Say]:
    """Say what moved it, the largest share first; as shown they sum to the difference as shown."""
    shares = sorted(_named(change.moved.shares), key=lambda share: -abs(share.moved))
    told = [share for share in shares if abs(share.moved) >= SHOWN_FROM] or shares[:1]
    rest = fsum(share.moved for share in shares if share not in told)
    said = [*(_what(change, share) for share in told), Say("changed.by-the-rest")]
    for what, shown in zip(
        said, apportioned([100 * one for one in (*(share.moved for share in told), rest)], points), strict=True
    ):
        if shown:
            yield Say("changed.share", {"points": Points(shown, signed=True), "what": what})


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
