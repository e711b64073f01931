"""Somebody is counted as a friend whom nobody of ours has met.

What it finds. A person noted as for us, by hearsay or a guess, and better than what was noted before or as the first
word on them, while nobody of ours is known to have met them, or not between the two notes.

Why it loses deals. What the friend of a friend thinks is what the friend hopes. It is written down once and then
counted for months.

What clears it. Meet them, and note what they said or did; until then write what is known.

Source: METHOD 7.1 (mentor test), 7.3 (a compliment heard once is hearsay).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from winsell.analysis.assessment import Assessment
from winsell.analysis.moment import Moment
from winsell.analysis.standing import Standing
from winsell.base.fact import Fact
from winsell.base.finding import Finding
from winsell.deal.timeline import Entry, Timeline
from winsell.rules._place import said_of

CODE = "WSP115"
UNTIL = "issue"
ABOUT = "people"
ALSO = ()
SHOWN = ("warning",)
SETTINGS = ()

_SECOND_HAND = ("heard", "guess")


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding for those never met, and one for those not met between two notes."""
    moment = assessment.moment
    friends = [one for one in assessment.chain.key if one.value is not None and one.value > 0 and _is_told(one)]
    unmet = [one for one in friends if not one.contacted]
    yield from _finding(moment, unmet, None)
    yield from _finding(moment, [one for one in friends if one not in unmet and _rose_unseen(moment, one)], "raised")


def _is_told(one: Standing) -> bool:
    return one.entry.how in _SECOND_HAND and one.teller != one.id


def _rose_unseen(moment: Moment, one: Standing) -> bool:
    """Tell whether he is noted better than before, and nothing with him stands between the two days and since."""
    before = _before(moment, one)
    if before is None or before.on is None or not _is_better(moment, before, one):
        return False
    met = [activity.on for activity in moment.deal.activities if one.id in activity.people]
    contacts = [entry.on for entry in one.person.contact.until(moment.on) if entry.value not in (None, "none")]
    return not any(day is not None and before.on < day <= moment.on for day in (*met, *contacts))


def _before(moment: Moment, one: Standing) -> Entry[Any] | None:
    """Return what was noted of him before, on the scale on which the last word stands."""
    history: Timeline[Any] = getattr(one.person, said_of(one, moment.on)[-1])
    noted = [entry for entry in history.until(moment.on) if entry.value is not None]
    return noted[-2] if len(noted) > 1 else None


def _is_better(moment: Moment, before: Entry[Any], one: Standing) -> bool:
    """Tell whether the last word is better than the one before; the ladder is compared step by step."""
    then: Any = before.value
    if said_of(one, moment.on)[-1] == "attitude":
        return moment.playbook.people.attitude_values[then] < (one.value or 0)
    return bool(then < (one.person.support.at(moment.on).value or 0))


def _finding(moment: Moment, people: Sequence[Standing], case: str | None) -> Iterator[Finding]:
    if not people:
        return
    facts: dict[str, Fact] = {"people": tuple(moment.person(one.id) for one in people), "count": len(people)}
    last: date | None = max((one.entry.on for one in people if one.entry.on), default=None)
    facts |= {"on": last} | ({"case": case} if case else {})
    roots = tuple(("people", one.id) for one in people)
    yield Finding(CODE, "warning", said_of(people[0], moment.on), facts, roots)
