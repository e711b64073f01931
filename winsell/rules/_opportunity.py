"""What the rules about compelling events look up in the answer to the second question."""

from __future__ import annotations

from datetime import date

from winsell.analysis.assessment import Assessment
from winsell.analysis.events import EventState, event_states
from winsell.base.fact import Say


def condition(assessment: Assessment, code: str) -> Say | None:
    """Return what still has to be done for the yes of question 2 to stay one, by its code."""
    questions = assessment.screening.questions
    found = (say for one in questions if one.id == "q2" for say in one.conditions if say.code == code)
    return next(found, None)


def strongest(assessment: Assessment) -> EventState | None:
    """Return the event on which the yes rests: a strong one before a weak one, then the one confirmed last."""
    standing = [state for state in event_states(assessment.moment) if state.stands]
    return max(standing, key=lambda state: (state.strong, state.entry.on or date.min), default=None)
