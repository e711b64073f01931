"""`winsell review DEAL --blind`: where two people who scored a deal apart differ by two steps or more.

In: both scores. Out: a report of the differences alone: what both agree on needs no talk, and no score is averaged.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from winsell import __version__
from winsell.analysis.moment import Moment
from winsell.base.block import Block, Heading, Line, Paragraph, Report
from winsell.base.fact import Fact, Say
from winsell.reports.heading import REPORT
from winsell.reports.interview.review import Apart

STEPS = 2
Scores = Mapping[tuple[str, ...], str | None]


def blind_report(moment: Moment, asked: Sequence[Apart], seller: Scores, manager: Scores) -> Report:
    """Show what is to be talked about."""
    far = [one for one in asked if _is_far(moment, seller[one.where], manager[one.where])]
    return Report("blind", lambda: tuple(_blocks(far, seller, manager)), lambda: _data(far, seller, manager))


def _is_far(moment: Moment, one: str | None, other: str | None) -> bool:
    """Two steps apart, or known to one of the two only."""
    if one is None or other is None:
        return one is not other
    steps = [str(int(anchor)) for anchor in moment.playbook.probability.anchors]
    return abs(steps.index(one) - steps.index(other)) >= STEPS


def _blocks(far: Sequence[Apart], seller: Scores, manager: Scores) -> Iterator[Block]:
    yield Heading(Say("blind.title"), level=1)
    lines = [Line(_line(one, seller, manager), "yellow") for one in far]
    yield Paragraph(tuple(lines) or (Line(Say("blind.nothing")),))
    if far:
        yield Paragraph((Line(Say("blind.what-shows-it"), "dim"),))


def _line(one: Apart, seller: Scores, manager: Scores) -> Say:
    facts: dict[str, Fact] = {"what": one.ask, "seller": seller[one.where], "manager": manager[one.where]}
    return Say("blind.line", facts)


def _data(far: Sequence[Apart], seller: Scores, manager: Scores) -> Mapping[str, Any]:
    return {
        "winsell": __version__,
        "report": REPORT,
        "kind": "blind",
        "differences": [
            {"where": ".".join(one.where), "seller": seller[one.where], "manager": manager[one.where]} for one in far
        ],
    }
