"""A planned action is overdue.

What it finds. Actions of the plan past their due day and neither done nor dropped, but for one that WSP111 names with
its empty chair; the one that is longest overdue is named, and a promise of the customer apart from ours. It is as
urgent as in the work plan. After a win it goes on until all is done, after another end for what was planned since.
While bids are open, work on people of the customer is not to be made up for; once they are in, nor is what was due
before.

Why it loses deals. A missed date is where a plan turns into a wish. The customer moves on, with or without us.

What clears it. Do it, drop it, or set a new date and say why.

Source: METHOD 10.
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.analysis.moment import Moment
from winsell.analysis.work_for import is_work_on_people
from winsell.analysis.work_plan import WorkItem
from winsell.base.fact import Fact
from winsell.base.finding import Finding
from winsell.deal.deal import Action
from winsell.rules import empty_chair
from winsell.rules._tender import BIDDING
from winsell.rules._window import SEVERITIES, silenced
from winsell.rules._work import target

CODE = "WSA102"
UNTIL = "ever"
ABOUT = "house"
ALSO = ("fast",)
SHOWN = ("hint", "error")
SETTINGS = ()

BIDS_IN = "bids-in"
"""The case of what was to be done before bids closed, when they are in."""


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding for ours, one for the customer's and one for what must wait for the award."""
    moment = assessment.moment
    named = _named_already(assessment)
    overdue = [item for item in assessment.plan if item.overdue and item.action_id != named]
    for case in (None, "customer", BIDDING, BIDS_IN):
        late = [(_days(moment, item), item) for item in overdue if _case(moment, item.action) == case]
        if late:
            days, worst = max(late, key=lambda pair: pair[0])
            facts = {"days": days, "others": len(late) - 1 or None, **_action(worst)} | ({"case": case} if case else {})
            roots = tuple(target(item.action_id or "", item.action) for _, item in late if item.action)
            yield Finding(CODE, SEVERITIES[worst.colour], ("actions", worst.action_id or ""), facts, roots)


def _named_already(assessment: Assessment) -> str | None:
    """Return the action of which the finding on the empty chairs says that it is late; None where it is silent."""
    moment = assessment.moment
    late = assessment.lane == "whole" and any("days" in one.facts for one in empty_chair.check(assessment))
    speaks = not (moment.tender_is_out or moment.outcome is not None or silenced(moment, empty_chair.CODE))
    item = empty_chair.planned_for(assessment) if late and speaks else None
    return item.action_id if item else None


def _case(moment: Moment, action: Action | None) -> str | None:
    if action is None:
        return None
    if moment.bidding_is_on and is_work_on_people(moment, action):
        return BIDDING
    last = moment.deal.bids_due.at(moment.on).value
    if moment.bids_are_in and action.due and last and action.due <= last:
        return BIDS_IN
    return "customer" if action.customer else None


def _days(moment: Moment, item: WorkItem) -> int:
    due = item.action.due if item.action else None
    return (moment.on - due).days if due else 0


def _action(item: WorkItem) -> dict[str, Fact]:
    action = item.action
    return {"what": action.what, "owner": action.owner} if action else {}
