"""Nobody is listed who decides, or nobody of ours has met him.

What it finds. People are listed, but none with role decider; or deciders, none of whom we are known to have met,
from the stage by which the playbook wants them met. With nobody listed at all the empty chairs say it.

Why it loses deals. Evaluators recommend, deciders choose. Work that never reaches a decider is work for the
competitor's comparison sheet.

What clears it. List who decides with role decider, and meet one of them.

Source: METHOD 7.4 (NO-DECIDER).
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.base.finding import Finding
from winsell.rules._unmet import unmet
from winsell.rules._window import severity_at

CODE = "WSP103"
UNTIL = "issue"
ABOUT = "people"
ALSO = ()
SHOWN = ("warning",)
SETTINGS = ("hard_from",)


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding, for nobody listed or for nobody met."""
    moment, people = assessment.moment, assessment.chain.people
    if not people:
        return
    deciders = [one for one in people if one.person.role == "decider"]
    if not deciders:
        yield Finding(CODE, severity_at(moment, CODE), ("people",))
    elif not any(one.contacted for one in deciders):
        yield from unmet(assessment, CODE, deciders)
