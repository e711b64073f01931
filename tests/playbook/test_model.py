"""The model of a company's method, and the built-in one."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from tests.strategies import five_steps, five_steps_data
from winsell.playbook.check import faults
from winsell.playbook.merge import merge
from winsell.playbook.model import Playbook


def own(**sections: Any) -> Playbook:
    return Playbook.model_validate(merge(five_steps_data(), sections))


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
        pytest.param("extends", "bad-id", {"extends": "Five steps"}, id="an id with blanks"),
        pytest.param("people.thin_below", "less_than_equal", {"people": {"thin_below": 2}}, id="a share above one"),
        pytest.param("probability.gamma", "greater_than", {"probability": {"gamma": 0}}, id="no exponent"),
        pytest.param("probability.gamma", "not-a-number", {"probability": {"gamma": True}}, id="a flag for a number"),
        pytest.param(
            "probability.seats", "not-a-whole-number", {"probability": {"seats": "two"}}, id="a word for a whole number"
        ),
        pytest.param(
            "probability",
            "weights-sum",
            {"probability": {"weights": {"fit": 0, "relation": 0}}},
            id="weights of nothing",
        ),
        pytest.param(
            "",
            "weights-sum",
            {"behaviour": {one: {"weight": 0} for one in five_steps_data()["behaviour"]}},
            id="elements of nothing",
        ),
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
            "chairs.user.types",
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
            "work.sign.due_from", "no-such-stage", None, {"work": {"sign": {"due_from": "xyz"}}}, id="work's stage"
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
            "strategies.frontal.tactics",
            "no-such-tactic",
            "pilot",
            {"strategies": {"frontal": {"tactics": ["pilots"]}}},
            id="a strategy's tactic",
        ),
        pytest.param(
            "relation.contact.tactics",
            "no-such-tactic",
            None,
            {"relation": {"contact": {"tactics": ["xyz"]}}},
            id="a relation's tactic",
        ),
        pytest.param(
            "strategy_rows",
            "no-such-strategy",
            "frontal",
            {"strategy_rows": [{"strategy": "frontel", "when": []}]},
            id="a row's strategy",
        ),
        pytest.param(
            "stages.lead.needs",
            "no-such-need",
            "matches",
            {"stages": {"lead": {"needs": ["match"]}}},
            id="a stage's need",
        ),
        pytest.param(
            "types.partner.questions",
            "no-such-question",
            None,
            {"types": {"partner": {"questions": ["x9"]}}},
            id="a type's question",
        ),
    ],
)
def test_a_reference_to_nothing_is_a_fault_with_the_nearest_id(
    where: str, code: str, nearest: str | None, sections: dict[str, Any]
) -> None:
    found = [one for one in faults(own(**sections)) if ".".join(one.where) == where]
    assert [(code, nearest)] == [(one.code, one.facts.get("nearest")) for one in found]
