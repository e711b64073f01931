"""The stage window of each rule, at both edges: silent before `from`, red from `hard_from`, silent from its end on.

A rule's own cases are walked through every stage; what a playbook or a rule says of its window must show there.
"""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from tests.rules.test_rules import NAMED, ON, case_file
from tests.strategies import dossier_of, five_steps, five_steps_data
from winsell.analysis.assessment import assess
from winsell.base.finding import Finding, Severity
from winsell.playbook.merge import merge
from winsell.playbook.model import Playbook
from winsell.rules.registry import Rule, findings_of, rules

STAGES = tuple(five_steps().stages)
ENDS = {"issue": "bidding", "award": "contract"}
"""The stage from which a rule is silent, by what ends it."""
SETTINGS = five_steps().rules
WINDOWS = [rule for rule in rules() if rule.CODE in SETTINGS and SETTINGS[rule.CODE].from_ is not None]
HARD = [rule for rule in rules() if rule.CODE in SETTINGS and SETTINGS[rule.CODE].hard_from is not None]
ENDING = [rule for rule in rules() if rule.UNTIL in ENDS]


def name(rule: Rule) -> str:
    return rule.CODE


@cache
def found_at(code: str, stage: str) -> tuple[Finding, ...]:
    """What a rule finds of its failing cases if their deals were at a stage, since the last day that they name."""
    found: list[Finding] = []
    for one in case_file(code)["fail"].values():
        account = {"kind": "account", "name": "A customer"} | one["account"] if one.get("account") else None
        entered = one["deal"].get("stage")
        days = [day for day in entered if day < one.get("on", ON)] if isinstance(entered, dict) else []
        where = {**{day: entered[day] for day in days[:-1]}, days[-1]: stage} if days else stage
        dossier = dossier_of(NAMED | one["deal"] | {"stage": where}, account)
        own = one.get("playbook", {})
        playbook = Playbook.model_validate(merge(five_steps_data(), five_steps_data() | own)) if own else five_steps()
        if "rules" not in own:
            assessment = assess(dossier, playbook, date.fromisoformat(one.get("on", ON)))
            found += [finding for finding in findings_of(assessment) if finding.code == code]
    return tuple(found)


def worst(found: tuple[Finding, ...]) -> set[Severity]:
    return {one.severity for one in found}


@pytest.mark.parametrize("rule", WINDOWS, ids=name)
def test_it_is_silent_just_before_its_stage_and_speaks_at_it(rule: Rule) -> None:
    first = STAGES.index(SETTINGS[rule.CODE].from_ or STAGES[0])
    if "from" in rule.SETTINGS:  # it looks at it itself, for one of its cases
        assert any(found_at(rule.CODE, stage) for stage in STAGES[first:])
    else:
        assert all(found_at(rule.CODE, stage) == () for stage in STAGES[:first])
        assert found_at(rule.CODE, STAGES[first])


@pytest.mark.parametrize("rule", HARD, ids=name)
def test_it_is_harder_from_the_stage_at_which_it_is_late(rule: Rule) -> None:
    late = STAGES.index(SETTINGS[rule.CODE].hard_from or STAGES[0])
    before = found_at(rule.CODE, STAGES[late - 1])
    assert "error" in worst(found_at(rule.CODE, STAGES[late]))
    assert not before or "warning" in worst(before)


@pytest.mark.parametrize("rule", ENDING, ids=name)
def test_it_is_silent_from_its_end_and_not_before(rule: Rule) -> None:
    end = STAGES.index(ENDS[rule.UNTIL])
    assert () == tuple(one for stage in STAGES[end:] for one in found_at(rule.CODE, stage))
    assert any(found_at(rule.CODE, stage) for stage in STAGES[:end])


@pytest.mark.parametrize("rule", rules(), ids=name)
def test_after_a_loss_only_what_is_still_true_is_said(rule: Rule) -> None:
    found: list[Finding] = []
    for one in case_file(rule.CODE)["fail"].values():
        if one["deal"].get("outcome") or one.get("account"):
            continue
        dossier = dossier_of(NAMED | one["deal"] | {"outcome": {"2021-01-02": "lost"}})
        assessment = assess(dossier, five_steps(), date.fromisoformat(one.get("on", ON)))
        found += [finding for finding in findings_of(assessment) if finding.code == rule.CODE]
    assert rule.UNTIL == "ever" or not found
