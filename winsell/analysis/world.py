"""What has changed in the customer's world of late, and who has not been heard since (METHOD 7.2).

In: a moment. Out: the changes that still count, the newest first. A change counts while words from before it would
still be fresh, and as long as somebody whom it touches has not been heard first-hand since.
"""

from __future__ import annotations

from dataclasses import dataclass

from winsell.analysis.moment import Moment
from winsell.analysis.standing import heard_since, touches
from winsell.deal.deal import Change


@dataclass(frozen=True, slots=True)
class WorldChange:
    """A change at the customer, as of a day."""

    change: Change
    unheard: tuple[str, ...]
    """The persons whom it touches and who have not been heard first-hand since."""
    newcomer: bool
    """Is somebody listed whom it touches and who came with it or after it?"""


def world_changes(moment: Moment) -> tuple[WorldChange, ...]:
    """Return the changes that still count; none of a deal that has ended."""
    known = [] if moment.outcome is not None else [one for one in moment.deal.changes if one.on <= moment.on]
    found = [_seen(moment, change) for change in sorted(known, key=lambda one: (one.on, one.what), reverse=True)]
    fresh = moment.playbook.people.attitude_fresh_days
    return tuple(one for one in found if one.unheard or (moment.on - one.change.on).days <= fresh)


def _seen(moment: Moment, change: Change) -> WorldChange:
    touched = [id_ for id_ in moment.people if touches(moment, change, id_)]
    since = (moment.dossier.people[id_].since for id_ in touched)
    newcomer = any(day is not None and day >= change.on for day in since)
    return WorldChange(change, tuple(id_ for id_ in touched if not heard_since(moment, id_, change.on)), newcomer)
