"""When to step back, and what is left to do then (METHOD 5.1, 10.1).

In: a moment with what was judged before. Out: how far the work is to stop. Whoever is told to drop a deal is not handed
the work of winning it: the deed is to step back in good order. Where nothing proves that the customer must buy while it
shows that somebody else wins, one answer decides, and the rest of the line waits for it.
"""

from __future__ import annotations

from typing import Literal

from winsell.analysis.moment import Moment
from winsell.analysis.screening import QuestionResult, Screening
from winsell.analysis.strategy import StrategyAdvice
from winsell.analysis.win_signs import signs_of_losing
from winsell.analysis.work_for import exists_on
from winsell.base.fact import Named, Say
from winsell.base.finding import Where
from winsell.playbook.model import Condition, Playbook

StepBack = Literal["drop", "unless"]
"""Drop: step back now; unless: step back unless one answer comes."""

_ENDS: frozenset[Condition] = frozenset(
    ("q1-no", "veto-unmovable", "no-winnable-part", "probability-zero", "no-compelling-event", "deal-lost")
)
"""What makes a strategy one of stepping back."""

STEP_BACK: Where = ("strategy", "step-back")
"""The place of the deed in a plan."""


def step_back(moment: Moment, screening: Screening) -> StepBack | None:
    """Tell whether to step back: until the award, and until our bid is in."""
    if moment.outcome is not None or moment.bids_are_in or (moment.tender_is_out and not moment.bidding_is_on):
        return None
    if screening.dropped or moment.tender_is_out:
        return "drop" if screening.dropped else None
    unproven = screening.verdict == "hold" and screening.answer("q2") == "unknown"
    return "unless" if unproven and signs_of_losing(moment) else None


def reasons_of_stepping_back(moment: Moment, screening: Screening) -> tuple[Where, ...]:
    """Return the places in the file of all that speaks for stepping back: what else names them has said it."""
    if step_back(moment, screening) == "unless":
        return ("events",), *(("signs", one.id) for one in signs_of_losing(moment))
    noes = (one for one in screening.questions if one.answer == "no")
    return tuple(dict.fromkeys(_place(one, say) for one in noes for say in one.reasons))


def _place(question: QuestionResult, reason: Say) -> Where:
    """Return what a no is about: a match, what makes the customer act, a must-have, or who is against us."""
    if question.id == "q2":
        return ("events",)
    if question.id == "q1":
        match = reason.facts.get("match")
        return ("matches", match.id) if isinstance(match, Named) else ("amount",)
    person = reason.facts.get("person")
    return ("people", person.id) if isinstance(person, Named) else ("criteria",)


def may_wait_for_one_answer(moment: Moment, screening: Screening, place: Where) -> bool:
    """Tell whether what is unknown there waits: all does but the answer on which stepping back hangs."""
    return place[0] not in ("events", "matches") and step_back(moment, screening) == "unless"


def is_of_stepping_back(advice: StrategyAdvice) -> bool:
    """Tell whether the strategy that counts is one of stepping back, so that its tactics are the way to do it."""
    return advice.followed == advice.recommended and not _ENDS.isdisjoint(advice.because)


def has_begun(moment: Moment) -> bool:
    """Tell whether somebody has planned or done a way to step back."""
    own = tactics_of_stepping_back(moment.playbook)
    return any(one.tactic in own for one in moment.deal.actions.values() if exists_on(one, moment))


def tactics_of_stepping_back(playbook: Playbook) -> frozenset[str]:
    """Return the tactics of every strategy that a row recommends because there is nothing to be won."""
    rows = (row for row in playbook.strategy_rows if any(not _ENDS.isdisjoint(each) for each in row.when))
    known = (playbook.strategies[row.strategy] for row in rows if row.strategy in playbook.strategies)
    return frozenset(tactic for strategy in known for tactic in strategy.tactics)
