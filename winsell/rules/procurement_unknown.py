"""Under which rules the customer buys is unknown.

What it finds. `procurement` or `method` is missing from the playbook's stage on, red one stage later; a direct
purchase needs no method.

Why it loses deals. The rules decide who may talk to whom and until when. A good move at the wrong time gets a
bidder excluded.

What clears it. Ask procurement or legal; write `procurement` and `method`.

Source: METHOD 16.
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.base.fact import Fact
from winsell.base.finding import Finding
from winsell.rules._window import severity_at

CODE = "WSL101"
UNTIL = "award"
ENDS_WITH_BIDS = True
ABOUT = "gap"
ALSO = ("fast",)
SHOWN = ("warning",)
SETTINGS = ("hard_from",)


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding for one or both of them."""
    moment, deal = assessment.moment, assessment.moment.deal
    if deal.procurement == "direct":
        return
    missing = [name for name in ("procurement", "method") if getattr(deal, name) is None]
    if missing:
        facts: dict[str, Fact] = {"case": "method"} if missing == ["method"] else {}
        yield Finding(CODE, severity_at(moment, CODE), (missing[0],), facts)
