"""On which terms the customer signs is unknown.

What it finds. Neither what the contract's terms are nor whether we meet them is stated, from the playbook's stage on; a
hint at first, yellow while bids are open.

Why it loses deals. Payment, retention, penalties and guarantees decide what a price is worth. A term that our own house
cannot sign is found the week before the bid, when nothing can be changed.

What clears it. Terms of the customer's last contract or of the documents, held against our own limits.

Source: METHOD 9 (terms).
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.base.finding import Finding, Severity
from winsell.rules._tender import case_of

CODE = "WSB104"
UNTIL = "award"
ENDS_WITH_BIDS = True
ABOUT = "gap"
ALSO = ()
SHOWN = ("hint", "warning")
SETTINGS = ()


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding."""
    moment, terms = assessment.moment, assessment.moment.deal.terms
    if terms.knowledge.at(moment.on).value is None and terms.ours.at(moment.on).value is None:
        severity: Severity = "warning" if moment.bidding_is_on else "hint"
        roots = (("behaviour", "criteria"),)
        yield Finding(CODE, severity, ("terms",), case_of(moment), roots)
