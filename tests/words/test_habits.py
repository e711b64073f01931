"""Numbers, sums, days and lists as each language writes them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from winsell.base.fact import Fact, Money, Percent, Ratio, Say, Term
from winsell.words.catalogue import Language
from winsell.words.habits import day
from winsell.words.speak import Speaker


def amount(low: str, high: str | None = None, currency: str = "CNY") -> Money:
    return Money(Decimal(low), None if high is None else Decimal(high), currency)


@pytest.mark.parametrize(
    ("said", "money"),
    [
        ("9,500元", amount("9500")),
        ("9,999元", amount("9999")),
        ("1万元", amount("10000")),
        ("1.2万元", amount("12000")),
        ("1.3万元", amount("12500")),
        ("1,800-2,000万元", amount("18000000", "20000000")),
        ("1,800万元", amount("18000000", "18000000")),
        ("9,999万元", amount("99990000")),
        ("1亿元", amount("100000000")),
        ("1亿元", amount("99999999")),
        ("1.8亿元", amount("180000000")),
        ("1.8-2亿元", amount("180000000", "200000000")),
        ("12.5亿元", amount("1250000000")),
        ("5,000万-1.5亿元", amount("50000000", "150000000")),
        ("3,000万-1.2亿元", amount("30000000", "120000000")),
        ("3,000-9,999万元", amount("30000000", "99990000")),
        ("3,000万-1亿元", amount("30000000", "99999999")),
        ("9,999.4万-1亿元", amount("99994000", "99999500")),
        ("1亿元", amount("99999999", "100000000")),
        ("1-1.3亿元", amount("99999999", "125000000")),
        ("1.2亿元", amount("120000000", "120000000")),
        ("9,500万元", amount("95000000")),
        ("9,500-9,900元", amount("9500", "9900")),
        ("9,500-12,000元", amount("9500", "12000")),
        ("9,500-120,000,000元", amount("9500", "120000000")),
        ("8,000万-1.5亿美元", amount("80000000", "150000000", "USD")),
        ("CHF 9,500万-1.2亿", amount("95000000", "120000000", "CHF")),
        ("500-20,000元", amount("500", "20000")),
        ("150万美元", amount("1500000", currency="USD")),
        ("2.5亿欧元", amount("250000000", currency="EUR")),
        ("800万日元", amount("8000000", currency="JPY")),
        ("CHF 150万", amount("1500000", currency="CHF")),
        ("CHF 9,500", amount("9500", currency="CHF")),
        ("0元", amount("0")),
    ],
)
def test_a_sum_in_chinese(said: str, money: Money) -> None:
    assert said == Speaker("zh").say(money)


@pytest.mark.parametrize(
    ("said", "money"),
    [
        ("CNY 9,500", amount("9500")),
        ("CNY 999,999", amount("999999")),
        ("CNY 1.0m", amount("1000000")),
        ("CNY 1.0bn", amount("999999999")),
        ("CNY 18.0-20.0m", amount("18000000", "20000000")),
        ("USD 999.9m", amount("999900000", currency="USD")),
        ("CHF 1.0bn", amount("1000000000", currency="CHF")),
        ("CHF 950.0-1,200.0m", amount("950000000", "1200000000", "CHF")),
        ("CNY 500,000-1,500,000", amount("500000", "1500000")),
    ],
)
def test_a_sum_in_english(said: str, money: Money) -> None:
    assert said == Speaker("en").say(money)


@pytest.mark.parametrize(
    ("language", "unit"),
    [*(("en", 10**power) for power in (4, 6, 8, 9)), *(("zh", 10**power) for power in (4, 6, 7, 9))],
)
def test_a_range_that_a_unit_divides_has_one_unit_for_both_its_ends(language: Language, unit: int) -> None:
    low, high = Decimal(unit) / 2, Decimal(unit) * 2
    said = Speaker(language).say(Money(low, high, "USD"))
    one = Speaker(language).say(Money(low, None, "USD"))
    unit_of_low = one.translate(dict.fromkeys(map(ord, "0123456789,.- ")))
    assert unit_of_low == said.translate(dict.fromkeys(map(ord, "0123456789,.- ")))


@pytest.mark.parametrize(
    ("english", "chinese", "fact"),
    [
        ("23 %", "23%", Percent(0.233)),
        ("0 %", "0%", Percent(0.0)),
        ("100 %", "100%", Percent(1.0)),
        ("1.13 times", "1.13倍", Ratio(Decimal("1.125"))),
        ("a, b", "a、b", ("a", "b")),
        ("a", "a", ("a",)),
        ("a, with comma; b", "a, with comma；b", ("a, with comma", "b")),
        ("x，y; z", "x，y；z", ("x，y", "z")),
        ("x、y, z", "x、y；z", ("x、y", "z")),
        ("x；y, z", "x；y；z", ("x；y", "z")),
    ],
)
def test_percents_multiples_and_lists(english: str, chinese: str, fact: Fact) -> None:
    assert (english, chinese) == (Speaker("en").say(fact), Speaker("zh").say(fact))


@pytest.mark.parametrize(
    ("english", "chinese", "on"),
    [
        ("5 Aug 2021", "2021年8月5日", date(2021, 8, 5)),
        ("31 Dec 1999", "1999年12月31日", date(1999, 12, 31)),
        ("29 Feb 2024", "2024年2月29日", date(2024, 2, 29)),
        ("1 May 2021", "2021年5月1日", date(2021, 5, 1)),
    ],
)
def test_a_day_within_a_sentence(english: str, chinese: str, on: date) -> None:
    assert (english, chinese) == (day(on, "en"), day(on, "zh"))


def test_the_months_are_twelve_different_words() -> None:
    months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    assert [f"1 {month} 2021" for month in months] == [day(date(2021, number, 1), "en") for number in range(1, 13)]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_day_by_itself_is_iso_in_a_sentence_it_is_written_out(language: Language) -> None:
    on = date(2021, 8, 5)
    speaker = Speaker(language)
    assert "2021-08-05" == speaker.say(on)
    said = speaker.say(Say("outcome.line", {"outcome": Term("outcome", "lost"), "on": on, "why": None}))
    assert day(on, language) in said
    assert "2021-08-05" not in said
    assert day(on, language) in speaker.say((on, on))


def test_a_sentence_in_chinese_has_chinese_numbers_in_it() -> None:
    said = Speaker("zh").say(Say("plan.target", {"target": Percent(0.35), "now": Percent(0.23)}))
    assert "35%" in said
    assert "23%" in said
    assert " %" not in said
