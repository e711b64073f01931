"""What only we have matters to nobody whom we could name, or is not proven.

What it finds. From the playbook's stage on and until the customer's own word is asked for: rows that are unique on
paper, and not one of them is tied to a person or a criterion and has a proof.

Why it loses deals. What is unique and wanted by nobody is a curiosity. What is wanted and not shown is a promise like
all the others.

What clears it. For one row, to whom it matters (or under which criterion it counts), and what proves it.

Source: METHOD 5 (on paper, proven).
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.analysis.value_rows import graded_rows
from winsell.base.finding import Finding

CODE = "WSV103"
UNTIL = "issue"
ABOUT = "gap"
ALSO = ()
SHOWN = ("hint",)
SETTINGS = ()


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one hint that names the best row."""
    moment, rows = assessment.moment, [graded for graded in graded_rows(assessment.moment) if graded.on_paper]
    if rows and rows[0].grade == "on-paper" and not moment.reached(moment.playbook.value_rules.confirm_before):
        yield Finding(CODE, "hint", ("value", rows[0].id), {"claim": rows[0].row.claim, "count": len(rows)})
