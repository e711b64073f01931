"""The model of a company's method, and the built-in one."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from tests.strategies import five_steps, five_steps_data
from winsell.playbook.check import FINDINGS, blame_removals, faults
from winsell.playbook.merge import merge
from winsell.playbook.model import Playbook
from winsell.rules.registry import rules


def own(**sections: Any) -> Playbook:
    named = {"kind": "playbook", "id": "own", "version": "1", "name": {"en": "Own"}}
    return Playbook.model_validate(merge(five_steps_data(), named | sections))


def refused(**sections: Any) -> set[tuple[str, str]]:
    with pytest.raises(ValidationError) as caught:
        own(**sections)
    return {(".".join(str(part) for part in error["loc"]), error["type"]) for error in caught.value.errors()}


def test_the_built_in_playbook_is_valid_and_fits_together() -> None:
    assert ("five-steps", ()) == (five_steps().id, faults(five_steps()))


@pytest.mark.parametrize(
    ("place", "code", "sections"),
    [
        pytest.param("horoscope", "extra_forbidden", {"horoscope": {}}, id="an unknown section"),
        pytest.param("winsell", "less_than_equal", {"winsell": 2}, id="a newer form"),
        pytest.param("rules.WSR103.times", "greater_than_equal", {"rules": {"WSR103": {"times": 0}}}, id="no times"),
        pytest.param("extends", "bad-id", {"extends": "Five steps"}, id="an id with blanks"),
        pytest.param(
            "event_rules.lapsed_after_days",
            "greater_than_equal",
            {"event_rules": {"lapsed_after_days": -1}},
            id="an event that lapses before it is told",
        ),
        pytest.param(
            "probability.relation_even_within",
            "less_than_equal",
            {"probability": {"relation_even_within": 101}},
            id="more points than there are",
        ),
        pytest.param(
            "budget_check.unlike_above",
            "missing",
            {"budget_check": {"unlike_above": None}},
            id="a check without an end",
        ),
        pytest.param("people.thin_below", "less_than_equal", {"people": {"thin_below": 2}}, id="a share above one"),
        pytest.param("probability.gamma", "greater_than", {"probability": {"gamma": 0}}, id="no exponent"),
        pytest.param("probability.gamma", "not-a-number", {"probability": {"gamma": True}}, id="a flag for a number"),
        pytest.param(
            "probability.seats", "not-a-whole-number", {"probability": {"seats": "two"}}, id="a word for a whole number"
        ),
        pytest.param(
            "probability.weights",
            "weights-sum",
            {"probability": {"weights": {"fit": 0, "relation": 0}}},
            id="weights of nothing",
        ),
        pytest.param(
            "behaviour",
            "weights-sum",
            {"behaviour": {one: {"weight": 0} for one in five_steps_data()["behaviour"]}},
            id="elements of nothing",
        ),
        pytest.param(
            "people.role_weights",
            "weights-sum",
            {"people": {"role_weights": dict.fromkeys(five_steps_data()["people"]["role_weights"], 0)}},
            id="nobody counts by his role",
        ),
        pytest.param(
            "people.influence_weights",
            "weights-sum",
            {"people": {"influence_weights": dict.fromkeys(five_steps_data()["people"]["influence_weights"], 0)}},
            id="nobody counts by his influence",
        ),
        pytest.param(
            "probability.source_discounts",
            "wrong-order",
            {"probability": {"source_discounts": {"one": 0.6}}},
            id="one source worth less than none",
        ),
        pytest.param(
            "people.attitude_values",
            "wrong-order",
            {"people": {"attitude_values": {"enemy": -1}}},
            id="an enemy no worse than a non-supporter",
        ),
        pytest.param(
            "people.contact_discounts",
            "wrong-order",
            {"people": {"contact_discounts": {"deep": 0.7}}},
            id="deep contact worth less than multiple",
        ),
        pytest.param(
            "types.project.questions", "too_short", {"types": {"project": {"questions": []}}}, id="no question"
        ),
        pytest.param("grades.fast_lane_questions", "too_short", {"grades": {"fast_lane_questions": []}}, id="too fast"),
        pytest.param(
            "probability.decision_odds",
            "extra_forbidden",
            {"probability": {"decision_odds": {}}},
            id="what nothing reads",
        ),
        pytest.param("work.contact.[key]", "literal_error", {"work": {"contact": {}}}, id="work that has no stage"),
        pytest.param(
            "probability.weights", "too_short", {"probability": {"weights": {"fit": None}}}, id="a weight less"
        ),
        pytest.param(
            "people.attitude_values",
            "too_short",
            {"people": {"attitude_values": {"enemy": None}}},
            id="an attitude less",
        ),
        pytest.param(
            "stages.lead.needs", "too_long", {"stages": {"lead": {"needs": ["a", "b", "c", "d"]}}}, id="a fourth datum"
        ),
        pytest.param("stages", "too_short", {"stages": dict.fromkeys(five_steps_data()["stages"])}, id="no stage left"),
        pytest.param(
            "signs.own.polarity", "missing", {"signs": {"own": {"label": {"en": "Own"}}}}, id="a sign of nothing"
        ),
        pytest.param("tactics.own", "empty-label", {"tactics": {"own": {}}}, id="a tactic without a name"),
        pytest.param(
            "strategy_rows.0.when.0.0",
            "literal_error",
            {"strategy_rows": [{"strategy": "frontal", "when": [["full-moon"]]}]},
            id="a condition that is none",
        ),
    ],
)
def test_a_playbook_that_cannot_work_is_refused_at_its_place(place: str, code: str, sections: dict[str, Any]) -> None:
    assert (place, code) in refused(**sections)


@pytest.mark.parametrize(
    "sections",
    [
        pytest.param(
            {"people": {"contact_discounts": {"none": 1, "unknown": 0, "occasional": 1, "multiple": 1}}}, id="equal"
        ),
        pytest.param({"probability": {"source_discounts": {"none": 1, "one": 1}}}, id="sources that change nothing"),
        pytest.param({"people": {"role_weights": {"user": 0, "unknown": 0}}}, id="some that do not count"),
    ],
)
def test_numbers_may_be_equal_and_single_weights_nothing(sections: dict[str, Any]) -> None:
    own(**sections)


def test_what_the_program_would_otherwise_decide_is_said_in_the_playbook() -> None:
    playbook = five_steps()
    assert ("E", ("q1", "q2")) == (playbook.grades.partner, playbook.grades.fast_lane_questions)
    assert (0.5, 1) == (playbook.probability.even_from, playbook.people.leaning_value)


def test_stages_have_an_order_and_an_unknown_one_is_the_first() -> None:
    playbook = five_steps()
    assert [0, 7, 0, 0] == [playbook.stage_rank(stage) for stage in ("lead", "contract", "elsewhere", None)]


@pytest.mark.parametrize(
    ("expected", "stage", "due_from"),
    [
        (True, "value-proof", "value-proof"),
        (True, "bidding", "value-proof"),
        (False, "needs-analysis", "value-proof"),
        (False, "contract", None),
    ],
)
def test_a_deal_has_come_to_a_stage_or_not(expected: bool, stage: str, due_from: str | None) -> None:
    assert expected == five_steps().reached(stage, due_from)


@pytest.mark.parametrize(
    ("where", "code", "nearest", "sections"),
    [
        pytest.param(
            "questions.q3.due_from",
            "no-such-stage",
            "pursuit-approval",
            {"questions": {"q3": {"due_from": "persuit-approval"}}},
            id="a question's stage",
        ),
        pytest.param(
            "stages.pilot.after",
            "no-such-stage",
            "value-proof",
            {"stages": {"pilot": {"label": {"en": "Pilot"}, "after": "value-prof"}}},
            id="a stage's stage",
        ),
        pytest.param(
            "tender.issued_from",
            "no-such-stage",
            "bidding",
            {"tender": {"issued_from": "biding"}},
            id="the tender's stage",
        ),
        pytest.param(
            "event_rules.deadline_critical_from",
            "no-such-stage",
            None,
            {"event_rules": {"deadline_critical_from": "xyz"}},
            id="an event's stage",
        ),
        pytest.param(
            "value_rules.confirm_before",
            "no-such-stage",
            None,
            {"value_rules": {"confirm_before": "xyz"}},
            id="a row's stage",
        ),
        pytest.param(
            "signs.budget-asked.late_after",
            "no-such-stage",
            None,
            {"signs": {"budget-asked": {"late_after": "xyz"}}},
            id="a sign's stage",
        ),
        pytest.param(
            "chairs.user.due_from",
            "no-such-stage",
            None,
            {"chairs": {"user": {"due_from": "xyz"}}},
            id="a chair's stage",
        ),
        pytest.param(
            "chairs.user.types.0",
            "no-such-type",
            "partner",
            {"chairs": {"user": {"types": ["partners"]}}},
            id="a chair's type",
        ),
        pytest.param(
            "behaviour.money.critical_from",
            "no-such-stage",
            None,
            {"behaviour": {"money": {"critical_from": "xyz"}}},
            id="an element's stage",
        ),
        pytest.param(
            "work.source.due_from", "no-such-stage", None, {"work": {"source": {"due_from": "xyz"}}}, id="work's stage"
        ),
        pytest.param(
            "rules.WSP108.from", "no-such-stage", None, {"rules": {"WSP108": {"from": "xyz"}}}, id="a rule's stage"
        ),
        pytest.param(
            "probability.ceilings.always.xyz",
            "no-such-stage",
            None,
            {"probability": {"ceilings": {"always": {"xyz": 1}}}},
            id="a ceiling's stage",
        ),
        pytest.param(
            "people.meet_by.legal",
            "no-such-stage",
            None,
            {"people": {"meet_by": {"legal": "xyz"}}},
            id="a meeting's stage",
        ),
        pytest.param(
            "strategies.frontal.tactics.0",
            "no-such-tactic",
            "pilot",
            {"strategies": {"frontal": {"tactics": ["pilots"]}}},
            id="a strategy's tactic",
        ),
        pytest.param(
            "strategies.defend.incumbent_tactics.0",
            "no-such-tactic",
            "pilot",
            {"strategies": {"defend": {"incumbent_tactics": ["pilots"]}}},
            id="an incumbent's tactic",
        ),
        pytest.param(
            "relation.contact.tactics.0",
            "no-such-tactic",
            None,
            {"relation": {"contact": {"tactics": ["xyz"]}}},
            id="a relation's tactic",
        ),
        pytest.param(
            "strategy_rows.0.strategy",
            "no-such-strategy",
            "frontal",
            {"strategy_rows": [{"strategy": "frontel", "when": []}]},
            id="a row's strategy",
        ),
        pytest.param(
            "stages.lead.needs.0",
            "no-such-need",
            "matches",
            {"stages": {"lead": {"needs": ["match"]}}},
            id="a stage's need",
        ),
        pytest.param(
            "types.partner.questions.0",
            "no-such-question",
            None,
            {"types": {"partner": {"questions": ["x9"]}}},
            id="a type's question",
        ),
        pytest.param(
            "grades.fast_lane_questions.1",
            "no-such-question",
            None,
            {"grades": {"fast_lane_questions": ["q1", "x9"]}},
            id="a fast question",
        ),
        pytest.param("rules.WSP99", "no-such-finding", "WSP109", {"rules": {"WSP99": {}}}, id="a setting of no rule"),
    ],
)
def test_a_reference_to_nothing_is_a_fault_with_the_nearest_id(
    where: str, code: str, nearest: str | None, sections: dict[str, Any]
) -> None:
    found = [one for one in faults(own(**sections)) if ".".join(one.where) == where]
    assert [(code, nearest)] == [(one.code, one.facts.get("nearest")) for one in found]


def test_the_findings_that_may_be_set_are_those_that_the_rules_make() -> None:
    assert list(FINDINGS.items()) == [(rule.CODE, rule.SETTINGS) for rule in rules()]


REST = {"label": {"en": "A holiday"}, "from": "2026-02-15", "until": "2026-02-23"}


@pytest.mark.parametrize(
    ("expected", "until"),
    [
        pytest.param(["quiet.rest.until"], "2026-02-14", id="the day before it begins"),
        pytest.param([], "2026-02-15", id="the day on which it begins"),
        pytest.param([], "2026-02", id="the end of the month"),
    ],
)
def test_a_quiet_period_may_not_end_before_it_begins(expected: list[str], until: str) -> None:
    found = faults(own(quiet={"rest": REST | {"until": until}, "same": REST, "overlaps": REST | {"from": "2026-01"}}))
    assert expected == [".".join(one.where) for one in found]
    assert not found or {"from": "2026-02-15", "until": until} == found[0].facts


STAGE = {"label": {"en": "A stage"}}


@pytest.mark.parametrize(
    ("expected", "after"),
    [
        pytest.param([("a", ("a", "b"))], {"a": "b", "b": "a"}, id="two"),
        pytest.param([("b", ("b", "c"))], {"a": "b", "b": "c", "c": "b"}, id="one that leads into a circle"),
        pytest.param([("a", None)], {"a": "a"}, id="itself"),
        pytest.param([("a", None), ("b", ("b", "c"))], {"a": "a", "b": "c", "c": "b"}, id="two circles"),
        pytest.param([], {"a": "lead", "b": "a", "c": "a"}, id="a tree"),
    ],
)
def test_stages_that_follow_each_other_in_a_circle_are_a_fault(
    expected: list[tuple[str, tuple[str, ...] | None]], after: dict[str, str]
) -> None:
    found = faults(own(stages={id_: {**STAGE, "after": before} for id_, before in after.items()}))
    assert expected == [(fault.where[1], fault.facts.get("stages")) for fault in found]


def blamed(**sections: Any) -> list[tuple[str, str, Any]]:
    found = blame_removals(faults(own(**sections)), sections)
    return [(".".join(fault.where), fault.code, fault.facts.get("places", fault.facts["value"])) for fault in found]


def test_a_removed_id_is_told_once_however_often_it_is_used() -> None:
    sections: dict[str, Any] = {"stages": {"bidding": None}}
    (fault,) = blame_removals(faults(own(**sections)), sections)
    assert (("stages", "bidding"), "removed-in-use") == (fault.where, fault.code)
    assert {
        "value": "bidding",
        "places": ("tender.issued_from", "rules.WSB105.from", "rules.WSS103.from"),
        "more": 4,
    } == fault.facts


@pytest.mark.parametrize(
    ("expected", "sections"),
    [
        pytest.param(
            [("tactics.pilot", "removed-in-use", ("strategies.fragment.tactics.1",))],
            {"tactics": {"pilot": None}},
            id="inherited",
        ),
        pytest.param([], {"types": {"partner": None}}, id="not used"),
        pytest.param(
            [
                ("strategies.frontal.tactics.0", "no-such-tactic", "pilot"),
                ("tactics.pilot", "removed-in-use", ("strategies.fragment.tactics.1",)),
            ],
            {"tactics": {"pilot": None}, "strategies": {"frontal": {"tactics": ["pilot"]}}},
            id="used by its own lines too",
        ),
        pytest.param(
            [("strategies.frontal.tactics.0", "no-such-tactic", "none-such")],
            {"strategies": {"frontal": {"tactics": ["none-such"]}}},
            id="never there",
        ),
    ],
)
def test_what_a_playbook_uses_itself_stays_a_fault_where_it_stands(
    expected: list[tuple[str, str, Any]], sections: dict[str, Any]
) -> None:
    assert expected == blamed(**sections)
