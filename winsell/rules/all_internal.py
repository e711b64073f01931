"""All that is planned happens in our own house.

What it finds. Open actions, and not one of them needs the customer: none is the customer's own, for a person, a
chair, a source, an event, a sign, an element of how they buy, or part of a tactic. A checkpoint ahead counts as a
meeting.

Why it loses deals. A date that the customer keeps says more than five that we keep. Work at our desks feels like
progress and changes nobody's mind.

What clears it. One step with the customer, with its day; or say for whom an action is.

Source: METHOD 7.4, 10.
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.analysis.moment import Moment
from winsell.analysis.work_for import is_work_on_people, open_actions
from winsell.base.fact import Fact
from winsell.base.finding import Finding
from winsell.deal.deal import Action
from winsell.rules._window import severity_at

CODE = "WSA104"
UNTIL = "issue"
ABOUT = "house"
ALSO = ()
SHOWN = ("warning",)
SETTINGS = ("hard_from",)

_OURS = ("", "us", "value", "criteria", "terms", "lots", "actions")
"""What an action may be for without anybody of the customer being needed for it."""


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding that counts them and names the first."""
    moment = assessment.moment
    open_ = list(open_actions(moment).values())
    ahead = any(day > moment.on for day in moment.deal.checkpoints)
    if open_ and not ahead and all(_is_internal(moment, one) for one in open_):
        facts: dict[str, Fact] = {"count": len(open_), "what": open_[0].what}
        yield Finding(CODE, severity_at(moment, CODE), ("actions",), facts, roots=(("actions",),))


def _is_internal(moment: Moment, action: Action) -> bool:
    head = (action.for_ or "").partition(".")[0]
    return head in _OURS and action.tactic is None and not is_work_on_people(moment, action)
