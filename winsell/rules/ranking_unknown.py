"""We do not know our place in the customer's own ranking.

What it finds. No ranking stated from the playbook's stage on, or only a guess of ours; unless a shortlist already
puts us among the first, or a sole source with evidence leaves nobody else.

Why it loses deals. Outside his first three there is nothing to win, and only he knows his list. Our own view of it
is no source.

What clears it. Ask for his ranking, or for the shortlist, and note who said so.

Source: METHOD 0.3, 8.3.
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.analysis.moment import Moment
from winsell.analysis.win_probability import is_sole_source
from winsell.base.finding import Finding
from winsell.rules._window import severity_at

CODE = "WSC102"
UNTIL = "issue"


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding."""
    moment, severity = assessment.moment, severity_at(assessment.moment, CODE)
    unknown = moment.deal.ranking.at(moment.on).firm is None
    if severity is not None and unknown and not _shortlisted(moment) and not is_sole_source(moment):
        yield Finding(CODE, severity, ("ranking",))


def _shortlisted(moment: Moment) -> bool:
    left = moment.deal.shortlist.at(moment.on).value
    return left is not None and left <= moment.playbook.probability.top_ranks
