"""What a deal's files say on a day, as one flat map: place -> the statement that holds there.

In: a moment. Out: a `State`. A place is the path of keys in the file; what begins later, or is gone by then, has no
place. Of what the file lists by day (activities, moves, reviews) the day and the words are the key, so that two texts
of one file can be compared whatever their order; of several with the same day and words each further one has a number
too. Two states of one deal differ exactly where the deal does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from datetime import date
from itertools import count
from typing import Any

from winsell.analysis.acceptance import acceptances
from winsell.analysis.aged import aged, last_word_among
from winsell.analysis.moment import Moment
from winsell.analysis.own_conditions import own_conditions
from winsell.analysis.standing import attitude_entry
from winsell.analysis.work_for import exists_on, is_done
from winsell.base.finding import Where
from winsell.base.part import Part
from winsell.deal.deal import Action, GradeOverride, Price
from winsell.deal.person import exists
from winsell.deal.timeline import Entry, Timeline

State = Mapping[Where, Entry[Any]]

THERE: Entry[Any] = Entry("there")
"""That a thing with keys of its own is there."""
NOT_COMPARED = ("winsell", "kind", "id", "account", "note")
"""What the file says of itself, and what no report reads."""
_ENDS = ("since", "left", "added", "on")
_WHOLE = (Price, GradeOverride)
"""Parts that are one value."""


def state_of(moment: Moment) -> State:
    """Return what holds on the moment's day."""
    facts = dict(facts_of(moment))
    return facts | dict(aged(moment, facts))


def last_told(moment: Moment) -> date | None:
    """Return the last day on which somebody of the customer is known to have told us anything."""
    return last_word_among(moment, facts_of(moment))


def facts_of(moment: Moment) -> Iterator[tuple[Where, Entry[Any]]]:
    """Go through what the files say holds on the day, without what time has made of it."""
    special = {
        "people": _people, "actions": _actions, "conditions": _conditions, "checkpoints": _checkpoints,
        "accepted": _accepted,
    }  # fmt: skip
    for name in moment.deal.model_fields_set - {*special, *NOT_COMPARED}:
        yield from _value(getattr(moment.deal, name), (name,), moment.on)
    for places in special.values():
        yield from places(moment)


def _part(part: Part, where: Where, on: date, skipped: Iterable[str] = ()) -> Iterator[tuple[Where, Entry[Any]]]:
    fields = type(part).model_fields
    for name in part.model_fields_set - {*_ENDS, *skipped, "note"}:
        yield from _value(getattr(part, name), (*where, fields[name].alias or name), on)


def _value(value: Any, where: Where, on: date) -> Iterator[tuple[Where, Entry[Any]]]:
    if isinstance(value, Timeline):
        if value.until(on):
            yield where, value.at(on)
    elif isinstance(value, Part) and not isinstance(value, _WHOLE):
        yield from _part(value, where, on)
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from _thing(one, (*where, str(key)), on)
    elif isinstance(value, tuple) and any(isinstance(one, Part) for one in value):
        yield from _happened(value, where, on)
    elif value not in (None, (), ""):
        yield where, Entry(value)


def _thing(one: Any, where: Where, on: date) -> Iterator[tuple[Where, Entry[Any]]]:
    """What stands under an id: a fact, or a thing that is there from a day to a day."""
    if isinstance(one, Part):
        if not exists(getattr(one, "since", None), getattr(one, "left", None), on):
            return
        yield where, THERE
    yield from _value(one, where, on)


def _happened(values: Iterable[Any], where: Where, on: date) -> Iterator[tuple[Where, Entry[Any]]]:
    taken = set[str]()
    for one in values:
        if one.on <= on:
            words = next((text for name in ("what", "note", "by") if (text := getattr(one, name, None))), "")
            key = _free(f"{one.on.isoformat()} {words}".rstrip(), taken)
            taken.add(key)
            yield (*where, key), Entry(one, one.on)


def _free(key: str, taken: AbstractSet[str]) -> str:
    numbered = (f"{key} ({number})" for number in count(2))
    return key if key not in taken else next(one for one in numbered if one not in taken)


def _people(moment: Moment) -> Iterator[tuple[Where, Entry[Any]]]:
    """Whoever is there, with one attitude whichever of the two scales it was written in."""
    for id_ in moment.people:
        where, person = ("people", id_), moment.dossier.people[id_]
        yield where, THERE
        yield from _part(person, where, moment.on, ("attitude", "support"))
        if person.attitude.until(moment.on) or person.support.until(moment.on):
            yield (*where, "attitude"), attitude_entry(person, moment.playbook.people, moment.on)


def _actions(moment: Moment) -> Iterator[tuple[Where, Entry[Any]]]:
    for id_, action in moment.deal.actions.items():
        if action.added is not None and action.added > moment.on:
            continue
        where = ("actions", id_)
        yield where, _status(moment, action)
        yield from _part(action, where, moment.on, ("done", "dropped", "due", "put_off"))
        if action.due is not None:
            put_off = action.put_off.at(moment.on)
            yield (*where, "due"), Entry(action.due, put_off.on, put_off.why)


def _status(moment: Moment, action: Action) -> Entry[Any]:
    """Return what became of an action; what is late is so since the day after it was due."""
    if is_done(action, moment):
        return Entry("done", action.done)
    if not exists_on(action, moment):
        return Entry("dropped", action.dropped)
    late = action.due is not None and action.due < moment.on and moment.outcome is None
    return Entry("overdue", action.due) if late else Entry("open", action.added)


def _conditions(moment: Moment) -> Iterator[tuple[Where, Entry[Any]]]:
    """What our own company's yes hangs on; nothing unless it has said yes."""
    for one in own_conditions(moment):
        if one.id is not None:
            where, entry = ("conditions", one.id), moment.deal.conditions[one.id].met.at(moment.on)
            yield where, Entry(one.state, entry.on, entry.why, entry.source, entry.by, entry.how)
            yield (*where, "what"), Entry(one.what)
            if one.due is not None:
                yield (*where, "due"), Entry(one.due)


def _checkpoints(moment: Moment) -> Iterator[tuple[Where, Entry[Any]]]:
    """The rounds that have ended by the day."""
    for day, name in moment.deal.checkpoints.items():
        if day <= moment.on:
            yield ("checkpoints", day.isoformat()), Entry(name, day)


def _accepted(moment: Moment) -> Iterator[tuple[Where, Entry[Any]]]:
    """What somebody lives with on the day: not what was dropped, nor what has passed its last day."""
    for one in acceptances(moment.deal, moment.on):
        if not one.ended:
            where = ("accepted", one.key)
            yield where, THERE
            yield from _part(moment.deal.accepted[one.key], where, moment.on, ("dropped",))
