"""Nobody has asked who does it today.

What it finds. Companies are named as competitors, and neither the present supplier nor the customer's own people nor
doing nothing is among them, and it is not stated either whether we are the present supplier.

Why it loses deals. The present supplier, the customer's own people and staying as it is win more deals than any new
company. Unnamed, nobody works against them.

What clears it. State under `us.incumbent` who runs it today, and list whoever it is with its `kind`.

Source: METHOD 0, 8.3 (in-house and incumbent take seats).
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.analysis.conditions import rivals_in_seats
from winsell.analysis.win_probability import is_sole_source
from winsell.base.finding import Finding
from winsell.rules._window import severity_at

CODE = "WSC104"
UNTIL = "issue"
ABOUT = "gap"
ALSO = ()
SHOWN = ("warning",)
SETTINGS = ("hard_from",)

_STAYING = ("incumbent", "in-house", "do-nothing")


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding; with nobody named at all it is WSC101's."""
    moment = assessment.moment
    considered = any(rival.kind in _STAYING for rival in moment.competitors.values())
    asked = considered or moment.deal.us.incumbent.at(moment.on).value is not None
    if rivals_in_seats(moment) and not asked and not is_sole_source(moment):
        yield Finding(CODE, severity_at(moment, CODE), ("us", "incumbent"))
