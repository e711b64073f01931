"""Facts in words: rounding, money, names, lists, optional parts, plurals."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from winsell.base.fact import Fact, Money, Named, Percent, Points, Ratio, Say, Term
from winsell.base.label import Label
from winsell.words.speak import Speaker

MILLION = Decimal(10**6)


@pytest.mark.parametrize(
    ("said", "fact"),
    [
        ("23 %", Percent(0.7 / 3)),
        ("1 %", Percent(0.005)),
        ("13 %", Percent(0.125)),
        ("100 %", Percent(1.0)),
        ("+4", Points(4.32, signed=True)),
        ("-69", Points(-68.6, signed=True)),
        ("+0", Points(0.0, signed=True)),
        ("65", Points(64.5)),
        ("CNY 18.0m", Money(18 * MILLION, None, "CNY")),
        ("CNY 18.0-20.0m", Money(18 * MILLION, 20 * MILLION, "CNY")),
        ("CNY 18.3m", Money(Decimal(18_250_000), None, "CNY")),
        ("1.13 times", Ratio(Decimal("1.125"))),
        ("EUR 1.2bn", Money(1200 * MILLION, None, "EUR")),
        ("EUR 950,000", Money(Decimal(950_000), None, "EUR")),
        ("2021-08-31", date(2021, 8, 31)),
        ("for us", Term("attitude", "supporter")),
        ("CIO", Named("cio", text="CIO")),
        ("cio", Named("cio")),
        ("Bidding", Named("bidding", label=Label(en="Bidding", zh="组织投标"))),
        ("组织投标", Named("bidding", label=Label(zh="组织投标"))),
        ("a, b", ("a", "b")),
        ("a, with comma; b", ("a, with comma", "b")),
        ("nobody", ()),
        ("unknown", None),
        ("7", 7),
        ("[red]{x}[/red]", "[red]{x}[/red]"),
    ],
)
def test_a_fact_is_said(said: str, fact: Fact) -> None:
    assert said == Speaker().say(fact)


def test_the_label_is_taken_in_the_speakers_language() -> None:
    assert "组织投标" == Speaker("zh").say(Named("bidding", label=Label(en="Bidding", zh="组织投标")))


def test_an_optional_part_is_left_out_when_its_fact_is_unknown() -> None:
    facts: dict[str, Fact] = {"event": "budget", "why": None, "source": "", "on": None}
    assert "confirmed: budget" == Speaker().say(Say("q2.confirmed", facts))


def test_text_from_a_file_is_never_taken_for_a_template() -> None:
    facts: dict[str, Fact] = {"event": "{why} [x] {{y}}", "why": "{event}"}
    assert "confirmed: {why} [x] {{y}}, {event}" == Speaker().say(Say("q2.confirmed", facts))


@pytest.mark.parametrize(("said", "days"), [("1 day old", 1), ("2 days old", 2)])
def test_one_and_many_differ(said: str, days: int) -> None:
    assert Speaker().say(Say("q2.confirm-again", {"days": days})).endswith(said)


def test_brackets_without_a_fact_are_brackets() -> None:
    assert "write [a, b]" in Speaker().say(Say("problem.wants-list", {"path": "with", "value": "x"}))


def test_a_code_with_a_case_falls_back_to_the_one_without() -> None:
    with_case = Speaker().say(Say("WSP101.why.no-such-case", {}))
    assert with_case == Speaker().say(Say("WSP101.why", {}))
