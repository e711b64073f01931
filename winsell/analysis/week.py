"""A deal in the week ahead: what is due, who is silent, what moved, what is needed (METHOD 12).

In: an assessment as of today, the same facts assessed as of the coming Friday, and the playbook's days. Out: plain
values. Nothing is asked of anybody while bids are open, and who is silent then is silent by law (METHOD 16).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from winsell.analysis.assessment import Assessment
from winsell.analysis.events import event_states, sourced_confirmation
from winsell.analysis.gaps import Gap, first
from winsell.analysis.meeting import last_talk, may_be_said, when_of
from winsell.analysis.moment import Moment
from winsell.analysis.own_conditions import own_conditions
from winsell.analysis.relations import matters
from winsell.analysis.silence import silent_days
from winsell.analysis.standing import Standing
from winsell.analysis.state import last_told
from winsell.analysis.work_for import is_done, is_for
from winsell.analysis.work_plan import WorkItem
from winsell.base.fact import Say
from winsell.deal.deal import Action

_FRIDAY = 4
_NEXT = {
    (False, False): "week.next",
    (False, True): "week.next-late",
    (True, False): "week.next-customer",
    (True, True): "week.next-customer-late",
}
"""What is said of an open action: by whether it is the customer's, and whether its day is past."""
_WEEK = timedelta(days=7)


def friday_after(on: date) -> date:
    """Return the Friday that is still ahead: of a Friday, the next one."""
    return on + timedelta(days=(_FRIDAY - on.weekday()) % 7 or 7)


@dataclass(frozen=True, slots=True)
class Silent:
    """A key person of whom nothing was heard for long."""

    id: str
    since: date
    days: int


def due_by(assessment: Assessment, day: date, *, customer: bool) -> list[WorkItem]:
    """Return the open actions that may be done and are due by a day, the first due first."""
    open_ = [one for one in assessment.plan if one.action is not None and not one.done and not one.held]
    dated = [(_due(one), one) for one in open_ if one.action is not None and one.action.customer == customer]
    return [one for due, one in sorted(dated, key=lambda pair: pair[0]) if due <= day]


def _due(item: WorkItem) -> date:
    return item.action.due if item.action is not None and item.action.due is not None else date.max


def silent_people(assessment: Assessment) -> list[Silent]:
    """Return the key persons whom we have met and of whom nothing was heard for long, the longest silence first."""
    moment = assessment.moment
    if when_of(assessment) not in ("open", "awarded") or assessment.lane != "whole":
        return []
    heard = [(one, _last_heard(moment, one)) for one in assessment.chain.people if matters(one) and one.contacted]
    found = [Silent(one.id, on, silent_days(moment, on)) for one, on in heard if on is not None]
    long_ = [one for one in found if one.days > moment.playbook.meeting.silent_days]
    return sorted(long_, key=lambda one: (-one.days, one.id))


def _last_heard(moment: Moment, one: Standing) -> date | None:
    """Return the last day on which we had to do with a person; None if no date says."""
    actions = moment.deal.actions.values()
    done = (action.done for action in actions if is_for(action, ("people", one.id)) and is_done(action, moment))
    met = (entry.on for entry in moment.dossier.people[one.id].contact.until(moment.on) if entry.value != "none")
    days = [day for day in (last_talk(moment, one.id), *done, *met) if day is not None]
    return max(days, default=None)


def idle_since(assessment: Assessment) -> date | None:
    """Return since when nobody of the customer has told us anything, if that is too long; else None."""
    if when_of(assessment) != "open":
        return None
    moment = assessment.moment
    heard = last_told(moment)
    idle = heard is not None and silent_days(moment, heard) > moment.playbook.meeting.idle_days
    return heard if idle else None


def turning_red(today: Assessment, friday: Assessment) -> list[WorkItem]:
    """Return the work that nobody has planned, is not red today and will be on Friday."""
    red = {(one.where, one.say.code) for one in today.plan if one.colour == "red"}
    later = (one for one in friday.plan if one.colour == "red" and one.action is None)
    return [one for one in later if (one.where, one.say.code) not in red]


def to_ask(assessment: Assessment) -> tuple[Gap, ...]:
    """Return what is to be found out first in a deal, at the customer: whether it matches us we know ourselves."""
    return first([gap for gap in assessment.gaps if gap.where[0] != "matches"])


# The weekly text: what moved, what is next, what is needed. It leaves the house: no price, no source, no attitude.


def moved(assessment: Assessment) -> Iterator[Say]:
    """Yield what happened in the seven days up to today."""
    moment = assessment.moment
    since = moment.on - _WEEK
    outcome = moment.deal.outcome.at(moment.on)
    if outcome.value is not None and _within(since, outcome.on, moment.on):
        yield Say(f"week.moved-{outcome.value}")
    stage = moment.deal.stage.at(moment.on)
    if stage.value is not None and _within(since, stage.on, moment.on):
        yield Say("week.moved-stage", {"stage": moment.stage_name(stage.value)})
    for state in event_states(moment):
        first_said = next((one.on for one in moment.deal.events[state.id].status if sourced_confirmation(one)), None)
        if state.stands and _within(since, first_said, moment.on):
            yield Say("week.moved-event", {"event": state.name})
    yield from (Say("week.moved-done", {"what": one.what}) for one in _said(moment) if _done_since(one, since, moment))
    yield from (Say("week.moved-checkpoint", {"what": name}) for name in _checkpoints(moment, since, moment.on))
    talks = sum(bool(one.people) and _within(since, one.on, moment.on) for one in moment.deal.activities)
    if talks:
        yield Say("week.moved-talks", {"count": talks})


def _within(since: date, day: date | None, until: date) -> bool:
    return day is not None and since < day <= until


def _said(moment: Moment) -> list[Action]:
    """Return the actions that may stand in a text that leaves the house."""
    return [one for one in moment.deal.actions.values() if may_be_told(moment, one)]


def may_be_told(moment: Moment, action: Action) -> bool:
    """Tell whether an action may stand in a text that leaves the house: nothing unspoken, of no rival, and no price."""
    place = (action.for_ or "").split(".")
    return may_be_said(moment, action) and place[0] != "competitors" and "price" not in place


def _done_since(action: Action, since: date, moment: Moment) -> bool:
    return is_done(action, moment) and _within(since, action.done, moment.on)


def _checkpoints(moment: Moment, since: date, until: date) -> Iterator[str]:
    yield from (name for day, name in sorted(moment.deal.checkpoints.items()) if _within(since, day, until))


def coming(assessment: Assessment, items: Sequence[WorkItem], until: date | None) -> Iterator[Say]:
    """Yield what is due, and which checkpoint lies ahead a week beyond a day; no day: no checkpoint."""
    moment = assessment.moment
    for item in items:
        if item.action is not None and may_be_told(moment, item.action):
            code = _NEXT[item.action.customer, item.overdue]
            yield Say(code, {"what": item.action.what, "due": item.action.due})
    if moment.outcome is None and until is not None:
        for day, name in sorted(moment.deal.checkpoints.items()):
            if _within(moment.on, day, until + _WEEK):
                yield Say("week.next-checkpoint", {"what": name, "due": day})


def needed(assessment: Assessment) -> Iterator[Say]:
    """Yield what the deal needs of our own house: resources that wait for an answer, and what our approval hangs on."""
    moment = assessment.moment
    for item in assessment.plan:
        action = item.action
        asked = action is not None and action.resource and action.granted.at(moment.on).value is None
        if action is not None and asked and not item.done and may_be_told(moment, action):
            yield Say("week.need-resource", {"what": action.resource, "for": action.what, "due": action.due})
    if moment.outcome is None:
        for one in own_conditions(moment):
            if one.state in ("open", "late") and one.id is not None:
                late = "-late" if one.state == "late" else ""
                yield Say(f"week.need-condition{late}", {"what": one.what, "due": one.due})
