"""A win sign shows, at a competitor.

What it finds. A win sign whose entry says at which competitor it was seen.

Why it loses deals. It is the earliest honest word on who leads, long before the award.

What clears it. Find out what they were asked and why; offer the customer the comparison that is still to be made. Once
the tender is out, a review that decides whether to bid.

Source: METHOD 6 (at).
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.base.fact import Fact, Named
from winsell.base.finding import Finding
from winsell.rules._tender import case_of, decided_since_issue

CODE = "WSW102"
UNTIL = "award"
ENDS_WITH_BIDS = True
ABOUT = "losing"
ALSO = ()
SHOWN = ("error",)
SETTINGS = ()


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding for each such sign."""
    moment = assessment.moment
    if decided_since_issue(moment):
        return
    for state in assessment.signs.signs:
        if state.sign.polarity == "win" and state.at not in (None, "us"):
            facts: dict[str, Fact] = {"sign": Named(state.id, label=state.sign.label)}
            facts |= {"rival": moment.competitor(state.at), **case_of(moment)}
            yield Finding(CODE, "error", ("signs", state.id), facts)
