"""The two-minute statement: why us, against each competitor, from the best value rows (METHOD 5).

Sellers often cannot say in two minutes what is better. What cannot be said from the rows stays a blank, and is shown
as one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from winsell.analysis.conditions import rivals_in_seats
from winsell.analysis.moment import Moment
from winsell.analysis.value_rows import GradedRow, graded_rows
from winsell.analysis.win_probability import WinProbability


@dataclass(frozen=True, slots=True)
class Against:
    """The best row against one competitor; None is a blank."""

    competitor: str
    row: GradedRow | None


@dataclass(frozen=True, slots=True)
class Statement:
    """What to say in two minutes."""

    best: GradedRow | None
    numbers: GradedRow | None
    """The best row that has the customer's number now and after."""
    against: tuple[Against, ...]


def statement(moment: Moment, probability: WinProbability) -> Statement:
    """Put the statement together from the best rows."""
    rows = graded_rows(moment)
    numbers = next((graded for graded in rows if graded.row.now and graded.row.after), None)
    best = next((graded for graded in rows if graded.on_paper), None)
    rivals = _most_threatening(moment, probability)[: moment.playbook.probability.seats]
    against: list[Against] = []
    for rival in rivals:
        said = [best, *(one.row for one in against)]
        against.append(Against(rival, _best_against(rival, rows, said)))
    return Statement(best, numbers, tuple(against))


def _most_threatening(moment: Moment, probability: WinProbability) -> Sequence[str]:
    if probability.result is None:
        return rivals_in_seats(moment)
    return [rival.id for rival, _ in probability.result.rivals if rival.id is not None]


def _best_against(rival: str, rows: Sequence[GradedRow], said: Sequence[GradedRow | None]) -> GradedRow | None:
    """Choose the best row that he lacks; one that has not been said yet comes first."""
    lacks = [graded for graded in rows if graded.row.they_have.get(rival) in ("no", "partly")]
    fresh = [graded for graded in lacks if graded not in said]
    return next(iter(fresh or lacks), None)
