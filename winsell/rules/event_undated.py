"""What proves that the customer must buy has no date.

What it finds. Question 2 is a yes and no standing event has a deadline; red from the stage that the playbook names
for it. If the proof is old too, this finding says it.

Why it loses deals. A reason without a date loses to every other project that has one: most qualified deals end
without a decision.

What clears it. The day by which the customer must have it, and what happens to him if he misses it.

Source: METHOD 4.
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.analysis.urgency import deadline_colour
from winsell.base.fact import Fact
from winsell.base.finding import Finding
from winsell.rules._opportunity import condition, strongest
from winsell.rules._tender import case_of
from winsell.rules._window import SEVERITIES

CODE = "WSE101"
UNTIL = "award"
ABOUT = "gap"
ALSO = ("fast",)
SHOWN = ("warning",)
SETTINGS = ("event_rules.deadline_critical_from",)


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding."""
    moment, event = assessment.moment, strongest(assessment)
    if event is None or condition(assessment, "q2.find-date") is None:
        return
    facts: dict[str, Fact] = {"event": event.name}
    stale = condition(assessment, "q2.confirm-again")
    if stale is not None:
        facts["days"] = stale.facts.get("days")
    facts |= case_of(moment, "stale" if stale else None)
    where = ("events", event.id, "deadline")
    yield Finding(CODE, SEVERITIES[deadline_colour(moment)], where, facts, roots=(("events",),))
