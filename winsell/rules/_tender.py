"""While bids are open (METHOD 16): which sentences hold then, and who has decided to bid.

From issue to award the customer is asked in writing, through the official channel, and nobody there is worked on. A
rule that speaks then has a case of its own for it, whose question and way out keep to that.
"""

from __future__ import annotations

from winsell.analysis.moment import Moment
from winsell.base.fact import Fact
from winsell.rules._window import day_reached

BIDDING = "bidding"


def case_of(moment: Moment, usual: str | None = None) -> dict[str, Fact]:
    """Return the case of a finding as a fact: `bidding` while bids are open, else the usual one if there is any."""
    case = BIDDING if moment.bidding_is_on else usual
    return {"case": case} if case else {}


def decided_since_issue(moment: Moment) -> bool:
    """Tell whether a review has looked at the deal since the tender is out: then what is past is decided upon."""
    issued = day_reached(moment, moment.playbook.tender.issued_from)
    return issued is not None and any(issued <= day for day in moment.review_days)
