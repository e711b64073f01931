"""A competitor has come in since we last looked.

What it finds. A competitor who takes a seat and is there since the playbook's number of days at most, and since the
last review; without a review, later than the deal's first weeks and than the stage from which the rule speaks.

Why it loses deals. Nobody comes late without being called. Somebody over there wanted another offer: against our
price, or against us.

What clears it. Know who called them and why, and go through the strategy in a review; or time.

Source: METHOD 7.5 (question 9), 8.5.
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.base.finding import Finding
from winsell.rules._settled import settled_by
from winsell.rules._tender import case_of
from winsell.rules._window import settings_of, severity_at

CODE = "WSC105"
UNTIL = "award"
ENDS_WITH_BIDS = True
ABOUT = "losing"
ALSO = ()
SHOWN = ("warning",)
SETTINGS = ("hard_from", "days")


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding that names them all."""
    moment = assessment.moment
    days = settings_of(moment, CODE).days
    if days is None:
        return
    settled = settled_by(moment, CODE, days)
    came = {id_: rival.since for id_, rival in moment.competitors.items() if rival.since and rival.takes_seat}
    new = [id_ for id_, since in came.items() if since > settled]
    if new:
        facts = {"rivals": tuple(moment.competitor(id_) for id_ in new), "count": len(new), **case_of(moment)}
        roots = tuple(("competitors", id_) for id_ in new)
        yield Finding(CODE, severity_at(moment, CODE), ("competitors", new[0], "since"), facts, roots)
