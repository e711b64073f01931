"""Nobody inside tells us about the competitors and the decision, or only one does.

What it finds. No inside source who can tell about competitors or the decision and did so lately, or only such as are
against us or lean to a competitor; one independent voice only is never red.

Why it loses deals. Without a view from inside we compare ourselves with a guess. A single informant may be wrong, may
be moved, or may play a game of their own.

What clears it. Two sources of different departments, neither brought by the other, one of them seen to do something
for us.

Source: METHOD 0.2, 7.4 (NO-INSIDE), 8.3.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from winsell.analysis.assessment import Assessment
from winsell.analysis.inside import Informant, independent
from winsell.analysis.urgency import source_colour
from winsell.base.fact import Fact, Say
from winsell.base.finding import Finding
from winsell.rules._window import SEVERITIES

CODE = "WSP107"
UNTIL = "issue"
ABOUT = "gap"
ALSO = ("suspended",)
SHOWN = ("warning",)
SETTINGS = ("work.source.critical_from",)


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding unless there are two independent voices."""
    inside, moment = assessment.inside, assessment.moment
    if inside.count > 1:
        return
    severity, roots = SEVERITIES[source_colour(moment, inside.count)], (("sources",),)
    if inside.count == 1:
        voices = tuple(("people", one.id) for one in inside.informants if one.tells)
        yield Finding(CODE, severity, ("sources",), _one_voice(assessment), voices)
    elif inside.opponents:
        people = tuple(moment.person(id_) for id_ in inside.opponents)
        facts: dict[str, Fact] = {"case": "against", "people": people, "count": len(people)}
        yield Finding(CODE, severity, ("sources",), facts, roots)
    elif inside.informants:
        yield Finding(CODE, severity, ("sources",), _facts(assessment, "mute", telling=False), roots)
    else:
        yield Finding(CODE, severity, ("sources",), roots=roots)


def _one_voice(assessment: Assessment) -> dict[str, Fact]:
    """Say why several who tell us count as one: no deed, one brought the other, or one department."""
    pairs = list(combinations([one for one in assessment.inside.informants if one.tells], 2))
    proven = [(replace(one, acted=True), other) for one, other in pairs]
    if any(independent(one, other) for one, other in proven):
        return _facts(assessment, "no-act", telling=True)
    why = Say(f"finding.one-voice-{_tie(proven)}") if pairs else None
    return _facts(assessment, "one", telling=True) | {"why": why}


def _tie(pairs: Sequence[tuple[Informant, Informant]]) -> str:
    """Name what ties the pair that is closest to independent."""
    alone = [(replace(one, introduced_by=None), replace(other, introduced_by=None)) for one, other in pairs]
    if any(independent(one, other) for one, other in alone):
        return "introduced"
    unknown = any(None in (one.department, other.department) for one, other in pairs)
    return "nowhere" if unknown else "department"


def _facts(assessment: Assessment, case: str, *, telling: bool) -> dict[str, Fact]:
    moment = assessment.moment
    voices = [one for one in assessment.inside.informants if one.tells == telling]
    return {"case": case, "people": tuple(moment.person(one.id) for one in voices), "count": len(voices)}
