"""Nothing proves that the customer must buy, and the deal has gone on all the same.

What it finds. Question 2 is neither yes nor suspended, at a stage that only a proven opportunity should reach. Where it
was proven once and the last word has become too old, it says that: there is nothing to find, only to hear again.

Why it loses deals. The commonest competitor is the customer who does nothing; months of work go into a project
that never comes.

What clears it. One strong event with its source: an approved project, a budget, a leader's order, a decider's word;
or the same word again.

Source: METHOD 0 and 4.
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.analysis.work_colour import colour_of
from winsell.base.fact import Fact
from winsell.base.finding import Finding
from winsell.rules._tender import case_of
from winsell.rules._window import SEVERITIES

CODE = "WSE106"
UNTIL = "award"
ABOUT = "verdict"
ALSO = ("fast",)
SHOWN = ("warning",)
SETTINGS = ("work.event.critical_from",)


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding."""
    moment = assessment.moment
    if assessment.screening.answer("q2") in ("unknown", "no"):
        facts = {**_lapsed(assessment), **case_of(moment)}
        yield Finding(CODE, SEVERITIES[colour_of(moment, "event")], ("events",), facts, roots=(("events",),))


def _lapsed(assessment: Assessment) -> dict[str, Fact]:
    """Name what proved it until its last word became too old, and how old that is."""
    question = next(one for one in assessment.screening.questions if one.id == "q2")
    again = next((say for say in question.missing if say.code == "q2.confirm-again"), None)
    if again is None:
        return {}
    names = tuple(say.facts.get("event") for say in question.reasons if say.code == "q2.lapsed")
    return {"case": "lapsed", "events": names, "count": len(names), "days": again.facts.get("days")}
