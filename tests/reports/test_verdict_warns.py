"""A verdict says what stands against it: signs that another is winning, broken terms of our own yes, empty chairs."""

from __future__ import annotations

import json
from datetime import date

import pytest

from tests.reports.pages import analyzed, notes, number, planned, screened
from tests.strategies import ROOT
from winsell.cli.app import run

TEAM = ROOT / "examples" / "team"
ON = date(2021, 9, 1)
GOOD = """
stage: {2021-08-02: rfp-drafting}
approved: {2021-06-28: {is: yes}}
matches: {direction: yes, capability: yes, amount: yes}
events:
  project-approved: {status: {2021-08-20: {is: confirmed, why: on paper, source: cio, how: said}}, deadline: 2022-06-30}
value:
  hybrid:
    claim: runs in both
    kind: solution
    matters_to: [cio]
    they_have: {rival: no}
    proof: shown
    customer_confirmed: {2021-08-20: {is: yes, why: in the minutes, source: cio}}
us: {fit: {2021-08-20: {is: 70, why: a comparison, source: own}}}
competitors: {rival: {name: Rival, fit: {2021-08-20: {is: 60, why: compared, source: own}}}}
people:
  cio:
    {title: CIO,
     role: approver, function: it, contact: multiple, attitude: {2021-08-20: {is: neutral, why: asks, how: said}}}
  coo: {title: COO, role: user, function: business, contact: multiple}
  buyer: {title: Buyer, role: evaluator, function: procurement, contact: multiple}
"""
CHAIRS = "chairs: {payer: {2021-08-20: {is: cio, why: holds the budget, source: cio}}}\n"


def verdict(said: list[str]) -> str:
    return next(line for line in said if "GO" in line)


def test_a_go_without_anything_against_it_is_plain() -> None:
    assert verdict(screened(GOOD + CHAIRS, ON)).startswith("+ GO: ")


def test_a_win_sign_seen_at_a_competitor_stands_with_the_verdict() -> None:
    told = (
        GOOD
        + CHAIRS
        + "signs: {tender-consulted: {2021-08-25: {is: present, at: rival, why: their words, source: cio}}}\n"
    )
    said = screened(told, ON)
    assert verdict(said).startswith("! GO by the three questions, with a sign of losing: worth winning")
    seen = "!! seen at Rival, not with us: they consulted our solution while writing the tender (since 25 Aug 2021)"
    assert seen in said
    assert [line for line in analyzed(told, ON) if "! GO by the three questions, with a sign of losing" in line]
    assert [line for line in planned(told, ON) if "! GO by the three questions, with a sign of losing" in line]


def test_signs_of_losing_stand_with_a_go_too_unless_they_show_only_in_part() -> None:
    told = (
        GOOD + CHAIRS + "signs: {price-only: {2021-08-25: {is: %s, why: the buyer}}, delays: {2021-08-25: {is: %s}}}\n"
    )
    said = screened(told % ("present", "present"), ON)
    assert verdict(said).startswith("! GO by the three questions, with 2 signs of losing: ")
    assert 2 == len([line for line in said if line.startswith("!! a sign of losing: ")])
    assert verdict(screened(told % ("partly", "partly"), ON)).startswith("+ GO: ")


def test_a_chair_in_which_nobody_is_known_to_sit_is_a_condition_of_the_go() -> None:
    said = screened(GOOD, ON)
    assert verdict(said).startswith("+ GO, on one condition: ")
    assert ["- Find out who sits there, and where they stand: who pays"] == notes(said, "+ GO")


@pytest.mark.parametrize(
    ("condition", "tone", "note"),
    [
        ("{what: meet the board, due: 2021-09-01}", "+", "Our own approval asks for it by 1 Sep 2021: meet the board"),
        (
            "{what: meet the board, due: 2021-08-31}",
            "!",
            "Our own approval asked for it by 31 Aug 2021, and nobody noted that it was done: meet the board",
        ),
        (
            "{what: meet the board, met: {2021-08-30: {is: no, why: they cancelled}}}",
            "!",
            "Our own approval asked for it, and it was not done: meet the board (they cancelled)",
        ),
    ],
)
def test_a_condition_of_our_own_yes_has_a_day_and_an_end(condition: str, tone: str, note: str) -> None:
    said = screened(GOOD + CHAIRS + f"conditions: {{board: {condition}}}\n", ON)
    assert verdict(said).startswith(f"{tone} GO, on one condition: ")
    assert [f"- {note}"] == notes(said, f"{tone} GO")


def test_a_condition_that_was_met_is_none_any_more() -> None:
    told = GOOD + CHAIRS + "conditions: {board: {what: meet the board, due: 2021-08-31, met: {2021-08-30: yes}}}\n"
    assert verdict(screened(told, ON)).startswith("+ GO: ")
    assert "on one condition" in verdict(screened(told, date(2021, 8, 29)))


def test_a_neutral_approver_who_keeps_to_the_rules_told_us_nothing() -> None:
    assert [line for line in analyzed(GOOD + CHAIRS, ON) if "no inside source" in line]
    told = GOOD.replace("is: neutral", "is: supporter") + CHAIRS
    assert [line for line in analyzed(told, ON) if "one inside source, CIO: 85 % of it is left" in line]
    assert "Win probability" in number(analyzed(told, ON))


def test_the_plan_opens_with_what_comes_next() -> None:
    later, sooner = "{what: A visit, due: 2021-09-20, owner: li}", "{what: The bid, due: 2021-09-03, owner: wang}"
    action = f"actions: {{a: {later}, b: {sooner}}}\n"
    said = planned(GOOD + CHAIRS + action, ON)
    assert "Next: The bid (wang), by 3 Sep 2021" in said
    assert not [line for line in planned(GOOD + CHAIRS, ON) if line.startswith("Next: ")]


def test_what_is_overdue_comes_before_what_comes_next() -> None:
    late = "a: {what: A visit, due: 2021-08-20, owner: li}, c: {what: A call, due: 2021-08-30, customer: true}"
    said = planned(GOOD + CHAIRS + f"actions: {{{late}, b: {{what: The bid, due: 2021-09-03}}}}\n", ON)
    start = said.index("!! Overdue since 20 Aug 2021, so first: A visit (li); and 1 more")
    assert "Next: The bid, by 3 Sep 2021" == said[start + 1]
    assert not [line for line in said if line.startswith("Next: A")]
    promised = planned(GOOD + CHAIRS + "actions: {c: {what: A call, due: 2021-08-30, customer: true}}\n", ON)
    assert "!! Overdue since 30 Aug 2021, so first: A call (customer)" in promised


def test_plan_and_check_count_the_same_work_that_nobody_has_planned(capsys: pytest.CaptureFixture[str]) -> None:
    run(["plan", str(TEAM / "pharma-mes.yaml"), "--lang", "en", "--as-of", "2026-08-31"])
    assert "6 to do now, 6 of them not planned, 8 to do" in capsys.readouterr().out
    run(["check", str(TEAM / "pharma-mes.yaml"), "--lang", "en", "--as-of", "2026-08-31", "--select", "WSA101"])
    assert "6 red items of the plan have nobody on them. 2 stand under no other risk" in capsys.readouterr().out


def test_an_opponent_who_tells_us_things_is_no_view_from_inside(capsys: pytest.CaptureFixture[str]) -> None:
    run(["analyze", str(TEAM / "port-yard.yaml"), "--lang", "en", "--as-of", "2026-06-20"])
    said = capsys.readouterr().out
    assert "Win probability 10 %" in said
    assert "not counted, being against us or for a competitor: Head of IT" in " ".join(said.split())
    assert "Who inside can tell us about the competitors and the decision?" in said


def test_a_condition_that_is_planned_too_late_is_told_with_the_work(capsys: pytest.CaptureFixture[str]) -> None:
    hospital = [str(TEAM / "hospital-supply.yaml"), "--lang", "en", "--as-of", "2026-08-20"]
    run(["plan", *hospital])
    said = capsys.readouterr().out
    assert (
        "Next: 请院长介绍集团财务负责人 (who pays); our own approval asks for it by 31 Aug 2026 (lin), by 15 Sep 2026"
        in said
    )
    run(["screen", *hospital])
    assert "九月前见到财务; planned only for 15 Sep 2026" in capsys.readouterr().out
    run(["check", *hospital, "--select", "WSS105"])
    assert "Our own yes asks for this by 31 Aug 2026, and we have planned it for 15 Sep 2026" in capsys.readouterr().out


VETO = GOOD.replace("is: neutral, why: asks", "is: non-supporter, why: two are too dear")
TALK = "actions: {cost: {for: people.cio, what: Count it with the CIO, due: 2021-09-20}}\n"


def test_a_go_that_only_plans_for_a_veto_says_so_and_is_not_green() -> None:
    said = "! GO only if a veto against us is answered (CIO), on one condition: worth winning"
    for page in (screened, analyzed, planned):
        assert verdict(page(VETO + CHAIRS + TALK, ON)).startswith(said)
    losing = "signs: {price-only: {2021-08-25: {is: present, why: the buyer}}}\n"
    said = "! GO by the three questions, with a sign of losing and a veto against us (CIO): worth winning"
    assert verdict(screened(VETO + CHAIRS + TALK + losing, ON)).startswith(said)
    assert "GO" not in " ".join(screened(VETO + CHAIRS, ON))


def test_on_the_fast_lane_a_veto_takes_the_green_away_too() -> None:
    said = verdict(screened("type: fast-lane\n" + VETO, ON))
    assert said.startswith("! GO only if a veto against us is answered (CIO): worth winning")


EARLY = GOOD.replace("rfp-drafting", "needs-analysis").replace("contact: multiple, attitude", "contact: %s, attitude")


@pytest.mark.parametrize(("contact", "tone"), [("none", "- may wait"), ("multiple", "! to do")])
def test_what_is_done_with_those_who_decide_waits_as_long_as_they_may(contact: str, tone: str) -> None:
    said = planned(EARLY % contact + "strategy: {2021-08-10: {is: frontal, why: ours is better}}\n", ON)
    visit = "take the customer openly to reference sites and to our company (frontal)"
    (line,) = [line for line in said if visit in line]
    assert line.startswith(tone)
    assert ("once those who decide are to be met" in line) == (tone == "- may wait")


def test_whom_we_know_from_another_deal_of_the_account_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    run(["plan", str(TEAM / "battery-energy.yaml"), "--lang", "en", "--as-of", "2026-11-23"])
    assert "Not met yet: 二期车间主任 (in other dealings: met often)" in capsys.readouterr().out


def test_programs_get_the_verdict_of_the_questions(capsys: pytest.CaptureFixture[str]) -> None:
    run(["screen", str(TEAM / "pharma-mes.yaml"), "--as-of", "2026-08-31", "--json"])
    assert "go" == json.loads(capsys.readouterr().out)["screening"]["verdict"]
