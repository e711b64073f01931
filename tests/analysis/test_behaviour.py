"""Project behaviour: what we know of how this customer buys (METHOD 9)."""

from __future__ import annotations

import pytest

from tests.analysis.moments import moment_of
from winsell.analysis.behaviour import BehaviourState, project_behaviour


def behaviour(text: str, stage: str = "lead") -> BehaviourState:
    return project_behaviour(moment_of(f"stage: {stage}\n{text}"))


@pytest.mark.parametrize(
    ("expected", "known"),
    [
        pytest.param(0, "{}", id="nothing"),
        pytest.param(3, "{money: known}", id="money"),
        pytest.param(1.5, "{criteria: partial}", id="half of the criteria"),
        pytest.param(5, "{people: known, intelligence: known, lessons: known}", id="all but money and criteria"),
        pytest.param(0, "{money: not-recoverable}", id="what is lost counts as not known"),
        pytest.param(
            11, "{people: known, money: known, criteria: known, intelligence: known, lessons: known}", id="all"
        ),
    ],
)
def test_coverage_is_weighed_by_element(expected: float, known: str) -> None:
    assert pytest.approx(expected / 11) == behaviour(f"behaviour: {known}\n").coverage


@pytest.mark.parametrize(
    ("expected", "element", "stage", "knowledge"),
    [
        pytest.param("yellow", "money", "lead", "unknown", id="money unknown early"),
        pytest.param("yellow", "criteria", "needs-analysis", "unknown", id="criteria unknown in needs analysis"),
        pytest.param("red", "criteria", "value-proof", "unknown", id="criteria unknown in value proof"),
        pytest.param("red", "money", "bidding", "unknown", id="money unknown late"),
        pytest.param("yellow", "money", "value-proof", "partial", id="money half known is not unknown"),
        pytest.param("green", "money", "bidding", "known", id="known"),
        pytest.param("white", "money", "bidding", "not-recoverable", id="lost for good"),
        pytest.param("white", "people", "value-proof", "unknown", id="people before they are due"),
        pytest.param("yellow", "people", "rfp-drafting", "unknown", id="people when due"),
        pytest.param("yellow", "intelligence", "bidding", "partial", id="intelligence never turns red"),
        pytest.param("white", "lessons", "bidding", "unknown", id="lessons before the end"),
        pytest.param("yellow", "lessons", "contract", "unknown", id="lessons at the end"),
    ],
)
def test_an_element_has_the_colour_of_its_stage(expected: str, element: str, stage: str, knowledge: str) -> None:
    found = behaviour(f"behaviour: {{{element}: {knowledge}}}\n", stage).element(element)  # type: ignore[arg-type]
    assert (expected, knowledge) == (found.colour, found.knowledge)


@pytest.mark.parametrize(
    ("handled", "knowledge"), [(False, "unknown"), (False, "partial"), (True, "known"), (True, "not-recoverable")]
)
def test_what_is_known_or_lost_is_handled(handled: bool, knowledge: str) -> None:
    assert handled == behaviour(f"behaviour: {{money: {knowledge}}}\n").element("money").handled


PAST = """
behaviour: {money: known}
past_projects:
  one:
    name: One
    money: {a: {amount: 6m, currency: CNY}, b: {amount: 4m, currency: CNY}, c: {amount: 9m, currency: EUR}}
  two: {name: Two, money: {a: {amount: 6m, currency: CNY}}}
"""


@pytest.mark.parametrize(
    ("expected", "amount"),
    [
        pytest.param(("1.125", "1.25"), "{low: 18m, high: 20m, currency: CNY}", id="a range"),
        pytest.param(("2", "2"), "{low: 32m, currency: CNY}", id="one sum"),
        pytest.param(("2", "2"), "{low: 18m, currency: EUR}", id="only sums of its own currency"),
        pytest.param(None, "{low: 18m, currency: USD}", id="no sum of its currency"),
    ],
)
def test_the_amount_is_held_against_the_past(expected: tuple[str, str] | None, amount: str) -> None:
    anchor = behaviour(PAST + f"amount: {amount}\n").anchor
    assert expected == (anchor and (str(anchor.low_ratio), str(anchor.high_ratio)))


@pytest.mark.parametrize(
    ("unlike", "amount"),
    [
        pytest.param(True, "{low: 4m, high: 5m, currency: CNY}", id="a third at most"),
        pytest.param(False, "{low: 4m, high: 6m, currency: CNY}", id="a third or more"),
        pytest.param(False, "{low: 40m, high: 60m, currency: CNY}", id="three times or less"),
        pytest.param(True, "{low: 49m, high: 60m, currency: CNY}", id="three times at least"),
    ],
)
def test_an_amount_far_from_the_past_is_hardly_for_the_same_thing(unlike: bool, amount: str) -> None:
    anchor = behaviour(PAST + f"amount: {amount}\n").anchor
    assert anchor is not None
    assert unlike == anchor.unlike


@pytest.mark.parametrize("text", [PAST, PAST.replace("known", "unknown") + "amount: {low: 18m, currency: CNY}\n"])
def test_without_amount_or_knowledge_nothing_is_held_against_the_past(text: str) -> None:
    assert None is behaviour(text).anchor
