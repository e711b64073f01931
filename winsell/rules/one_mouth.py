"""Most of what we call confirmed comes from one person.

What it finds. More than the playbook's share of the confirmed facts that name a source come from one person of the
customer, once there are enough facts; red if the four points agree, for then they agree because he does.

Why it loses deals. Four witnesses who all heard it from the same person are one. If he errs, or plays his own game,
everything falls.

What clears it. Have the most important facts confirmed by somebody else, in another department.

Source: METHOD 6, 7.4 (ONE-MOUTH).
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.base.fact import Fact
from winsell.base.finding import Finding

CODE = "WSF101"
UNTIL = "issue"
ABOUT = "evidence"
ALSO = ()
SHOWN = ("warning", "error")
SETTINGS = ()


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding that counts his facts among all."""
    told, limit = assessment.consistency, assessment.moment.playbook.one_mouth
    loudest = told.loudest
    if loudest is None or told.facts < limit.facts or loudest.facts <= limit.share * told.facts:
        return
    person = assessment.moment.person(loudest.source)
    facts: dict[str, Fact] = {"person": person, "told": loudest.facts, "facts": told.facts}
    yield Finding(CODE, "error" if told.agree else "warning", ("people", loudest.source), facts)
