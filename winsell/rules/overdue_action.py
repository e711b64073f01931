"""A planned action is overdue.

What it finds. Actions of the plan past their due day and neither done nor dropped; the one that is longest overdue
is named.

Why it loses deals. A missed date is where a plan turns into a wish. The customer keeps his rhythm, with or without
us.

What clears it. Do it, drop it, or set a new date and say why.

Source: METHOD 10.
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.analysis.work_plan import WorkItem
from winsell.base.finding import Finding

CODE = "WSA102"
UNTIL = "outcome"


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding that names the worst and counts the others."""
    overdue = [(_days(assessment, item), item) for item in assessment.plan if item.overdue]
    if overdue:
        days, worst = max(overdue, key=lambda pair: pair[0])
        facts = {"days": days, "others": len(overdue) - 1 or None, **_action(worst)}
        yield Finding(CODE, "warning", ("actions", worst.action_id or ""), facts)


def _days(assessment: Assessment, item: WorkItem) -> int:
    due = item.action.due if item.action else None
    return (assessment.moment.on - due).days if due else 0


def _action(item: WorkItem) -> dict[str, str | None]:
    action = item.action
    return {"what": action.what, "owner": action.owner} if action else {}
