"""What changed, told: each change by one line and once, and the reasons of the number's move sum to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.test_differences import DEALS, days, days_of
from tests.strategies import Plain, any_account, any_deal, dossier_of, five_steps
from winsell.analysis.attribution import attribute
from winsell.analysis.differences import differences
from winsell.analysis.moment import Moment
from winsell.base.fact import Points, Say
from winsell.base.rounding import whole
from winsell.reports.difference.pair import Pair
from winsell.reports.difference.tell import tell
from winsell.reports.moved import probability_line, reasons
from winsell.store.load import load_case
from winsell.words.catalogue import LANGUAGES
from winsell.words.speak import Speaker

half = settings(max_examples=settings().max_examples // 2)


def check_telling(before: Moment, after: Moment) -> None:
    changes = differences(before, after)
    told = tell(Pair(before, after), changes)
    assert Counter(one.where for one in changes) == Counter(change.where for one in told for change in one.changes)
    assert [one.rank for one in told] == sorted(one.rank for one in told)
    for language in LANGUAGES:
        for one in told:
            assert "{" not in Speaker(language).say(one.line.say)


def check_sum(before: Moment, after: Moment) -> None:
    moved = attribute(before, after)
    found = list(reasons(moved, Pair(before, after)))
    if moved.before.value is None or moved.after.value is None:
        assert [] == found
        return
    assert whole(100 * moved.after.value) - whole(100 * moved.before.value) == sum(points for points, _ in found)


@half
@given(any_deal, any_account, days, days)
def test_any_change_of_time_is_told_once(deal: Plain, account: Plain, first: date, second: date) -> None:
    dossier = dossier_of(deal, account)
    pair = Moment(dossier, five_steps(), first), Moment(dossier, five_steps(), second)
    check_telling(*pair)
    check_sum(*pair)


@half
@given(any_deal, any_deal, days, st.integers(0, 60))
def test_any_change_of_the_text_is_told_once(old: Plain, new: Plain, on: date, later: int) -> None:
    after = on + timedelta(days=later)
    pair = Moment(dossier_of(old), five_steps(), on), Moment(dossier_of(new), five_steps(), after)
    check_telling(*pair)
    check_sum(*pair)


def neighbours(path: Path) -> Iterator[tuple[Moment, Moment]]:
    dossier = load_case(str(path)).dossier
    own = days_of(dossier.deal)
    for first, second in pairwise(own):
        yield Moment(dossier, five_steps(), first), Moment(dossier, five_steps(), second)


@pytest.mark.parametrize("path", DEALS, ids=lambda path: path.stem)
def test_from_each_day_of_an_example_to_the_next_the_reasons_sum_to_the_move(path: Path) -> None:
    for before, after in neighbours(path):
        check_telling(before, after)
        check_sum(before, after)


def test_the_reasons_shown_below_the_number_sum_to_what_is_shown() -> None:
    dossier = load_case(str(next(path for path in DEALS if path.stem == "sales-digitalisation"))).dossier
    before, after = (Moment(dossier, five_steps(), date(2021, month, day)) for month, day in ((10, 31), (11, 30)))
    line = probability_line(attribute(before, after), Pair(before, after))
    shown = [note.facts["points"] for note in line.notes if isinstance(note, Say)]
    assert 41 - 23 == sum(point.value for point in shown if isinstance(point, Points))
