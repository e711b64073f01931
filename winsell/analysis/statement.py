"""The two-minute statement: why us, against each competitor, from the best value rows (METHOD 5).

Sellers often cannot say in two minutes what is better. What cannot be said from the rows stays a blank, and is shown
as one. Against a competitor speaks what this competitor lacks; what they have in part is said to be shared. Who runs
or does it today answers for the customer's number of today, once the customer has confirmed it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from winsell.analysis.conditions import rivals_in_seats
from winsell.analysis.moment import Moment
from winsell.analysis.value_rows import GradedRow, graded_rows
from winsell.analysis.win_probability import WinProbability

_TODAY = ("incumbent", "in-house")
"""The kinds of competitors whose work the customer's number of today is."""


@dataclass(frozen=True, slots=True)
class Against:
    """The best row against one competitor; None is a blank."""

    competitor: str
    row: GradedRow | None
    shared: bool = False
    """Do they have it in part, and nothing is known that they lack?"""
    by_number: bool = False
    """Does the customer's own number speak against them?"""


@dataclass(frozen=True, slots=True)
class Statement:
    """What to say in two minutes."""

    best: GradedRow | None
    """What only we have; else what no competitor has in full."""
    numbers: GradedRow | None
    """The best row that has the customer's number now and after."""
    against: tuple[Against, ...]


def statement(moment: Moment, probability: WinProbability) -> Statement:
    """Put the statement together from the best rows."""
    rows = graded_rows(moment)
    numbers = next((graded for graded in rows if _has_numbers(graded)), None)
    unique = [graded for graded in rows if graded.on_paper and not graded.had_fully]
    best = next((graded for graded in unique if not graded.shared_with), next(iter(unique), None))
    rivals = _most_threatening(moment, probability)[: moment.playbook.probability.seats]
    against: list[Against] = []
    for rival in rivals:
        said = [best, *(one.row for one in against)]
        against.append(_against(moment, rival, rows, said))
    return Statement(best, numbers, tuple(against))


def _has_numbers(graded: GradedRow) -> bool:
    return bool(graded.row.now and graded.row.after)


def _most_threatening(moment: Moment, probability: WinProbability) -> Sequence[str]:
    if probability.result is None:
        return rivals_in_seats(moment)
    return [rival.id for rival, _ in probability.result.rivals if rival.id is not None]


def _against(moment: Moment, rival: str, rows: Sequence[GradedRow], said: Sequence[GradedRow | None]) -> Against:
    """Choose the best row that he lacks, one that has not been said yet first; then what he has in part."""
    usable = [graded for graded in rows if graded.row.they_have.get(rival) in ("no", "partly")]
    today = moment.competitors[rival].kind in _TODAY
    proof = next((one for one in usable if today and one.grade == "confirmed" and _has_numbers(one)), None)
    lacks = [graded for graded in usable if graded.row.they_have[rival] == "no"]
    fresh = [graded for graded in lacks if graded not in said]
    row = proof or next(iter(fresh or lacks or usable), None)
    shared = row is not None and row.row.they_have[rival] == "partly"
    return Against(rival, row, shared, by_number=proof is not None)
