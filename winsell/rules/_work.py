"""What the rules about our own work look up: what an action is for, as the root that other findings share with it."""

from __future__ import annotations

from winsell.base.finding import Where
from winsell.deal.deal import Action

_HEAD_AND_ID = 2


def target(id_: str, action: Action) -> Where:
    """Return the thing that an action is for: one person, one competitor, one element; else the action itself."""
    path = tuple((action.for_ or "").split("."))
    return path[:_HEAD_AND_ID] if len(path) >= _HEAD_AND_ID else ("actions", id_)
