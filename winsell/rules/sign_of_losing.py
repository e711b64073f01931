"""A sign of losing shows.

What it finds. A sign of losing that is present, or partly, unless it was seen at a competitor.

Why it loses deals. People avoid bad news. These signs are seen by everybody who is there, and reported by few.

What clears it. Ask the customer what has changed; state the sign absent when it is.

Source: METHOD 6 (lose).
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.base.fact import Named
from winsell.base.finding import Finding

CODE = "WSW104"
UNTIL = "outcome"


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding that names them all."""
    showing = [state for state in assessment.signs.signs if state.sign.polarity == "lose" and state.shows]
    if showing:
        names = tuple(Named(state.id, label=state.sign.label) for state in showing)
        yield Finding(CODE, "error", ("signs", showing[0].id), {"signs": names, "count": len(showing)})
