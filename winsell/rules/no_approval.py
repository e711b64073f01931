"""We work on it without our own company's approval.

What it finds. A stage after the pursuit approval, and no yes of our company is recorded; red if it said no. Deals
on the fast lane need none.

Why it loses deals. Without it experts, references and prices come late or not at all: deals are lost in our own
house too.

What clears it. The approval with its day, by whom, and under which conditions.

Source: METHOD 5.1.
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.base.fact import Fact
from winsell.base.finding import Finding
from winsell.rules._window import severity_at

CODE = "WSS101"
UNTIL = "award"
ABOUT = "verdict"
ALSO = ()
SHOWN = ("warning", "error")
SETTINGS = ("hard_from",)


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding."""
    moment = assessment.moment
    entry = moment.deal.approved.at(moment.on)
    if entry.value == "yes":
        return
    if entry.value == "no":
        facts: dict[str, Fact] = {"case": "refused", "by": entry.by, "on": entry.on, "why": entry.why}
        yield Finding(CODE, "error", ("approved",), facts)
    else:
        yield Finding(CODE, severity_at(moment, CODE), ("approved",), {"stage": moment.stage_name(moment.stage)})
