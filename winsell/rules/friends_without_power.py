"""Those who are for us do not decide.

What it finds. From the playbook's stage on, key persons who are known to be for us, and none of them decides or
approves.

Why it loses deals. Users and evaluators recommend. In the last meeting they are asked first and outvoted by one who
was asked last.

What clears it. One who decides or approves, known to be for us; a friend who speaks for us before
them is the way there.

Source: METHOD 7.4 (AMBER map), 11 (a coach without power is no champion).
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.base.fact import Fact
from winsell.base.finding import Finding
from winsell.rules._window import severity_at

CODE = "WSP118"
UNTIL = "issue"
ABOUT = "people"
ALSO = ()
SHOWN = ("warning",)
SETTINGS = ("hard_from",)


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding that names our friends."""
    moment, chain = assessment.moment, assessment.chain
    friends = tuple(moment.person(one.id) for one in chain.key if one.supportive)
    if chain.map == "amber" and friends:
        facts: dict[str, Fact] = {"people": friends, "count": len(friends)}
        yield Finding(CODE, severity_at(moment, CODE), ("people",), facts)
