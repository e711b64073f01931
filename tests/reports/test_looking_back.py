"""What the files already hold is told, not asked for: lessons, days after the award, and that no day was ever named."""

from __future__ import annotations

from datetime import date

import pytest

from tests.analysis.moments import ON, PROOF, assessed
from tests.reports.pages import analyzed, lines, notes, screened, subject, under
from tests.strategies import ROOT
from winsell.cli.app import run
from winsell.reports.analyze import analyze_report

TEAM = ROOT / "examples" / "team"


@pytest.fixture(autouse=True)
def the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WINSELL_TODAY", "2026-11-23")


def shown(capsys: pytest.CaptureFixture[str], command: str, deal: str, *options: str) -> list[str]:
    run([command, str(TEAM / f"{deal}.yaml"), "--lang", "en", *options])
    return [line.strip() for line in capsys.readouterr().out.splitlines()]


# Lessons.


def test_the_lessons_of_the_account_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    said = shown(capsys, "analyze", "battery-mes")
    title = "- Lessons: why it was won or lost: on file, and nobody has judged what it tells us"
    assert ["- 一期 MES: 我们没有现场试点，只讲了方案; to do again: 先试点再投标"] == notes(said, title)


@pytest.mark.parametrize("deal", ["port-yard", "pharma-mes", "steel-energy"])
def test_lessons_written_after_the_end_are_not_unknown_beside_themselves(
    capsys: pytest.CaptureFixture[str], deal: str
) -> None:
    said = shown(capsys, "analyze", deal)
    (line,) = [line for line in said if "Lessons: why it was won or lost" in line]
    assert line.startswith("+ Lessons: why it was won or lost: known, ")
    assert line.endswith((" Nov 2026, after the end)", " Oct 2026, after the end)"))


PAST = """
past_projects: {first: {name: The first one, year: %d, bids: {us: {company: We}}, lessons: {one: {because: no pilot}}}}
"""


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param(["- The first one: no pilot"], PAST % 2019, id="over by then"),
        pytest.param([], PAST % 2021, id="of this year: it may be this deal's own look-back"),
        pytest.param(["- The first one: no pilot"], PAST % 2021 + "outcome: {2021-08-30: lost}\n", id="it is over"),
        pytest.param([], PAST % 2019 + "behaviour: {lessons: {2021-08-01: {is: known, why: a}}}\n", id="judged"),
        pytest.param([], (PAST % 2019).replace("name:", "since: 2021-09-10, name:"), id="learnt later"),
        pytest.param(
            ["- The first one: no pilot"],
            PAST % 2019 + "behaviour: {lessons: {2021-09-10: {is: known, why: a}}}\n",
            id="judged later",
        ),
    ],
)
def test_what_is_on_file_is_told_where_nobody_has_judged_it(expected: list[str], text: str) -> None:
    assert expected == notes(analyzed(text), next(line for line in analyzed(text) if "Lessons: " in line))


# After the award.


def test_days_that_the_file_has_are_told_after_the_award(capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("analyze", "plan"):
        said = under(shown(capsys, command, "port-yard"), "Who can still stop it?")
        assert [
            "Hand in the performance guarantee: done on 18 Nov 2026",
            "Contract signed by both: due 4 Dec 2026",
            "! Has each of these its day: notice, objection period, contract, first payment?",
        ] == said[-3:]
    before = under(shown(capsys, "analyze", "port-yard", "--as-of", "2026-11-10"), "Who can still stop it?")
    assert "Hand in the performance guarantee: due 20 Nov 2026" in before


WON = f"""{PROOF}
stage: {{2021-08-20: contract}}
actions:
  old: {{what: Our offer, added: 2021-08-01, due: 2021-08-10}}
  new: {{what: Sign, added: %s, due: 2021-10-01}}
"""


@pytest.mark.parametrize(
    ("expected", "added"),
    [
        pytest.param(["Sign: due 1 Oct 2021"], "2021-08-20", id="since the award"),
        pytest.param([], "2021-08-19", id="before it"),
        pytest.param([], "2021-09-02", id="tomorrow"),
    ],
)
def test_only_what_was_planned_since_the_award_is_told(expected: list[str], added: str) -> None:
    said = under(analyzed(WON % added), "Who can still stop it?")
    assert expected == [line for line in said if "due" in line]
    assert ("on which day is each?" in said[-1]) == (not expected)


def test_a_page_of_the_last_day_tells_what_was_planned_after_it() -> None:
    found = assessed(WON % "2021-09-02", ON)
    said = lines(analyze_report(subject(dated_by_outcome=True), found, ()))
    assert "Sign: due 1 Oct 2021" in said


# After the end.


def test_an_end_is_no_green_light(capsys: pytest.CaptureFixture[str]) -> None:
    for deal in ("pharma-mes", "port-yard"):
        _, state, *_ = shown(capsys, "check", deal)
        assert "the deal has ended: few risks are looked for after that" in state
        assert not state.startswith("+")


# No day was ever named.

NEVER = "no day by which the customer had to have it was ever named"


def test_that_no_day_was_ever_named_is_told_on_the_way_and_at_the_end(capsys: pytest.CaptureFixture[str]) -> None:
    assert f"- {NEVER}" in shown(capsys, "screen", "steel-energy")
    assert f"- {NEVER[0].upper()}{NEVER[1:]}" in under(shown(capsys, "analyze", "steel-energy"), "How it ended")
    assert not [line for line in shown(capsys, "analyze", "pharma-mes") if NEVER[3:] in line]


FELL = "events: {project-approved: {status: {2021-03-01: {is: confirmed, source: cio}, 2021-08-01: on-hold}%s}}\n"


def test_a_suspended_project_without_a_day_says_so() -> None:
    assert f"- {NEVER}" in screened("stage: qualification\n" + FELL % "")
    assert f"- {NEVER}" not in screened("stage: qualification\n" + FELL % ", deadline: 2022-06-30")


@pytest.mark.parametrize(("told", "outcome"), [(True, "lost"), (True, "no-decision"), (False, "won")])
def test_at_the_end_it_is_told_of_what_was_not_won(told: bool, outcome: str) -> None:
    said = analyzed(f"outcome: {{2021-08-25: {outcome}}}\n", date(2021, 9, 1))
    assert told == bool([line for line in said if NEVER[3:] in line])


@pytest.mark.parametrize("command", ["plan", "analyze"])
def test_a_day_promised_after_the_award_that_is_past_is_marked(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setenv("WINSELL_TODAY", "2026-12-04")
    said = shown(capsys, command, "port-yard")
    assert "Contract signed by both: due 4 Dec 2026" in said
    assert said[1].startswith("As of 4 Nov 2026, the day it ended, ")
    monkeypatch.setenv("WINSELL_TODAY", "2026-12-05")
    said = shown(capsys, command, "port-yard")
    assert "!! Contract signed by both: was due 4 Dec 2026, and nobody has noted that it was done" in said
    assert said[1].startswith("As of 5 Dec 2026, ")


def test_a_check_finds_what_is_late_after_the_award(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WINSELL_TODAY", "2026-12-10")
    said = shown(capsys, "check", "port-yard")
    assert [line for line in said if "WSA102 6 days overdue: Contract signed by both (anna)." in line]
    assert not [line for line in shown(capsys, "check", "steel-energy") if "WSA102" in line]


def test_an_awarded_deal_that_is_not_closed_marks_the_day_too() -> None:
    told = "stage: {2021-08-02: contract}\nactions: {sign: {what: Sign it, added: 2021-08-03, due: 2021-08-30}}\n"
    assert "!! Sign it: was due 30 Aug 2021, and nobody has noted that it was done" in analyzed(told, ON)
