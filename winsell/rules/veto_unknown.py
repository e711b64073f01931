"""Somebody can stop the deal alone, and we do not know where this person stands.

What it finds. The approver whom we have met, or anybody with a veto, of whom nothing was ever noted, from the
playbook's stage on. An approver whom nobody has met is WSP102's.

Why it loses deals. No opponent with a veto found is not the same as none there. It shows at the end, in a meeting
that we are not in.

What clears it. What they said or did that shows where they stand.

Source: METHOD 5 (veto holders unknown), 7.4 (VETO).
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.analysis.standing import Standing
from winsell.base.fact import Fact
from winsell.base.finding import Finding
from winsell.rules._window import severity_at

CODE = "WSP113"
UNTIL = "issue"
ABOUT = "people"
ALSO = ()
SHOWN = ("warning",)
SETTINGS = ("hard_from",)


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding that names them all, and counts those who could stop it."""
    moment = assessment.moment
    stoppers = [one for one in assessment.chain.people if one.may_stop]
    unknown = [one for one in stoppers if one.value is None and not _is_unmet_approver(one)]
    if unknown:
        people = tuple(moment.person(one.id) for one in unknown)
        facts: dict[str, Fact] = {"people": people, "count": len(unknown), "all": len(stoppers)}
        roots = tuple(("people", one.id) for one in unknown)
        yield Finding(CODE, severity_at(moment, CODE), roots[0], facts, roots)


def _is_unmet_approver(one: Standing) -> bool:
    return one.person.role == "approver" and not one.contacted
