"""The grades of value rows and the two-minute statement (METHOD 5)."""

from __future__ import annotations

import pytest

from tests.analysis.moments import PROOF, assessed, moment_of
from winsell.analysis.value_rows import graded_rows

RIVALS = "competitors: {north: {}, south: {}, gone: {left: 2021-08-01}}\n"
UNIQUE = "they_have: {north: 'no', south: partly}"


@pytest.mark.parametrize(
    ("expected", "row"),
    [
        pytest.param("claim", "{}", id="no competitor named"),
        pytest.param("claim", "{they_have: {north: 'no', south: fully}}", id="one has it fully"),
        pytest.param("claim", "{they_have: {north: 'no', south: unknown}}", id="of one we do not know"),
        pytest.param("claim", "{they_have: {nrth: 'no'}}", id="nobody of that name competes"),
        pytest.param("claim", "{they_have: {gone: 'no'}}", id="the only one who lacks it has left"),
        pytest.param("on-paper", f"{{{UNIQUE}}}", id="nobody has it fully"),
        pytest.param("on-paper", f"{{{UNIQUE}, proof: a list}}", id="proof that matters to nobody"),
        pytest.param("on-paper", f"{{{UNIQUE}, matters_to: [cio]}}", id="it matters and there is no proof"),
        pytest.param("proven", f"{{{UNIQUE}, matters_to: [cio], proof: a list}}", id="proof that matters to a person"),
        pytest.param("proven", f"{{{UNIQUE}, criterion: price, proof: a list}}", id="proof under a criterion"),
        pytest.param("confirmed", "{customer_confirmed: {2021-08-20: 'yes'}}", id="the customer says so himself"),
        pytest.param("claim", "{customer_confirmed: {2021-09-02: 'yes'}}", id="he will say so tomorrow"),
        pytest.param("claim", "{customer_confirmed: {2021-08-20: 'no'}}", id="he says the contrary"),
        pytest.param("on-paper", f"{{{UNIQUE}, customer_confirmed: {{2021-08-20: 'no'}}}}", id="he did not say so yet"),
    ],
)
def test_a_row_is_graded_by_what_stands_behind_it(expected: str, row: str) -> None:
    fields = "{claim: better, kind: solution" + (", " if row != "{}" else "") + row[1:]
    assert [expected] == [graded.grade for graded in graded_rows(moment_of(f"{RIVALS}value: {{one: {fields}}}\n"))]


def test_rows_stand_best_first_and_then_as_in_the_file() -> None:
    text = (
        "value:\n  a: {claim: a, kind: solution}\n  b: {claim: b, kind: solution, they_have: {north: 'no'}}\n"
        "  c: {claim: c, kind: solution}\n  d: {claim: d, kind: solution, customer_confirmed: 'yes'}\n"
    )
    assert ["d", "b", "a", "c"] == [graded.id for graded in graded_rows(moment_of(RIVALS + text))]


@pytest.mark.parametrize(
    ("expected", "ends"),
    [
        pytest.param(1, "since: 2021-09-01", id="begins today"),
        pytest.param(0, "since: 2021-09-02", id="begins tomorrow"),
        pytest.param(0, "left: 2021-09-01", id="ended today"),
        pytest.param(1, "left: 2021-09-02", id="ends tomorrow"),
    ],
)
def test_a_row_exists_between_its_ends(expected: int, ends: str) -> None:
    assert expected == len(graded_rows(moment_of(f"value: {{one: {{claim: better, kind: solution, {ends}}}}}\n")))


ROWS = """
competitors: {north: {fit: {is: 40, why: seen}, relation: {is: 40, why: seen}}, south: {}}
value:
  best: {claim: best, kind: solution, matters_to: [cio], proof: a list, they_have: {north: "no", south: "no"}}
  good: {claim: good, kind: solution, they_have: {north: partly, south: "fully"}}
  numbers: {claim: counts, kind: business, now: 10 days, after: 2 days}
"""


def test_the_statement_gives_each_competitor_a_row_that_he_lacks() -> None:
    found = assessed(ROWS).statement
    assert found.best is not None
    assert found.numbers is not None
    assert ("best", "numbers") == (found.best.id, found.numbers.id)
    assert {"north": "best", "south": "best"} == {one.competitor: one.row and one.row.id for one in found.against}


def test_the_statement_is_against_those_who_hold_the_seats() -> None:
    found = assessed("us: {fit: 70, relation: 60}\nstage: pursuit-approval\n" + PROOF + ROWS).statement
    assert ["south", "north"] == [one.competitor for one in found.against]


def test_what_cannot_be_said_stays_a_blank() -> None:
    found = assessed("competitors: {north: {}}\n").statement
    assert (None, None, [None]) == (found.best, found.numbers, [one.row for one in found.against])
