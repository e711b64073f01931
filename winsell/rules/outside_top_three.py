"""The customer does not have us among his first.

What it finds. The customer's ranking of us is known, no guess, and below the place that the playbook asks for
(three).

Why it loses deals. Whoever is outside fills the list of bidders. Work for such a deal is taken from one that could
be won.

What clears it. A new ranking by the customer; change the question he asks, win a part, or step back in good order.

Source: METHOD 0.3, 8.3.
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.base.finding import Finding
from winsell.rules._tender import case_of

CODE = "WSC103"
UNTIL = "award"
ENDS_WITH_BIDS = True
ABOUT = "verdict"
ALSO = ("fast",)
SHOWN = ("error",)
SETTINGS = ()


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding."""
    moment = assessment.moment
    rank, top = moment.deal.ranking.at(moment.on).firm, moment.playbook.probability.top_ranks
    if rank is not None and rank > top:
        yield Finding(CODE, "error", ("ranking",), {"rank": rank, "top": top, **case_of(moment)})
