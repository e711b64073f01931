"""The tender may fail for want of bidders.

What it finds. Under the law of tenders, or in government procurement, an open or invited tender of which the
shortlist is known to be shorter than the playbook's number of bidders, from the playbook's stage on.

Why it loses deals. With too few bidders there is no award but a new tender: months go by, and the others come back
better prepared.

What clears it. A shortlist that is long enough; or the new tender, planned for as a deal of its own.

Source: METHOD 16 (fewer than three bidders means a re-tender).
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.base.finding import Finding
from winsell.rules._window import severity_at

CODE = "WSL102"
UNTIL = "award"
ABOUT = "gap"
ALSO = ("fast",)
SHOWN = ("warning",)
SETTINGS = ("hard_from",)


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding with both numbers."""
    moment, deal = assessment.moment, assessment.moment.deal
    bound = deal.procurement in ("government", "statutory-tender") and deal.method in ("open", "invited")
    known, least = deal.shortlist.at(moment.on).value, moment.playbook.tender.bidders_at_least
    if bound and known is not None and known < least:
        yield Finding(CODE, severity_at(moment, CODE), ("shortlist",), {"count": known, "least": least})
