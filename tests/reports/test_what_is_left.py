"""A plan holds what can still be done: stepping back where that is the deed, and nothing that had to be in the bid."""

from __future__ import annotations

from datetime import date

import pytest

from tests.analysis.moments import PROOF
from tests.reports.pages import analyzed, planned, screened, under
from tests.reports.test_verdict_warns import CHAIRS, GOOD, VETO
from tests.strategies import ROOT
from winsell.cli.app import run

TEAM = ROOT / "examples" / "team"
ON = date(2021, 9, 1)


def shown(capsys: pytest.CaptureFixture[str], command: str, deal: str, *options: str) -> list[str]:
    run([command, str(TEAM / f"{deal}.yaml"), "--lang", "en", *options])
    return [line.strip() for line in capsys.readouterr().out.splitlines()]


# To step back.

DROP = GOOD.replace("rfp-drafting", "value-proof").replace("direction: yes", "direction: no") + CHAIRS
BACK = "Step back in good order: tell the customer why, free our people, keep one contact"
FIRST = "!! The three questions say drop: step back, unless somebody decides to carry on all the same and says why"


def work(said: list[str]) -> list[str]:
    """The lines of the work plan, without its head."""
    return under(said, "Step 5. Work plan")[1:]


def test_a_deal_to_be_dropped_is_planned_to_be_left() -> None:
    said = planned(DROP, ON)
    assert FIRST in said
    lines = work(said)
    assert lines[0].startswith("!! now")
    assert lines[0].endswith(BACK)
    assert all(line.endswith("(disengage)") for line in lines[1:])


def test_what_would_turn_the_no_is_still_to_be_done() -> None:
    failed = (
        DROP.replace("direction: no", "direction: yes")
        + "criteria: {sla: {name: SLA, mandatory: true, ours: failed}}\n"
    )
    lines = work(planned(failed, ON))
    assert lines[0].endswith(BACK)
    assert [line for line in lines if line.endswith("Can it be met, waived, or brought by a partner: SLA?")]
    lines = work(planned(VETO.replace("rfp-drafting", "value-proof") + CHAIRS, ON))
    assert lines[0].endswith(BACK)
    assert ["neutralise: CIO"] == [line.rpartition("  ")[2].strip() for line in lines[1:]]


def test_whoever_has_planned_to_step_back_is_not_told_again() -> None:
    said = planned(DROP + "actions: {why: {what: Tell them why, tactic: say-why, due: 2021-09-10}}\n", ON)
    assert ["Tell them why"] == [line.rpartition("  ")[2] for line in work(said)]


def test_what_was_decided_to_be_carried_on_with_is_work_as_before() -> None:
    decided = "approved: {2021-08-28: {is: yes, by: the board, why: we want the name}}"
    said = planned(DROP.replace("approved: {2021-06-28: {is: yes}}", decided), ON)
    assert FIRST not in said
    assert not [line for line in said if BACK in line]


def test_a_bid_that_is_to_be_dropped_is_not_handed_in() -> None:
    said = planned(DROP.replace("value-proof", "bidding"), ON)
    assert [line for line in work(said) if line.endswith("Hand in no bid: decide it in a review, and free our people")]


def test_where_nothing_proves_a_need_and_another_wins_one_answer_decides(capsys: pytest.CaptureFixture[str]) -> None:
    said = shown(capsys, "plan", "retail-wms", "--as-of", "2026-11-23")
    assert said[3].startswith("!! Nothing proves that the customer must buy, and somebody else seems to be winning")
    lines = work(said)
    assert lines[0].startswith("!! now")
    assert "Step back unless the customer shows why they must buy" in lines[0]
    assert 7 == len(lines)
    assert not [line for line in lines if "decision chain" in line or "inside source" in line]


@pytest.mark.parametrize("command", ["plan", "analyze", "screen"])
def test_what_waits_for_one_answer_is_not_to_be_found_out_first(
    capsys: pytest.CaptureFixture[str], command: str
) -> None:
    said = shown(capsys, command, "retail-wms", "--as-of", "2026-10-12")
    asked = under(said, "Find out first")
    assert asked[0].endswith("Is it so, and who at the customer can say it: planned and budgeted? So far we only guess")
    assert asked[1].endswith("By which day must the customer have it, and what happens if not?")
    assert ["!! now", "! to do"] == [line[:7].strip() for line in asked[:2]]
    assert all(line.startswith("- may wait") for line in asked[2:])


def test_whom_stepping_back_does_not_concern_is_no_work_in_the_fourth_step(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for deal, on, waits in (
        ("retail-wms", "2026-10-12", "Senior buyer"),
        ("bank-core", "2026-05-29", "科技部总经理"),
    ):
        people = under(shown(capsys, "plan", deal, "--as-of", on), "Step 4. Relation strategy, person by person")
        (mine,) = [line for line in people if waits in line]
        assert mine.startswith("- may wait"), deal


def test_who_could_turn_the_no_is_work_in_the_fourth_step_too() -> None:
    said = planned(VETO.replace("rfp-drafting", "value-proof") + CHAIRS, ON)
    people = under(said, "Step 4. Relation strategy, person by person")[1:]
    (urgent,) = [line for line in people if not line.startswith("- may wait")]
    assert ["!! now", "CIO"] == [part.strip() for part in urgent.split("  ") if part][:2]


# Once bids are in.

BID = (GOOD + CHAIRS).replace("rfp-drafting", "bidding") + "behaviour: {intelligence: unknown}\n"
LAST = "bids_due: {2021-08-10: {is: %s, why: the notice says so, source: notice}}\n"


@pytest.mark.parametrize(("last", "is_in"), [("2021-09-01", False), ("2021-08-31", True)])
def test_once_bids_are_in_only_the_result_is_worked_for(last: str, is_in: bool) -> None:
    said = planned(BID + LAST % last, ON)
    closed = "Bids are in, and ours can no longer be changed: what is asked about it is answered in writing"
    assert is_in == (closed in said)
    await_ = [line for line in work(said) if "Read in the documents when the result is due" in line]
    assert ([line for line in work(said) if "not planned" in line] == await_) is is_in
    assert is_in == bool(await_)
    known = planned(BID + LAST % last + "decision: 2021-09-20\n", ON)
    assert not [line for line in known if "Read in the documents" in line]
    assert is_in == ("Find out first" not in "".join(analyzed(BID + LAST % last, ON)))


def test_once_bids_are_in_no_price_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    for on, there in (("2026-11-27", True), ("2026-11-28", False)):
        said = shown(capsys, "check", "city-flood", "--as-of", on)
        assert there == any("WSC107" in line for line in said)
        assert there == any("Aim: " in line for line in shown(capsys, "plan", "city-flood", "--as-of", on))
    late = shown(capsys, "check", "city-flood", "--as-of", "2026-11-28")
    assert [line for line in late if "WSA102 Bids are in, and this was to be done before, 3 days ago" in line]


def test_a_sign_that_nobody_can_bring_about_any_more_is_told_and_not_red() -> None:
    signs = "signs: {tender-consulted: {2021-08-20: absent}}\n"
    (late,) = [line for line in analyzed(BID + signs, ON) if "they consulted our solution" in line]
    assert late.startswith("- they consulted our solution while writing the tender: ")
    assert late.endswith("; the tender is out, so that this can no longer be turned")
    (early,) = [line for line in analyzed(GOOD + CHAIRS + signs, ON) if "they consulted our solution while" in line]
    assert early.startswith("! they consulted")


def test_a_condition_of_the_stage_that_is_over_is_asked_for_no_more() -> None:
    unheard = BID.replace("customer_confirmed: {2021-08-20: {is: yes, why: in the minutes, source: cio}}", "")
    assert not [line for line in screened(unheard, ON) if "Have the customer confirm" in line]
    before = unheard.replace("bidding", "value-proof")
    assert [line for line in screened(before, ON) if "Have the customer confirm" in line]


# What competitors do.

MOVED = "competitors: {north: {name: North%s, relation: 40, moves: [{on: 2021-08-20, what: a year for free}]}}\n"


def test_a_move_of_a_competitor_is_to_be_answered(capsys: pytest.CaptureFixture[str]) -> None:
    said = planned(PROOF + "stage: value-proof\n" + MOVED % "", ON)
    assert [line for line in work(said) if line.endswith("Answer what North did on 20 Aug 2021: a year for free")]
    start = said.index("- Last seen on 20 Aug 2021: a year for free")
    asked = "- What do they want with it, and what will they do next? Their strategy is not noted"
    assert asked == said[start + 1]
    (asked,) = shown(
        capsys, "check", "hospital-supply", "--as-of", "2026-11-16", "--select", "WSC108", "--format", "concise"
    )
    assert "made a move on 26 Oct 2026, and nothing answers it" in asked


def test_the_customers_own_people_have_no_strategy_to_be_unknown() -> None:
    rivals = "competitors: {self: {name: Their tables, kind: in-house}, north: {name: North}}\n"
    said = planned(PROOF + "stage: value-proof\n" + rivals, ON)
    unknown = "- Their strategy is unknown, and so is their next move"
    assert 1 == said.count(unknown)
    assert unknown == said[next(i for i, line in enumerate(said) if "North: how" in line) + 1]
