"""`winsell week`: the week ahead over many deals, and the weekly text that leaves the house."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from winsell.analysis.week import friday_after
from winsell.cli.app import run

HEAD = "customer: C\nstage: {2026-06-01: value-proof}\nprocurement: own-rules\nmethod: invited\n"
OURS = f"""\
deal: Ours
owner: anna
{HEAD}
amount: {{low: 7777777, currency: EUR}}
events:
  planned-and-budgeted:
    status: {{2026-11-19: {{is: confirmed, why: it is in the plan, source: cfo, how: said}}}}
    deadline: 2026-11-25
people:
  coo:
    role: approver
    attitude: {{2026-10-01: {{is: non-supporter, why: hates it, source: coo, how: said}}}}
    contact: {{2026-10-01: multiple}}
actions:
  late: {{for: people.coo, what: bring the layout, due: 2026-11-20, resource: two engineers}}
  price: {{for: us.price, what: offer at 7777777, owner: anna, due: 2026-11-24}}
  above: {{for: people.coo, what: go over their head, tactic: higher-sponsor, due: 2026-11-27}}
  told: {{for: people.coo, what: shown the pilot, done: 2026-11-20}}
  theirs: {{for: people.coo, customer: true, what: name the day, due: 2026-11-26}}
  later: {{what: something later, due: 2026-12-24}}
checkpoints: {{2026-11-30: the jury meets}}
"""
THEIRS = f"deal: Theirs\nowner: wang\n{HEAD}actions: {{help: {{what: lend a hand, owner: Anna, due: 2026-11-25}}}}\n"


@pytest.fixture(autouse=True)
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("WINSELL_TODAY", "2026-11-23")
    monkeypatch.chdir(tmp_path)
    Path("deals").mkdir()
    for name, text in (("ours", OURS), ("theirs", THEIRS)):
        Path(f"deals/{name}.yaml").write_text(text, encoding="utf-8")


def week(capsys: pytest.CaptureFixture[str], *options: str, code: int = 0) -> tuple[str, str]:
    assert code == run(["week", *options])
    out, err = capsys.readouterr()
    return out, err


def data(capsys: pytest.CaptureFixture[str], *options: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(week(capsys, "--json", *options)[0])
    return found


def section(page: str, title: str) -> str:
    return page.partition(title)[2].partition("\n\n")[0]


def test_what_is_due_by_friday_stands_first(capsys: pytest.CaptureFixture[str]) -> None:
    page, err = week(capsys)
    assert "" == err
    due = section(page, "Due from us")
    assert ["layout", "offer", "lend", "go over"] == [
        word for word in ("layout", "offer", "lend", "go over", "later") if word in due
    ]
    assert "name the day" in section(page, "Due from the customer")
    assert "coo (ours): nothing heard since" not in section(page, "Silent")  # shown the pilot on Friday


def test_an_owner_sees_the_own_deals_and_what_is_asked_of_them_in_others(capsys: pytest.CaptureFixture[str]) -> None:
    found = data(capsys, "--owner", "ANNA")
    due = {one["id"]: [item["action"] for item in one["due"]] for one in found["deals"]}
    assert {"ours": ["late", "price", "above"], "theirs": ["help"]} == due
    assert {"ours"} == {one["deal"] for one in found["questions"]}


def test_a_mistyped_owner_is_no_empty_week(capsys: pytest.CaptureFixture[str]) -> None:
    out, err = week(capsys, "--owner", "ana", code=2)
    assert "" == out
    assert "did you mean anna" in err


def test_what_turns_red_is_what_time_alone_turns(capsys: pytest.CaptureFixture[str]) -> None:
    red = [one["facts"] for one in data(capsys)["red"]]
    assert [("ours", "WSE105")] == [(one["deal"], one["code"]) for one in red if one.get("code") == "WSE105"]
    later = OURS.replace("2026-11-25", "2027-11-25")
    Path("deals/ours.yaml").write_text(later, encoding="utf-8")
    assert [] == [one["facts"] for one in data(capsys)["red"]]


def test_what_the_file_says_of_thursday_is_not_known_on_monday(capsys: pytest.CaptureFixture[str]) -> None:
    known = OURS.replace("    deadline: 2026-11-25", "    deadline: {2026-11-01: 2026-11-25, 2026-11-26: 2027-11-25}")
    Path("deals/ours.yaml").write_text(known, encoding="utf-8")
    assert "WSE105" in [one["facts"].get("code") for one in data(capsys)["red"]]


def test_the_three_questions_come_from_as_many_deals_as_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    asked = data(capsys)["questions"]
    assert 3 == len(asked)
    assert {"ours", "theirs"} == {one["deal"] for one in asked[:2]}


def test_the_text_says_what_moved_what_is_next_and_what_is_needed(capsys: pytest.CaptureFixture[str]) -> None:
    text, _ = week(capsys, "--format", "text")
    assert "Ours: now certain: planned and budgeted" in section(text, "What moved")
    assert "Ours: done: shown the pilot" in section(text, "What moved")
    assert "Ours: 30 Nov 2026: the jury meets" in section(text, "What is next")
    assert "two engineers" in section(text, "What I need")


def test_the_text_has_no_attitude_no_source_no_price_and_nothing_unspoken(capsys: pytest.CaptureFixture[str]) -> None:
    text, _ = week(capsys, "--format", "text")
    assert not [word for word in ("7777777", "EUR", "cfo", "coo", "hates", "against", "head", "%") if word in text]
    assert max(map(len, text.splitlines())) < 200
    assert text == text.replace("!!", "").replace("|", "")


@pytest.mark.parametrize(
    ("due", "said"),
    [
        ("2026-11-22", "what our approval asked for, was due on 22 Nov 2026: a partner"),
        ("2026-11-30", "what our approval asks for by 30 Nov 2026: a partner"),
    ],
)
def test_what_our_approval_hangs_on_is_asked_for_by_its_day(
    capsys: pytest.CaptureFixture[str], due: str, said: str
) -> None:
    approved = f"approved: {{2026-10-01: yes}}\nconditions: {{partner: {{what: a partner, due: {due}}}}}\n"
    Path("deals/ours.yaml").write_text(OURS + approved, encoding="utf-8")
    assert said in week(capsys, "--format", "text")[0]


def test_the_text_tells_nothing_of_what_is_found_out_about_a_competitor(capsys: pytest.CaptureFixture[str]) -> None:
    Path("deals/spied.yaml").write_text(
        "deal: A\ncustomer: B\nstage: {2026-11-02: lead}\ncompetitors: {north: {name: North}}\nactions:\n"
        "  seen: {for: competitors.north, what: who speaks for North, done: 2026-11-20, due: 2026-11-20}\n"
        "  asked: {for: competitors.north, what: what North asks, due: 2026-11-25}\n",
        encoding="utf-8",
    )
    assert "what North asks" in week(capsys)[0]
    assert "North" not in week(capsys, "--format", "text")[0]


def test_one_bad_file_hides_no_other_and_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    Path("deals/bad.yaml").write_text("deal: x\ncustomer: y\npeople: {a: {role: aprover}}\n", encoding="utf-8")
    page, err = week(capsys, code=1)
    assert "lend a hand" in page
    assert "Not read: deals/bad.yaml" in page
    assert "deals/bad.yaml:3: `aprover`" in err


def test_a_folder_of_which_nothing_can_be_read_ends_with_three(capsys: pytest.CaptureFixture[str]) -> None:
    for path in Path("deals").iterdir():
        path.write_text("deal: [\n", encoding="utf-8")
    out, err = week(capsys, code=3)
    assert "" == out
    assert [f"deals/{name}.yaml" for name in ("ours", "theirs")] == [line.split(":")[0] for line in err.splitlines()]


RESTING = """\
winsell: 1
kind: playbook
id: resting
version: "1"
name: {en: Ours}
extends: five-steps
quiet:
  feast: {label: {en: the feast, zh: 佳节}, from: 2026-11-0%s, until: 2026-11-10}
"""
RESTED = OURS.replace("2026-11-20}\n  theirs", "2026-10-15}\n  theirs")


@pytest.mark.parametrize(
    ("first", "days", "silent"),
    [
        pytest.param("2", 30, [], id="of 39 days nine were quiet"),
        pytest.param("3", 31, [31], id="of 39 days eight were quiet"),
    ],
)
def test_quiet_days_make_nobody_silent(
    capsys: pytest.CaptureFixture[str], first: str, days: int, silent: list[int]
) -> None:
    Path("deals/ours.yaml").write_text(RESTED, "utf-8")
    page = section(week(capsys)[0], "Silent")
    assert "coo (ours): nothing heard since 15 Oct 2026, 39 days\n" in f"{page}\n"
    assert "ours: no talk with the customer for 39 days\n" in page
    Path("deals/playbook.yaml").write_text(RESTING % first, "utf-8")
    found, page = data(capsys)["deals"][0], section(week(capsys)[0], "Silent")
    assert (days, silent) == (found["idle_days"], [who["days"] for who in found["silent"]])
    assert f"ours: no talk with the customer for {days} days (the feast not counted)" in page
    assert ("since 15 Oct 2026, 31 days (the feast not counted)" in page) == bool(silent)
    assert f"已有{days}天没和客户交谈（佳节不计）" in week(capsys, "--lang", "zh")[0]
    assert ["late", "price", "above"] == [item["action"] for item in found["due"]]  # a promise stays due


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_what_was_granted_or_refused_is_needed_no_more(capsys: pytest.CaptureFixture[str], answer: str) -> None:
    assert "two engineers" in week(capsys, "--format", "text")[0]
    told = OURS.replace("two engineers}", f'two engineers, granted: {{2026-11-21: "{answer}"}}}}')
    Path("deals/ours.yaml").write_text(told, encoding="utf-8")
    assert "two engineers" not in week(capsys, "--format", "text")[0]
    assert not any("two engineers" in str(one["needed"]) for one in data(capsys)["deals"])


@pytest.mark.parametrize(
    "word",
    [
        "checkpoints: {2026-11-20: the demo}",
        "events: {planned-and-budgeted: {deadline: {2026-11-20: {is: 2027-06-30, source: coo}}}}",
    ],
)
def test_a_round_and_whatever_the_customer_told_us_break_a_silence_here_and_at_a_review(
    capsys: pytest.CaptureFixture[str], word: str
) -> None:
    deal = f"deal: Quiet\n{HEAD}people: {{coo: {{role: approver}}}}\n"
    deal += "activities: [{on: 2026-09-01, with: [coo], what: visit}]\n"
    Path("deals/quiet.yaml").write_text(deal, encoding="utf-8")
    assert "quiet: no talk with the customer for 83 days" in week(capsys, "deals/quiet.yaml")[0]
    Path("deals/quiet.yaml").write_text(deal + word + "\n", encoding="utf-8")
    assert "no talk with the customer" not in week(capsys, "deals/quiet.yaml")[0]
    assert 0 == run(["review", "deals"])
    assert "silence:" not in capsys.readouterr().out


def test_only_open_deals_are_counted_and_none_that_was_not_there_yet(capsys: pytest.CaptureFixture[str]) -> None:
    assert "; 2 deals" in week(capsys)[0]
    ended = f"deal: Over\n{HEAD}outcome: {{2026-11-20: {{is: won, why: signed}}}}\n"
    Path("deals/over.yaml").write_text(ended, encoding="utf-8")
    Path("deals/new.yaml").write_text("deal: New\ncustomer: C\nstage: {2026-11-22: lead}\n", encoding="utf-8")
    assert "; 3 deals" in week(capsys)[0]
    assert "; 2 deals" in week(capsys, "--as-of", "2026-11-21")[0]
    assert {"ours", "theirs", "over"} == {one["id"] for one in data(capsys, "--as-of", "2026-11-21")["deals"]}


def test_while_bids_are_open_nobody_is_silent(capsys: pytest.CaptureFixture[str]) -> None:
    Path("deals/ours.yaml").write_text(OURS.replace("2026-11-20}\n  theirs", "2026-09-20}\n  theirs"), "utf-8")
    assert ["coo"] == [who["id"] for one in data(capsys)["deals"] for who in one["silent"]]
    Path("deals/ours.yaml").write_text(OURS.replace("value-proof", "bidding"), encoding="utf-8")
    found = data(capsys)
    assert [] == [who for one in found["deals"] for who in one["silent"]]
    assert ["price"] == [item["action"] for item in found["deals"][0]["due"]]


@pytest.mark.parametrize(
    ("on", "year", "number", "friday"),
    [
        ("2026-12-28", 2026, 53, "2027-01-01"),
        ("2026-12-31", 2026, 53, "2027-01-01"),
        ("2027-01-01", 2027, 1, "2027-01-08"),
        ("2027-01-03", 2027, 1, "2027-01-08"),
        ("2027-01-04", 2027, 1, "2027-01-08"),
        ("2024-12-30", 2025, 1, "2025-01-03"),
    ],
)
def test_a_week_at_new_year_has_the_number_and_the_year_of_iso(
    capsys: pytest.CaptureFixture[str], on: str, year: int, number: int, friday: str
) -> None:
    found = data(capsys, "--as-of", on)
    assert (year, number, friday) == (found["year"], found["week"], found["until"])
    assert date.fromisoformat(friday) == friday_after(date.fromisoformat(on))


def test_a_text_is_no_format_of_other_commands(capsys: pytest.CaptureFixture[str]) -> None:
    assert 2 == run(["plan", "ours", "--format", "text"])
    assert "terminal" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("day", "ahead", "past"),
    [
        ("2026-11-26", "48 of 2026", "48 of 2026"),
        ("2026-11-27", "49 of 2026", "48 of 2026"),
        ("2026-11-29", "49 of 2026", "48 of 2026"),
        ("2027-01-02", "1 of 2027", "53 of 2026"),
    ],
)
def test_the_week_ahead_is_that_of_its_friday_and_the_text_tells_the_one_that_was(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, day: str, ahead: str, past: str
) -> None:
    monkeypatch.setenv("WINSELL_TODAY", day)
    assert f"Week {ahead}" == week(capsys)[0].splitlines()[0]
    assert past in week(capsys, "--format", "text")[0].splitlines()[0]
    assert ahead.split(maxsplit=1)[0] == str(data(capsys)["week"])
