"""A condition of our own approval is broken, its day is past, or it is planned for a later day.

What it finds. The approval holds, and of a condition under `conditions` it is written that it was not met (red), or
its day has passed and nothing is written; or its day is still to come, and all that is planned for it is due later (not
while bids are open, when nobody is to be called on sooner). An action is for a condition if it says so under `for`, or
goes by the same id.

Why it loses deals. Our company said yes to another deal than this one. The day on which somebody notices is the day on
which we need the expert, the reference or the price.

What clears it. Note that it was met, and how; or bring it back to whoever approved, who may drop it or step back.

Source: METHOD 5.1 (ours).
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.analysis.own_conditions import own_conditions
from winsell.base.fact import Fact
from winsell.base.finding import Finding

CODE = "WSS105"
UNTIL = "award"
ABOUT = "house"
ALSO = ()
SHOWN = ("warning", "error")
SETTINGS = ()


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding for each condition that is broken, late, or planned too late."""
    for one in own_conditions(assessment.moment):
        where = ("conditions", one.id or "")
        facts: dict[str, Fact] = {"what": one.what, "due": one.due, "why": one.why}
        if one.state == "broken":
            yield Finding(CODE, "error", where, {**facts, "case": "broken"})
        elif one.state == "late":
            yield Finding(CODE, "warning", where, facts)
        elif one.planned is not None and not assessment.moment.bidding_is_on:
            yield Finding(CODE, "warning", where, {**facts, "planned": one.planned, "case": "planned"})
