"""What each side owes the other: the work of the plan that has a day, and what became of it (METHOD 12).

In: a moment, and the day of the last look. Out: `Promise`s, those of whoever leads the reviews first, then what is
late, what was kept since, and what is to come, each by its day.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from winsell.analysis.moment import Moment
from winsell.analysis.work_for import exists_on, is_done, is_for, is_held, is_work_on_people
from winsell.deal.deal import Action

Became = Literal["late", "kept", "open"]
_PRICES = ("us", "price"), ("quotes",)
"""What work is for that asks for leave to name a price."""


@dataclass(frozen=True, slots=True)
class Promise:
    """A piece of work with a day."""

    id: str
    action: Action
    became: Became
    managers: bool
    """Is it on whoever leads the reviews?"""
    held: bool = False
    """Must it wait: until the bids are decided, or for a suspended project to start again?"""


def promises(moment: Moment, since: date, *, suspended: bool) -> tuple[Promise, ...]:
    """Return what was promised: what was kept since the last look, and all that is still open."""
    order = get_args(Became)
    found = _promises(moment, since, suspended=suspended)
    return tuple(sorted(found, key=lambda one: (not one.managers, order.index(one.became), _day(one), one.id)))


def _promises(moment: Moment, since: date, *, suspended: bool) -> Iterator[Promise]:
    leads = leaders(moment)
    for id_, action in moment.deal.actions.items():
        if not exists_on(action, moment):
            continue
        managers = (action.owner or "").strip().casefold() in leads
        if is_done(action, moment):
            if action.done is not None and since < action.done:
                yield Promise(id_, action, "kept", managers)
        elif action.due is not None:
            held = is_held(moment, action, suspended=suspended)
            late = action.due < moment.on and not held
            yield Promise(id_, action, "late" if late else "open", managers, held)


def _day(one: Promise) -> date:
    return one.action.done if one.became == "kept" and one.action.done else one.action.due or date.max


def leaders(moment: Moment) -> frozenset[str]:
    """Name whoever led a review of this deal, in small letters."""
    led = (one.by for one in moment.deal.reviews if one.on <= moment.on)
    return frozenset(name.strip().casefold() for name in led if name)


def resources_asked(moment: Moment) -> tuple[Action, ...]:
    """Return the open work that needs something of our house which nobody has granted or refused."""
    return tuple(one for one in _open(moment) if one.resource is not None and one.granted.at(moment.on).value is None)


def prices_asked(moment: Moment) -> tuple[Action, ...]:
    """Return the open work for which somebody must be allowed to name a price."""
    return tuple(one for one in _open(moment) if any(is_for(one, where) for where in _PRICES))


def next_with_customer(moment: Moment) -> Action | None:
    """Return the next work with a day that brings us to people of the customer, or that the customer does."""
    dated = (one for one in _open(moment) if one.due is not None and one.due >= moment.on)
    ahead = [one for one in dated if is_work_on_people(moment, one) and not is_held(moment, one, suspended=False)]
    return min(ahead, key=lambda one: one.due or date.max, default=None)


def _open(moment: Moment) -> Iterator[Action]:
    return (one for one in moment.deal.actions.values() if exists_on(one, moment) and not is_done(one, moment))
