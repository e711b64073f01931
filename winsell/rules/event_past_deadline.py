"""A confirmed event's deadline is past.

What it finds. Events with status confirmed whose deadline lies before the day; red if no strong event stands beside
them.

Why it loses deals. Either the customer acted without us, or the date was never real. Both change the deal, and
neither is in our file.

What clears it. What happened on that day: a new deadline with its source, or the event denied or on hold.

Source: METHOD 4.
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.analysis.events import event_states
from winsell.base.fact import Fact
from winsell.base.finding import Finding, Severity
from winsell.rules._tender import case_of

CODE = "WSE105"
UNTIL = "award"
ABOUT = "verdict"
ALSO = ("fast", "suspended")
SHOWN = ("warning", "error")
SETTINGS = ()


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding that names them all."""
    states = event_states(assessment.moment)
    past = [state for state in states if state.entry.value == "confirmed" and state.past_deadline]
    if past:
        severity: Severity = "warning" if any(state.strong and state.stands for state in states) else "error"
        first = min(state.deadline for state in past if state.deadline)
        names = tuple(state.name for state in past)
        facts: dict[str, Fact] = {"events": names, "deadline": first, "count": len(past), **case_of(assessment.moment)}
        yield Finding(CODE, severity, ("events", past[0].id, "deadline"), facts, roots=(("events",),))
