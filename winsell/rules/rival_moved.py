"""A competitor has made a move, and nothing answers it.

What it finds. The last of a competitor's `moves`, no older than the playbook's number of days, since which nobody
planned an action for that competitor, noted their strategy, or looked at the deal in a review.

Why it loses deals. A move is made to be answered by somebody else: a free module, a longer contract, a word in the
specification. Whoever only notes it lets the other set the question.

What clears it. An action `for: competitors.ID`, or a review that decides to let it pass; or time.

Source: METHOD 7.5 (question 9), 8.5 (dated moves, and our answer).
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.analysis.moves import RULE, unanswered_moves
from winsell.base.fact import Fact
from winsell.base.finding import Finding
from winsell.rules._window import severity_at

CODE = RULE
UNTIL = "issue"
ABOUT = "losing"
ALSO = ("fast",)
SHOWN = ("warning",)
SETTINGS = ("hard_from", "days")


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding for each competitor whose last move is fresh and unanswered."""
    moment = assessment.moment
    for one in unanswered_moves(moment):
        facts: dict[str, Fact] = {"rival": moment.competitor(one.rival), "on": one.move.on, "what": one.move.what}
        where = ("competitors", one.rival, "moves")
        yield Finding(CODE, severity_at(moment, CODE), where, facts, (("competitors", one.rival),))
