"""Bids are written, and nobody has said where our price stands.

What it finds. Our price position is unknown from the playbook's stage on, unless the price does not count; red where
the lowest price wins.

Why it loses deals. The same price is right or wrong only against the others and the marks. Whoever has not put it
beside public awards learns it at the opening of bids.

What clears it. An own estimate against public awards and the marks for price; never against a sealed bid.

Source: METHOD 9, 14 (bidding: prices), 16.
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.base.finding import Finding, Severity

CODE = "WSB105"
UNTIL = "award"
ENDS_WITH_BIDS = True
ABOUT = "gap"
ALSO = ("fast",)
SHOWN = ("warning", "error")
SETTINGS = ()


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding."""
    moment, deal = assessment.moment, assessment.moment.deal
    if deal.us.price.at(moment.on).value is None and deal.price_counts is not False:
        severity: Severity = "error" if deal.award_rule == "lowest-price" else "warning"
        yield Finding(CODE, severity, ("us", "price"), {"case": "lowest"} if severity == "error" else {})
