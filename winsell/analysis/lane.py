"""How much of the method a deal gets on a day: the whole line, the fast lane, or a call while it is suspended.

METHOD 2 gives small deals the first questions, the number and the next action. METHOD 4 keeps in touch with a customer
who has put the project off, and works on nothing else.
"""

from __future__ import annotations

from typing import Literal

from winsell.analysis.moment import Moment
from winsell.analysis.screening import Screening

Lane = Literal["whole", "fast", "suspended"]


def lane_of(moment: Moment, screening: Screening) -> Lane:
    """Tell how much of the line is asked for; who is bidding or has an answer is no longer suspended."""
    waiting = not moment.tender_is_out and moment.outcome is None
    if screening.answer("q2") == "suspended" and waiting:
        return "suspended"
    return "whole" if any(one.id == "q3" for one in screening.questions) else "fast"
