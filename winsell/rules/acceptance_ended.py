"""A risk was accepted until a day that has passed, or without a day, and is still there.

What it finds. An acceptance whose last day lies behind us, while its finding is still there; and one for which nobody
named a last day: that one has no effect, and the risk speaks.

Why it loses deals. A risk was left alone because somebody said: until then. Nobody looks at the calendar, and what was
to be dealt with in September is found in December, when it costs the deal.

What clears it. Deal with the risk; or decide anew, with a reason and a new day; or drop the acceptance.

Source: METHOD 14.1, 16 (decisions have a day); ours.
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.acceptance import can_be_accepted
from winsell.analysis.assessment import Assessment
from winsell.base.finding import Finding
from winsell.rules._acceptances import facts_of, still_there, where_of

CODE = "WSR101"
UNTIL = "outcome"
ABOUT = "house"
ALSO = ("fast", "suspended")
SHOWN = ("warning",)
SETTINGS = ()


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding for each acceptance that has ended, or has no effect for want of a day."""
    for one, found in still_there(assessment):
        if found and one.ended:
            yield Finding(CODE, "warning", where_of(one), facts_of(one))
        elif found and one.endless and can_be_accepted(one.code):
            yield Finding(CODE, "warning", where_of(one), {"case": "endless", **facts_of(one)})
