"""Dated facts: the three forms in which they are written, and what is refused."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from tests.strategies import read_plain
from winsell.base.scalar import Level
from winsell.deal.deal import Approval, DayHistory, SignHistory
from winsell.deal.timeline import Entry, Timeline

LEVEL: TypeAdapter[Timeline[float]] = TypeAdapter(Timeline[Level])


def read(text: str, kind: Any = LEVEL) -> Timeline[Any]:
    """Read what stands behind a key."""
    found: Timeline[Any] = kind.validate_python(read_plain(f"a: {text}\n")["a"])
    return found


def codes(text: str, kind: Any = LEVEL) -> list[str]:
    with pytest.raises(ValidationError) as caught:
        read(text, kind)
    return [error["type"] for error in caught.value.errors()]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param((Entry(80.0),), "80", id="plain"),
        pytest.param((Entry(None),), "unknown", id="unknown"),
        pytest.param((Entry(80.0, why="seen", source="a"),), "{is: 80, why: seen, source: a}", id="an entry"),
        pytest.param((Entry(None, why="left"),), "{is: unknown, why: left}", id="an entry that is unknown"),
        pytest.param((Entry(80.0),), "{is: 80, why: , how: }", id="an entry with blanks"),
        pytest.param((Entry(80.0, date(2021, 8, 20)),), "{2021-08-20: 80}", id="a history"),
        pytest.param(
            (Entry(70.0, date(2021, 8, 1)), Entry(80.0, date(2021, 9, 1), how="said")),
            "{2021-09: {is: 80, how: said}, 2021-08: 70}",
            id="months are their first day, and the oldest stands first",
        ),
    ],
)
def test_a_fact_is_plain_an_entry_or_a_history(expected: tuple[Entry[float], ...], text: str) -> None:
    assert expected == read(text).entries


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param("mixed-history", "{2021-08-20: 80, why: seen}", id="a day beside a word"),
        pytest.param("same-day", "{2021-08-01: 80, 2021-08: 70}", id="a month and its first day"),
        pytest.param("no-such-day", "{2021-02-29: 80}", id="a day that never was"),
        pytest.param("no-such-month", "{2021-13: 80}", id="a month that never was"),
        pytest.param("no-such-month", "{1899-01: 80}", id="a year out of reach"),
        pytest.param("bad-date", "{2021/08/20: 80}", id="slashes"),
        pytest.param("bad-date", "{20210820: 80}", id="no dashes"),
        pytest.param("bad-date", "{2021-8-1: 80}", id="short"),
        pytest.param("empty-value", "{2021-08-20: }", id="an empty value"),
        pytest.param("missing", "{why: seen}", id="an entry without its value"),
        pytest.param("empty-value", "{is: , why: seen}", id="an entry with an empty value"),
        pytest.param("extra_forbidden", "{is: 80, because: seen}", id="a key that no entry has"),
        pytest.param("extra_forbidden", "{is: 80, at: north}", id="a key of another field"),
        pytest.param("literal_error", "{is: 80, how: felt}", id="a word that is none"),
        pytest.param("not-a-number", "high", id="a word for a number"),
        pytest.param("not-a-number", "true", id="a flag for a number"),
        pytest.param("less_than_equal", "101", id="too much"),
        pytest.param("greater_than_equal", "-1", id="too little"),
    ],
)
def test_a_fact_in_another_form_is_refused_with_one_error(expected: str, text: str) -> None:
    assert [expected] == codes(text)


def test_all_faults_of_a_history_are_named_at_once() -> None:
    assert ["not-a-number", "extra_forbidden"] == codes("{2021-08-20: high, 2021-08-21: {is: 80, because: x}}")


def test_a_clash_names_both_keys() -> None:
    with pytest.raises(ValidationError) as caught:
        read("{2021-08-01: 80, 2021-08: 70, 2021-09: 60}")
    assert {"days": ("2021-08-01", "2021-08")} == caught.value.errors()[0]["ctx"]


def test_a_field_may_have_keys_of_its_own() -> None:
    sign = read("{2021-08-20: {is: present, at: north}}", TypeAdapter(SignHistory)).entries[0]
    assert ("present", {"at": "north"}) == (sign.value, sign.extra)
    approved = read("{is: 'yes', conditions: two visits, spending_limit: 20000}", TypeAdapter(Approval)).entries[0]
    assert {"conditions": "two visits", "spending_limit": 20000} == approved.extra


def test_a_date_that_moves_is_the_last_day_of_a_month() -> None:
    moved = read("{2021-08: 2022-06, 2021-10-01: 2022-09-15}", TypeAdapter(DayHistory))
    assert [date(2022, 6, 30), date(2022, 9, 15)] == [entry.value for entry in moved]


HISTORY = read("{2021-08-01: 70, 2021-08-20: unknown, 2021-09-01: 80}")


@pytest.mark.parametrize(
    ("expected", "on"),
    [
        pytest.param(None, "2021-07-31", id="before the first"),
        pytest.param(70, "2021-08-01", id="on its day"),
        pytest.param(70, "2021-08-19", id="until the next"),
        pytest.param(None, "2021-08-20", id="unknown again"),
        pytest.param(80, "2022-01-01", id="the last for ever"),
    ],
)
def test_the_last_entry_not_later_than_the_day_holds(expected: float | None, on: str) -> None:
    assert expected == HISTORY.at(date.fromisoformat(on)).value


def test_an_undated_value_holds_on_every_day_and_has_no_age() -> None:
    entry = read("80").at(date(1999, 1, 1))
    assert (80, None) == (entry.value, entry.age(date(2021, 8, 1)))
    assert 19 == HISTORY.at(date(2021, 8, 19)).age(date(2021, 8, 20))


def test_what_is_dated_later_does_not_exist() -> None:
    assert [70, None] == [entry.value for entry in HISTORY.until(date(2021, 8, 31))]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param(True, "{2021-08-20: {is: 80, source: a}}", id="source and date"),
        pytest.param(False, "{is: 80, source: a}", id="no date"),
        pytest.param(False, "{2021-08-20: {is: 80, why: x}}", id="no source"),
        pytest.param(False, "{2021-08-20: {is: unknown, source: a}}", id="no value"),
    ],
)
def test_evidence_is_a_source_and_a_date(expected: bool, text: str) -> None:
    assert expected == read(text).entries[0].evidenced


def test_timelines_are_values() -> None:
    assert (read("80"), hash(read("80"))) == (read("80"), hash(read("80")))
    assert read("80") != read("70")
    assert read("80") != 80
    assert "Entry(value=80.0" in repr(read("80"))
    assert not Timeline()


def test_what_is_read_already_is_left_as_it_is() -> None:
    found = read("80")
    assert found is LEVEL.validate_python(found)


def test_the_json_schema_allows_the_three_forms_and_unknown() -> None:
    forms = LEVEL.json_schema()["anyOf"]
    value, entry, history = forms
    assert {"const": "unknown"} in value["anyOf"]
    assert ["is"] == entry["required"]
    assert [False, 1] == [history["additionalProperties"], history["minProperties"]]
