"""The deal's grade (METHOD 2)."""

from __future__ import annotations

import pytest

from tests.analysis.moments import moment_of, own_playbook
from winsell.analysis.grade import grade

OWN = "{kind: playbook, id: own, version: '1', name: {en: Own}, grades: {%s}}"
AVERAGE = own_playbook(OWN % "average: {CNY: 4000000}")
ABSOLUTE = own_playbook(OWN % "average: {CNY: 1}, absolute: {CNY: {A: 50m, B: 10m, C: 1m}}")


def amount(high: str, currency: str = "CNY") -> str:
    return f"amount: {{low: 1, high: {high}, currency: {currency}}}\n"


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param("A", amount("16m"), id="four times the average"),
        pytest.param("B", amount("15999999"), id="just below"),
        pytest.param("B", amount("4m"), id="the average"),
        pytest.param("C", amount("3999999"), id="just below the average"),
        pytest.param("C", amount("1m"), id="a quarter"),
        pytest.param("D", amount("999999"), id="below a quarter"),
        pytest.param("B", "amount: {low: 4m, currency: CNY}\n", id="one sum"),
        pytest.param(None, amount("16m", "EUR"), id="a currency of which nothing is known"),
        pytest.param(None, "note: no amount\n", id="no amount"),
        pytest.param("E", "type: partner\n" + amount("16m"), id="a partner leads"),
        pytest.param("A", "type: partner\ngrade: {is: A, why: a showcase, by: li}\n", id="set by hand"),
    ],
)
def test_the_grade_follows_from_multiples_of_the_average_deal(expected: str | None, text: str) -> None:
    assert expected == grade(moment_of(text, playbook=AVERAGE))


@pytest.mark.parametrize(
    ("expected", "high"), [("A", "50m"), ("B", "49999999"), ("B", "10m"), ("C", "1m"), ("D", "999999")]
)
def test_absolute_limits_win_over_multiples(expected: str, high: str) -> None:
    assert expected == grade(moment_of(amount(high), playbook=ABSOLUTE))


def test_without_limits_there_is_no_grade() -> None:
    assert None is grade(moment_of(amount("16m")))
