"""No competitor is named.

What it finds. Nobody in the race beside us, from the playbook's stage on; doing nothing does not count, and a sole
source with evidence needs no rival.

Why it loses deals. There is always one: a company, the present supplier, the customer's own house. Unnamed, he is
assumed to be our equal.

What clears it. Name the two most dangerous, in-house and the present supplier among them.

Source: METHOD 0.5, 8.3.
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.analysis.conditions import rivals_in_seats
from winsell.analysis.win_probability import is_sole_source
from winsell.analysis.work_colour import colour_of
from winsell.base.finding import Finding
from winsell.rules._tender import case_of
from winsell.rules._window import SEVERITIES

CODE = "WSC101"
UNTIL = "award"
ENDS_WITH_BIDS = True
ABOUT = "gap"
ALSO = ("fast",)
SHOWN = ("warning",)
SETTINGS = ("work.competitor.critical_from",)


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding."""
    moment = assessment.moment
    if not rivals_in_seats(moment) and not is_sole_source(moment):
        facts = case_of(moment, "do-nothing" if moment.competitors else None)
        yield Finding(
            CODE, SEVERITIES[colour_of(moment, "competitor")], ("competitors",), facts, roots=(("competitors",),)
        )
