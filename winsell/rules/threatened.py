"""Somebody with influence loses by our win, or nobody has asked who does.

What it finds. A key person with something under `loses` and no action for him (what means nothing, or that nobody has
asked, the playbook says); from its stage on, also that nobody's loss is recorded at all (a hint). An opponent who can
stop the deal is WSP101's.

Why it loses deals. Whoever loses power, work, face or budget by our win works against us quietly, and has good
reasons to show.

What clears it. Plan something for him that takes the loss away or makes up for it; or ask who loses, and write it
down.

Source: METHOD 7.4 (THREATENED), 7.5.
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.analysis.stakes import loss_of
from winsell.analysis.standing import Standing
from winsell.analysis.work_for import any_action_for
from winsell.base.finding import Finding
from winsell.rules._window import severity_at, speaks

CODE = "WSP110"
UNTIL = "issue"
ABOUT = "people"
ALSO = ()
SHOWN = ("hint", "warning")
SETTINGS = ("from", "hard_from")


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding for each such person, or one if nobody asked."""
    moment, key = assessment.moment, assessment.chain.key
    losses = [(one, loss_of(one.person, moment.playbook.people)) for one in key]
    for one in (one for one, loss in losses if loss == "something"):
        if not any_action_for(moment, ("people", one.id)) and not _stops_us(one):
            facts = {"person": moment.person(one.id), "loses": one.person.loses}
            yield Finding(CODE, "warning", ("people", one.id, "loses"), facts, roots=(("people", one.id),))
    if key and all(loss == "unknown" for _, loss in losses) and speaks(moment, CODE):
        yield Finding(CODE, severity_at(moment, CODE, "hint"), ("people",), {"case": "unasked"})


def _stops_us(one: Standing) -> bool:
    return one.may_stop and one.against
