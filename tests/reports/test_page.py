"""What of a deal's risks a page shows: a root once, three of a colour, and how to see the rest."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.strategies import Plain, any_account, any_deal, dossier_of, five_steps
from winsell.analysis.assessment import assess
from winsell.base.finding import Finding, Severity, Where
from winsell.cli.app import run
from winsell.reports.page import by_root, is_brief, page_of, roots_of
from winsell.rules.registry import Judged, findings_of, judged_for, rules

CIO: Where = ("people", "cio")
CFO: Where = ("people", "cfo")


def one(code: str, severity: Severity, *roots: Where, where: Where = ()) -> Finding:
    return Finding(code, severity, where, roots=roots)


# One root.


def test_what_is_about_the_same_stands_under_the_hardest() -> None:
    found = (one("A", "error", CIO), one("B", "error", CFO), one("C", "warning", CIO), one("D", "hint", CIO))
    assert [("A", ("C", "D")), ("B", ())] == [
        (matter.lead.code, tuple(matter.ids_by_code)) for matter in by_root(found)
    ]


def test_what_is_about_more_than_that_stands_by_itself() -> None:
    found = (one("A", "error", CIO), one("B", "warning", CIO, CFO), one("C", "warning", CFO))
    assert [("A", ()), ("B", ("C",))] == [(one.lead.code, (*one.ids_by_code,)) for one in by_root(found)]


def test_a_code_is_named_once_and_each_finding_counted() -> None:
    (matter,) = by_root((one("A", "error", CIO), one("B", "hint", CIO), one("B", "hint", CIO)))
    assert (("B",), 2) == (tuple(matter.ids_by_code), len(matter.others))


@pytest.mark.parametrize(
    ("where", "root"),
    [
        pytest.param(("people", "cio", "contact"), {CIO}, id="a person, whatever of him"),
        pytest.param(("people",), set(), id="a section is nothing of its own"),
        pytest.param((), set(), id="the deal as a whole"),
    ],
)
def test_a_place_tells_the_root_if_the_rule_does_not(where: Where, root: set[Where]) -> None:
    assert root == roots_of(one("A", "error", where=where))


# One page.


def many(red: int, yellow: int, white: int) -> tuple[Finding, ...]:
    wanted: tuple[tuple[Severity, int], ...] = (("error", red), ("warning", yellow), ("hint", white))
    return tuple(one(f"{sev}-{at}", sev) for sev, count in wanted for at in range(count))


@pytest.mark.parametrize(
    ("found", "brief", "shown", "left_out"),
    [
        ((2, 1, 1), False, (2, 1, 1), 0),
        ((5, 5, 5), False, (3, 3, 0), 9),
        ((0, 5, 5), False, (0, 3, 0), 7),
        ((0, 3, 5), False, (0, 3, 3), 2),
        ((3, 1, 5), False, (3, 1, 2), 3),
        ((1, 5, 5), True, (1, 2, 0), 8),
        ((5, 5, 5), True, (3, 0, 0), 12),
        ((0, 0, 0), True, (0, 0, 0), 0),
    ],
)
def test_three_of_a_colour_are_shown_and_the_rest_is_counted(
    found: tuple[int, int, int], brief: bool, shown: tuple[int, int, int], left_out: int
) -> None:
    page = page_of(many(*found), brief=brief)
    severities = [matter.lead.severity for matter in page.matters]
    assert shown == tuple(severities.count(sev) for sev in ("error", "warning", "hint"))
    assert left_out == page.left_out


def test_who_is_named_under_another_is_not_left_out() -> None:
    page = page_of((*many(3, 0, 0), one("A", "warning", CIO), one("B", "hint", CIO)))
    assert 0 == page.left_out


def test_five_lines_are_brief_and_their_form_is_none_of_them() -> None:
    lines = {"deal": "A deal", "customer": "A customer", "stage": "value-proof", "owner": "wang", "method": "open"}
    assert is_brief(dossier_of({"winsell": 1, "kind": "deal", "id": "x"} | lines).deal)
    assert not is_brief(dossier_of(lines | {"note": "and more"}).deal)


@settings(max_examples=settings().max_examples // 2)
@given(any_deal, any_account, st.dates(date(2021, 1, 1), date(2022, 12, 31)))
def test_nothing_is_lost_and_nothing_stands_under_what_is_milder(deal: Plain, account: Plain, on: date) -> None:
    found = findings_of(assess(dossier_of(deal, account), five_steps(), on))
    matters = by_root(found)
    assert sorted(map(id, found)) == sorted(id(one) for matter in matters for one in (matter.lead, *matter.others))
    worst = ("error", "warning", "hint")
    for matter in matters:
        assert all(worst.index(matter.lead.severity) <= worst.index(other.severity) for other in matter.others)
        assert all(roots_of(other) <= roots_of(matter.lead) for other in matter.others)
    page = page_of(found, brief=is_brief(dossier_of(deal, account).deal))
    shown = sum(1 + len(matter.others) for matter in page.matters)
    assert len(found) == shown + page.left_out


# On the screen.

UNMET = """\
deal: A deal
customer: A customer
owner: wang
stage: {2021-06-01: value-proof}
procurement: direct
approved: {2021-07-01: "yes"}
stated: {2021-08-20: 80}
us: {fit: {2021-08-20: {is: 60, source: a}}, relation: {2021-08-20: {is: 60, source: a}}}
events:
  leader-demands: {status: {2021-08-20: {is: confirmed, source: a, how: said}}, deadline: 2022-01-31}
people:
  cio: {role: approver, contact: none, attitude: {2021-08-20: {is: supporter, why: is said to, source: a, how: heard}}}
  a: {role: decider, function: it, contact: multiple, attitude: {2021-08-20: {is: neutral, why: said so, how: said}}}
actions: {meet: {what: Meet the CIO, for: people.cio, owner: wang, due: 2021-08-25}}
"""


@pytest.fixture
def deal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    Path("deal.yaml").write_text(UNMET, encoding="utf-8")
    return "deal.yaml"


def printed(capfd: pytest.CaptureFixture[str], *argv: str) -> str:
    run([*argv, "--as-of", "2021-09-01"])
    out, err = capfd.readouterr()
    assert "" == err
    return out


def found(capfd: pytest.CaptureFixture[str], *argv: str) -> list[dict[str, Any]]:
    data = json.loads(printed(capfd, *argv, "--json"))
    listed: list[dict[str, Any]] = data["files"][0]["findings"] if "files" in data else data["findings"]
    return listed


@pytest.mark.parametrize("command", ["check", "analyze"])
def test_one_person_is_one_risk_and_the_others_are_named_by_code(
    capfd: pytest.CaptureFixture[str], command: str, deal: str
) -> None:
    page = printed(capfd, command, deal)
    assert "WSP102 cio approves the deal" in page
    assert "2 more findings about the same: WSA102, WSP115" in page
    assert "WSA102 " not in page.replace("WSA102, ", "")
    under = {one["code"]: one["under"] for one in found(capfd, command, deal)}
    assert {"WSP102": None, "WSA102": "WSP102", "WSP115": "WSP102"}.items() <= under.items()


@pytest.mark.parametrize("command", ["check", "analyze"])
def test_an_accepted_risk_leads_no_other_and_stands_under_none(
    capfd: pytest.CaptureFixture[str], command: str, deal: str
) -> None:
    accepted = "accepted: {WSP102: {reason: not before the tour, until: 2021-12-31}}\n"
    Path(deal).write_text(UNMET + accepted, encoding="utf-8")
    under = {one["code"]: one["under"] for one in found(capfd, command, deal)}
    assert "WSP102" not in under
    assert {"WSA102": None, "WSP115": "WSA102"}.items() <= under.items()
    page = printed(capfd, command, deal)
    assert "WSA102 " in page
    assert "One more finding about the same: WSP115" in page
    assert "WSP102" not in page
    Path(deal).write_text(UNMET + accepted.replace("WSP102", "WSP115"), encoding="utf-8")
    assert "One more finding about the same: WSA102" in printed(capfd, command, deal)


@pytest.mark.parametrize("command", ["check", "analyze"])
def test_a_long_list_says_how_to_see_all_of_it(capfd: pytest.CaptureFixture[str], command: str, deal: str) -> None:
    page, listed = printed(capfd, command, deal), found(capfd, command, deal)
    assert "more risks, 2 of them red: winsell check deal.yaml --all" in page
    yellow = [one for one in listed if one["severity"] == "warning" and one["under"] is None]
    assert len(yellow) > 3
    assert 3 == sum(f"{one['code']} " in page for one in yellow)


def test_all_of_them_are_shown_to_who_asks(capfd: pytest.CaptureFixture[str], deal: str) -> None:
    page = printed(capfd, "check", deal, "--all")
    assert all(f"{one['code']} " in page for one in found(capfd, "check", deal))
    assert "--all" not in page
    assert "about the same" not in page


def test_a_markdown_page_is_as_short(capfd: pytest.CaptureFixture[str], deal: str) -> None:
    page = printed(capfd, "check", deal, "--format", "markdown")
    assert "more risks, 2 of them red: winsell check deal.yaml --all" in page.replace("\\", "")


# Who is told.


@pytest.mark.parametrize("command", ["check", "analyze"])
def test_how_hopeful_an_owner_is_the_manager_is_not_told(
    capfd: pytest.CaptureFixture[str], command: str, deal: str
) -> None:
    owner = {one["code"] for one in found(capfd, command, deal)}
    manager = {one["code"] for one in found(capfd, command, deal, "--reader", "manager")}
    assert {"WSN105"} == owner - manager
    assert owner == {one["code"] for one in found(capfd, command, deal, "--reader", "owner")}
    accepted = "accepted: {WSN105: {reason: he told me so himself, until: 2021-12-31}}\n"
    Path(deal).write_text(UNMET + accepted, encoding="utf-8")
    assert "he told me so himself" in printed(capfd, command, deal, "--json")
    assert "he told me so himself" not in printed(capfd, command, deal, "--json", "--reader", "manager")
    Path(deal).write_text(UNMET + accepted.replace("2021-12", "2021-07"), encoding="utf-8")
    codes = {one["code"] for one in found(capfd, command, deal)}
    assert {"WSR101"} == codes - {one["code"] for one in found(capfd, command, deal, "--reader", "manager")} - {
        "WSN105"
    }


def test_a_reader_that_does_not_exist_is_refused(capfd: pytest.CaptureFixture[str], deal: str) -> None:
    assert 2 == run(["check", deal, "--reader", "boss"])
    assert "winsell: there is no reader boss - use one of: owner, manager\n" == capfd.readouterr().err


def test_patterns_of_optimism_are_told_to_the_owner_only() -> None:
    every = tuple(Finding(rule.CODE, "hint") for rule in rules())
    told = {one.code for one in judged_for("manager", Judged(every, ())).open}
    assert {"WSN105", "WSN106"} == {one.code for one in every} - told
