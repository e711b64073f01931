"""We were invited out of the blue, and bid.

What it finds. The tender is out, and fewer days before it than the playbook wants the deal did not exist for us; no
review has decided to bid since.

Why it loses deals. A tender takes months to write. Who first hears of it by the invitation was not part of them, and
mostly fills the list.

What clears it. A review after the issue that decides whether to bid.

Source: METHOD 7.5 (question 9: do not join blind), 8.5 (blind bids win less than 2 %).
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.base.finding import Finding
from winsell.rules._tender import decided_since_issue
from winsell.rules._window import day_reached, settings_of

CODE = "WSS103"
UNTIL = "award"
ENDS_WITH_BIDS = True
ABOUT = "losing"
ALSO = ("fast",)
SHOWN = ("error",)
SETTINGS = ("days",)


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding with the days from our first to the issue."""
    moment, days = assessment.moment, settings_of(assessment.moment, CODE).days
    issued = day_reached(moment, moment.playbook.tender.issued_from)
    first = next((entry.on for entry in moment.deal.stage.until(moment.on) if entry.on is not None), None)
    if days is None or issued is None or first is None or decided_since_issue(moment):
        return
    if (issued - first).days < days:
        yield Finding(CODE, "error", ("stage",), {"days": (issued - first).days})
