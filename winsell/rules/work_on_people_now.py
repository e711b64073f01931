"""Work on people of the customer is planned while bids are open.

What it finds. Open actions for persons, chairs or sources, or by a tactic of a relation, that are not overdue yet,
while bids are open; not where the customer buys direct, and not what is due after the day of the award, if one is noted
under `decision`. An overdue one is WSA102's.

Why it loses deals. A talk with people of the customer between issue and award can exclude a bidder, however harmless.

What clears it. Drop it, or give it a day after that of the award.

Source: METHOD 16.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from winsell.analysis.assessment import Assessment
from winsell.analysis.work_for import is_work_on_people, open_actions
from winsell.base.fact import Fact
from winsell.base.finding import Finding

CODE = "WSL103"
UNTIL = "award"
ABOUT = "house"
ALSO = ("fast",)
SHOWN = ("warning",)
SETTINGS = ()


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding that counts them and names the first."""
    moment = assessment.moment
    if not moment.bidding_is_on or moment.deal.procurement == "direct":
        return
    open_ = open_actions(moment)
    award = moment.deal.decision.at(moment.on).value
    last = award if award is not None and award >= moment.on else date.max
    ahead = {id_: one for id_, one in open_.items() if one.due is not None and moment.on <= one.due <= last}
    sent = [id_ for id_, one in ahead.items() if is_work_on_people(moment, one) and not one.customer]
    if sent:
        first, more = ahead[sent[0]], len(sent) - 1 or None
        facts: dict[str, Fact] = {"what": first.what, "due": first.due, "others": more}
        roots = tuple(("actions", id_) for id_ in sent)
        yield Finding(CODE, "warning", roots[0], facts, roots)
