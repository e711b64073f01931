"""An event is noted as confirmed, and nobody is named who confirmed it.

What it finds. Events with status confirmed and no source, or confirmed by a guess. They do not count until somebody
stands behind them; red when nothing else proves that the customer must buy.

Why it loses deals. What everybody knows and nobody said is a rumour. A deal opened on it is a deal of our own
making.

What clears it. Name who told us, or who could, with the day.

Source: METHOD 4 (unknown).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from winsell.analysis.assessment import Assessment
from winsell.analysis.events import EventState, event_states
from winsell.analysis.work_colour import colour_of, worst
from winsell.base.fact import Fact
from winsell.base.finding import Finding, Severity
from winsell.rules._place import dated
from winsell.rules._window import SEVERITIES

CODE = "WSE104"
UNTIL = "issue"
ABOUT = "gap"
ALSO = ("fast",)
SHOWN = ("hint", "warning")
SETTINGS = ("work.event.critical_from",)


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding for those without a source, and one for our guesses, whether or not a source stands there."""
    confirmed = [state for state in event_states(assessment.moment) if state.entry.value == "confirmed"]
    guessed = [state for state in confirmed if state.entry.how == "guess"]
    unsourced = [state for state in confirmed if state.entry.source is None and state.entry.how != "guess"]
    if unsourced:
        yield _finding(assessment, unsourced, None)
    if guessed:
        yield _finding(assessment, guessed, "guess")


def _severity(assessment: Assessment, states: Sequence[EventState]) -> Severity:
    """Say how bad it is: as urgent as the question who told us, if that is all that proves it."""
    if not any(state.strong for state in states):
        return "hint"
    decides = assessment.screening.answer("q2") == "unknown"
    return SEVERITIES[worst((colour_of(assessment.moment, "event"), "yellow"))] if decides else "warning"


def _finding(assessment: Assessment, states: Sequence[EventState], case: str | None) -> Finding:
    severity = _severity(assessment, states)
    facts: dict[str, Fact] = {"events": tuple(state.name for state in states), "count": len(states)}
    where = dated(("events", states[0].id, "status"), states[0].entry)
    return Finding(CODE, severity, where, facts | ({"case": case} if case else {}), roots=(("events",),))
