"""Why the win probability moved, in points that sum to the difference as shown (METHOD 8.6)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import fsum

from winsell.analysis.attribution import (
    CEILING,
    CLOCK,
    GATE,
    GATE_GONE,
    PLAYBOOK,
    RIVALS,
    SEATS,
    SOURCES,
    WEIGHTS,
    Attribution,
    Share,
)
from winsell.base.block import Line
from winsell.base.fact import Fact, Percent, Points, Say
from winsell.base.rounding import apportioned, whole
from winsell.reports.difference.pair import Pair

SHOWN_FROM = 0.005
"""A share that rounds to no point is told with the rest."""
MOVED_FROM = 1e-9
"""What floating point may move by itself."""
_TOGETHER = {
    SOURCES: "sources",
    SEATS: "seats",
    CEILING: "ceiling",
    WEIGHTS: "weights",
    RIVALS: "rivals",
    CLOCK: "clock",
    PLAYBOOK: "playbook",
}


def probability_line(moved: Attribution, pair: Pair) -> Line:
    """Say what the number was and is, with the reasons below."""
    old, new = moved.before, moved.after
    if old.value is None and new.value is None:
        return Line(Say("changed.no-number", {"status": Say(f"probability.short-{new.status}")}))
    facts: dict[str, Fact] = {"before": _shown(old.value, old.status), "after": _shown(new.value, new.status)}
    if old.value is None or new.value is None:
        return Line(Say("changed.gate", facts), tone="strong")
    notes = tuple(
        Say("changed.share", {"points": Points(points, signed=True), "count": abs(points), "what": what})
        for points, what in reasons(moved, pair)
    )
    if whole(100 * old.value) != whole(100 * new.value):
        return Line(Say("changed.moved", facts), tone="strong", notes=notes)
    moves = abs(new.value - old.value) > MOVED_FROM
    return Line(Say("changed.within" if moves else "changed.same", facts), notes=notes)


def _shown(value: float | None, status: str) -> Fact:
    return Say(f"probability.short-{status}") if value is None else Percent(value)


def number(value: float | None, status: str) -> Fact:
    """Show a win probability; where there is none, say which gate stands before it."""
    return Say("changed.none", {"status": Say(f"probability.short-{status}")}) if value is None else Percent(value)


def reasons(moved: Attribution, pair: Pair) -> Iterator[tuple[int, Say]]:
    """Say what moved it, the largest share first; as shown they sum to the difference as shown."""
    if moved.before.value is None or moved.after.value is None:
        return
    points = whole(100 * moved.after.value) - whole(100 * moved.before.value)
    shares = sorted(_named(moved.shares), key=lambda share: -abs(share.moved))
    told = [share for share in shares if abs(share.moved) >= SHOWN_FROM] or shares[:1]
    rest = fsum(share.moved for share in shares if share not in told)
    said = [*(_what(pair, share) for share in told), Say("changed.by-the-rest")]
    parts = [100 * one for one in (*(share.moved for share in told), rest)]
    for what, shown in zip(said, apportioned(parts, points), strict=True):
        if shown:
            yield shown, what


def _named(shares: Sequence[Share]) -> Iterator[Share]:
    """Go through the shares, those of single persons in place of our relation as a whole."""
    for share in shares:
        yield from share.parts or (share,)


def _what(pair: Pair, share: Share) -> Say:
    kind, *rest = share.where
    if share.where in _TOGETHER:
        return Say(f"changed.by-{_TOGETHER[share.where]}")
    if kind in (*GATE, *GATE_GONE):
        return Say(f"changed.by-{kind}", {"status": Say(f"probability.short-{rest[0]}")})
    if kind == "us":
        return Say(f"changed.by-us-{rest[0]}")
    named = {"people": pair.person, "chairs": pair.after.chair, "competitors": pair.rival}
    return Say(f"changed.by-{kind}", {"who": named[kind](rest[0])})
