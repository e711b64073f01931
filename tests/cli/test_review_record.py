"""`winsell review DEAL --record` and `--blind`: what is written down, by flags and at a terminal, and what never is."""

from __future__ import annotations

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from tests.strategies import ROOT
from winsell.ask.promise import promised
from winsell.ask.understood import NotUnderstoodError
from winsell.cli.app import run

if os.name != "nt":
    from tests.terminal import Sitting

TEAM = ROOT / "examples" / "team"
DEAL = Path("deals", "truck-cab-mes.yaml")
ON = date(2026, 11, 23)
at_a_terminal = pytest.mark.skipif(os.name == "nt", reason="pseudo-terminals are POSIX's")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(TEAM, tmp_path / "deals")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WINSELL_TODAY", "2026-11-23")
    return tmp_path


def told(capfd: pytest.CaptureFixture[str], *argv: str, code: int = 0) -> str:
    assert code == run(["review", "truck-cab-mes", *argv, "--lang", "en"])
    out, err = capfd.readouterr()
    return err if code else out


def lines_added(before: str) -> list[str]:
    """What is new in the deal; whatever stood there stands there still."""
    after = DEAL.read_text("utf-8").splitlines()
    old = before.splitlines()
    assert old == [line for line in after if line in old]
    return [line.strip() for line in after if line not in old]


def test_a_review_is_written_as_one_entry_and_one_action_a_promise(capfd: pytest.CaptureFixture[str]) -> None:
    before = DEAL.read_text("utf-8")
    said = told(
        capfd,
        *("--record", "--verdict", "fix", "--note", "meet the MD alone", "--by", "sales director"),
        *("--promise", "wang: meet the CFO by 2026-12-04", "--promise", "客户：发评分表，2026年12月10日前"),
    )
    first, second, entry = lines_added(before)
    assert "meet-the-cfo: {what: meet the CFO, owner: wang, added: 2026-11-23, due: 2026-12-04}" == first
    assert "promise-1: {what: 发评分表, customer: true, added: 2026-11-23, due: 2026-12-10}" == second
    assert entry.startswith(
        "- {on: 2026-11-23, by: sales director, with: [anna], note: meet the MD alone, verdict: fix"
    )
    assert "asked: [sources, behaviour.money" in entry
    assert "Saved in" in said
    assert "kept on" not in told(capfd)
    assert 0 == run(["undo", "truck-cab-mes"])
    assert before == DEAL.read_text("utf-8")


def test_a_stated_number_is_frozen_with_the_methods_own(capfd: pytest.CaptureFixture[str]) -> None:
    before = DEAL.read_text("utf-8")
    told(capfd, "--record", "--stated", "60", "--stated", "lead=25 %", "--with", "anna, lead")
    (entry,) = lines_added(before)
    assert "with: [anna, lead]" in entry
    assert "stated: {anna: 60, lead: 25}" in entry
    assert "method: {value: 41.9, status: computed, basis: compared, playbook: operations-team, " in entry
    assert 'version: "2026.2", formula: 1}' in entry
    said = told(capfd)
    assert "On 23 Nov 2026 we said 60 % (anna); by what is known today it was 42 %" in said
    assert "On 23 Nov 2026 we said 25 % (lead); by what is known today it was 42 %" in said


@pytest.mark.parametrize(
    ("argv", "line"),
    [
        (("--verdict", "perhaps"), "perhaps is no verdict - use push, fix, watch, stop"),
        (("--promise", "meet the CFO"), "`meet the CFO` has no day, and work without a day is no promise"),
        (("--promise", "meet the CFO by 2026-13-01"), "`2026-13-01` is no day"),
        (("--promise", "meet the CFO by 2026-11-22"), "2026-11-22 is past"),
        (("--promise", "a by +3") * 4, "at most 3 promises, and these are 4"),
        (("--stated", "high"), "`high` is no stated win probability"),
        (("--stated", "101"), "`101` is no stated win probability"),
        ((), "review --record --verdict"),
    ],
)
def test_what_cannot_be_recorded_leaves_the_file_alone(
    capfd: pytest.CaptureFixture[str], argv: tuple[str, ...], line: str
) -> None:
    before = DEAL.read_bytes()
    assert line in told(capfd, "--record", *argv, code=2)
    assert before == DEAL.read_bytes()


@pytest.mark.parametrize(
    ("line", "owner", "what", "due"),
    [
        ("wang: meet the CFO by 2026-12-04", "wang", "meet the CFO", date(2026, 12, 4)),
        ("王：见财务总监，2026-12-04 前", "王", "见财务总监", date(2026, 12, 4)),
        ("send the offer, +3", "anna", "send the offer", date(2026, 11, 26)),
        ("send the offer by today", "anna", "send the offer", ON),
        ("find out who pays by 2026-12", "anna", "find out who pays", date(2026, 12, 31)),
    ],
)
def test_a_promise_is_read_from_one_line(line: str, owner: str, what: str, due: date) -> None:
    found = promised(line, "anna", ON)
    assert (owner, what, due) == (found.owner, found.what, found.due)


def test_a_promise_without_a_day_is_none() -> None:
    with pytest.raises(NotUnderstoodError):
        promised("wang: meet the CFO", "anna", ON)


# At a terminal.


@at_a_terminal
def test_a_review_is_recorded_with_one_key_and_one_line_a_promise(folder: Path) -> None:
    before = DEAL.read_text("utf-8")
    with Sitting(("review", "truck-cab-mes", "--record", "--lang", "en"), folder) as here:
        here.answer("f", "wang: meet the CFO", "wang: meet the CFO by +11", "", "55", "do it soon")
        assert 0 == here.wait(), here.text
        assert "has no day: say by when" in here.text
    action, entry = lines_added(before)
    assert "meet-the-cfo: {what: meet the CFO, owner: wang, added: 2026-11-23, due: 2026-12-04}" == action
    assert "note: do it soon, verdict: fix" in entry
    assert "stated: {anna: 55}" in entry


@at_a_terminal
def test_whoever_leaves_has_written_nothing(folder: Path) -> None:
    before = DEAL.read_bytes()
    with Sitting(("review", "truck-cab-mes", "--record", "--lang", "en"), folder) as here:
        here.answer("f")
        assert here.asked()
        here.type(b"\x03")
        assert 130 == here.wait()
    assert before == DEAL.read_bytes()


@at_a_terminal
def test_two_people_score_apart_and_see_only_where_they_differ_much(folder: Path) -> None:
    before = DEAL.read_bytes()
    with Sitting(("review", "truck-cab-mes", "--blind", "--lang", "en"), folder) as here:
        here.answer("100", "75", "u", "50", "50", "50")
        assert here.asked()
        assert b"\x1b[2J" in here.seen
        assert "differ" not in here.text
        here.type("\r")
        here.answer("50", "50", "75", "50", "25", "50")
        assert 0 == here.wait(), here.text
        shown = here.text[here.text.rindex("Where you two differ") :]
    assert "our fit: 100 says the seller, 50 the manager" in shown
    assert "unknown says the seller, 75 the manager" in shown
    assert "our closeness" not in shown
    said = " ".join(here.text.split())
    assert "which is an answer. Nothing is written down." in said
    assert "It is kept with" not in said
    assert before == DEAL.read_bytes()
