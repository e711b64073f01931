"""What the customer pays, or how bids are scored, is unknown.

What it finds. Money or criteria of the project behaviour unknown, from the playbook's stage on; a warning, and red
from the stage at which the playbook calls them critical.

Why it loses deals. The same price is right or wrong only against the criteria. Not knowing either at tender time is
the classic fatal error.

What clears it. Find out from the customer's last project of this kind, early: the later, the more sensitive. Partly
known is a start, not recoverable is an answer.

Source: METHOD 9.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from winsell.analysis.assessment import Assessment
from winsell.analysis.behaviour import ElementState
from winsell.analysis.moment import Moment
from winsell.base.fact import Fact, Say
from winsell.base.finding import Finding, Severity
from winsell.rules._element import DECISIVE, open_elements, places
from winsell.rules._tender import case_of

CODE = "WSB101"
UNTIL = "award"
ENDS_WITH_BIDS = True
ABOUT = "gap"
ALSO = ("fast",)
SHOWN = ("warning",)
SETTINGS = ("behaviour.money.critical_from", "behaviour.criteria.critical_from")


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding for one or both of them."""
    moment, due = assessment.moment, [one for one in open_elements(assessment) if one.id in DECISIVE]
    if due:
        severity: Severity = "error" if any(one.colour == "red" for one in due) else "warning"
        names: tuple[Fact, ...] = tuple(Say(moment.in_its_words(f"finding.open-{one.id}")) for one in due)
        facts = {"elements": names, **case_of(moment, _case(moment, due))}
        yield Finding(CODE, severity, ("behaviour", due[0].id), facts, roots=places(due))


def _case(moment: Moment, due: Sequence[ElementState]) -> str | None:
    """Name the one that is unknown, if it is one; and tell a tender from offers that are compared."""
    words = ([due[0].id] if len(due) == 1 else []) + ([] if moment.by_tender else ["offers"])
    return ".".join(words) or None
