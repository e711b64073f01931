"""The numbers that the method reference prints, each from a deal file of its own, and the worked example day by day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.analysis.moments import ON, assessed, example
from tests.strategies import example_data
from winsell.analysis.assessment import Assessment

# Win probability (METHOD 8.3).

PROVEN = """
stage: pursuit-approval
events: {project-approved: {status: {2021-08-20: {is: confirmed, source: a letter}}}}
"""
TWO_SOURCES = """
people: {it-liaison: {function: it, key: no}, business-liaison: {function: business, key: no}}
sources:
  it-liaison: {scope: {2021-08-20: [competitors]}, act: {2021-08-20: sent us the list}}
  business-liaison: {scope: {2021-08-20: [decision]}}
"""


def ours(fit: int, relation: int) -> str:
    return f"us: {{fit: {{is: {fit}, why: seen}}, relation: {{is: {relation}, why: seen}}}}\n"


def theirs(*levels: tuple[int, int]) -> str:
    rows = [
        f"  r{number}: {{fit: {{is: {fit}, why: seen}}, relation: {{is: {relation}, why: seen}}}}\n"
        for number, (fit, relation) in enumerate(levels)
    ]
    return "competitors:\n" + "".join(rows)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param(23.3, ours(80, 50), id="competitors unknown and no source"),
        pytest.param(33.3, ours(80, 50) + TWO_SOURCES, id="competitors unknown and two sources"),
        pytest.param(50.0, ours(80, 50) + TWO_SOURCES + "shortlist: 2\n", id="one seat, its holder unknown"),
        pytest.param(48.4, ours(80, 75) + TWO_SOURCES + theirs((65, 60), (60, 40)), id="ahead of both"),
        pytest.param(69.1, ours(90, 90) + TWO_SOURCES + theirs((50, 40), (50, 30)), id="dominant"),
        pytest.param(13.4, ours(40, 30) + TWO_SOURCES + theirs((70, 70), (60, 50)), id="behind both"),
        pytest.param(51.2, ours(40, 40) + TWO_SOURCES + theirs((30, 30), (30, 20)), id="poor among the poorer"),
        pytest.param(14.5, ours(40, 30) + TWO_SOURCES, id="ignorance does not pay"),
        pytest.param(1.4, ours(10, 10) + TWO_SOURCES, id="hopeless"),
        pytest.param(0.0, ours(80, 50) + TWO_SOURCES + "ranking: 4\n", id="ranked fourth"),
    ],
)
def test_the_formula_gives_the_printed_number(expected: float, text: str) -> None:
    value = assessed(PROVEN + text).probability.value
    assert value is not None
    assert expected == pytest.approx(100 * value, abs=0.05)


def test_without_a_compelling_event_there_is_no_number() -> None:
    found = assessed("stage: pursuit-approval\n" + ours(80, 50) + TWO_SOURCES).probability
    assert ("no-event", None, None, None) == (found.status, found.value, found.low, found.high)


# The decision chain and insight (METHOD 7.2, 7.3).

ROLES = """
stage: pursuit-approval
chairs: {payer: {is: cio, source: seen}}
people:
  cio: {role: approver, politics: inner, function: it%(cio)s}
  it-director: {role: decider, politics: structure, function: it%(it_director)s}
  it-liaison: {role: evaluator, politics: structure, function: it%(it_liaison)s}
  business-director: {role: decider, politics: inner, function: business%(business_director)s}
  business-liaison: {role: user, politics: structure, function: business%(business_liaison)s}
  procurement-head: {role: evaluator, politics: outside, function: procurement%(procurement_head)s}
  buyer: {role: evaluator, politics: outside, function: procurement%(buyer)s}
"""
SEVEN = ("cio", "it_director", "it_liaison", "business_director", "business_liaison", "procurement_head", "buyer")


def seven(**stands: str) -> str:
    """Write the seven key persons; each `attitude contact` that is given was said on the day before."""
    said = {
        id_: f", attitude: {{2021-08-31: {{is: {attitude}, why: said so}}}}, contact: {contact}"
        for id_, (attitude, contact) in ((id_, words.split()) for id_, words in stands.items())
    }
    return ROLES % {id_: said.get(id_, "") for id_ in SEVEN}


IN_AUGUST = seven(it_director="neutral multiple", it_liaison="supporter multiple")
IN_NOVEMBER = seven(
    cio="supporter occasional",
    it_director="supporter deep",
    it_liaison="mentor deep",
    business_director="supporter multiple",
    business_liaison="supporter multiple",
    procurement_head="neutral occasional",
)


@pytest.mark.parametrize(
    ("known", "rate", "weighted", "score", "low", "high", "thin", "text"),
    [
        pytest.param(2, 28.6, 27.0, 4.3, -68.6, 77.3, True, IN_AUGUST, id="2021-08"),
        pytest.param(6, 85.7, 94.6, 38.9, 33.5, 44.3, False, IN_NOVEMBER, id="2021-11"),
    ],
)
def test_the_chain_gives_the_printed_numbers(
    known: int, rate: float, weighted: float, score: float, low: float, high: float, thin: bool, text: str
) -> None:
    chain = assessed(text).chain
    assert (known, 7) == (chain.insight.known, chain.insight.total)
    assert (rate, weighted) == (rounded(100, chain.insight.rate), rounded(100, chain.insight.weighted))
    assert (score, low, high) == tuple(
        rounded(1, number) for number in (chain.numbers.score, chain.numbers.low, chain.numbers.high)
    )
    assert thin == chain.numbers.thin


def rounded(times: int, number: float | None) -> float | None:
    return None if number is None else round(times * number, 1)


# The worked example (METHOD 2.1).


def percent(found: Assessment) -> tuple[float | None, ...]:
    """Value, low and high in whole percent, half up."""
    numbers = (found.probability.value, found.probability.low, found.probability.high)
    return tuple(None if number is None else int(100 * number + 0.5) for number in numbers)


DAYS = ("2021-03-31", "2021-05-31", "2021-06-30", "2021-08-31", "2021-10-31", "2021-11-30", "2021-12-31", "2022-01-31")


def by_day(*expected: object) -> pytest.MarkDecorator:
    """Give each day of the example its expected value."""
    return pytest.mark.parametrize(
        ("on", "expected"),
        [pytest.param(date.fromisoformat(day), one, id=day) for day, one in zip(DAYS, expected, strict=True)],
    )


@by_day(
    ("hold", "yes", "unknown", "unknown"),
    ("hold", "yes", "yes", "unknown"),
    *[("go", "yes", "yes", "yes")] * 6,
)
def test_the_example_answers_the_three_questions(on: date, expected: tuple[str, ...]) -> None:
    screening = example(on).screening
    assert expected == (screening.verdict, *(one.answer for one in screening.questions))


@by_day("no-event", "too-little-known", *["computed"] * 5, "awarded")
def test_the_example_has_a_number_only_where_it_may(on: date, expected: str) -> None:
    assert expected == example(on).probability.status


@by_day(
    (None, None, None),
    (None, None, None),
    (23, 7, 56),
    (23, 10, 50),
    (23, 13, 51),
    (41, 40, 42),
    (41, 40, 42),
    (None, None, None),
)
def test_the_example_shows_this_probability(on: date, expected: tuple[int | None, ...]) -> None:
    assert expected == percent(example(on))


@by_day(None, None, "part", "part", "part", "compared", "compared", None)
def test_the_example_says_what_its_number_rests_on(on: date, expected: str | None) -> None:
    assert expected == example(on).probability.basis


@by_day((0, 2), (0, 3), (0, 7), (2, 7), (3, 7), (6, 7), (6, 7), (6, 7))
def test_the_example_knows_so_many_of_its_key_persons(on: date, expected: tuple[int, int]) -> None:
    insight = example(on).chain.insight
    assert expected == (insight.known, insight.total)


@by_day(
    (0.0, -100.0, 100.0, True),
    (0.0, -100.0, 100.0, True),
    (0.0, -100.0, 100.0, True),
    (4.3, -68.6, 77.3, True),
    (4.3, -36.2, 44.9, False),
    (38.9, 33.5, 44.3, False),
    (38.9, 33.5, 44.3, False),
    (38.9, 33.5, 44.3, False),
)
def test_the_example_has_this_chain(on: date, expected: tuple[float, float, float, bool]) -> None:
    numbers = example(on).chain.numbers
    assert expected == (rounded(1, numbers.score), rounded(1, numbers.low), rounded(1, numbers.high), numbers.thin)


@by_day((None, 0), (None, 0), (None, 0), (None, 0), (None, 0), (0.5, 0), (1.0, 3), (1.0, 3))
def test_the_example_shows_these_signs(on: date, expected: tuple[float | None, int]) -> None:
    signs = example(on).signs
    assert expected == (signs.index, signs.due)


@by_day(0.0, 0.0, 0.0, 0.0, *[6 / 11] * 4)
def test_the_example_knows_so_much_of_how_its_customer_buys(on: date, expected: float) -> None:
    assert expected == pytest.approx(example(on).behaviour.coverage)


@by_day(0, 0, 0, 0, 0, 1, 1, 1)
def test_the_example_has_so_many_inside_sources(on: date, expected: int) -> None:
    assert expected == example(on).inside.count


def test_the_high_end_of_august_is_cut_where_the_approver_is_unmet() -> None:
    found = example(date(2021, 8, 31)).probability
    assert found.setting is not None
    assert "step.ceiling-approver-unknown" == found.setting.ceiling.step.code
    assert 0.50 == found.high
    uncut = example(date(2021, 8, 31), {"stage": "pursuit-approval"}).probability
    assert uncut.high is not None
    assert 54 == int(100 * uncut.high + 0.5)


def test_a_second_independent_source_lifts_november_to_48_percent() -> None:
    second = {"business-liaison": {"scope": {"2021-11-20": ["decision"]}, "act": {"2021-11-20": "sent us the agenda"}}}
    found = example(date(2021, 11, 30), {"sources": example_data()[0]["sources"] | second})
    assert 2 == found.inside.count
    assert 48 == percent(found)[0]


def test_on_the_last_day_the_depth_sign_is_stale_and_the_oldest_word_just_fresh() -> None:
    on = date(2022, 1, 31)
    found = example(on)
    depth = next(one for one in found.signs.signs if one.id == "deepest-exchange")
    assert (True, 61) == (depth.stale, depth.entry.age(on))
    assert 89 == max(one.entry.age(on) or 0 for one in found.chain.key if one.known)


def test_the_target_of_the_example_is_the_stated_one_from_august() -> None:
    assert None is example(date(2021, 5, 31)).target
    assert 0.35 == example(date(2021, 8, 31)).target


def test_the_example_never_contradicts_itself_on_any_day() -> None:
    first = date(2021, 3, 1)
    for day in range(340):
        found = example(first + timedelta(days=day)).probability
        if found.value is not None and found.low is not None and found.high is not None:
            assert found.low <= found.value <= found.high


def test_the_past_project_puts_the_amount_into_proportion() -> None:
    anchor = example(date(2021, 9, 30)).behaviour.anchor
    assert anchor is not None
    assert (16_000_000, "CNY", "1.125", "1.25") == (
        int(anchor.past),
        anchor.currency,
        str(anchor.low_ratio),
        str(anchor.high_ratio),
    )
    assert None is example(ON.replace(day=2)).behaviour.anchor
