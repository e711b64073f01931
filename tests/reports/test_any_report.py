"""Whatever a valid deal and a valid playbook hold: each report can be read at any width, and keeps to its schema."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from tests.reports.pages import lines, subject
from tests.strategies import AFTER, BEFORE, Plain, any_account, any_deal, contested_deal, dossier_of, five_steps_data
from winsell.analysis.as_known import as_known
from winsell.analysis.assessment import Assessment, assess
from winsell.analysis.meeting import meeting_with
from winsell.analysis.screened import screened
from winsell.analysis.week import friday_after
from winsell.base.block import Report
from winsell.base.finding import Finding
from winsell.playbook.check import faults
from winsell.playbook.merge import merge, order_stages
from winsell.playbook.model import Playbook
from winsell.reports.analyze import analyze_report
from winsell.reports.brief import brief_report
from winsell.reports.check import check_report
from winsell.reports.checked import Checked
from winsell.reports.paper import paper_report
from winsell.reports.plan import plan_report
from winsell.reports.screen import screen_report
from winsell.reports.week import DealWeek, Week, new_and_red, week_report, week_text
from winsell.rules.registry import findings_of
from winsell.store.schemas import schema_of
from winsell.views.as_json import render_json
from winsell.views.screen import Screen
from winsell.views.terminal import render
from winsell.words.speak import Speaker

DAYS = (BEFORE, date(2021, 10, 15), date(2022, 3, 31), AFTER)
SCREENS = tuple(Screen(width=width) for width in (40, 80, 120))
DEEPEST = 4
HEAD = {"kind": "playbook", "id": "ours", "version": "1", "name": {"en": "Our way"}, "extends": "five-steps"}
Path = tuple[str, ...]


# Playbooks from which one thing is missing.


def places(tree: Mapping[str, Any], above: Path = ()) -> Iterator[Path]:
    """Every key of a playbook, with the keys above it."""
    for key, value in tree.items():
        yield (*above, key)
        if isinstance(value, dict) and len(above) + 1 < DEEPEST:
            yield from places(value, (*above, key))


def removal(path: Path) -> Plain:
    """What a company would write into its own playbook to take one thing out."""
    tree: Plain = {path[-1]: None}
    for key in reversed(path[:-1]):
        tree = {key: tree}
    return HEAD | tree


@cache
def playbook_without(path: Path) -> Playbook | None:
    """The built-in playbook without one thing; None if it is no playbook then."""
    merged = merge(five_steps_data(), removal(path)) if path else five_steps_data()
    try:
        found = Playbook.model_validate(merged | {"stages": order_stages(merged.get("stages", {}))})
    except ValidationError:
        return None
    return None if faults(found) else found


PLACES: tuple[Path, ...] = ((), *places(five_steps_data()))
playbooks = st.sampled_from(PLACES).map(playbook_without).filter(lambda found: found is not None)
deals = st.one_of(any_deal, contested_deal)


@cache
def validator() -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(schema_of("report"))


# The laws.


def reports(found: Assessment, findings: tuple[Finding, ...]) -> tuple[Report, ...]:
    moment, about = found.moment, subject()
    return (
        screen_report(about, screened(moment.dossier, moment.playbook, moment.on)),
        analyze_report(about, found, findings),
        plan_report(about, found),
        paper_report(about, found),
        brief_report(about, found, [meeting_with(found, id_) for id_ in (*moment.dossier.people, *accounted(found))]),
        *weeks(found, findings),
        check_report([Checked("deal.yaml", "deal", about, findings, on=moment.on)]),
    )


def accounted(found: Assessment) -> tuple[str, ...]:
    """Those whom the account knows and the deal does not name."""
    account = found.moment.dossier.account
    return tuple(id_ for id_ in (account.people if account else ()) if id_ not in found.moment.dossier.people)


def weeks(found: Assessment, findings: tuple[Finding, ...]) -> tuple[Report, Report]:
    moment = found.moment
    friday = assess(as_known(moment.dossier, moment.on), moment.playbook, friday_after(moment.on))
    turning = new_and_red(findings, findings_of(friday))
    week = Week(moment.on, None, (DealWeek(subject(), found, friday, turning),))
    return week_report(week), week_text(week)


def check_reports(deal: Plain, account: Plain, playbook: Playbook, on: date) -> None:
    found = assess(dossier_of(deal, account), playbook, on)
    findings = findings_of(found)
    for report in reports(found, findings):
        assert not [line for line in lines(report) if re.search(r"\bNone\b(?! of it)", line)]
        for screen in SCREENS:
            check_text(render(report, Speaker("en"), screen))
        validator().validate(json.loads(render_json(report)))
    check_evidence(found, findings)


def check_text(text: str) -> None:
    assert text.strip()
    assert not [line for line in text.splitlines() if "{" in line or "}" in line]


def check_evidence(found: Assessment, findings: tuple[Finding, ...]) -> None:
    """The note beside the number and the finding are one decision."""
    if found.probability.status != "computed":
        return
    said = lines(analyze_report(subject(), found, findings))
    notes = ("that lack a source", "has evidence", "has no evidence")
    noted = any(note in line for line in said for note in notes if not line.startswith("! WS"))
    assert noted == any(one.code == "WSN101" for one in findings)


@settings(max_examples=min(60, settings().max_examples), suppress_health_check=[HealthCheck.too_slow])
@given(deals, any_account, playbooks, st.sampled_from(DAYS))
def test_any_deal_by_any_playbook_can_be_reported(deal: Plain, account: Plain, playbook: Playbook, on: date) -> None:
    check_reports(deal, account, playbook, on)


@pytest.mark.long
@settings(max_examples=2_000, suppress_health_check=[HealthCheck.too_slow])
@given(deals, any_account, playbooks)
def test_each_of_two_thousand_deals_can_be_reported_on_any_day(deal: Plain, account: Plain, playbook: Playbook) -> None:
    for on in DAYS:
        check_reports(deal, account, playbook, on)


def test_the_playbooks_miss_one_thing_each_and_are_many() -> None:
    valid = [path for path in PLACES if playbook_without(path)]
    assert {"tactics", "signs", "chairs", "rules", "events"} <= {path[0] for path in valid if path}
    assert len(PLACES) / 4 < len(valid) < len(PLACES)
