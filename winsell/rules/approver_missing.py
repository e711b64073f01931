"""Nobody is listed who approves the deal, or nobody of ours has met him.

What it finds. No person with role approver and nobody seated in an approver's chair; or such persons, none of whom
we are known to have met, from the stage by which the playbook wants them met.

Why it loses deals. The final yes is the one that cannot be worked around. Whoever gives it will follow those who
talk to him.

What clears it. List him with role approver and meet him; or close the chair with `none` and a source.

Source: METHOD 7.2, 7.4 (NO-APPROVER).
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.analysis.moment import Moment
from winsell.analysis.standing import Standing
from winsell.analysis.urgency import chair_colour
from winsell.base.finding import Finding
from winsell.deal.dossier import NOBODY
from winsell.rules._unmet import unmet
from winsell.rules._window import SEVERITIES

CODE = "WSP102"
UNTIL = "issue"
ABOUT = "people"
ALSO = ()
SHOWN = ("warning",)
SETTINGS = ("work.chair.critical_from",)


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding, for nobody listed or for nobody met."""
    moment, chain = assessment.moment, assessment.chain
    approvers = [one for one in chain.people if _approves(moment, one)]
    if not approvers and not _nobody_approves(moment):
        roots = tuple(("chairs", id_) for id_ in _kinds(moment))
        yield Finding(CODE, SEVERITIES[chair_colour(moment, assessment.lane)], ("people",), roots=roots)
    elif approvers and not any(one.contacted for one in approvers):
        yield from unmet(assessment, CODE, approvers)


def _kinds(moment: Moment) -> list[str]:
    """Return the ids of the approver's chairs."""
    return [id_ for id_, chair in moment.playbook.chairs.items() if chair.role == "approver"]


def _chairs(moment: Moment) -> dict[str, str | None]:
    """Return who is stated to sit in each approver's chair."""
    seated = moment.deal.chairs
    return {id_: seated[id_].at(moment.on).value for id_ in _kinds(moment) if id_ in seated}


def _approves(moment: Moment, one: Standing) -> bool:
    return one.person.role == "approver" or one.id in _chairs(moment).values()


def _nobody_approves(moment: Moment) -> bool:
    """Tell whether the file says that there is no such person at this customer."""
    return NOBODY in _chairs(moment).values()
