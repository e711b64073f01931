"""What our own company asked for in return for its yes, and whether that was done (METHOD 5.1).

In: a moment. Out: one `OwnCondition` each, in the order of the file; none unless the approval holds. A condition that
stands in the approval's own line has neither a day nor an end: it stays asked for as long as the approval holds. One
that was not met is over once our company says yes again, knowing it: what it asks for now stands beside the new yes. An
action is for a condition if it says so (`for: conditions.ID`) or goes by the same id.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from winsell.analysis.moment import Moment
from winsell.analysis.work_for import is_for, open_actions
from winsell.deal.deal import Action, ApprovalCondition
from winsell.deal.person import exists

State = Literal["open", "late", "met", "broken"]


@dataclass(frozen=True, slots=True)
class OwnCondition:
    """A condition of our own approval as of a day."""

    id: str | None
    """None: it stands in the approval's own line."""
    what: str
    due: date | None
    state: State
    why: str | None = None
    """How we know that it was met or broken."""
    planned: date | None = None
    """The first day for which it is planned, if that comes after the day by which it is asked for."""


def own_conditions(moment: Moment) -> tuple[OwnCondition, ...]:
    """Return what our company's yes hangs on, and how each stands."""
    approved = moment.deal.approved.at(moment.on)
    if approved.value != "yes":
        return ()
    told = approved.extra.get("conditions")
    asked = moment.deal.conditions.items()
    there = ((id_, one) for id_, one in asked if exists(one.since, None, moment.on) and not _is_over(moment, one))
    listed = tuple(_state(moment, id_, one) for id_, one in there)
    return (*listed, OwnCondition(None, told, None, "open")) if told else listed


def _is_over(moment: Moment, one: ApprovalCondition) -> bool:
    """Tell whether a condition was not met, and our company has said yes once more since."""
    failed, approved = one.met.at(moment.on), moment.deal.approved.at(moment.on)
    if failed.value != "no" or failed.on is None or approved.on is None:
        return False
    return failed.on < approved.on and (one.since is None or one.since < approved.on)


def _state(moment: Moment, id_: str, one: ApprovalCondition) -> OwnCondition:
    entry = one.met.at(moment.on)
    late = one.due is not None and one.due < moment.on
    state: State = {"yes": "met", "no": "broken"}.get(entry.value or "", "late" if late else "open")  # type: ignore[assignment]
    planned = _planned_too_late(moment, id_, one) if state == "open" else None
    return OwnCondition(id_, one.what, one.due, state, entry.why, planned)


def _planned_too_late(moment: Moment, id_: str, one: ApprovalCondition) -> date | None:
    """Return the first day for which an open condition is planned, if all that is planned for it comes too late."""
    serving = [action for key, action in open_actions(moment).items() if _serves(key, action, id_)]
    days = [action.due for action in serving if action.due is not None]
    too_late = one.due is not None and len(days) == len(serving) > 0 and min(days) > one.due
    return min(days) if too_late else None


def _serves(key: str, action: Action, condition: str) -> bool:
    return key == condition or is_for(action, ("conditions", condition))


def asked_before(moment: Moment, key: str, action: Action) -> date | None:
    """Return the day by which our own approval asks for what an action is to do, if all planned for it is later."""
    asked = [one for one in own_conditions(moment) if one.planned is not None and one.id is not None]
    return min((one.due for one in asked if one.due and _serves(key, action, one.id or "")), default=None)
