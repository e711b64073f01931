"""Work is planned for what is known already.

What it finds. Open actions for an element of project behaviour that is handled, a win sign that is there and fresh, a
chair that is filled, or for inside sources where there are two independent ones.

Why it loses deals. Hours are the scarcest thing in a pursuit. What is spent on the pleasant known is not spent on the
unpleasant unknown.

What clears it. Mark it as done, or drop it; or note what it is for as known in part, if something is still open.

Source: METHOD 10 (an item per gap).
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.analysis.work_for import open_actions
from winsell.base.fact import Fact
from winsell.base.finding import Finding
from winsell.deal.deal import Action

CODE = "WSA106"
UNTIL = "award"
ENDS_WITH_BIDS = True
ABOUT = "house"
ALSO = ()
SHOWN = ("hint",)
SETTINGS = ()

_ENOUGH_SOURCES = 2


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one hint that counts them and names the first."""
    idle = [(id_, one) for id_, one in open_actions(assessment.moment).items() if _is_settled(assessment, one)]
    if idle:
        facts: dict[str, Fact] = {"what": idle[0][1].what, "others": len(idle) - 1 or None}
        roots = tuple(("actions", id_) for id_, _ in idle)
        yield Finding(CODE, "hint", ("actions", idle[0][0]), facts, roots)


def _is_settled(assessment: Assessment, action: Action) -> bool:
    """Tell whether nothing is open any more about what an action is for."""
    moment, (head, _, rest) = assessment.moment, (action.for_ or "").partition(".")
    if head == "behaviour":
        return any(one.id == rest and one.handled for one in assessment.behaviour.elements)
    if head == "signs":
        signs = assessment.signs.signs
        return any(one.id == rest and one.entry.value == "present" and not one.stale for one in signs if one.shows)
    if head == "chairs":
        return rest in moment.deal.chairs and moment.deal.chairs[rest].at(moment.on).value is not None
    return head == "sources" and assessment.inside.count >= _ENOUGH_SOURCES
