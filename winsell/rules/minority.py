"""Our supporters are a minority among the key persons.

What it finds. As many key persons against us as for us, or more; or somebody who decides or approves for us while
most of those whom we know are not. One opponent who can stop the deal alone is WSP101's.

Why it loses deals. A decider rarely overrules his own people: he supports us until the meeting in which everybody
else does not.

What clears it. More known supporters than others; win over a neutral before you fight an opponent.

Source: METHOD 7.4 (MINORITY).
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.analysis.standing import Standing
from winsell.base.fact import Fact
from winsell.base.finding import Finding

CODE = "WSP104"
UNTIL = "issue"
ABOUT = "people"
ALSO = ()
SHOWN = ("warning",)
SETTINGS = ()


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding: outnumbered by opponents, or a decider who stands alone."""
    key = assessment.chain.key
    friends = [one for one in key if one.supportive]
    opponents = [one for one in key if one.against]
    if _outnumbered(friends, opponents):
        yield _finding(assessment, friends, opponents, None)
    elif _leads(friends):
        others = [one for one in key if one.known and not one.supportive]
        if len(others) > len(friends):
            yield _finding(assessment, friends, others, "decider")


def _outnumbered(friends: list[Standing], opponents: list[Standing]) -> bool:
    alone = len(opponents) == 1 and opponents[0].may_stop
    return bool(opponents) and len(friends) <= len(opponents) and not alone


def _leads(friends: list[Standing]) -> bool:
    return any(one.person.role in ("decider", "approver") for one in friends)


def _finding(assessment: Assessment, friends: list[Standing], others: list[Standing], case: str | None) -> Finding:
    people = tuple(assessment.moment.person(one.id) for one in others)
    facts: dict[str, Fact] = {"friends": len(friends), "others": len(others), "people": people}
    roots = tuple(("people", one.id) for one in others)
    return Finding(CODE, "warning", ("people",), facts | ({"case": case} if case else {}), roots)
