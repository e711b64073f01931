"""What a file may hold: five lines are enough, and what cannot be meant is refused with its place."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from pydantic import TypeAdapter, ValidationError

from tests.strategies import Plain, any_account, any_deal, read_plain
from winsell.base.label import Label
from winsell.base.scalar import looks_like_day, parse_day, read_amount, read_number
from winsell.deal.account import Account
from winsell.deal.competitor import CompetitorFile
from winsell.deal.deal import Deal

NAMED = "deal: A deal\ncustomer: A customer\n"


def deal(text: str) -> Deal:
    return Deal.model_validate(read_plain(NAMED + text))


def refused(text: str) -> list[tuple[str, str]]:
    """Give place and code of each error."""
    with pytest.raises(ValidationError) as caught:
        deal(text)
    return [(".".join(str(part) for part in error["loc"]), error["type"]) for error in caught.value.errors()]


def test_two_lines_are_a_deal_of_which_all_else_is_unknown() -> None:
    found = deal("note: x\n")
    assert (None, None, {}) == (found.amount, found.us.fit.at(date(2021, 8, 1)).value, found.people)


def test_what_was_written_down_and_left_empty_is_absent() -> None:
    found = deal("owner:\nus:\npeople:\n  cio:\n")
    assert (None, ["cio"], None) == (found.owner, list(found.people), found.people["cio"].role)


@pytest.mark.parametrize(
    ("place", "code", "text"),
    [
        pytest.param("winsell", "less_than_equal", "winsell: 2\n", id="a newer form"),
        pytest.param("kind", "literal_error", "kind: playbook\n", id="another kind"),
        pytest.param("peple", "extra_forbidden", "peple: {}\n", id="an unknown key"),
        pytest.param("peple", "extra_forbidden", "peple:\n", id="an unknown key with nothing behind it"),
        pytest.param("id", "bad-id", "id: A Deal\n", id="an id with a blank"),
        pytest.param("id", "bad-id", "id: -deal\n", id="an id that begins with a dash"),
        pytest.param("id", "bad-id", f"id: {'a' * 41}\n", id="an id too long"),
        pytest.param("id", "bad-id", "id: 12\n", id="a number for an id"),
        pytest.param("competitors.us.[key]", "reserved-id", "competitors: {us: {}}\n", id="ourselves as a competitor"),
        pytest.param("people.none.[key]", "reserved-id", "people: {none: {}}\n", id="nobody as a person"),
        pytest.param("criteria.a.weight", "less_than_equal", "criteria: {a: {name: A, weight: 101}}\n", id="over all"),
        pytest.param("criteria.a.weight", "not-a-number", "criteria: {a: {name: A, weight: 18m}}\n", id="millions"),
        pytest.param(
            "past_projects.a.criteria.b.weight",
            "less_than_equal",
            "past_projects: {a: {name: A, criteria: {b: {weight: 300}}}}\n",
            id="over all, then",
        ),
        pytest.param("actions.a.days", "greater_than_equal", "actions: {a: {what: A, days: -1}}\n", id="days back"),
        pytest.param("actions.a.days", "not-a-number", "actions: {a: {what: A, days: 3万}}\n", id="days as money"),
        pytest.param("owner", "wants-text", "owner: 12\n", id="a number for text"),
        pytest.param("owner", "wants-text", "owner: true\n", id="a flag for text"),
        pytest.param("owner", "wants-line", "owner: [wang]\n", id="a list for text"),
        pytest.param("price_counts", "not-a-flag", "price_counts: maybe\n", id="a word for a flag"),
        pytest.param("price_counts", "not-a-flag", "price_counts: 1\n", id="a number for a flag"),
        pytest.param("amount.low", "bad-amount", "amount: {low: a lot, currency: CNY}\n", id="words for an amount"),
        pytest.param("amount.low", "bad-amount", "amount: {low: -1, currency: CNY}\n", id="less than nothing"),
        pytest.param("amount.low", "bad-amount", "amount: {low: true, currency: CNY}\n", id="a flag for an amount"),
        pytest.param("amount.low", "bad-amount", "amount: {low: 1800 万 元, currency: CNY}\n", id="a unit too many"),
        pytest.param("amount.low", "bad-amount", "amount: {low: '18,000', currency: CNY}\n", id="a comma"),
        pytest.param("amount.low", "bad-amount", "amount: {low: 99999999999m, currency: CNY}\n", id="beyond all sense"),
        pytest.param("amount.currency", "bad-currency", "amount: {low: 1, currency: RMB¥}\n", id="no currency code"),
        pytest.param("amount.currency", "missing", "amount: {low: 1}\n", id="no currency"),
        pytest.param("amount", "low-above-high", "amount: {low: 2m, high: 1m, currency: CNY}\n", id="upside down"),
        pytest.param("grade.why", "missing", "grade: {is: A, by: li}\n", id="a grade without a reason"),
        pytest.param("grade.by", "missing", "grade: {is: A, why: x}\n", id="a grade without a name"),
        pytest.param(
            "checkpoints", "same-day", "checkpoints: {2021-08: one, 2021-08-31: two}\n", id="two ends of one day"
        ),
        pytest.param(
            "people.cio",
            "two-scales",
            "people: {cio: {attitude: {2021-08-01: mentor}, support: {2021-08: 4}}}\n",
            id="both scales on a day",
        ),
        pytest.param(
            "people.cio",
            "two-scales",
            "people: {cio: {attitude: mentor, support: {2021-08: 4}}}\n",
            id="both scales, one undated",
        ),
        pytest.param(
            "people.cio",
            "two-scales",
            "people: {cio: {attitude: {2021-08: mentor}, support: 4}}\n",
            id="both scales, the other undated",
        ),
        pytest.param("people.cio.since", "bad-date", "people: {cio: {since: last week}}\n", id="words for a day"),
        pytest.param("people.cio.since", "bad-date", "people: {cio: {since: 20210801}}\n", id="a number for a day"),
        pytest.param("people.cio.since", "no-such-day", "people: {cio: {since: 2021-02-29}}\n", id="no such day"),
        pytest.param("people.cio.role", "literal_error", "people: {cio: {role: boss}}\n", id="no such role"),
        pytest.param("ranking.<plain>", "greater_than_equal", "ranking: 0\n", id="ranked before the first"),
        pytest.param("ranking.<plain>", "not-a-whole-number", "ranking: 1.5\n", id="ranked in between"),
        pytest.param("actions.a.what", "empty-text", "actions: {a: {what: ' '}}\n", id="a blank for words"),
        pytest.param("actions.a.what", "empty-text", "actions: {a: {what: }}\n", id="nothing for words"),
        pytest.param("actions.a.step", "less_than_equal", "actions: {a: {what: x, step: 6}}\n", id="a sixth step"),
        pytest.param("people.CIO.[key]", "bad-id", "people: {CIO: {}}\n", id="a capital in an id"),
    ],
)
def test_what_cannot_be_meant_is_refused_at_its_place(place: str, code: str, text: str) -> None:
    assert [(place, code)] == refused(text)


def test_a_deal_without_its_names_is_refused() -> None:
    with pytest.raises(ValidationError) as caught:
        Deal.model_validate(read_plain("deal:\nowner: wang\n"))
    assert [("deal", "empty-text"), ("customer", "missing")] == [
        (str(error["loc"][0]), error["type"]) for error in caught.value.errors()
    ]


def test_all_errors_of_a_file_are_named_at_once() -> None:
    assert 3 == len(refused("id: A\npeople: {cio: {role: boss}}\nus: {fit: 101}\n"))


# Amounts, numbers, days.


@pytest.mark.parametrize(
    ("expected", "raw"),
    [
        pytest.param("18000000", 18000000, id="a number"),
        pytest.param("0.10", Decimal("0.10"), id="cents are exact"),
        pytest.param("18000000", "18m", id="millions"),
        pytest.param("18500000.0", "18.5 m", id="millions and a half"),
        pytest.param("18000", "18k", id="thousands"),
        pytest.param("2000000000", "2bn", id="billions"),
        pytest.param("18000000", "1800万", id="ten thousands"),
        pytest.param("200000000", "2亿", id="hundred millions"),
        pytest.param("0", 0, id="nothing"),
    ],
)
def test_an_amount_is_exact_in_every_form(expected: str, raw: object) -> None:
    assert Decimal(expected) == read_amount(raw)


@pytest.mark.parametrize(
    "raw", [True, float("nan"), float("inf"), Decimal("NaN"), Decimal("Infinity"), 10**16, 10**400, "12", None, [1], {}]
)
def test_what_is_no_sane_number_is_refused(raw: Any) -> None:
    for read in (read_number, read_amount):
        with pytest.raises(ValueError, match=r"not a number|bad amount"):
            read(raw)


def test_money_is_never_a_float() -> None:
    with pytest.raises(ValueError, match="bad amount"):
        read_amount(1.5)


@pytest.mark.parametrize(
    ("expected", "text", "month_end"),
    [
        pytest.param(date(2021, 8, 1), "2021-08", False, id="a month begins"),
        pytest.param(date(2021, 8, 31), "2021-08", True, id="a month ends"),
        pytest.param(date(2024, 2, 29), "2024-02", True, id="a leap month ends"),
        pytest.param(date(2021, 8, 20), "2021-08-20", True, id="a day"),
    ],
)
def test_a_month_stands_for_its_first_or_last_day(expected: date, text: str, month_end: bool) -> None:
    assert expected == parse_day(text, month_end=month_end)


@pytest.mark.parametrize(
    ("expected", "key"),
    [
        (True, "2021-08"),
        (True, "2021/8/1"),
        (True, "20210801"),
        (True, "2021年8月"),
        (True, "2021.08.01"),
        (False, "is"),
        (False, "2021"),
        (False, "a-2021-08"),
    ],
)
def test_a_key_that_was_meant_as_a_day_is_recognised(expected: bool, key: str) -> None:
    assert expected == looks_like_day(key)


def test_full_width_digits_are_no_date() -> None:
    with pytest.raises(ValueError, match="bad date"):
        parse_day("２０２１-08-01", month_end=False)


def test_checkpoints_and_due_days_end_their_month_and_the_rest_begins_it() -> None:
    found = deal(
        "checkpoints: {2021-08: one}\nactions: {a: {what: x, added: 2021-08, due: 2021-08, done: 2021-08}}\n"
        "changes: [{on: 2021-08, what: x}]\npeople: {cio: {left: 2021-08}}\n"
    )
    first, last = date(2021, 8, 1), date(2021, 8, 31)
    action = found.actions["a"]
    assert ([last], first, last, first) == (list(found.checkpoints), action.added, action.due, action.done)
    assert (first, first) == (found.changes[0].on, found.people["cio"].left)


def test_a_scope_may_be_one_word() -> None:
    found = deal("sources: {a: {scope: {2021-08-20: decision}}}\n")
    assert ("decision",) == found.sources["a"].scope.entries[0].value


def test_a_label_needs_one_language() -> None:
    assert "x" == Label(zh="x").zh
    with pytest.raises(ValidationError, match="empty label"):
        TypeAdapter(Label).validate_python({})


# Whole files.


@given(any_deal, any_account)
def test_any_deal_of_the_strategies_is_valid_and_frozen(data: Plain, account: Plain) -> None:
    found = Deal.model_validate(data)
    assert set(data.get("people", {})) == set(found.people)
    assert set(account.get("people", {})) == set(Account.model_validate(account).people)
    with pytest.raises(ValidationError):
        found.owner = "li"  # type: ignore[misc]


def test_the_strategies_cover_every_field_of_a_deal() -> None:
    covered: set[str] = set()

    @given(any_deal)
    def collect(data: Plain) -> None:
        covered.update(data)

    collect()
    assert set(Deal.model_fields) == covered


def test_a_competitor_file_outlives_the_deal() -> None:
    found = CompetitorFile.model_validate(
        read_plain("kind: competitor\nname: North\nawards: [{on: 2020-05, customer: X, amount: 4m, currency: CNY}]\n")
    )
    assert (date(2020, 5, 31), "public-award") == (found.awards[0].on, found.awards[0].basis)
