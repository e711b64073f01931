"""A chair at the decision is empty: somebody will sit there whom we do not know.

What it finds. Chairs of the playbook that are due and that neither a person nor a sourced `none` fills, with what is
planned for one of them and how long it is overdue. The approver's chair is WSP102's.

Why it loses deals. A missing person loses more deals than a hostile one: nobody works on them, and they come late,
with questions.

What clears it. Name who sits there, or write `none` with a source. An action alone clears nothing.

Source: METHOD 7.2, 7.4 (EMPTY-CHAIR).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from winsell.analysis.assessment import Assessment
from winsell.analysis.urgency import chair_colour
from winsell.analysis.work_plan import WorkItem
from winsell.base.fact import Fact, Say
from winsell.base.finding import Finding
from winsell.rules._window import SEVERITIES, speaks

CODE = "WSP111"
UNTIL = "issue"
ABOUT = "people"
ALSO = ()
SHOWN = ("warning",)
SETTINGS = ("from", "work.chair.critical_from")


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding that names all empty chairs."""
    moment, empty = assessment.moment, _empty(assessment)
    if speaks(moment, CODE) and empty:
        severity = SEVERITIES[chair_colour(moment, assessment.lane)]
        facts: dict[str, Fact] = {"chairs": tuple(moment.chair(id_) for id_ in empty), "count": len(empty)}
        if len(empty) < len(assessment.chain.empty_chairs):  # the approver's is another finding's
            facts["more"] = Say("finding.more-chairs", {"count": len(empty)})
        planned, roots = planned_for(assessment), tuple(("chairs", id_) for id_ in empty)
        if planned is None or planned.action is None:
            yield Finding(CODE, severity, roots[0], facts, roots)
        else:
            days = _days_late(assessment, planned)
            late = None if days is None else Say("finding.days-overdue", {"days": days})
            facts |= {"case": "planned", "action": planned.action.what, "days": days, "late": late}
            yield Finding(CODE, severity, ("actions", planned.action_id or ""), facts, roots)


def _empty(assessment: Assessment) -> list[str]:
    kinds = assessment.moment.playbook.chairs
    return [id_ for id_ in assessment.chain.empty_chairs if kinds[id_].role != "approver"]


def planned_for(assessment: Assessment) -> WorkItem | None:
    """Return the open action for one of the empty chairs that is due first."""
    chairs = _empty(assessment)
    open_ = (item for item in assessment.plan if item.action is not None and not item.done)
    mine = (item for item in open_ if item.where[:1] == ("chairs",) and item.where[1:2] in [(id_,) for id_ in chairs])
    return min(mine, key=_due, default=None)


def _due(item: WorkItem) -> date:
    return item.action.due if item.action and item.action.due else date.max


def _days_late(assessment: Assessment, item: WorkItem) -> int | None:
    return (assessment.moment.on - _due(item)).days if item.overdue else None
