"""A win sign shows, at a competitor.

What it finds. A win sign whose entry says at which competitor it was seen.

Why it loses deals. It is the earliest honest word on who leads, long before the award.

What clears it. Find out what he was asked and why; offer the customer the comparison that he has not made yet.

Source: METHOD 6 (at).
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.base.fact import Named
from winsell.base.finding import Finding

CODE = "WSW102"
UNTIL = "award"


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding for each such sign."""
    moment = assessment.moment
    for state in assessment.signs.signs:
        if state.sign.polarity == "win" and state.at not in (None, "us"):
            facts = {"sign": Named(state.id, label=state.sign.label), "rival": moment.competitor(state.at)}
            yield Finding(CODE, "error", ("signs", state.id), facts)
