"""A risk is accepted that is not there any more, or that cannot be accepted.

What it finds. An acceptance whose finding is gone, though its rule speaks at this stage; one of a code that does not
exist; one of a kind that nobody can accept: the law of tenders, and what is said about acceptances.

Why it loses deals. An acceptance that nobody needs lies in wait: if the risk comes back, nobody hears of it. And one
that has no effect lets somebody believe that the matter is settled.

What clears it. Drop it; or write the code that was meant.

Source: METHOD 14.1; ours.
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.acceptance import Acceptance, can_be_accepted
from winsell.analysis.assessment import Assessment
from winsell.base.finding import Finding
from winsell.rules._acceptances import facts_of, still_there, where_of
from winsell.rules._reference import nearest
from winsell.rules.registry import rules

CODE = "WSR102"
UNTIL = "outcome"
ABOUT = "house"
ALSO = ("fast", "suspended")
SHOWN = ("hint", "warning")
SETTINGS = ()


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding for each acceptance without use or without effect."""
    codes = tuple(rule.CODE for rule in rules())
    for one, found in still_there(assessment):
        if one.code not in codes:
            near = nearest(one.code, codes)
            yield Finding(CODE, "warning", where_of(one), {"case": "unknown", "nearest": near, **facts_of(one)})
        elif not can_be_accepted(one.code):
            yield _barred(one)
        elif found == ():
            yield Finding(CODE, "hint", where_of(one), facts_of(one))


def _barred(one: Acceptance) -> Finding:
    return Finding(CODE, "warning", where_of(one), {"case": "barred", **facts_of(one)})
