"""How good each reason to choose us is: a claim, unique on paper, proven, or confirmed by the customer (METHOD 5)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from winsell.analysis.moment import Moment
from winsell.deal.deal import ValueRow
from winsell.deal.person import exists

RowGrade = Literal["claim", "on-paper", "proven", "confirmed"]
GRADES: tuple[RowGrade, ...] = ("claim", "on-paper", "proven", "confirmed")
"""From worst to best."""


@dataclass(frozen=True, slots=True)
class GradedRow:
    """A value row with its grade."""

    id: str
    row: ValueRow
    grade: RowGrade
    shared_with: tuple[str, ...] = ()
    """The competitors of the day who have it in part."""
    had_fully: bool = False
    """Does a competitor of the day have all of it?"""

    @property
    def on_paper(self) -> bool:
        """Tell whether it is at least unique on paper."""
        return self.grade != "claim"


def graded_rows(moment: Moment) -> tuple[GradedRow, ...]:
    """Grade the rows that exist on the day: best first, then those that most competitors lack entirely, then by id."""
    named = moment.deal.value.items()
    rows = [_graded(moment, id_, row) for id_, row in named if exists(row.since, row.left, moment.on)]
    return tuple(
        sorted(rows, key=lambda graded: (-GRADES.index(graded.grade), -_lacking(moment, graded.row), graded.id))
    )


def _graded(moment: Moment, id_: str, row: ValueRow) -> GradedRow:
    has = {rival: row.they_have[rival] for rival in moment.competitors if rival in row.they_have}
    shared = tuple(rival for rival, much in has.items() if much == "partly")
    return GradedRow(id_, row, grade_of(moment, row), shared, "fully" in has.values())


def _lacking(moment: Moment, row: ValueRow) -> int:
    return sum(has == "no" for rival, has in row.they_have.items() if rival in moment.competitors)


def grade_of(moment: Moment, row: ValueRow) -> RowGrade:
    """Grade one row: the customer's word is best, and nothing is unique while a competitor of this deal may have it."""
    if row.customer_confirmed.at(moment.on).value == "yes":
        return "confirmed"
    theirs = [has for rival, has in row.they_have.items() if rival in moment.competitors]
    if not theirs or "fully" in theirs or "unknown" in theirs:
        return "claim"
    tied = bool(row.matters_to) or row.criterion is not None
    return "proven" if tied and row.proof else "on-paper"
