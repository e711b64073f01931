"""Nothing proves that the customer must buy, and the deal has gone on all the same.

What it finds. Question 2 is neither yes nor suspended, at a stage that only a proven opportunity should reach.

Why it loses deals. The commonest competitor is the customer who does nothing; months of work go into a project
that never comes.

What clears it. One strong event with its source: an approved project, a budget, a leader's order, a decider's word.

Source: METHOD 0 and 4.
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.analysis.work_colour import colour_of
from winsell.base.finding import Finding
from winsell.rules._tender import case_of
from winsell.rules._window import SEVERITIES

CODE = "WSE106"
UNTIL = "award"
ABOUT = "verdict"
ALSO = ("fast",)
SHOWN = ("warning",)
SETTINGS = ("work.event.critical_from",)


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding."""
    moment = assessment.moment
    if assessment.screening.answer("q2") in ("unknown", "no"):
        yield Finding(CODE, SEVERITIES[colour_of(moment, "event")], ("events",), case_of(moment), roots=(("events",),))
