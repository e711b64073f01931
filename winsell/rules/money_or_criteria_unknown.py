"""What the customer pays, or how bids are scored, is unknown.

What it finds. Money or criteria of the project behaviour unknown, from the playbook's stage on; a warning, and red
from the stage at which the playbook calls them critical.

Why it loses deals. The same price is right or wrong only against the criteria. Not knowing either at tender time is
the classic fatal error.

What clears it. Find out from the customer's last project of this kind, early: the later, the more sensitive. Partly
known is a start, not recoverable is an answer. What past projects on file tell of it wants to be judged, not found.

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
from winsell.rules._tender import BIDDING

CODE = "WSB101"
UNTIL = "award"
ENDS_WITH_BIDS = True
ABOUT = "gap"
ALSO = ("fast",)
SHOWN = ("warning",)
SETTINGS = ("behaviour.money.critical_from", "behaviour.criteria.critical_from")


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding for what is unknown, and one for what our files tell and nobody has judged."""
    due = [one for one in open_elements(assessment) if one.id in DECISIVE]
    for elements in ([one for one in due if not one.on_file], [one for one in due if one.on_file]):
        if elements:
            yield _finding(assessment.moment, elements)


def _finding(moment: Moment, due: Sequence[ElementState]) -> Finding:
    severity: Severity = "error" if any(one.colour == "red" for one in due) else "warning"
    names: tuple[Fact, ...] = tuple(Say(moment.in_its_words(f"finding.open-{one.id}")) for one in due)
    projects = dict.fromkeys(project.name for one in due for project in one.on_file)
    facts: dict[str, Fact] = {"elements": names, "projects": tuple(projects), "case": _case(moment, due)}
    return Finding(CODE, severity, ("behaviour", due[0].id), facts, roots=places(due))


def _case(moment: Moment, due: Sequence[ElementState]) -> str | None:
    """Tell open bids from the time before, what is on file from the rest, then which one of two, then offers."""
    bidding = [BIDDING] if moment.bidding_is_on else []
    if due[0].on_file:
        return ".".join([*bidding, "on-file"])
    one = [due[0].id] if len(due) == 1 else []
    return ".".join([*bidding, *one, *([] if moment.by_tender else ["offers"])]) or None
