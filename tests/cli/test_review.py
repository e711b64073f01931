"""`winsell review`: which deals to look at first, the page of one, the forecast and the pre-read of a meeting."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.strategies import ROOT
from winsell.cli.app import run

TEAM = ROOT / "examples" / "team"
ASSUMED = """\
id: assumed
deal: A deal among strangers
customer: A customer
owner: lin
amount: {low: 9m, high: 9m, currency: CNY}
stage: {2026-10-01: value-proof}
events:
  planned-and-budgeted:
    status: {2026-11-10: {is: confirmed, why: in the budget, source: cfo, how: said}}
    deadline: {2026-11-10: 2026-12-10}
us: {fit: {2026-11-10: 80}, relation: {2026-11-10: 60}}
people: {cfo: {role: approver, attitude: {2026-11-10: {is: supporter, why: asked us in, how: act}}}}
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(TEAM, tmp_path / "deals")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WINSELL_TODAY", "2026-11-23")
    return tmp_path


def told(capfd: pytest.CaptureFixture[str], *argv: str, code: int = 0) -> str:
    assert code == run(["review", *argv, "--lang", "en"])
    out, err = capfd.readouterr()
    return out if code < 2 else err


def data(capfd: pytest.CaptureFixture[str], *argv: str, code: int = 0) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(told(capfd, *argv, "--json", code=code))
    return found


def ids(found: dict[str, Any], key: str = "deals") -> list[str]:
    return [one["id"] for one in found[key]]


def write(name: str, text: str) -> None:
    Path("deals", name).write_text(text, encoding="utf-8")


def with_line(name: str, line: str) -> None:
    """Write one line more into a section of a deal."""
    path = Path("deals", f"{name}.yaml")
    section, _, rest = line.partition("|")
    text = path.read_text("utf-8")
    assert f"\n{section}:\n" in text
    path.write_text(text.replace(f"\n{section}:\n", f"\n{section}:\n  {rest}\n"), "utf-8")


# Which deals first.


def test_the_open_deals_stand_by_a_sum_whose_parts_are_shown(capfd: pytest.CaptureFixture[str]) -> None:
    found = data(capfd)
    assert ["truck-cab-mes", "city-flood", "hospital-supply", "retail-wms"] == ids(found)
    sums = [one["points"] for one in found["deals"]]
    assert sums == sorted(sums, reverse=True)
    for one in found["deals"]:
        assert abs(sum(part["points"] for part in one["why"]) - one["points"]) < 0.01
    assert 9 == found["count"] == len(found["deals"]) + len(found["left_out"]) + len(found["assumed"])


def test_the_points_as_shown_sum_to_the_sum_as_shown(capfd: pytest.CaptureFixture[str]) -> None:
    lines = [line for line in told(capfd, "--minutes", "600").splitlines() if re.match(r"\s+\d+: ", line)]
    assert 9 == len(lines)
    for line in lines:
        total, _, parts = line.strip().partition(": ")
        assert int(total) == sum(map(int, re.findall(r"\((\d+)\)", parts)))


def test_the_order_is_the_one_of_looking_at_every_deal(capfd: pytest.CaptureFixture[str]) -> None:
    whole = ids(data(capfd, "--minutes", "600"))
    for minutes in (10, 20, 30, 50):
        assert whole[: minutes // 10] == ids(data(capfd, "--minutes", str(minutes)))


def test_what_the_time_does_not_suffice_for_is_named(capfd: pytest.CaptureFixture[str]) -> None:
    said = told(capfd, "--minutes", "10")
    assert "10 minutes, 10 a deal: the first one" in said
    assert "8 deals, for want of time: Energy monitoring for plant two" in said


def test_the_deals_of_one_seller_or_grade_or_stage_alone(capfd: pytest.CaptureFixture[str]) -> None:
    assert {"cold-chain-wms", "hospital-supply", "retail-wms"} == set(ids(data(capfd, "--with", "Lin")))
    assert {"furniture-lead"} == set(ids(data(capfd, "--stage", "lead", "--with", "anna")))
    assert {"battery-mes"} == set(ids(data(capfd, "--stage", "招标准备")))
    assert {"B"} == {one["grade"] for one in data(capfd, "--grade", "b", "--minutes", "600")["deals"]}


@pytest.mark.parametrize(
    ("argv", "line"),
    [
        (("--with", "nobody"), "write an owner as the deals do, one of: anna, lin, wang"),
        (("--grade", "F"), "F is no grade - use A, B, C, D, E"),
        (("--stage", "dreaming"), "there is no stage dreaming"),
        (("--since", "2027-01-01"), "2027-01-01"),
        (("--forecast", "2026Q5"), "`2026Q5` is no quarter"),
        (("--verdict", "fix"), "--verdict is written down by --record - add it"),
        (("--record", "--verdict", "fix"), "--record is about one deal - name it"),
        (("--blind",), "--blind is about one deal - name it"),
        (("truck-cab-mes", "--minutes", "20"), "--minutes is about many deals - leave it out, or name a folder"),
        (("truck-cab-mes", "--grade", "A"), "--grade is about many deals"),
        (("truck-cab-mes", "--stage", "lead"), "--stage is about many deals"),
        (("truck-cab-mes", "--with", "anna"), "--with is about many deals"),
        (("truck-cab-mes", "--agenda", "--record"), "--agenda is about many deals"),
        (("truck-cab-mes", "--forecast", "2026Q4", "--blind"), "--forecast is about many deals"),
    ],
)
def test_what_cannot_be_meant_is_refused(capfd: pytest.CaptureFixture[str], argv: tuple[str, ...], line: str) -> None:
    assert line in told(capfd, *argv, code=2)


def test_a_broken_file_is_named_and_the_others_are_shown(capfd: pytest.CaptureFixture[str]) -> None:
    write("broken.yaml", "deal: A deal\ncustomer A customer\n")
    write("invalid.yaml", "deal: A deal\nowner: 7\n")
    found = data(capfd, code=1)
    assert ["deals/broken.yaml", "deals/invalid.yaml"] == sorted(one["path"] for one in found["broken"])
    assert 1 == run(["review", "--lang", "en"])
    out, err = capfd.readouterr()
    assert "Could not be read: deals/invalid.yaml, 2 problems" in out
    assert "deals/broken.yaml:2" in err
    assert "MES for the cab body shop" in out


def test_nothing_but_broken_files_is_no_review(capfd: pytest.CaptureFixture[str], folder: Path) -> None:
    shutil.rmtree(folder / "deals")
    (folder / "deals").mkdir()
    write("broken.yaml", "deal: A deal\ncustomer A customer\n")
    assert "broken.yaml:2" in told(capfd, code=3)


def test_a_deal_that_is_only_assumed_stands_apart_and_last(capfd: pytest.CaptureFixture[str]) -> None:
    write("assumed.yaml", ASSUMED)
    found = data(capfd, "--minutes", "600")
    assert ["assumed"] == ids(found, "assumed")
    assert "assumed" not in ids(found)
    said = told(capfd, "--minutes", "600")
    assert said.index("Only assumed: nothing is known of any competitor") < said.index("10. A deal among strangers")
    assert ["assumed"] == ids(data(capfd, "deals/assumed.yaml", "deals/bank-core.yaml"), "assumed")


RESTED = """\
id: rested
deal: A deal over a holiday
customer: A customer
stage: {2026-08-01: value-proof}
people: {cfo: {role: approver, attitude: {2026-09-20: {is: supporter, why: asked us in, how: act}}}}
activities: [{on: 2026-09-20, with: [cfo], what: a talk}]
reviews: [{on: 2026-09-21, by: the head of sales}]
"""
RESTING = """\
winsell: 1
kind: playbook
id: ours
version: "1"
name: {en: Ours}
extends: five-steps
quiet: {holiday: {label: {en: National Day, zh: 国庆假期}, from: 2026-10-01, until: %s}}
"""


@pytest.mark.parametrize(
    ("until", "said"),
    [
        pytest.param("2026-10-01", "21 days of silence besides National Day (", id="one of 22"),
        pytest.param("2026-10-07", "15 days of silence besides National Day (", id="seven of 22"),
        pytest.param("2026-10-08", None, id="eight of 22"),
    ],
)
def test_quiet_days_bring_no_deal_before_another(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, until: str, said: str | None
) -> None:
    monkeypatch.setenv("WINSELL_TODAY", "2026-10-12")
    shutil.rmtree("deals")
    Path("deals").mkdir()
    write("rested.yaml", RESTED)
    assert "22 days of silence (" in told(capfd)
    write("playbook.yaml", RESTING % until)
    triage = told(capfd).partition("A deal over")[2]
    assert said in triage if said else "silence" not in triage
    changed = "Nobody of the customer has talked to us since 20 Sep 2026"
    assert (changed in told(capfd, "rested")) == (said is not None)


def test_people_are_neither_ranked_nor_counted(capfd: pytest.CaptureFixture[str]) -> None:
    said = told(capfd, "--minutes", "600")
    assert not re.search(r"\b(anna|lin|wang)\b", said)


def test_an_amount_without_limits_is_no_unknown_size(capfd: pytest.CaptureFixture[str]) -> None:
    write("pounds.yaml", ASSUMED.replace("CNY", "GBP"))
    assert "no grades for GBP (12)" in told(capfd, "deals/pounds.yaml", "deals/battery-mes.yaml")
    write("pounds.yaml", "".join(line for line in ASSUMED.splitlines(True) if not line.startswith("amount")))
    assert "grade unknown: middling size (12)" in told(capfd, "deals/pounds.yaml", "deals/battery-mes.yaml")


def test_the_change_is_that_since_the_last_review_or_a_day(capfd: pytest.CaptureFixture[str]) -> None:
    (usual,) = (one for one in data(capfd)["deals"] if one["id"] == "truck-cab-mes")
    assert ("2026-10-12", 0.29) == (usual["since"], round(usual["before"], 2))
    (since,) = (one for one in data(capfd, "--since", "2026-11-20")["deals"] if one["id"] == "truck-cab-mes")
    assert "2026-11-20" == since["since"]
    assert "probability" not in {part["what"] for part in since["why"]}


UNSEEN = """\
id: unseen
deal: A deal that nobody has looked at
customer: A customer
stage: {2026-11-23: value-proof}
people: {cfo: {role: approver, veto: true, attitude: {2026-11-23: {is: enemy, why: threw us out, how: act}}}}
"""


@pytest.mark.parametrize("began", ["2026-11-23", "2026-11-02"])
def test_at_the_first_look_every_risk_is_new(capfd: pytest.CaptureFixture[str], began: str) -> None:
    write("unseen.yaml", UNSEEN.replace("2026-11-23", began))
    said = told(capfd, "deals/unseen.yaml")
    assert "can stop this deal alone" in said
    assert "none since" not in said
    assert ("nothing to compare with at the first look" in said) == (began == "2026-11-23")
    assert "WSP101" in {one["code"] for one in data(capfd, "deals/unseen.yaml")["new_findings"]}
    (deal,) = data(capfd, "deals/unseen.yaml", "deals/bank-core.yaml")["deals"]
    assert "risks" in {one["what"] for one in deal["why"]}


def test_what_a_review_or_a_round_saw_is_not_new_the_next_time(capfd: pytest.CaptureFixture[str]) -> None:
    text = UNSEEN.replace("2026-11-23", "2026-11-02")
    for look in ("reviews: [{on: 2026-11-02, by: the head of sales}]", "checkpoints: {2026-11-02: the first visit}"):
        write("unseen.yaml", f"{text}{look}\n")
        assert "WSP101" not in {one["code"] for one in data(capfd, "deals/unseen.yaml")["new_findings"]}
        assert "WSP101" in {
            one["code"] for one in data(capfd, "deals/unseen.yaml", "--since", "2026-10-01")["new_findings"]
        }


def test_amounts_keep_their_currencies(capfd: pytest.CaptureFixture[str]) -> None:
    said = told(capfd, "--minutes", "600")
    assert "EUR 1.4-1.7m" in said
    assert "CNY 12.0-14.5m" in said


def test_a_deal_that_was_not_there_yet_or_had_ended_is_not_open(capfd: pytest.CaptureFixture[str]) -> None:
    everything = ids(data(capfd, "--as-of", "2026-06-05", "--minutes", "600"))
    assert "bank-core" in everything
    assert "furniture-lead" not in everything
    assert "bank-core" not in ids(data(capfd, "--minutes", "600"))


# The page.

ROWS = ("Needs from me", "Promised", "Still to answer", "Changed", "The number", "With customer")
BELOW = ("Four points", "New risks", "To ask", "Still right?", "To promise", "Verdict")


def test_the_page_has_its_rows_in_their_order(capfd: pytest.CaptureFixture[str]) -> None:
    said = told(capfd, "truck-cab-mes")
    places = [re.search(rf"^.{{3}}{re.escape(row)}  ", said, re.MULTILINE) for row in (*ROWS, *BELOW)]
    assert all(places)
    starts = [place.start() for place in places if place]
    assert starts == sorted(starts)
    assert said[: starts[len(ROWS)]].count("\n") <= 24 + 6  # the four trends stand between


def test_why_the_number_moved_sums_to_the_move(capfd: pytest.CaptureFixture[str]) -> None:
    (line,) = (line for line in told(capfd, "truck-cab-mes").splitlines() if "before, " in line and "because" in line)
    before, now = map(int, re.findall(r"(\d+) %", line))
    assert now - before == sum(map(int, re.findall(r"([+-]\d+) points?", line)))


def test_many_promises_that_were_kept_are_one_line_and_what_is_late_stands_above(
    capfd: pytest.CaptureFixture[str],
) -> None:
    for number in range(3):
        with_line(
            "truck-cab-mes", f"actions|kept-{number}: {{what: Kept {number}, owner: anna, done: 2026-11-1{number}}}"
        )
    said = told(capfd, "truck-cab-mes")
    assert "kept: Kept 0, Kept 1, Kept 2" in " ".join(said.split())
    assert said.index("late by 24 days") < said.index("kept: Kept 0") < said.index("by 30 Nov 2026")
    assert {"kept-0", "kept-1", "kept-2"} < {one["id"] for one in data(capfd, "truck-cab-mes")["promises"]}


def test_the_managers_promises_stand_before_all_others(capfd: pytest.CaptureFixture[str]) -> None:
    action = "call-the-md: {what: Call the managing director, owner: Sales Director, due: 2026-12-20}"
    with_line("truck-cab-mes", f"actions|{action}")
    first, *others = data(capfd, "truck-cab-mes")["promises"]
    assert (True, "call-the-md") == (first["managers"], first["id"])
    assert not any(one["managers"] for one in others)


def test_a_resource_is_asked_for_until_it_is_granted(capfd: pytest.CaptureFixture[str]) -> None:
    asked = "plant: {what: Show them a plant, owner: anna, due: 2026-12-01, resource: a day of the plant manager}"
    with_line("truck-cab-mes", f"actions|{asked}")
    assert "a day of the plant manager, for: Show them a plant (anna), by 1 Dec 2026" in told(capfd, "truck-cab-mes")
    path = Path("deals", "truck-cab-mes.yaml")
    path.write_text(
        path.read_text("utf-8").replace("plant manager}", "plant manager, granted: {2026-11-20: yes}}"), "utf-8"
    )
    assert "a day of the plant manager" not in told(capfd, "truck-cab-mes")


def test_what_the_last_review_asked_is_asked_again_with_its_age(capfd: pytest.CaptureFixture[str]) -> None:
    asked = "- {on: 2026-11-20, by: sales director, asked: [sources, people.nobody]}"
    with_line("truck-cab-mes", f"reviews|{asked}")
    found = data(capfd, "truck-cab-mes")["unanswered"]
    assert [("sources", "2026-10-12")] == [(one["where"], one["since"]) for one in found]
    assert "(open since the review of 12 Oct 2026, 42 days)" in told(capfd, "truck-cab-mes")


def test_of_two_reviews_of_one_day_the_last_one_asked_last(capfd: pytest.CaptureFixture[str]) -> None:
    first, last = (
        f"- {{on: 2026-11-20, by: sales director, asked: [{place}]}}" for place in ("people.nobody", "sources")
    )
    with_line("truck-cab-mes", f"reviews|{first}\n  {last}")
    assert ["sources"] == [one["where"] for one in data(capfd, "truck-cab-mes")["unanswered"]]


def test_a_deal_that_has_ended_is_looked_back_on(capfd: pytest.CaptureFixture[str]) -> None:
    said = told(capfd, "pharma-mes")
    assert "lost" in said
    assert "To ask" not in said


def test_what_was_said_and_what_it_was_are_held_against_each_other(capfd: pytest.CaptureFixture[str]) -> None:
    method = "method: {value: 44, status: computed, playbook: operations-team, version: '2026.2', formula: 1}"
    with_line("truck-cab-mes", f"reviews|- {{on: 2026-10-13, stated: {{anna: 60, lead: 31}}, {method}}}")
    said = told(capfd, "truck-cab-mes")
    assert "On 13 Oct 2026 we said 60 % (anna), and the method 44 %; by what is known today it was 29 %" in said
    assert "(lead)" not in said


@pytest.mark.parametrize("form", ["json", "markdown"])
@pytest.mark.parametrize("argv", [("truck-cab-mes",), (), ("--agenda",), ("--forecast", "2027")])
def test_every_page_has_each_format(capfd: pytest.CaptureFixture[str], argv: tuple[str, ...], form: str) -> None:
    said = told(capfd, *argv, "--format", form)
    assert said.startswith("{" if form == "json" else "# ")


# The forecast and the pre-read.


def test_a_forecast_counts_deals_and_weighs_no_money(capfd: pytest.CaptureFixture[str]) -> None:
    write("assumed.yaml", ASSUMED)
    found = data(capfd, "--forecast", "2026Q4")
    (cny,) = (one for one in found["currencies"] if one["currency"] == "CNY")
    assert ["assumed"] == [one["id"] for one in cny["computed"]["deals"]]
    assert {"low": "9000000", "high": None, "currency": "CNY"} == cny["computed"]["amount"]
    said = told(capfd, "--forecast", "2026Q4")
    assert "With a win probability: one, CNY 9.0m, which comes or does not" in said
    assert "about" not in said
    assert "No day of the decision known: " in said


def test_what_nobody_knows_is_said_to_be_unknown_and_not_left_uncounted(capfd: pytest.CaptureFixture[str]) -> None:
    write("five-lines.yaml", "deal: A\ncustomer: B\n")
    argv = ["review", "deals/five-lines.yaml", "--forecast", "2026Q4"]
    for lang, word in (("en", "unknown"), ("zh", "未知")):
        assert 0 == run([*argv, "--lang", lang])
        (line,) = (one for one in capfd.readouterr().out.splitlines() if one.startswith(" ! A "))
        assert 2 == line.split().count(word)


def test_what_is_awarded_and_not_signed_is_in_every_forecast(capfd: pytest.CaptureFixture[str]) -> None:
    write("awarded.yaml", ASSUMED.replace("value-proof}", "value-proof, 2026-11-20: contract}"))
    for span in ("2026Q4", "2027-05"):
        (group,) = data(capfd, "deals/awarded.yaml", "--forecast", span)["currencies"]
        assert ["assumed"] == [one["id"] for one in group["awarded"]["deals"]]
    assert "Awarded and not signed: 1, CNY 9.0m" in told(capfd, "deals/awarded.yaml", "--forecast", "2026Q4")


def test_the_stated_day_of_the_decision_is_the_one_that_counts(capfd: pytest.CaptureFixture[str]) -> None:
    write("assumed.yaml", f"{ASSUMED}decision: {{2026-11-10: 2027-02-01}}\n")
    found = data(capfd, "deals/assumed.yaml", "deals/battery-mes.yaml", "--forecast", "2027Q1")
    days = {one["id"]: one["day"] for group in found["currencies"] for one in group["computed"]["deals"]}
    assert {"assumed": "2027-02-01"} == days
    assert [] == data(capfd, "deals/assumed.yaml", "--forecast", "2026Q4")["currencies"]


def test_the_pre_read_has_the_beginning_of_each_page(capfd: pytest.CaptureFixture[str]) -> None:
    said = told(capfd, "--with", "wang", "--agenda", "--minutes", "20")
    assert 2 == said.count("Promised  ")
    assert "Verdict" not in said
    assert ids(data(capfd, "--with", "wang", "--minutes", "20")) == [
        one["id"] for one in data(capfd, "--with", "wang", "--agenda", "--minutes", "20")["pages"]
    ]


# A history in git.


def test_the_history_of_the_team_has_every_state_readable(
    capfd: pytest.CaptureFixture[str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = folder / "made"
    subprocess.run([sys.executable, str(TEAM / "history.py"), str(made)], check=True)
    for path in sorted(TEAM.glob("*.yaml")):
        assert path.read_bytes() == (made / "deals" / path.name).read_bytes()
    monkeypatch.chdir(made)
    assert 0 == run(["log", "truck-cab-mes", "--written", "--json"])
    commits = json.loads(capfd.readouterr().out)["written"]["commits"]
    assert len(commits) > 10
    assert all(one["readable"] for one in commits)
    assert {"anna", "lead"} == {one["author"] for one in commits}
    assert ["cold-chain-wms", "hospital-supply", "retail-wms"] == sorted(ids(data(capfd, "--with", "lin")))


def test_what_only_measures_the_owners_hopes_is_not_on_the_page_that_two_look_at(
    capfd: pytest.CaptureFixture[str],
) -> None:
    deal = Path("deals/truck-cab-mes.yaml")
    before = {one["code"] for one in data(capfd, str(deal))["new_findings"]}
    first = data(capfd, "--minutes", "600")["deals"]
    run(["set", str(deal), "stated", "95", "--on", "2026-11-22", "--why", "he sounds glad"])
    capfd.readouterr()
    run(["check", str(deal), "--json"])
    assert "WSN105" in capfd.readouterr().out
    assert before == {one["code"] for one in data(capfd, str(deal))["new_findings"]}
    assert first == data(capfd, "--minutes", "600")["deals"]


def test_the_numbers_beside_the_trends_are_those_of_the_last_look(capfd: pytest.CaptureFixture[str]) -> None:
    page = told(capfd, "truck-cab-mes")
    assert re.search(r"2026-05-11 to 2026-11-23 +now +2026-10-12\n +Win probability +\S+ +42 % +29 %", page)
    assert "Win probability 29 % before, 42 % now" in page
    assert "and 11 things more since 12 Oct 2026: winsell diff truck-cab-mes" in page
    # A day that is no point of the trend: the point before today.
    assert re.search(r"now +2026-11-06\n", told(capfd, "truck-cab-mes", "--since", "2026-10-01"))


def test_each_reason_why_the_four_points_agree_or_not_is_a_line(capfd: pytest.CaptureFixture[str]) -> None:
    page = told(capfd, "truck-cab-mes")
    assert re.search(r"not independent witnesses\n ! +IT architect told us 14 of 14", page)
    assert re.search(r"\n ! +Of 3 of 4 key persons", page)
    assert re.search(r"Do they agree\? No\n ! +A probability of 50 %", told(capfd, "hospital-supply"))


def test_of_a_deal_that_has_ended_nothing_is_to_be_decided(capfd: pytest.CaptureFixture[str]) -> None:
    page = told(capfd, "bank-core")
    assert "push on, fix first" not in page
    assert "--record" not in page
    assert "Last time, 10 Jun 2026: stop; " in page
    assert "No win probability" not in page
    assert "and nothing else since 10 Jun 2026" in page


def test_what_was_asked_weeks_ago_does_not_know_the_silence_of_today(capfd: pytest.CaptureFixture[str]) -> None:
    (line,) = (line for line in told(capfd, "cold-chain-wms").splitlines() if "Still to answer" in line)
    assert line.endswith("What would start it again, and when? (open since the review of 21 Sep 2026, 63 days)")


def test_a_verdict_that_nobody_gave_leaves_no_stray_mark(capfd: pytest.CaptureFixture[str]) -> None:
    run(["review", "furniture-lead", "--lang", "zh"])
    assert "停止？ - winsell review furniture-lead --record" in capfd.readouterr().out


def rows(text: str, name: str) -> str:
    """Return the lines of a row of the page in one."""
    found = re.search(rf"^..\s*{name} .*(?:\n.. {{6,}}.*)*", text, re.MULTILINE)
    assert found
    return " ".join(found[0].split())


def test_the_day_on_which_bids_are_due_brings_a_deal_to_the_front(capfd: pytest.CaptureFixture[str]) -> None:
    first = told(capfd, "--minutes", "20")
    assert "bids are due in 4 days (16)" in first
    assert "decision in" not in first


def test_what_is_promised_waits_with_a_suspended_project(capfd: pytest.CaptureFixture[str]) -> None:
    page = told(capfd, "cold-chain-wms")
    assert "late by" not in page
    assert 2 == page.count("on hold with the project")
    assert "Call and sell nothing" in rows(page, "To promise")
    part = next(part for part in data(capfd, "--minutes", "300")["deals"] if part["id"] == "cold-chain-wms")
    assert "promises" not in [one["what"] for one in part["why"]]


def test_a_question_that_is_open_is_not_quoted_as_it_was_asked(capfd: pytest.CaptureFixture[str]) -> None:
    assert "(open since the review of 21 Sep 2026, 63 days)" in rows(told(capfd, "cold-chain-wms"), "Still to answer")


def test_what_the_plan_lets_wait_is_not_asked(capfd: pytest.CaptureFixture[str]) -> None:
    assert "To ask nothing new: first what is still to answer" == rows(told(capfd, "retail-wms"), "To ask")


def test_nobody_goes_to_the_customer_with_the_bid(capfd: pytest.CaptureFixture[str]) -> None:
    assert "With customer 27 Nov 2026: 投标截止" == rows(told(capfd, "city-flood"), "With customer")


def test_a_deal_with_an_amount_and_no_grade_is_not_of_unknown_size(capfd: pytest.CaptureFixture[str]) -> None:
    Path("deals", "playbook.yaml").unlink()
    write("assumed.yaml", ASSUMED)
    page = told(capfd, "--minutes", "600")
    assert "grade unknown: middling size (" in page
