"""What the rules about accepted risks look up: whether the risk is still there, and whether anybody could tell.

In: an assessment. Out: each acceptance of the day with the findings that it is about, as its rule finds them today,
before any other rule has said the same; None where the rule does not speak at this stage or does not exist.
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.acceptance import Acceptance, acceptances
from winsell.analysis.assessment import Assessment
from winsell.base.fact import Fact
from winsell.base.finding import Finding, Where
from winsell.rules.registry import speaking


def still_there(assessment: Assessment) -> Iterator[tuple[Acceptance, tuple[Finding, ...] | None]]:
    """Go through what is accepted, each with the findings that it is about."""
    known = acceptances(assessment.moment.deal, assessment.moment.on)
    asked = {one.code for one in known} - {"WSR101", "WSR102", "WSR103"}
    rules = {rule.CODE: rule for rule in speaking(assessment) if rule.CODE in asked} if asked else {}
    for one in known:
        rule = rules.get(one.code)
        yield one, tuple(filter(one.covers, rule.check(assessment))) if rule is not None else None


def where_of(one: Acceptance) -> Where:
    """Return where an acceptance stands in the file."""
    return ("accepted", one.key)


def facts_of(one: Acceptance) -> dict[str, Fact]:
    """Return what each sentence about an acceptance may name."""
    return {"key": one.key, "reason": one.reason, "by": one.by, "until": one.until, "count": one.renewals}
