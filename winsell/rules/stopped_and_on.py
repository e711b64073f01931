"""A review said stop, and we go on.

What it finds. The last review's verdict is to stop, longer ago than the playbook's days, and the deal has no end.

Why it loses deals. People work on it without help, and the customer sees a bidder who does not mean it.

What clears it. How it ended, under `outcome`; or a review that says something else.

Source: METHOD 12 (verdicts), 10.1 (disengage).
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.base.finding import Finding
from winsell.rules._window import settings_of

CODE = "WSH103"
UNTIL = "award"
ABOUT = "house"
ALSO = ("fast", "suspended")
SHOWN = ("warning",)
SETTINGS = ("days",)


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding with the days since."""
    moment, days = assessment.moment, settings_of(assessment.moment, CODE).days
    held = [(at, review) for at, review in enumerate(moment.deal.reviews) if review.on <= moment.on]
    if days is None or not held:
        return
    at, last = max(held, key=lambda pair: (pair[1].on, pair[0]))
    age = (moment.on - last.on).days
    if last.verdict == "stop" and age > days:
        yield Finding(CODE, "warning", ("reviews", str(at)), {"days": age, "by": last.by, "note": last.note})
