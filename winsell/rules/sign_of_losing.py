"""A sign of losing shows.

What it finds. A sign of losing that is present, or partly, unless it was seen at a competitor.

Why it loses deals. People avoid bad news. These signs are seen by everybody who is there, and reported by few.

What clears it. Ask the customer what has changed; state the sign absent when it is.

Source: METHOD 6 (lose).
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.analysis.win_signs import SignState
from winsell.base.fact import Fact, Named, Say
from winsell.base.finding import Finding
from winsell.rules._tender import case_of

CODE = "WSW104"
UNTIL = "outcome"
ABOUT = "losing"
ALSO = ("fast",)
SHOWN = ("error",)
SETTINGS = ()


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding that names them all."""
    showing = losing_signs(assessment)
    if showing:
        facts: dict[str, Fact] = {"signs": tuple(_say(state) for state in showing), "count": len(showing)}
        roots = tuple(("signs", state.id) for state in showing)
        yield Finding(CODE, "error", ("signs", showing[0].id), facts | case_of(assessment.moment), roots)


def losing_signs(assessment: Assessment) -> list[SignState]:
    """Return the signs of losing that show."""
    return [state for state in assessment.signs.signs if state.sign.polarity == "lose" and state.shows]


def _say(state: SignState) -> Fact:
    """Name a sign, and say so where it shows only partly."""
    name = Named(state.id, label=state.sign.label)
    return Say("finding.partly", {"sign": name}) if state.entry.value == "partly" else name
