"""The customer has not said himself what is better about us.

What it finds. At the stage before which the playbook wants it, no value row is confirmed by the customer; red if no
row is even unique on paper, which alone is said once the tender is out. Deals on the fast lane need none.

Why it loses deals. Only what the customer says himself gets into his criteria. Our claims get into our brochures.

What clears it. One row that the customer confirmed, with day and source.

Source: METHOD 5.
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.analysis.value_rows import graded_rows
from winsell.analysis.work_colour import colour_of
from winsell.base.finding import Finding
from winsell.rules._tender import case_of
from winsell.rules._window import SEVERITIES

CODE = "WSV101"
UNTIL = "award"
ENDS_WITH_BIDS = True
ABOUT = "gap"
ALSO = ()
SHOWN = ("warning",)
SETTINGS = ("work.value.critical_from",)


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding: no reason at all, or none that the customer confirmed."""
    moment = assessment.moment
    if not moment.reached(moment.playbook.value_rules.confirm_before):
        return
    rows = [graded for graded in graded_rows(moment) if graded.on_paper]
    if not rows:
        yield Finding(
            CODE, SEVERITIES[colour_of(moment, "value")], ("value",), case_of(moment, "none"), roots=(("value",),)
        )
    elif rows[0].grade != "confirmed" and not moment.tender_is_out:
        yield Finding(CODE, "warning", ("value", rows[0].id), {"claim": rows[0].row.claim, "count": len(rows)})
