"""The proof that the customer must buy is old.

What it finds. Question 2 is a yes, and its youngest confirmation is older than the playbook allows, or undated.
Where the date is missing too, WSE101 says both.

Why it loses deals. Budgets move, leaders change their minds, and nobody calls to tell us. The deal then lives in
our file only.

What clears it. Ask again, and note the answer with its day and source.

Source: METHOD 4 (stale).
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.base.finding import Finding
from winsell.rules._opportunity import condition, strongest
from winsell.rules._place import dated

CODE = "WSE102"
UNTIL = "issue"
ABOUT = "gap"
ALSO = ("fast",)
SHOWN = ("warning",)
SETTINGS = ()


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding."""
    event, stale = strongest(assessment), condition(assessment, "q2.confirm-again")
    if event is None or stale is None or condition(assessment, "q2.find-date") is not None:
        return
    facts = {"event": event.name, "days": stale.facts.get("days")}
    where = dated(("events", event.id, "status"), event.entry)
    yield Finding(CODE, "warning", where, facts, roots=(("events",),))
