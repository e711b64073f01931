"""What to find out first, and what each stage asks for (METHOD 8.6, 14)."""

from __future__ import annotations

from dataclasses import replace
from statistics import fmean

import pytest

from tests.analysis.moments import PROOF, assessed, own_playbook
from tests.strategies import five_steps
from winsell.analysis.decision_chain import chain_numbers
from winsell.analysis.formula import Level, win_share
from winsell.analysis.gaps import Gap
from winsell.analysis.stage_needs import NEEDS
from winsell.analysis.win_probability import Setting
from winsell.playbook.check import NEEDS as CHECKED_NEEDS

GOOD = "matches: {direction: 'yes', capability: 'yes', amount: 'yes'}\n" + PROOF


def gaps(text: str) -> tuple[Gap, ...]:
    return assessed(text).gaps


def gap(where: str, text: str) -> Gap:
    return next(one for one in gaps(text) if ".".join(one.where) == where)


def test_gaps_stand_in_the_order_verdict_stage_value() -> None:
    reasons = [one.reason for one in gaps(GOOD + "us: {fit: 70}\ncompetitors: {a: {}, b: {}}\nstage: value-proof\n")]
    assert ["verdict", "stage", "value"] == sorted(set(reasons), key=reasons.index)
    assert reasons == sorted(reasons, key=["verdict", "stage", "value"].index)


def test_each_thing_is_asked_once() -> None:
    places = [one.where for one in gaps("stage: qualification\n")]
    assert len(places) == len(set(places))
    assert 1 == places.count(("events",))


def test_gaps_of_one_kind_stand_by_value_over_effort() -> None:
    found = [one for one in gaps(GOOD + "us: {fit: 70}\ncompetitors: {a: {}, b: {fit: 60}}\n") if one.reason == "value"]
    worth = [(one.value or 0) / (one.effort or 1) for one in found]
    assert worth == sorted(worth, reverse=True)
    assert 4 == len(found)


SETTING = GOOD + "us: {fit: 70}\ncompetitors: {a: {}, b: {fit: 60}}\nshortlist: 3\n"


def setting_of(text: str) -> tuple[Setting, float]:
    found = assessed(text).probability
    assert found.setting is not None
    assert found.result is not None
    return found.setting, found.result.width


ANCHORS = (0.0, 25.0, 50.0, 75.0, 100.0)
RULES = five_steps().probability


def test_a_gap_is_worth_the_range_now_less_its_mean_over_the_five_anchors() -> None:
    setting, width = setting_of(SETTING)
    widths = []
    for anchor in ANCHORS:
        first, second = setting.inputs.rivals
        assert "a" == first.id
        rivals = [replace(first, levels={**first.levels, "fit": anchor}), second]
        widths.append(win_share(replace(setting.inputs, rivals=rivals), RULES).width)
    assert pytest.approx(width - fmean(widths)) == gap("competitors.a.fit", SETTING).value


def test_our_own_gap_is_worth_the_same_way() -> None:
    setting, width = setting_of(SETTING)
    known = [replace(setting.inputs, ours={**setting.inputs.ours, "relation": Level(one, one, one)}) for one in ANCHORS]
    assert (
        pytest.approx(width - fmean(win_share(one, RULES).width for one in known)) == gap("us.relation", SETTING).value
    )


@pytest.mark.parametrize(
    ("effort", "where"), [(1, "us.relation"), (2, "competitors.a.fit"), (3, "competitors.a.relation")]
)
def test_what_is_harder_to_find_out_costs_more(effort: float, where: str) -> None:
    assert effort == gap(where, SETTING).effort


CHAIN = (
    GOOD
    + "stage: qualification\nus: {fit: 70}\n"
    + "people: {a: {role: approver, politics: inner, contact: deep}, b: {role: evaluator}}\n"
)


def test_a_person_is_worth_what_his_five_attitudes_would_narrow() -> None:
    found = assessed(CHAIN)
    setting, width = setting_of(CHAIN)
    widths = []
    for value in (2.0, 1.0, 0.0, -1.0, -2.0):
        links = [replace(one, value=value, known=True) if one.id == "a" else one for one in found.chain.links]
        numbers = chain_numbers(links, five_steps().people)
        assert numbers.score is not None
        assert numbers.low is not None
        assert numbers.high is not None
        assert not numbers.thin
        level = Level((numbers.score + 100) / 2, (numbers.low + 100) / 2, (numbers.high + 100) / 2)
        widths.append(win_share(replace(setting.inputs, ours={**setting.inputs.ours, "relation": level}), RULES).width)
    approver, evaluator = (next(one for one in found.gaps if one.where == ("people", id_)) for id_ in "ab")
    assert pytest.approx(width - fmean(widths)) == approver.value
    assert approver.effort == 2
    assert (approver.value or 0) > (evaluator.value or 0) > 0


def test_an_empty_chair_is_worth_as_much_as_a_stranger_of_its_weight() -> None:
    chair = gap("chairs.approver", GOOD + "stage: qualification\nus: {fit: 70}\npeople: {u: {role: user, key: no}}\n")
    person = gap("people.boss", GOOD + "us: {fit: 70}\npeople: {boss: {role: approver, politics: structure}}\n")
    assert person.value is not None
    assert person.value > 0
    assert (person.value, person.effort) == (chair.value, chair.effort)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("us: {fit: 70}\npeople: {a: {role: decider}}\n", id="no number"),
        pytest.param(GOOD + "us: {fit: 70, relation: 60}\npeople: {a: {role: decider}}\n", id="the relation is given"),
        pytest.param(GOOD + "us: {fit: 70}\npeople: {a: {role: user, key: no}}\n", id="he is no key person"),
    ],
)
def test_a_person_has_no_value_where_the_formula_does_not_hear_him(text: str) -> None:
    assert ("people", "a") not in {one.where for one in gaps(text) if one.reason == "value"}


def test_an_unnamed_competitor_is_no_gap_of_value() -> None:
    assert {"us"} == {one.where[0] for one in gaps(GOOD + "us: {fit: 70}\n") if one.reason == "value"}


def test_learning_everything_leaves_no_gap_of_value() -> None:
    levels = "{fit: {is: 60, why: x}, relation: {is: 60, why: x}}"
    assert [] == [one for one in gaps(GOOD + f"us: {levels}\ncompetitors: {{a: {levels}, b: {levels}}}\n") if one.value]


# What holds the number down.

NEAR = (
    GOOD
    + "stage: value-proof\nus: {fit: {is: 70, why: x}, relation: 60}\nbehaviour: {money: %s, criteria: partial}\n"
    + "competitors: {a: {fit: 60, relation: 60}, b: {fit: 60, relation: 60}}\n"
    + "value: {a: {claim: a, kind: solution, they_have: {a: 'no'}}}\n"
    + "people: {md: {role: approver, attitude: {2021-08-20: {is: supporter, why: x, how: heard}}, contact: %s},"
    + " f: {function: finance, key: no}, i: {function: it, key: no}, u: {role: user, key: no}}\n"
)
TELLS = "sources: {i: {scope: {2021-08-20: decision}}}\n"


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param(
            ["gap.meet", "gap.inside-source", "gap.money-rest", "gap.criteria-rest"],
            NEAR % ("partial", "none"),
            id="an approver whom nobody met",
        ),
        pytest.param(
            ["gap.second-source", "gap.money-rest", "gap.criteria-rest"],
            NEAR % ("partial", "deep") + TELLS,
            id="one source",
        ),
        pytest.param(
            ["gap.money", "gap.second-source", "gap.criteria-rest"],
            NEAR % ("unknown", "deep") + TELLS,
            id="what is unknown altogether stands before",
        ),
        pytest.param(
            ["gap.chair", "gap.second-source", "gap.money-rest", "gap.criteria-rest"],
            (NEAR % ("partial", "deep") + TELLS).replace("function: finance", "function: other"),
            id="nobody knows who pays",
        ),
        pytest.param(
            ["gap.chair", "gap.second-source", "gap.money-rest", "gap.criteria-rest"],
            (NEAR % ("partial", "deep") + TELLS).replace("role: approver", "veto: yes, role: decider"),
            id="nobody knows who approves",
        ),
        pytest.param(
            ["gap.prices", "gap.criteria-rest", "gap.money-rest"],
            (NEAR % ("partial", "none") + TELLS).replace("value-proof", "bidding"),
            id="while bidding nobody is to be met",
        ),
    ],
)
def test_what_holds_the_number_down_stands_before_the_rest_of_what_is_half_known(
    expected: list[str], text: str
) -> None:
    assert expected == [one.ask.code for one in gaps(text)]


# What the stage asks for.


def open_needs(stage: str, text: str) -> set[str]:
    return {one.ask.code.removeprefix("gap.") for one in gaps(f"stage: {stage}\n{text}") if one.reason == "stage"}


SEATED = """
people:
  a: {role: approver, function: it, contact: deep, attitude: {2021-08-20: {is: neutral, why: x}}}
  u: {role: user, key: no}
  f: {function: finance, key: no}
  p: {function: procurement, key: no}
"""
ROW = "value: {a: {claim: a, kind: solution, they_have: {a: 'no'}}}\n"
BOTH = "competitors: {a: {fit: 60, relation: 60}, b: {fit: 60, relation: 60}}\n"
SOURCE = "sources: {a: {scope: {2021-08-20: decision}}}\n"


@pytest.mark.parametrize(
    ("expected", "stage", "text"),
    [
        pytest.param({"matches"}, "lead", "note: x\n", id="lead"),
        pytest.param(set(), "lead", GOOD, id="lead, answered"),
        pytest.param(
            {"event-deadline", "inside-source"},
            "qualification",
            "note: x\n",
            id="qualification: the verdict asks for the event",
        ),
        pytest.param(
            {"event-deadline", "inside-source"},
            "qualification",
            GOOD.replace(", deadline: 2022-06-30", ""),
            id="no date",
        ),
        pytest.param(set(), "qualification", GOOD + SOURCE, id="qualification, answered"),
        pytest.param({"value-rows"}, "pursuit-approval", GOOD, id="pursuit approval: the verdict asks for the rest"),
        pytest.param(
            {"competitors"}, "pursuit-approval", GOOD + ROW + SEATED + "competitors: {a: {}}\n", id="one of two named"
        ),
        pytest.param(
            {"veto-holders"},
            "pursuit-approval",
            GOOD + ROW + BOTH + "people: {a: {veto: yes}}\n",
            id="a veto holder unknown",
        ),
        pytest.param(set(), "pursuit-approval", GOOD + ROW + SEATED + BOTH, id="pursuit approval, answered"),
        pytest.param({"key-persons", "four-answers"}, "needs-analysis", GOOD + ROW, id="needs analysis"),
        pytest.param(
            {"four-answers"},
            "needs-analysis",
            GOOD
            + ROW
            + SEATED
            + "strategy: frontal\nus: {fit: 70}\ncompetitors: {a: {fit: 60, relation: 60}, b: {fit: 60}}\n",
            id="one answer open",
        ),
        pytest.param(
            {"four-answers"}, "needs-analysis", GOOD + ROW + SEATED + BOTH + "strategy: frontal\n", id="our own is open"
        ),
        pytest.param(
            set(),
            "needs-analysis",
            GOOD + ROW + SEATED + BOTH + "strategy: frontal\nus: {fit: 70}\n",
            id="needs analysis, answered",
        ),
        pytest.param(
            {"money", "criteria", "attitudes"},
            "value-proof",
            GOOD + ROW + "people: {a: {role: decider}}\n",
            id="value proof",
        ),
        pytest.param(
            {"money-rest"},
            "value-proof",
            GOOD + ROW + SEATED + "behaviour: {money: partial, criteria: not-recoverable}\n",
            id="half of the money",
        ),
        pytest.param({"signs", "criteria", "money"}, "rfp-drafting", GOOD + ROW, id="RFP drafting"),
        pytest.param(
            set(),
            "rfp-drafting",
            GOOD
            + ROW
            + "behaviour: {money: known, criteria: known}\n"
            + "signs: {deepest-exchange: absent, budget-asked: absent, tender-consulted: absent}\n",
            id="RFP drafting, answered",
        ),
        pytest.param({"prices", "criteria", "money"}, "bidding", GOOD + ROW, id="bidding"),
        pytest.param(
            set(),
            "bidding",
            GOOD + ROW + "us: {price: 50}\nbehaviour: {money: known, criteria: known}\n",
            id="bidding, answered",
        ),
        pytest.param({"lessons"}, "contract", GOOD + ROW, id="contract"),
        pytest.param(set(), "contract", GOOD + ROW + "behaviour: {lessons: known}\n", id="contract, answered"),
    ],
)
def test_a_stage_asks_for_its_three_data(expected: set[str], stage: str, text: str) -> None:
    assert expected == open_needs(stage, text)


def test_the_names_of_the_unknown_are_the_work() -> None:
    asked = next(
        one.ask
        for one in gaps(GOOD + ROW + "stage: value-proof\npeople: {a: {role: decider}, b: {role: decider}}\n")
        if one.ask.code == "gap.attitudes"
    )
    assert 2 == asked.facts["count"]


def test_a_need_that_the_program_does_not_know_never_opens() -> None:
    odd = own_playbook("{kind: playbook, id: own, version: '1', name: {en: Own}, stages: {lead: {needs: [horoscope]}}}")
    assert [] == [one for one in assessed("stage: lead\n", playbook=odd).gaps if one.reason == "stage"]


def test_the_playbook_check_knows_the_needs_that_the_program_knows() -> None:
    assert set(CHECKED_NEEDS) == set(NEEDS)


def test_a_person_with_the_id_of_a_chair_is_not_taken_for_it() -> None:
    text = PROOF + "stage: needs-analysis\nus: {fit: 70}\npeople: {it: {role: decider}, payer: {role: evaluator}}\n"
    found = {gap.where: gap.ask.code for gap in assessed(text).gaps}
    assert "gap.person" == found["people", "it"] == found["people", "payer"]
    assert "gap.chair" == found["chairs", "payer"] == found["chairs", "it"]


def test_a_competitor_of_whom_a_question_asks_is_not_asked_about_again() -> None:
    found = gaps(
        GOOD + "stage: needs-analysis\nus: {fit: 70}\ncompetitors: {a: {}, b: {fit: 60}, c: {kind: do-nothing}}\n"
    )
    assert ["gap.four-answers"] == [one.ask.code for one in found if one.where[0] in ("us", "competitors")]


def test_a_must_have_that_nobody_has_looked_at_is_asked_about_and_red_while_the_tender_is_written() -> None:
    text = GOOD + "us: {fit: 70}\ncriteria: {sla: {name: SLA, mandatory: yes}, wish: {name: Wish}}\n"
    early, late = (gap("criteria.ours", text + f"stage: {one}\n") for one in ("value-proof", "rfp-drafting"))
    assert (("criteria", "sla"),) == early.matters
    assert ("yellow", "red") == (early.colour, late.colour)
    assert not [one for one in gaps(text.replace("yes}", "yes, ours: met}")) if one.where[0] == "criteria"]
