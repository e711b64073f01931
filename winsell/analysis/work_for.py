"""Which actions of the file are for a thing: a person, a competitor, money, a sign (METHOD 10)."""

from __future__ import annotations

from winsell.analysis.moment import Moment
from winsell.base.finding import Where
from winsell.deal.deal import Action


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
