"""We fail something that the customer must have.

What it finds. A mandatory criterion, or the contract's terms, that we are known to fail.

Why it loses deals. Nothing else is looked at once a must-have is failed; the bid is rejected before it is read.

What clears it. Meet it, bring a partner who does, or have the customer waive it in writing, before the tender is out.

Source: METHOD 5 and 8.3.
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.analysis.must_haves import failed_must_haves
from winsell.base.finding import Finding
from winsell.rules._tender import case_of

CODE = "WSV102"
UNTIL = "award"
ENDS_WITH_BIDS = True
ABOUT = "verdict"
ALSO = ("fast",)
SHOWN = ("error",)
SETTINGS = ()


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding that names all of them."""
    moment = assessment.moment
    items = failed_must_haves(moment)
    if items:
        yield Finding(CODE, "error", ("criteria",), {"items": items, **case_of(moment)})
