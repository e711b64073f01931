"""A win sign that showed is old.

What it finds. A win sign, there or partly there, seen longer ago than the playbook allows for this kind of sign.

Why it loses deals. The exchange that was deepest in spring may be a competitor's by autumn.

What clears it. Look again, and note what you see with its day.

Source: METHOD 6 (stale).
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.base.fact import Named
from winsell.base.finding import Finding
from winsell.rules._place import dated

CODE = "WSW105"
UNTIL = "issue"
ABOUT = "sign"
ALSO = ()
SHOWN = ("warning",)
SETTINGS = ()


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding that names them all."""
    moment = assessment.moment
    old = [state for state in assessment.signs.signs if state.sign.polarity == "win" and state.shows and state.stale]
    if old:
        names = tuple(Named(state.id, label=state.sign.label) for state in old)
        days = max(state.entry.age(moment.on) or 0 for state in old)
        where = dated(("signs", old[0].id), old[0].entry)
        roots = tuple(("signs", state.id) for state in old)
        yield Finding(CODE, "warning", where, {"signs": names, "days": days, "count": len(old)}, roots)
