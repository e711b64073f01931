"""We do not know our place in the customer's own ranking.

What it finds. No ranking stated from the playbook's stage on, or only a guess of ours, where somebody could be
outside the first three: more companies on the shortlist, or without one more competitors named. Nobody is outside
where a sole source with evidence leaves nobody else.

Why it loses deals. Outside the customer's first three there is nothing to win, and only the customer knows the list.
Our own view of it is no source.

What clears it. Ask for the ranking, or for the shortlist, and note who said so.

Source: METHOD 0.3, 8.3.
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.analysis.conditions import rivals_in_seats
from winsell.analysis.moment import Moment
from winsell.analysis.win_probability import is_sole_source
from winsell.base.finding import Finding
from winsell.rules._window import severity_at

CODE = "WSC102"
UNTIL = "issue"
ABOUT = "gap"
ALSO = ()
SHOWN = ("warning",)
SETTINGS = ("hard_from",)


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding."""
    moment = assessment.moment
    unknown = moment.deal.ranking.at(moment.on).firm is None
    if unknown and _may_be_outside(moment) and not is_sole_source(moment):
        yield Finding(CODE, severity_at(moment, CODE), ("ranking",))


def _may_be_outside(moment: Moment) -> bool:
    """Tell whether more are in the race than can be among the first: by the shortlist, else by who is named."""
    shortlist = moment.deal.shortlist.at(moment.on).value
    field = len(rivals_in_seats(moment)) + 1 if shortlist is None else shortlist
    return field > moment.playbook.probability.top_ranks
