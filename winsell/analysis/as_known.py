"""What a deal's files held on an earlier day: the same facts, without those that are dated later.

A moment asks each fact what held on its day, and how old it is. To tell time from news, a later day must be looked at
with the facts of an earlier one; then what differs is age alone.
"""

from __future__ import annotations

from datetime import date
from typing import Any, TypeVar

from winsell.base.part import Part
from winsell.deal.deal import Action
from winsell.deal.dossier import Dossier
from winsell.deal.timeline import Timeline

P = TypeVar("P", bound=Part)

_BEGINS = ("since", "on", "added")
_ENDS = ("left", "done", "dropped")


def as_known(dossier: Dossier, on: date) -> Dossier:
    """Return the dossier without whatever is dated after a day."""
    account = _cut(dossier.account, on) if dossier.account is not None else None
    files = {id_: _cut(rival, on) for id_, rival in dossier.competitor_files.items()}
    people, projects = (_cut_value(dict(each), on) for each in (dossier.people, dossier.past_projects))
    return Dossier(_cut(dossier.deal, on), account, files, people, projects)


def _cut(part: P, on: date) -> P:
    # What was never written stays unwritten: a default section is shared by all deals.
    values = {name: getattr(part, name) for name in part.model_fields_set}
    update = {name: _cut_field(name, value, on) for name, value in values.items()}
    if isinstance(part, Action) and "due" in update:
        update["due"] = part.due_on(on)
    return part.model_copy(update=update)


def _cut_field(name: str, value: Any, on: date) -> Any:
    later = isinstance(value, date) and value > on
    return None if later and name in _ENDS else _cut_value(value, on)


def _cut_value(value: Any, on: date) -> Any:
    if isinstance(value, Timeline):
        return type(value)(value.until(on))
    if isinstance(value, Part):
        return _cut(value, on)
    if isinstance(value, dict):
        return {key: _cut_value(one, on) for key, one in value.items() if not _is_later(one, on)}
    if isinstance(value, tuple):
        return tuple(_cut_value(one, on) for one in value if not _is_later(one, on))
    return value


def _is_later(value: Any, on: date) -> bool:
    days = (getattr(value, name, None) for name in _BEGINS) if isinstance(value, Part) else ()
    return any(isinstance(day, date) and day > on for day in days)
