"""What competitors did lately in this deal, and whether anything answers it (METHOD 8.5: dated moves).

In: a moment. Out: the last move of each competitor that is fresh and unanswered. It is answered by an action for that
competitor since, by a review since, or by their strategy, noted since: whoever did one of these has thought about it.
How long a move is fresh is the playbook's number for the risk that speaks of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from winsell.analysis.moment import Moment
from winsell.analysis.work_for import exists_on, is_for
from winsell.deal.competitor import Competitor, Move

RULE = "WSC108"
"""The risk whose settings say for how many days a move is fresh."""


@dataclass(frozen=True, slots=True)
class RivalMove:
    """The last move of a competitor."""

    rival: str
    move: Move


def last_move(moment: Moment, rival: Competitor) -> Move | None:
    """Return what a competitor did last by the day; None if nothing is noted."""
    made = [move for move in rival.moves if move.on <= moment.on]
    return max(made, key=lambda move: move.on, default=None)


def unanswered_moves(moment: Moment) -> tuple[RivalMove, ...]:
    """Return the fresh moves that nothing answers, by competitor."""
    settings = moment.playbook.rules.get(RULE)
    days = settings.days if settings is not None and not settings.off else None
    last = ((id_, last_move(moment, rival)) for id_, rival in moment.competitors.items())
    made = [RivalMove(id_, move) for id_, move in last if move is not None]
    fresh = (one for one in made if days is not None and (moment.on - one.move.on).days <= days)
    return tuple(one for one in fresh if not _is_answered(moment, one))


def _is_answered(moment: Moment, one: RivalMove) -> bool:
    since, strategy = one.move.on, moment.competitors[one.rival].strategy.at(moment.on)
    reviewed = any(since <= day for day in moment.review_days)
    thought = strategy.value is not None and strategy.on is not None and since <= strategy.on
    return reviewed or thought or _is_worked_on(moment, one.rival, since)


def _is_worked_on(moment: Moment, rival: str, since: date) -> bool:
    """Tell whether an action for the competitor was planned since; of one without a day it is enough not to be done."""
    mine = [
        one for one in moment.deal.actions.values() if is_for(one, ("competitors", rival)) and exists_on(one, moment)
    ]
    return any(since <= (one.added or one.done or since) for one in mine)
