"""We were invited out of the blue, and bid.

What it finds. The tender is out, nothing of ours (a stage, a visit, an action, a review) is older than it by the days
that the playbook wants, and no review has decided to bid since. If the file itself begins with the tender, it does not
say that we came late: then only that is asked (a warning).

Why it loses deals. A tender takes months to write. Who first hears of it by the invitation was not part of them, and
mostly fills the list.

What clears it. A review after the issue that decides whether to bid; or the earlier day, if the file left it out.

Source: METHOD 7.5 (question 9: do not join blind), 8.5 (blind bids win less than 2 %).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from winsell.analysis.assessment import Assessment
from winsell.analysis.moment import Moment
from winsell.base.finding import Finding
from winsell.rules._tender import decided_since_issue
from winsell.rules._window import day_reached, settings_of

CODE = "WSS103"
UNTIL = "award"
ENDS_WITH_BIDS = True
ABOUT = "losing"
ALSO = ("fast",)
SHOWN = ("warning", "error")
SETTINGS = ("days",)


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding with the days from our first to the issue."""
    moment, days = assessment.moment, settings_of(assessment.moment, CODE).days
    issued = day_reached(moment, moment.playbook.tender.issued_from)
    if days is None or issued is None or decided_since_issue(moment):
        return
    before = (issued - min(_ours(moment))).days
    if before < days:
        begins_late = all(entry.on is None or entry.on >= issued for entry in moment.deal.stage.until(moment.on))
        yield _unsaid() if begins_late else Finding(CODE, "error", ("stage",), {"days": before})


def _unsaid() -> Finding:
    return Finding(CODE, "warning", ("stage",), {"case": "unsaid"})


def _ours(moment: Moment) -> Iterator[date]:
    """Yield the days on which we had to do with the deal; what happened at the customer's we may have learnt later."""
    deal = moment.deal
    yield from (entry.on for entry in deal.stage.until(moment.on) if entry.on is not None)
    yield from (one.on for one in deal.activities)
    yield from (day for one in deal.actions.values() for day in (one.added, one.done) if day is not None)
    yield from (one.on for one in deal.reviews)
