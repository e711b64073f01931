"""A chair at the decision is empty: somebody will sit there whom we do not know.

What it finds. Chairs of the playbook that are due and that neither a person nor a sourced `none` fills. The
approver's chair is WSP102's.

Why it loses deals. A missing person loses more deals than a hostile one: nobody works on him, and he comes late,
with questions.

What clears it. Name who sits there, or write `none` with a source.

Source: METHOD 7.2, 7.4 (EMPTY-CHAIR).
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.base.finding import Finding
from winsell.rules._window import severity_at

CODE = "WSP111"
UNTIL = "award"


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding that names all empty chairs."""
    moment, severity = assessment.moment, severity_at(assessment.moment, CODE)
    kinds = moment.playbook.chairs
    empty = [id_ for id_ in assessment.chain.empty_chairs if kinds[id_].role != "approver"]
    if severity is not None and empty:
        chairs = tuple(moment.chair(id_) for id_ in empty)
        yield Finding(CODE, severity, ("chairs", empty[0]), {"chairs": chairs, "count": len(empty)})
