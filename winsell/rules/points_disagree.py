"""The four points contradict each other.

What it finds. The probability rises and nothing else does, or it is high with little insight, or with every due
sign absent.

Why it loses deals. Four witnesses who disagree: one of them is wrong, and it is mostly the one that we like.

What clears it. Find the witness who is wrong; change the answer, or find what the others have not seen yet.

Source: METHOD 6 (consistency).
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.base.finding import Finding
from winsell.rules._tender import case_of

CODE = "WSN102"
UNTIL = "award"
ABOUT = "evidence"
ALSO = ()
SHOWN = ("warning",)
SETTINGS = ()


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding that gives all reasons."""
    reasons = assessment.consistency.reasons
    if reasons:
        yield Finding(CODE, "warning", (), {"reasons": reasons, "count": len(reasons), **case_of(assessment.moment)})
