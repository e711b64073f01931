"""Up to which day somebody new is no news: the last review has seen them, or the deal was only beginning."""

from __future__ import annotations

from datetime import date, timedelta

from winsell.analysis.moment import Moment
from winsell.rules._window import day_reached, settings_of


def settled_by(moment: Moment, code: str, days: int) -> date:
    """Return the day after which whoever appears is new: never longer ago than the rule's days."""
    looked = max(moment.review_days) if moment.review_days else _end_of_beginnings(moment, code, days)
    return max(looked, moment.on - timedelta(days=days + 1))


def _end_of_beginnings(moment: Moment, code: str, days: int) -> date:
    """Return the end of the deal's first weeks, or the later day of the stage from which the rule speaks."""
    first = next((entry.on for entry in moment.deal.stage if entry.on is not None), None)
    began = first + timedelta(days=days) if first else moment.on
    return max(began, day_reached(moment, settings_of(moment, code).from_) or began)
