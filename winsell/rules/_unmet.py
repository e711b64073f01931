"""Persons whom nobody of ours has met: as urgent as the plan calls meeting them, and silent while that may wait."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from winsell.analysis.assessment import Assessment
from winsell.analysis.relations import may_wait
from winsell.analysis.standing import Standing
from winsell.analysis.urgency import contact_colour
from winsell.analysis.work_colour import worst
from winsell.base.fact import Fact
from winsell.base.finding import Finding
from winsell.rules._window import SEVERITIES


def unmet(assessment: Assessment, code: str, people: Sequence[Standing]) -> Iterator[Finding]:
    """Yield one finding that names those who are to be met by now; none of them has met us."""
    moment, lane = assessment.moment, assessment.lane
    due = [one for one in people if may_wait(moment, one) is None]
    if due:
        names = tuple(moment.person(one.id) for one in due)
        facts: dict[str, Fact] = {"case": "unmet", "people": names, "count": len(names)}
        colour = worst(contact_colour(moment, lane, one) for one in due)
        roots = tuple(("people", one.id) for one in due)
        yield Finding(code, SEVERITIES[colour], ("people", due[0].id, "contact"), facts, roots)
