"""The customer must have something, and nobody has looked whether we meet it.

What it finds. A mandatory criterion of which nobody has said how we stand, or of which we only guess; as urgent as the
want of a reason to choose us, so that it is red from the stage in which the tender is written.

Why it loses deals. One missing certificate ends a bid before it is read. While the text is being written it can still
be met, brought by a partner, or asked out of it; a month later it can only be read.

What clears it. How we stand with it, with day and source; if we fail it, what is done about it.

Source: METHOD 5, 9, 11 (mandatory and rated criteria; silence about must-haves is no evidence).
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.analysis.must_haves import open_must_haves
from winsell.analysis.work_colour import colour_of
from winsell.base.finding import Finding
from winsell.rules._tender import case_of
from winsell.rules._window import SEVERITIES

CODE = "WSV104"
UNTIL = "award"
ENDS_WITH_BIDS = True
ABOUT = "gap"
ALSO = ("fast",)
SHOWN = ("hint", "warning")
SETTINGS = ("work.value.critical_from",)
_ASKED_AT = ("criteria", "ours")
"""Where the plan has the same question, of all of them together."""


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding that names all of them."""
    moment = assessment.moment
    items = open_must_haves(moment)
    if items:
        facts = {"items": items, "count": len(items), **case_of(moment)}
        roots = (_ASKED_AT, *(("criteria", one.id) for one in items))
        where = ("criteria", items[0].id)
        yield Finding(CODE, SEVERITIES[colour_of(moment, "value")], where, facts, roots)
