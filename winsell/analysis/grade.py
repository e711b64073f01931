"""The deal's grade: which deals get the whole method and which a fast lane (METHOD 2)."""

from __future__ import annotations

from decimal import Decimal

from winsell.analysis.moment import Moment
from winsell.base.scalar import Grade


def grade(moment: Moment) -> Grade | None:
    """Return the grade: set by hand, else from the amount's upper end; None while the playbook has no limits for it."""
    deal = moment.deal
    if deal.grade is not None:
        return deal.grade.is_
    if deal.type == "partner":
        return moment.playbook.grades.partner
    if deal.amount is None:
        return None
    return _by_amount(moment, deal.amount.high or deal.amount.low, deal.amount.currency)


def _by_amount(moment: Moment, amount: Decimal, currency: str) -> Grade | None:
    rules = moment.playbook.grades
    average = rules.average.get(currency)
    limits = rules.absolute.get(currency)
    if limits is None and average is None:
        return None
    multiples = {name: Decimal(str(times)) * (average or 0) for name, times in rules.multiples.items()}
    highest_first = sorted((limits or multiples).items(), key=lambda limit: -limit[1])
    return next((name for name, limit in highest_first if amount >= limit), rules.lowest)


def questions_asked(moment: Moment) -> tuple[str, ...]:
    """Name the screening questions that this deal must pass: all, or the first two on the fast lane."""
    kind = moment.playbook.types.get(moment.deal.type or "")
    if kind is not None and kind.questions is not None:
        return kind.questions
    fast = grade(moment) in moment.playbook.grades.fast_lane
    return moment.playbook.grades.fast_lane_questions if fast else tuple(moment.playbook.questions)
