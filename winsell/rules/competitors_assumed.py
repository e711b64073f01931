"""Competitors are named, and nothing is known of them.

What it finds. There is a number, its basis is `assumed`, and somebody is named: no level of any competitor is
known. With nobody named it is WSC101's.

Why it loses deals. The number then only says how many are in the race. It moves with nothing that we do.

What clears it. How well the most dangerous one fits the need, and how he stands with the customer.

Source: METHOD 8.3 (basis).
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.analysis.conditions import rivals_in_seats
from winsell.base.fact import Fact
from winsell.base.finding import Finding
from winsell.rules._tender import case_of

CODE = "WSN103"
UNTIL = "award"
ENDS_WITH_BIDS = True
ABOUT = "gap"
ALSO = ("fast",)
SHOWN = ("warning",)
SETTINGS = ()


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding that names them."""
    moment, rivals = assessment.moment, rivals_in_seats(assessment.moment)
    if assessment.probability.basis == "assumed" and rivals:
        names = tuple(moment.competitor(id_) for id_ in rivals)
        facts: dict[str, Fact] = {"rivals": names, "count": len(names), **case_of(moment)}
        roots = tuple(("competitors", id_) for id_ in rivals)
        yield Finding(CODE, "warning", ("competitors", rivals[0]), facts, roots)
