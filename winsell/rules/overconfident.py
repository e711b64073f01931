"""A person of high influence believes that all is well and needs nothing.

What it finds. Response mode overconfident of somebody in the inner circle, or who approves, decides or may veto.

Why it loses deals. He sees no reason to change, so nothing that we show counts. Arguing only makes him firmer.

What clears it. Work with those who see the gap; wait for the event that shows it to him, and record his mode when
it turns.

Source: METHOD 7.4 (OVERCONFIDENT), 7.5.
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.analysis.moment import Moment
from winsell.analysis.standing import Standing
from winsell.base.finding import Finding

CODE = "WSP109"
UNTIL = "issue"
ABOUT = "people"
ALSO = ()
SHOWN = ("warning",)
SETTINGS = ()


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding that names them all."""
    moment = assessment.moment
    found = [one for one in assessment.chain.people if _is_overconfident(moment, one) and _weighs(one)]
    if found:
        people = tuple(moment.person(one.id) for one in found)
        roots = tuple(("people", one.id) for one in found)
        yield Finding(CODE, "warning", ("people", found[0].id, "mode"), {"people": people, "count": len(found)}, roots)


def _is_overconfident(moment: Moment, one: Standing) -> bool:
    return one.person.mode.at(moment.on).value == "overconfident"


def _weighs(one: Standing) -> bool:
    return one.may_stop or one.person.politics == "inner" or one.person.role == "decider"
