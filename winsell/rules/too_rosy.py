"""Everybody we know is for us.

What it finds. From the playbook's number of known key persons on, when not one person is neutral, against us, or
leaning to a competitor.

Why it loses deals. Every serious competitor has a supporter. If the map shows none, it is the map that lacks him,
and he works undisturbed.

What clears it. Find the competitor's supporter and list him, with what he said.

Source: METHOD 7.4 (TOO-ROSY).
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.analysis.moment import Moment
from winsell.analysis.standing import Standing
from winsell.base.finding import Finding
from winsell.rules._window import settings_of, severity_at

CODE = "WSP105"
UNTIL = "issue"
ABOUT = "people"
ALSO = ()
SHOWN = ("warning",)
SETTINGS = ("hard_from", "people")


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding that counts the friends."""
    moment, chain = assessment.moment, assessment.chain
    enough = settings_of(moment, CODE).people
    if enough is None or any(rival.friends for rival in assessment.rival_chains):
        return
    known = [one for one in chain.key if one.known]
    if len(known) >= enough and not any(_cool(moment, one) for one in chain.people):
        yield Finding(CODE, severity_at(moment, CODE), ("people",), {"count": len(known)})


def _cool(moment: Moment, one: Standing) -> bool:
    """Tell whether he is not simply for us: neutral or worse by the last word, or leaning elsewhere."""
    elsewhere = one.person.leans_to.at(moment.on).value not in (None, "us")
    return elsewhere or (one.value is not None and one.value <= 0)
