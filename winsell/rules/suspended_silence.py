"""The project is suspended and nobody has talked to the customer.

What it finds. Question 2 is suspended, and the last dated talk with the customer is older than the playbook's days;
red after its longer limit.

Why it loses deals. Shelved projects come back. The one who kept in touch hears of it first, and helps to write the
new one.

What clears it. A talk with the customer, recorded with its day; and an idea of when the question comes back.

Source: METHOD 4 (suspended).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from winsell.analysis.assessment import Assessment
from winsell.analysis.events import EventState, event_states
from winsell.analysis.moment import Moment
from winsell.base.fact import Fact
from winsell.base.finding import Finding, Severity
from winsell.deal.timeline import Entry

CODE = "WSE103"
UNTIL = "award"


_FIRST_HAND = ("act", "said")


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding."""
    moment, rules = assessment.moment, assessment.moment.playbook.event_rules
    if assessment.screening.answer("q2") != "suspended":
        return
    last = _last_talk(moment)
    since = last or _suspended_since(moment)
    days = (moment.on - since).days if since else None
    if days is None or days > rules.suspended_contact_days:
        severity: Severity = "error" if days is not None and days > rules.suspended_red_days else "warning"
        facts: dict[str, Fact] = {"days": days}
        yield Finding(CODE, severity, ("activities",), facts if last else facts | {"case": "never"})


def _last_talk(moment: Moment) -> date | None:
    """Return the last day on which somebody of the customer is known to have talked to us."""
    met = [one.on for one in moment.deal.activities if one.people and one.on <= moment.on]
    return max([*met, *_days_heard(moment)], default=None)


def _days_heard(moment: Moment) -> Iterator[date]:
    """Yield the days on which a person himself showed where he stands."""
    for person in (moment.dossier.people[id_] for id_ in moment.people):
        for history in (person.attitude, person.support):
            entries: tuple[Entry[Any], ...] = history.until(moment.on)
            yield from (entry.on for entry in entries if entry.on is not None and entry.how in _FIRST_HAND)


def _suspended_since(moment: Moment) -> date | None:
    fallen = [state for state in event_states(moment) if state.strong and state.was_confirmed and not state.stands]
    return max((day for day in map(_fell, fallen) if day is not None), default=None)


def _fell(state: EventState) -> date | None:
    return state.deadline if state.entry.value == "confirmed" else state.entry.on
