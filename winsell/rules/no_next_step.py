"""Nothing is planned with a day to it.

What it finds. No open action has a due day, and neither a checkpoint nor the customer's day of decision lies ahead. An
overdue one is WSA102's.

Why it loses deals. A deal without a next date is a deal that nobody moves: it is forgotten first on our side, then on
the customer's.

What clears it. One action with a day and an owner, best one that needs the customer to do something.

Source: METHOD 7.4, 12 (the next customer event).
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.analysis.moment import Moment
from winsell.analysis.work_for import open_actions
from winsell.base.fact import Fact
from winsell.base.finding import Finding
from winsell.rules._tender import case_of
from winsell.rules._window import severity_at

CODE = "WSA103"
UNTIL = "award"
ABOUT = "house"
ALSO = ("fast",)
SHOWN = ("warning",)
SETTINGS = ("hard_from",)


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding."""
    moment = assessment.moment
    dated = any(action.due is not None for action in open_actions(moment).values())
    if not dated and not _lies_ahead(moment):
        yield Finding(CODE, severity_at(moment, CODE), ("actions",), _case(moment), roots=(("actions",),))


def _case(moment: Moment) -> dict[str, Fact]:
    return {"case": "bids-in"} if moment.bids_are_in else case_of(moment)


def _lies_ahead(moment: Moment) -> bool:
    """Tell whether a day of the deal is still to come: a round that ends, or the customer's decision."""
    decision = moment.deal.decision.at(moment.on).value
    return any(day > moment.on for day in (*moment.deal.checkpoints, *([decision] if decision else [])))
