"""The win probability rests on answers without evidence.

What it finds. The number differs by the playbook's share (10 points) or more when only answers with source and date
are used; or there is none at all then.

Why it loses deals. A number is believed because it is a number. What it stands on is asked only after the loss.

What clears it. A source and a date for each of them. What was done before our own eyes needs no source, but what
it was.

Source: METHOD 8.3 (evidenced).
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.analysis.evidenced import gap_matters, lacking
from winsell.base.fact import Fact, Percent
from winsell.base.finding import Finding

CODE = "WSN101"
UNTIL = "award"
ENDS_WITH_BIDS = True
ABOUT = "evidence"
ALSO = ("fast",)
SHOWN = ("warning",)
SETTINGS = ()


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding."""
    value, evidenced = assessment.probability.value, assessment.evidenced
    gap = assessment.moment.playbook.probability.evidence_gap
    if value is None or assessment.probability.status != "computed" or not gap_matters(value, evidenced, gap):
        return
    facts: dict[str, Fact] = {"value": Percent(value), **lacking(assessment.moment)}
    if evidenced is None:
        yield Finding(CODE, "warning", ("us",), facts | {"case": "none"})
    else:
        yield Finding(CODE, "warning", ("us",), facts | {"evidenced": Percent(evidenced)})
