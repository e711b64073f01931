"""The customer's date moves again and again, or is past.

What it finds. The day of decision, or the deadline of a confirmed event, was moved later as often as the playbook
says; or the day of decision is past and nothing was decided. While bids are open it is the documents that name the
deadlines.

Why it loses deals. A date that moves is held by nobody. The deal then dies of no decision, or somebody else is given
the time that they need.

What clears it. Their decision. Until then nothing that we write takes back that the day has moved; who holds the new
one, and what it depends on, is what to find out.

Source: METHOD 4, 6 (delays).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from winsell.analysis.assessment import Assessment
from winsell.analysis.events import event_states
from winsell.analysis.moment import Moment
from winsell.base.fact import Fact
from winsell.base.finding import Finding
from winsell.deal.deal import DayHistory
from winsell.rules._tender import case_of
from winsell.rules._window import settings_of

CODE = "WSE108"
UNTIL = "award"
ABOUT = "losing"
ALSO = ("fast",)
SHOWN = ("warning",)
SETTINGS = ("times",)

_DECISION = ("decision",)


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding for the decision and one for each event's deadline."""
    moment = assessment.moment
    now, pushed = moment.deal.decision.at(moment.on).value, _facts(moment, moment.deal.decision)
    if pushed:
        yield Finding(CODE, "warning", _DECISION, pushed | case_of(moment))
    elif now is not None and now < moment.on:
        facts: dict[str, Fact] = {
            "case": "past-bidding" if moment.bidding_is_on else "past",
            "day": now,
            "days": (moment.on - now).days,
        }
        yield Finding(CODE, "warning", _DECISION, facts)
    for state in () if moment.bidding_is_on else event_states(moment):
        moved = _facts(moment, moment.deal.events[state.id].deadline)
        if moved and state.entry.value == "confirmed":
            where = ("events", state.id, "deadline")
            yield Finding(CODE, "warning", where, moved | {"case": "event", "event": state.name}, roots=(("events",),))


def _facts(moment: Moment, history: DayHistory) -> dict[str, Fact]:
    """Return how often a day was moved later, its first and its present one; nothing if not often enough."""
    days = [entry.value for entry in history.until(moment.on) if entry.value is not None]
    later = sum(after > before for before, after in pairwise(days))
    often = settings_of(moment, CODE).times
    return {"times": later, "first": days[0], "day": days[-1]} if often is not None and later >= often else {}
