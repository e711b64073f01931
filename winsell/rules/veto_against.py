"""A person who can stop the deal alone is against us.

What it finds. The approver, or anybody with a veto, who was against us by the last word; an old word counts until a
newer one stands. That it is a guess of ours is a hint to find out, not while bids are open.

Why it loses deals. An average hides a veto: one such no outweighs every supporter, and it is usually spoken when we
are not there.

What clears it. An attitude that is neutral or better. Until then an open action for this person keeps question 3 from
a no. While bids are open only the bid can answer.

Source: METHOD 5, 7.4 (VETO).
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.analysis.work_for import open_action_for
from winsell.base.fact import Fact
from winsell.base.finding import Finding
from winsell.rules._place import said_of
from winsell.rules._tender import case_of

CODE = "WSP101"
UNTIL = "outcome"
ABOUT = "verdict"
ALSO = ("fast",)
SHOWN = ("hint", "error")
SETTINGS = ()


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding for each such person."""
    moment = assessment.moment
    for one in assessment.chain.people:
        if not one.may_stop:
            continue
        where = said_of(one, moment.on)
        if one.against:
            action = open_action_for(moment, ("people", one.id))
            facts: dict[str, Fact] = {"person": moment.person(one.id), "why": one.entry.why}
            if action:
                facts["action"] = action.what
            facts |= case_of(moment, "planned" if action else None)
            yield Finding(CODE, "error", where, facts, roots=(("people", one.id),))
        elif one.value is not None and one.value < 0 and not moment.bidding_is_on:
            facts = {"case": "guess", "person": moment.person(one.id), "why": one.entry.why}
            yield Finding(CODE, "hint", where, facts, roots=(("people", one.id),))
