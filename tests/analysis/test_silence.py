"""Days of silence: what stops their count, in a small deal and in any."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.moments import assessed, moment_of, own_playbook
from tests.strategies import AFTER, BEFORE, Plain, any_account, any_deal, dossier_of, five_steps, five_steps_data
from winsell.analysis.aged import aged
from winsell.analysis.moment import Moment
from winsell.analysis.silence import last_heard, last_heard_of, silence, silence_facts, silent_days
from winsell.analysis.state import facts_of, last_told
from winsell.playbook.model import Playbook
from winsell.words.speak import Speaker

SINCE, ON = date(2021, 8, 1), date(2021, 9, 1)
SUSPENDED = """
stage: {2021-03-01: value-proof}
people: {cio: {}}
events: {leader-demands: {status: {2021-03-20: {is: confirmed, source: cio}, 2021-07-20: on-hold}}}
activities: [{on: 2021-08-01, with: [cio], what: a call}]
"""
spans = st.tuples(st.dates(BEFORE - timedelta(days=40), AFTER), st.integers(0, 60))
half = settings(max_examples=settings().max_examples // 2)
"""Whole deals take their time."""


def with_quiet(*periods: tuple[date, date]) -> Playbook:
    quiet = {
        f"p{number}": {"label": {"en": f"rest {number}"}, "from": first.isoformat(), "until": last.isoformat()}
        for number, (first, last) in enumerate(periods)
    }
    return Playbook.model_validate(five_steps_data() | {"quiet": quiet})


def day(text: str) -> date:
    return date.fromisoformat(f"2021-{text}")


@pytest.mark.parametrize(
    ("days", "periods"),
    [
        pytest.param(31, (), id="none"),
        pytest.param(31, (("07-20", "08-01"),), id="it ends on the day of the last word"),
        pytest.param(30, (("07-20", "08-02"),), id="it covers the first day of silence"),
        pytest.param(30, (("09-01", "09-20"),), id="it begins today"),
        pytest.param(31, (("09-02", "09-20"),), id="it begins tomorrow"),
        pytest.param(24, (("08-10", "08-16"),), id="it lies within"),
        pytest.param(0, (("07-01", "12-31"),), id="it covers all"),
        pytest.param(21, (("08-10", "08-16"), ("08-14", "08-19")), id="two overlap"),
        pytest.param(24, (("08-10", "08-16"), ("08-12", "08-13")), id="one lies in the other"),
        pytest.param(24, (("08-14", "08-16"), ("08-10", "08-13")), id="one follows the other"),
    ],
)
def test_quiet_days_are_no_days_of_silence(days: int, periods: tuple[tuple[str, str], ...]) -> None:
    playbook = with_quiet(*((day(first), day(last)) for first, last in periods))
    assert days == silent_days(moment_of("", ON, playbook), SINCE)


def test_a_silence_is_told_with_the_periods_that_it_leaves_out() -> None:
    playbook = own_playbook("""
quiet:
  autumn: {label: {en: autumn, zh: 秋假}, from: 2021-09-01, until: 2021-09-05}
  summer: {label: {en: summer, zh: 暑假}, from: 2021-08-10, until: 2021-08-19}
  spring: {label: {en: spring, zh: 春假}, from: 2021-04-01, until: 2021-08-01}
""")
    moment = moment_of("", ON, playbook)
    facts = silence_facts(moment, SINCE)
    assert (20, ("summer", "autumn")) == (facts["days"], tuple(one.id for one in facts["quiet"]))  # type: ignore[union-attr]
    assert {"days": 31, "quiet": None} == silence_facts(moment_of("", ON), SINCE)


@pytest.mark.parametrize(
    ("language", "plain", "rested"),
    [
        ("en", "Ask now, after 31 days without a talk;", "Ask now, after 21 days without a talk (rest 0 not counted);"),
        ("zh", "已经31天没有谈过，现在就问", "已经21天没有谈过（rest 0不计），现在就问"),
    ],
)
def test_the_question_of_a_suspended_deal_gives_the_days_that_count(language: Any, plain: str, rested: str) -> None:
    for said, playbook in ((plain, five_steps()), (rested, with_quiet((day("08-10"), day("08-19"))))):
        screening = assessed(SUSPENDED, ON, playbook).screening
        (say,) = (one for one in screening.missing if one.code == "q2.find-restart-now")
        assert said in Speaker(language).say(say)


def clocks(moment: Moment) -> list[int]:
    """Count every silence of a deal that a date begins."""
    heard = [last_heard(moment), last_told(moment), silence(moment).since]
    heard += [last_heard_of(moment, id_) for id_ in moment.people]
    return [silent_days(moment, one) for one in heard if one is not None]


@half
@given(any_deal, any_account, st.sampled_from((BEFORE, ON, AFTER)), st.lists(spans, max_size=3), spans)
def test_a_period_more_never_makes_a_silence_longer(
    deal: Plain, account: Plain, on: date, periods: list[tuple[date, int]], more: tuple[date, int]
) -> None:
    dossier = dossier_of(deal, account)
    ended = [(first, first + timedelta(days=days)) for first, days in (*periods, more)]
    none, some, all_ = (
        Moment(dossier, playbook, on) for playbook in (five_steps(), with_quiet(*ended[:-1]), with_quiet(*ended))
    )
    for before, after in ((none, some), (some, all_)):
        assert all(0 <= less <= much for less, much in zip(clocks(after), clocks(before), strict=True))
        assert {one for one, _ in aged(after, dict(facts_of(after)))} <= {
            one for one, _ in aged(before, dict(facts_of(before)))
        }


@half
@given(any_deal, any_account, st.sampled_from((BEFORE, ON, AFTER)))
def test_without_quiet_days_a_silence_is_as_long_as_the_calendar_says(deal: Plain, account: Plain, on: date) -> None:
    moment, far = Moment(dossier_of(deal, account), five_steps(), on), AFTER + timedelta(days=400)
    later = Moment(moment.dossier, with_quiet((far, far)), on)
    assert clocks(moment) == clocks(later)
    last = last_heard(moment)
    assert last is None or (on - last).days == silent_days(moment, last)
