"""One root is one finding: what one finding says, no other counts again on the same page."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rules.test_rules import SEVERITIES
from tests.strategies import Plain, any_account, any_deal, dossier_of, five_steps
from winsell.analysis.assessment import assess
from winsell.base.fact import Fact
from winsell.base.finding import Finding, Gathered, Where
from winsell.cli.app import run
from winsell.rules._roots import without_repeats
from winsell.rules.registry import findings_of

ROOT = Path(__file__).parent.parent.parent
KNOWN = """\
deal: A deal
customer: A customer
owner: wang
stage: {2021-08-01: rfp-drafting}
procurement: direct
approved: {2021-07-01: {is: "yes", by: the board, why: it can be met by a partner}}
us: {fit: {2021-08-20: {is: 60, source: a}}, relation: {2021-08-20: {is: 60, source: a}}}
events:
  project-approved: {status: {2021-08-20: {is: confirmed, source: a}}, deadline: 2022-01-31}
people:
  a: {role: user, function: it, contact: deep, attitude: {2021-08-20: {is: supporter, why: said so}}}
  b: {role: approver, function: finance, contact: deep, attitude: {2021-08-20: {is: supporter, why: said so}}}
competitors: {north: {relation: 40, fit: 40}}
"""
MUST_HAVE = KNOWN + "criteria: {sla: {name: SLA, mandatory: true, ours: failed}}\n"
MONEY = KNOWN + "behaviour: {people: known, criteria: known, intelligence: known}\n"
OPPONENT = "  c: {role: user, contact: multiple, attitude: {2021-08-20: {is: enemy, why: said so}}}\n"
ALL_KNOWN = "behaviour: {people: known, money: known, criteria: known, intelligence: known}\n"


def page(capfd: pytest.CaptureFixture[str], folder: Path, text: str) -> dict[str, Any]:
    """What `winsell check` finds of a deal, by code."""
    path = folder / "deal.yaml"
    path.write_text(text, encoding="utf-8")
    run(["check", str(path), "--as-of", "2021-09-01", "--json"])
    (file,) = json.loads(capfd.readouterr().out)["files"]
    return {one["code"]: one for one in file["findings"]}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param(MONEY, "WSB101", id="money unknown"),
        pytest.param(MUST_HAVE + ALL_KNOWN, "WSV102", id="a must-have failed"),
        pytest.param(MUST_HAVE, "WSV102", id="both"),
    ],
)
def test_what_another_finding_says_is_not_counted_once_more(
    capfd: pytest.CaptureFixture[str], tmp_path: Path, text: str, says: str
) -> None:
    found = page(capfd, tmp_path, text)
    assert says in found
    assert "WSA101" not in found


def test_what_no_finding_says_is_counted_alone(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    found = page(capfd, tmp_path, MUST_HAVE.replace("competitors:", f"{OPPONENT}competitors:"))
    assert {"WSV102", "WSB101", "WSA101"} <= set(found)
    facts = found["WSA101"]["facts"]
    assert (1, "c") == (facts["count"], facts["first"]["facts"]["person"])


def test_the_page_names_each_root_once(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "deal.yaml"
    path.write_text(MUST_HAVE.replace("competitors:", f"{OPPONENT}competitors:"), encoding="utf-8")
    run(["analyze", str(path), "--as-of", "2021-09-01"])
    (said,) = (line for line in capfd.readouterr().out.splitlines() if "WSA101 " in line)
    assert "7 red items of the plan have nobody on them. One stands under no other risk: " in said


@settings(max_examples=settings().max_examples // 2)
@given(any_deal, any_account, st.dates(date(2021, 1, 1), date(2022, 12, 31)))
def test_on_no_page_at_all_a_root_stands_twice(deal: Plain, account: Plain, on: date) -> None:
    found = findings_of(assess(dossier_of(deal, account), five_steps(), on))
    for one in found:
        if one.gathers:
            rank = SEVERITIES.index(one.severity)
            others = [other for other in found if not other.gathers and SEVERITIES.index(other.severity) <= rank]
            named = {root for other in others for root in (*other.roots, other.where)}
            assert [] == [each for each in one.gathers if named.issuperset(each.places)]
            assert len(one.gathers) == one.facts["count"]


# How it is told apart.

MONEY_ROOT, RIVAL = ("behaviour", "money"), ("competitors", "north")


def gathered(*others: Finding, items: tuple[tuple[Where, Fact], ...]) -> list[dict[str, Fact]]:
    each = tuple(Gathered((place,), said) for place, said in items)
    one = Finding("WSA101", "warning", ("actions",), {"count": len(each), "first": each[0].say}, gathers=each)
    return [dict(found.facts) for found in without_repeats([one, *others]) if found.gathers]


@pytest.mark.parametrize(
    ("other", "left"),
    [
        pytest.param(Finding("WSB101", "error", MONEY_ROOT), 1, id="just this place"),
        pytest.param(Finding("WSB101", "warning", MONEY_ROOT), 1, id="as bad"),
        pytest.param(Finding("WSB101", "hint", MONEY_ROOT), 2, id="softer, so that it would be lost"),
        pytest.param(Finding("WSB102", "error", ("behaviour", "people")), 2, id="another of its kind"),
        pytest.param(Finding("WSX", "error", ("x",), roots=(("y",), MONEY_ROOT)), 1, id="one of several"),
        pytest.param(Finding("WSX", "error", ("behaviour",)), 2, id="a whole section is no root"),
        pytest.param(Finding("WSN103", "error", RIVAL), 1, id="what stands below it"),
        pytest.param(Finding("WSC101", "error", ("competitors",)), 2, id="that nobody is named is another root"),
    ],
)
def test_a_root_is_a_thing_and_what_stands_below_it(other: Finding, left: int) -> None:
    items: tuple[tuple[Where, Fact], ...] = ((MONEY_ROOT, "money"), ((*RIVAL, "relation"), "north"))
    (facts,) = gathered(other, items=items)
    assert left == facts["count"]
    assert ("north" if other.code != "WSN103" and left == 1 else "money") == facts["first"]


def test_nothing_is_left_of_it_when_all_is_said() -> None:
    assert [] == gathered(Finding("WSB101", "error", MONEY_ROOT), items=((MONEY_ROOT, "money"),))


def test_what_others_say_is_counted_with_the_rest_and_told_apart() -> None:
    items: tuple[tuple[Where, Fact], ...] = ((MONEY_ROOT, "money"), (RIVAL, "north"))
    (facts,) = gathered(Finding("WSB101", "error", MONEY_ROOT), items=items)
    assert {"case": "beside", "all": 2, "count": 1, "first": "north"} == facts
