"""When to step back, and what is left to do then (METHOD 5.1, 10.1).

In: a moment with what was judged before. Out: how far the work is to stop. Whoever is told to drop a deal is not handed
the work of winning it: the deed is to step back in good order. Where nothing proves that the customer must buy while it
shows that somebody else wins, one answer decides, and the rest of the line waits for it.
"""

from __future__ import annotations

from typing import Literal

from winsell.analysis.moment import Moment
from winsell.analysis.screening import Screening
from winsell.analysis.strategy import StrategyAdvice
from winsell.analysis.win_signs import signs_of_losing
from winsell.playbook.model import Condition, Playbook

StepBack = Literal["drop", "unless"]
"""Drop: step back now; unless: step back unless one answer comes."""

_ENDS: frozenset[Condition] = frozenset(
    ("q1-no", "veto-unmovable", "no-winnable-part", "probability-zero", "no-compelling-event", "deal-lost")
)
"""What makes a strategy one of stepping back."""


def step_back(moment: Moment, screening: Screening) -> StepBack | None:
    """Tell whether to step back: until the award, and until our bid is in."""
    if moment.outcome is not None or moment.bids_are_in or (moment.tender_is_out and not moment.bidding_is_on):
        return None
    if screening.dropped or moment.tender_is_out:
        return "drop" if screening.dropped else None
    unproven = screening.verdict == "hold" and screening.answer("q2") == "unknown"
    return "unless" if unproven and signs_of_losing(moment) else None


def is_of_stepping_back(advice: StrategyAdvice) -> bool:
    """Tell whether the strategy that counts is one of stepping back, so that its tactics are the way to do it."""
    return advice.followed == advice.recommended and not _ENDS.isdisjoint(advice.because)


def tactics_of_stepping_back(playbook: Playbook) -> frozenset[str]:
    """Return the tactics of every strategy that a row recommends because there is nothing to be won."""
    rows = (row for row in playbook.strategy_rows if any(not _ENDS.isdisjoint(each) for each in row.when))
    known = (playbook.strategies[row.strategy] for row in rows if row.strategy in playbook.strategies)
    return frozenset(tactic for strategy in known for tactic in strategy.tactics)
