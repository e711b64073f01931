"""Which actions of the file are for a thing, and which of them may be done now (METHOD 4, 10, 16)."""

from __future__ import annotations

from datetime import date

from winsell.analysis.moment import Moment
from winsell.base.finding import Where
from winsell.deal.deal import Action, Deal

WON = ("won", "won-part")
"""Ends after which there still is work: the contract is to be signed, the guarantee handed in."""


def exists_on(action: Action, moment: Moment) -> bool:
    """Tell whether an action is in the plan on the day: added by then, and not dropped."""
    added = action.added is None or action.added <= moment.on
    return added and not (action.dropped is not None and action.dropped <= moment.on)


def is_done(action: Action, moment: Moment) -> bool:
    """Tell whether an action is done by the day."""
    return action.done is not None and action.done <= moment.on


def is_for(action: Action, where: Where) -> bool:
    """Tell whether an action is for a thing or for a part of it: `people.cio.attitude` is for `people.cio`."""
    path = tuple((action.for_ or "").split("."))
    return bool(action.for_) and path[: len(where)] == where


def open_action_for(moment: Moment, where: Where) -> Action | None:
    """Return the first action that is planned for a thing and not done yet; None if there is none."""
    actions = moment.deal.actions.values()
    planned = (one for one in actions if is_for(one, where) and exists_on(one, moment) and not is_done(one, moment))
    return next(planned, None)


def any_action_for(moment: Moment, where: Where) -> bool:
    """Tell whether an action for a thing is planned or done."""
    return any(is_for(one, where) and exists_on(one, moment) for one in moment.deal.actions.values())


_PEOPLE = ("people", "chairs", "sources")
_RESTARTS = ("events", "sources", "activities")


def is_work_on_people(moment: Moment, action: Action) -> bool:
    """Tell whether an action sends somebody to people of the customer, by what it is for or by what it follows."""
    relations = moment.playbook.relation
    tactics = {tactic for one in relations.values() for tactic in one.tactics}
    by_target = (action.for_ or "").partition(".")[0] in _PEOPLE
    by_strategy = action.strategy in relations and action.strategy not in moment.playbook.strategies
    return by_target or by_strategy or action.tactic in tactics or bool(action.customer)


def is_held(moment: Moment, action: Action, *, suspended: bool) -> bool:
    """Tell whether an open action must wait: for the award if it is work on people, for the restart if it sells."""
    if moment.bidding_is_on:
        return is_work_on_people(moment, action)
    return suspended and _sells(action)


def _sells(action: Action) -> bool:
    """Tell whether an action is neither the customer's own promise nor about what would start the project again."""
    return not action.customer and (action.for_ or "").partition(".")[0] not in _RESTARTS


def still_counts(moment: Moment, action: Action) -> bool:
    """Tell whether an open action is still to be done: after a win all, after another end what was planned since."""
    if moment.outcome in (None, *WON):
        return True
    ended = moment.deal.outcome.at(moment.on).on
    return ended is not None and action.added is not None and action.added >= ended


def promised_and_past(deal: Deal, since: date, on: date) -> bool:
    """Tell whether something promised for a day after `since` is past on a day, and neither done nor dropped."""
    ends = ((one.due, [day for day in (one.done, one.dropped) if day is not None]) for one in deal.actions.values())
    return any(due is not None and since < due < on and not any(day <= on for day in over) for due, over in ends)


def open_actions(moment: Moment) -> dict[str, Action]:
    """Return the actions that are planned and not done, by id."""
    actions = sorted(moment.deal.actions.items())
    return {id_: one for id_, one in actions if exists_on(one, moment) and not is_done(one, moment)}
