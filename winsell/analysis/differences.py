"""What is different between two states of one deal: on two days, in two texts of its file, or both (METHOD 12).

In: two moments. Out: one `Change` a place, the weightiest first. The changes are exactly what leads from the one state
to the other: laid over the earlier one they give the later one, none says what was so before, and the changes from A to
B followed by those from B to C come to those from A to C. What moved by time alone is a change like any other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from winsell.analysis.aged import AGED
from winsell.analysis.moment import Moment
from winsell.analysis.standing import Standing, is_key, standings
from winsell.analysis.state import State, state_of
from winsell.base.finding import Where
from winsell.deal.timeline import Entry

_SECTIONS = (
    "outcome", "veto", "new-face", "event-fell", "silence", "sign-of-losing", "competitors", "changes", "amount",
    "stage", "approved", "conditions", "people", "strategy", "owner", "behaviour", "criteria", "terms", "sources",
    "chairs", "signs", "events", "matches", "value", "lots", "us", "ranking", "shortlist", "sole_source", "decision",
    "overdue", "quotes", "target", "stated", "actions", "activities", "checkpoints", "reviews", "accepted",
    "past_projects",
)  # fmt: skip
"""From the weightiest to the lightest: METHOD 12's thresholds, what decides, what was done. All else is last."""
HEED = ("veto", "new-face", "event-fell", "silence")
"""What is to be heeded whenever it comes up (METHOD 12)."""
_FELL = ("denied", "on-hold", "stopped")
_AGAINST = ("non-supporter", "enemy")


@dataclass(frozen=True, slots=True)
class Change:
    """What is different at one place."""

    where: Where
    before: Entry[Any] | None
    """None: there was no such place."""
    after: Entry[Any] | None
    weight: str
    """What it counts as: a word of the order above."""
    rank: int

    @property
    def heeded(self) -> bool:
        """Tell whether it is one of the method's alarms."""
        return self.weight in HEED

    @property
    def by_time(self) -> bool:
        """Tell whether time alone did it: nobody wrote it anywhere."""
        overdue = self.where[0] == "actions" and self.after is not None and self.after.value == "overdue"
        return self.where[-1] == AGED or (overdue and self.before is not None)


def differences(before: Moment, after: Moment) -> tuple[Change, ...]:
    """Compare two states of a deal."""
    old, new = state_of(before), state_of(after)
    persons = {one.id: one for moment in (before, after) for one in standings(moment)}
    moved = [where for where in old.keys() | new.keys() if old.get(where) != new.get(where)]
    found = [_change(where, old.get(where), new.get(where), after, persons) for where in moved]
    return tuple(sorted(found, key=lambda one: (one.rank, *_among_people(one, persons), _day(one), one.where)))


def applied(state: State, changes: Iterable[Change]) -> State:
    """Lay changes over the state that they begin with."""
    result = dict(state)
    for one in changes:
        if one.after is None:
            result.pop(one.where, None)
        else:
            result[one.where] = one.after
    return result


def composed(first: Iterable[Change], then: Iterable[Change]) -> Mapping[Where, tuple[Any, Any]]:
    """Follow changes by later ones: each place with what it was at first and is at last, unless that is the same."""
    ends = {one.where: (one.before, one.after) for one in first}
    for one in then:
        ends[one.where] = (ends[one.where][0] if one.where in ends else one.before, one.after)
    return {where: (old, new) for where, (old, new) in ends.items() if old != new}


def _change(
    where: Where, old: Entry[Any] | None, new: Entry[Any] | None, after: Moment, persons: Mapping[str, Standing]
) -> Change:
    weight = _weight(where, old, new, after, persons)
    return Change(where, old, new, weight, _SECTIONS.index(weight) if weight in _SECTIONS else len(_SECTIONS))


def _weight(
    where: Where, old: Entry[Any] | None, new: Entry[Any] | None, after: Moment, persons: Mapping[str, Standing]
) -> str:
    section = where[0]
    if section == "people":
        return _weight_of_person(where, old, new, persons)
    if section == "events" and _fell(where, new):
        return "event-fell"
    if where == ("activities", AGED):
        return "silence" if new is not None else section
    if section == "signs" and _shows_losing(where, new, after):
        return "sign-of-losing"
    if section == "actions" and new is not None and new.value == "overdue":
        return "overdue"
    return section


def _weight_of_person(
    where: Where, old: Entry[Any] | None, new: Entry[Any] | None, persons: Mapping[str, Standing]
) -> str:
    """A key person who comes or goes is a new face; a word against us of whoever can stop the deal alone is a veto."""
    one = persons.get(where[1])
    if one is None:
        return "people"
    if len(where) == 2 and is_key(one.person) and (old is None or new is None):  # noqa: PLR2004 - the person as a whole
        return "new-face"
    if where[2:] == ("attitude",) and one.may_stop and new is not None and new.value in _AGAINST:
        return "veto"
    return "people"


def _fell(where: Where, new: Entry[Any] | None) -> bool:
    """Tell whether what proves that the customer must buy is taken back, past its day, or too old."""
    return new is not None and (where[-1] == AGED or (where[-1] == "status" and new.value in _FELL))


def _shows_losing(where: Where, new: Entry[Any] | None, after: Moment) -> bool:
    sign = after.playbook.signs.get(where[1])
    if new is None or new.value not in ("partly", "present"):
        return False
    return (sign is not None and sign.polarity == "lose") or new.extra.get("at", "us") != "us"


def _day(one: Change) -> date:
    """Put what is so since earlier first, and what has no day last; of a person the keys keep their order."""
    entry = one.after or one.before
    return date.max if entry is None or entry.on is None or one.where[0] == "people" else entry.on


def _among_people(one: Change, persons: Mapping[str, Standing]) -> tuple[float, str]:
    """Put the person with the most weight first, with all that is said of him together."""
    known = persons.get(one.where[1]) if one.where[0] == "people" and len(one.where) > 1 else None
    return (-known.weight, known.id) if known is not None else (0.0, "")
