"""How this customer bought before is not looked into.

What it finds. Elements of the project behaviour beside money and criteria that are due and unknown, from the
playbook's stage on; while bids are open, not the people.

Why it loses deals. Customers repeat themselves. Who decided then, and what was offered then, tells what will happen
now.

What clears it. State what is known of each element, or that it cannot be recovered.

Source: METHOD 9.
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.base.fact import Fact, Say
from winsell.base.finding import Finding
from winsell.rules._element import DECISIVE, open_elements, places
from winsell.rules._tender import case_of
from winsell.rules._window import severity_at

CODE = "WSB102"
UNTIL = "award"
ENDS_WITH_BIDS = True
ABOUT = "evidence"
ALSO = ()
SHOWN = ("warning",)
SETTINGS = ("hard_from",)


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding that names them all."""
    moment = assessment.moment
    outside = (*DECISIVE, "people") if moment.bidding_is_on else DECISIVE
    due = [one for one in open_elements(assessment) if one.id not in outside]
    if due:
        names: tuple[Fact, ...] = tuple(Say(f"finding.element-{one.id}") for one in due)
        facts: dict[str, Fact] = {"elements": names, "count": len(due), **case_of(moment)}
        yield Finding(CODE, severity_at(moment, CODE), ("behaviour", due[0].id), facts, roots=places(due))
