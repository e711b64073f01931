"""Nobody of ours owns the deal.

What it finds. No `owner` from the playbook's stage on.

Why it loses deals. Two prices, three contacts and no lead: our own house can lose the deal as well as any
competitor.

What clears it. One name under `owner`.

Source: METHOD 0 (our own house), 15.
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.base.finding import Finding
from winsell.rules._window import severity_at

CODE = "WSH101"
UNTIL = "outcome"
ABOUT = "house"
ALSO = ("fast", "suspended")
SHOWN = ("warning",)
SETTINGS = ("hard_from",)


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding."""
    moment = assessment.moment
    if not (moment.deal.owner or "").strip():
        yield Finding(CODE, severity_at(moment, CODE), ("owner",))
