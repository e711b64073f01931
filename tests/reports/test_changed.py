"""Why the number moved, as it is shown: the parts sum to the difference that stands above them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from math import fsum

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.strategies import Plain, contested_deal, dossier_of, example_data, five_steps
from winsell.analysis.attribution import Attribution, Share, attribute
from winsell.analysis.moment import Moment
from winsell.analysis.screened import screened
from winsell.base.block import Line, Paragraph
from winsell.base.fact import Points, Say
from winsell.base.rounding import apportioned, whole
from winsell.reports.changed import Difference, moved_report

ON = date(2021, 11, 30)
SLOW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
WHERE = (("us", "fit"), ("sources",), ("competitors", "domestic"), ("people", "cio"), ("shortlist",), ("ceiling",))


def _line(moved: Attribution, moment: Moment) -> Line:
    state = screened(moment.dossier, moment.playbook, moment.on)
    (block,) = moved_report(Difference("x.yaml", (), state, state, moved)).blocks
    assert isinstance(block, Paragraph)
    return block.lines[-1]


def _points(line: Line) -> list[int]:
    found = [note.facts["points"] for note in line.notes if isinstance(note, Say)]
    return [int(one.value) for one in found if isinstance(one, Points)]


@cache
def _example() -> Moment:
    deal, account = example_data()
    return Moment(dossier_of(deal, account), five_steps(), ON)


@SLOW
@given(st.floats(0.05, 0.5), st.lists(st.floats(-0.05, 0.05), min_size=1, max_size=len(WHERE)))
def test_the_parts_shown_sum_to_the_difference_shown(value: float, shares: list[float]) -> None:
    moment = _example()
    state = attribute(moment, moment).before
    before = replace(state, value=value)
    after = replace(state, value=value + fsum(shares))
    moved = tuple(Share(where, one) for where, one in zip(WHERE, shares, strict=False))
    line = _line(Attribution(before, after, moved), moment)
    assert before.value is not None
    assert after.value is not None
    assert sum(_points(line)) == whole(100 * after.value) - whole(100 * before.value)
    assert 0 not in _points(line)


@SLOW
@given(contested_deal, contested_deal)
def test_so_they_do_between_any_two_deals(old: Plain, new: Plain) -> None:
    first, last = (Moment(dossier_of(one), five_steps(), date(2021, 10, 1)) for one in (old, new))
    found = attribute(first, last)
    if found.before.value is not None and found.after.value is not None:
        line = _line(found, last)
        assert sum(_points(line)) == whole(100 * found.after.value) - whole(100 * found.before.value)
        assert isinstance(line.say, Say)
        assert (line.say.code == "changed.same") == (abs(found.after.value - found.before.value) <= 1e-9)


@given(st.lists(st.floats(-60, 60), min_size=1, max_size=8), st.floats(-0.999, 0.999))
def test_each_part_becomes_one_of_its_neighbours(parts: list[float], beside: float) -> None:
    total = whole(fsum(parts) + beside / 2)
    found = apportioned(parts, total)
    assert total == sum(found)
    assert all(abs(one - part) < 1 + 1e-9 for one, part in zip(found, parts, strict=True))
