"""What is typed at a question: keys, words, numbers, days, sums, several at once; and what is no answer."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from winsell.ask.understood import LONGEST, NotUnderstoodError, understood
from winsell.base.fact import Say
from winsell.base.question import Choice, Question, Takes

ON = date(2026, 11, 23)
CHOICES = (
    Choice("1", "supporter", Say("x")),
    Choice("2", "non-supporter", Say("x")),
    Choice("u", "unknown", Say("x")),
)
LABELS = {"supporter": "für uns", "non-supporter": "gegen uns", "unknown": "still unknown"}


def asked(takes: Takes, currencies: tuple[str, ...] = ()) -> Question:
    return Question("q", Say("q"), CHOICES, takes, currencies=currencies)


@pytest.mark.parametrize(
    ("takes", "typed", "answer"),
    [
        ("choice", "1", "supporter"),
        ("choice", " 1 ", "supporter"),
        ("choice", "U", "unknown"),
        ("choice", "Non-Supporter", "non-supporter"),
        ("choice", "gegen", "non-supporter"),
        ("choice", "FÜR UNS", "supporter"),
        ("choice", "fu\u0308r", "supporter"),
        ("several", "1, u", ("supporter", "unknown")),
        ("several", "1，2、1", ("supporter", "non-supporter")),
        ("names", "1; head of finance", ("supporter", "head of finance")),
        ("text", "gegen alles", "gegen alles"),
        ("text", "u", "unknown"),
        ("text", "two\nlines\tand  more", "two lines and more"),
        ("text", "财务负责人说：定了", "财务负责人说：定了"),
        ("text", "👩‍💻 agreed", "👩‍💻 agreed"),
        ("number", "75", "75"),
        ("number", "075", "75"),
        ("number", "u", "unknown"),
        ("day", "2026-12", "2026-12"),
        ("day", "+7", "2026-11-30"),
        ("day", "today", "2026-11-23"),
        ("day", "今天", "2026-11-23"),
    ],
)
def test_what_is_an_answer(takes: Takes, typed: str, answer: object) -> None:
    assert answer == understood(asked(takes), typed, LABELS, ON)


@pytest.mark.parametrize("typed", ["u", "U", "unknown", "不清楚", "n/a"])
def test_where_no_answer_says_unknown_it_skips(typed: str) -> None:
    assert understood(Question("q", Say("q"), CHOICES[:2]), typed, LABELS, ON) is None


@pytest.mark.parametrize(
    ("takes", "typed", "why"),
    [
        ("choice", "3", "ask.no-such-choice"),
        ("choice", "x", "ask.no-such-choice"),
        ("several", "1,9", "ask.no-such-choice"),
        ("number", "101", "ask.no-number"),
        ("number", "-1", "ask.no-number"),
        ("number", "½", "ask.no-number"),
        ("number", "٣", "ask.no-number"),
        ("number", "7" * 1990, "ask.no-number"),
        ("day", "next week", "ask.no-day"),
        ("day", "2026-02-30", "ask.no-day"),
        ("choice", "y", "ask.no-such-choice"),
        ("names", "-", "ask.no-name"),
        ("names", "1, ...", "ask.no-name"),
        ("text", "bell\x07", "ask.bad-character"),
        ("text", "\x1b[31mred", "ask.bad-character"),
        ("text", "\ue000", "ask.bad-character"),
        ("text", "a" * (LONGEST + 1), "ask.too-long"),
    ],
)
def test_what_is_none_is_said(takes: Takes, typed: str, why: str) -> None:
    with pytest.raises(NotUnderstoodError) as refused:
        understood(asked(takes), typed, LABELS, ON)
    assert why == refused.value.say.code


@pytest.mark.parametrize(("typed", "answer"), [("y", "yes"), ("N", "no"), ("nein", "no")])
def test_yes_and_no_are_known_by_their_first_letter(typed: str, answer: str) -> None:
    choices = (Choice("1", "yes", Say("x")), Choice("2", "partly", Say("x")), Choice("3", "no", Say("x")))
    labels = {"yes": "passt", "partly": "passt zum Teil", "no": "nein, gar nicht"}
    assert answer == understood(Question("q", Say("q"), choices, "choice"), typed, labels, ON)


@pytest.mark.parametrize(
    ("typed", "currencies", "why"),
    [
        ("4.8m", ("CNY", "EUR"), "ask.no-currency"),
        ("4.8x", ("CNY", "EUR"), "ask.no-amount"),
        ("a lot", ("CNY",), "ask.no-amount"),
        ("6m-4m", ("CNY",), "ask.swapped-amount"),
        ("6m-4.8m", ("CNY", "EUR"), "ask.swapped-amount"),
        ("-4m", ("CNY",), "ask.no-amount"),
    ],
)
def test_what_is_no_sum(typed: str, currencies: tuple[str, ...], why: str) -> None:
    with pytest.raises(NotUnderstoodError) as refused:
        understood(asked("amount", currencies), typed, LABELS, ON)
    assert why == refused.value.say.code


@pytest.mark.parametrize("typed", ["4.8m", "4.8m-6m", "4.8m ~ 6m", "480万", "4800000", "4.8m eur"])
def test_what_is_a_sum(typed: str) -> None:
    assert typed == understood(asked("amount", ("CNY",)), typed, LABELS, ON)


@given(st.text(), st.sampled_from(["choice", "several", "text", "number", "day", "names", "amount"]))
def test_whatever_is_typed_is_an_answer_or_refused(typed: str, takes: Takes) -> None:
    try:
        answer = understood(asked(takes, ("CNY",)), typed, LABELS, ON)
    except NotUnderstoodError:
        return
    for one in answer if isinstance(answer, tuple) else (answer,):
        assert one is None or (one and "\n" not in one and one == one.strip())
