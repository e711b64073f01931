"""A deal with three hundred persons: what somebody reads is cut and counted, what a program reads is whole."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from winsell.base.cap import AT_MOST
from winsell.cli.app import run

PERSONS = 300
ROLES = ("approver", "decider", "evaluator", "user")
CARRIED_ON = "approved: {2026-11-01: {is: yes, by: the board, why: we want the name}}\n"
"""Many who can stop it are against it: without a decision to carry on, all work but stepping back would be gone."""
ATTITUDES = ("enemy", "non-supporter", "neutral", "supporter", "mentor")


@pytest.fixture
def deal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("WINSELL_TODAY", "2026-11-23")
    path = tmp_path / "big.yaml"
    head = "deal: Big\ncustomer: Huge\nstage: {2026-09-01: value-proof}\n"
    people = "".join(_person(number) for number in range(PERSONS))
    actions = "".join(f"  a{number}: {{what: Thing {number}, due: 2026-12-10}}\n" for number in range(100))
    path.write_text(f"{head}{CARRIED_ON}people:\n{people}actions:\n{actions}", encoding="utf-8")
    return str(path)


def _person(number: int) -> str:
    attitude = f"{{2026-10-20: {{is: {ATTITUDES[number % 5]}, why: said so}}}}"
    role, contact = ROLES[number % 4], "none" if number % 3 else "deep"
    return f"  p{number}: {{title: P{number}, role: {role}, contact: {contact}, loses: work, attitude: {attitude}}}\n"


def printed(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    run(list(argv))
    return capsys.readouterr().out


@pytest.mark.parametrize("form", ["terminal", "markdown"])
@pytest.mark.parametrize("command", ["analyze", "plan", "check"])
def test_a_page_stays_short_and_counts_the_rest(
    capsys: pytest.CaptureFixture[str], deal: str, command: str, form: str
) -> None:
    page = printed(capsys, command, deal, *(["--format", form] if form == "markdown" else []))
    assert len(page.splitlines()) < 200
    assert max(map(len, page.splitlines())) < 1000
    assert " more" in page
    if command != "check":
        assert f"and {PERSONS - AT_MOST} more" in page


def test_json_stays_whole(capsys: pytest.CaptureFixture[str], deal: str) -> None:
    found = json.loads(printed(capsys, "plan", deal, "--json"))
    assert len(found["decision_chain"]["people"]) == PERSONS
    assert len(found["action_line"]["steps"][-1]["items"]) > PERSONS
    assert len(json.loads(printed(capsys, "analyze", deal, "--json"))["findings"]) > AT_MOST


def test_the_same_is_said_of_many_persons_in_one_line(capsys: pytest.CaptureFixture[str], deal: str) -> None:
    page = printed(capsys, "plan", deal)
    counts = next(line for line in page.splitlines() if "to do now" in line)
    assert sum(int(word) for word in counts.replace(",", " ").split() if word.isdigit()) < 150
