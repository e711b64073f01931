"""What proves that the customer must buy is hearsay.

What it finds. Question 2 is a yes, and every strong event on which it rests was only heard: nobody of the customer said
or did it before us.

Why it loses deals. A partner tells what he hopes, a colleague what he was told. Months of work go into a project that
only exists in telling.

What clears it. Hear it from whoever decided it, or read it where the customer wrote it; that is `said` or `act`.

Source: METHOD 4, 7.2 (how).
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.analysis.events import event_states
from winsell.base.fact import Fact
from winsell.base.finding import Finding
from winsell.rules._place import dated
from winsell.rules._window import severity_at

CODE = "WSE107"
UNTIL = "issue"
ABOUT = "gap"
ALSO = ("fast",)
SHOWN = ("warning",)
SETTINGS = ("hard_from",)


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding that names the events and who told."""
    moment = assessment.moment
    strong = [state for state in event_states(moment) if state.strong and state.stands]
    if strong and all(state.entry.how == "heard" for state in strong):
        tellers = dict.fromkeys(state.entry.source for state in strong)
        facts: dict[str, Fact] = {
            "events": tuple(state.name for state in strong),
            "tellers": tuple(moment.teller(one) for one in tellers),
            "count": len(strong),
        }
        where = dated(("events", strong[0].id, "status"), strong[0].entry)
        yield Finding(CODE, severity_at(moment, CODE), where, facts, roots=(("events",),))
