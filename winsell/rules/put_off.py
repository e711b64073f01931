"""The same action was put off again and again.

What it finds. Open actions with as many entries under `put_off` as the playbook allows at most, or more. While bids
are open, work on people of the customer is not asked for.

Why it loses deals. What is put off twice is either not possible or not wanted, and the plan that builds on it is a
wish.

What clears it. Do it, do something else for the same end, or drop it and say what that means for the deal.

Source: METHOD 10, 12 (promises kept or not).
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.analysis.work_for import is_work_on_people, open_actions, still_counts
from winsell.base.fact import Fact
from winsell.base.finding import Finding
from winsell.rules._window import settings_of
from winsell.rules._work import target

CODE = "WSA105"
UNTIL = "outcome"
ABOUT = "house"
ALSO = ("fast",)
SHOWN = ("warning",)
SETTINGS = ("times",)


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding for each such action."""
    moment = assessment.moment
    often = settings_of(moment, CODE).times
    for id_, action in open_actions(moment).items():
        times = len(action.put_off.until(moment.on))
        held = moment.bidding_is_on and is_work_on_people(moment, action)
        if often is not None and times >= often and still_counts(moment, action) and not held:
            facts: dict[str, Fact] = {"times": times, "what": action.what, "due": action.due}
            facts |= {"case": "customer"} if action.customer else {"owner": action.owner}
            yield Finding(CODE, "warning", ("actions", id_), facts, roots=(target(id_, action),))
