"""What somebody stumbles over who has just begun: each is said so that he can go on by himself."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.strategies import ROOT
from tests.test_docs_commands import steps
from winsell.cli.app import run

FIVE, SECOND = (text for path, text in steps("README.md") if path)
"""The two files that the README has its reader save."""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "deals").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WINSELL_TODAY", "2026-11-27")
    monkeypatch.setenv("COLUMNS", "200")
    return tmp_path


def save(text: str) -> Path:
    path = Path("deals", "warehouse.yaml")
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


def said(capsys: pytest.CaptureFixture[str], *argv: str, lang: str = "en") -> str:
    run([*argv, "--lang", lang])
    return "".join(capsys.readouterr())


@pytest.mark.parametrize("command", ["screen", "analyze", "plan"])
def test_a_deal_without_a_stage_says_which_it_counts_as(capsys: pytest.CaptureFixture[str], command: str) -> None:
    save(FIVE)
    assert "As of 27 Nov 2026, no stage yet (counts as Lead)" in said(capsys, command, "warehouse")
    assert "截至2026年11月27日，还没写阶段（按线索算）" in said(capsys, command, "warehouse", lang="zh")
    save(FIVE + "stage: {2026-11-02: qualification}\n")
    assert "no stage" not in said(capsys, command, "warehouse")


def test_nobody_is_advised_against_an_early_meeting(capsys: pytest.CaptureFixture[str]) -> None:
    save(SECOND)
    told = said(capsys, "plan", "warehouse")
    assert "contact: coo; urgent from Value proof on" in told
    assert "not before" not in told
    assert "接触：coo，最晚到价值呈现要见到" in said(capsys, "plan", "warehouse", lang="zh")


# A year that was mistyped.


@pytest.mark.parametrize("command", ["screen", "analyze", "plan", "check"])
def test_what_is_dated_after_today_is_told_with_its_line(capsys: pytest.CaptureFixture[str], command: str) -> None:
    later = "dated after today and do not count yet, the first in line"
    save(SECOND.replace("2026-11-05", "2027-11-05"))
    line = next(at for at, text in enumerate(SECOND.splitlines(), 1) if "2026-11-05" in text)
    assert f"3 entries are {later} {line}; are the years right?" in said(capsys, command, "warehouse")
    assert f"有3条的日期还没到，暂不算数，第一条在第{line}行" in said(capsys, command, "warehouse", lang="zh")
    assert later not in said(capsys, command, "warehouse", "--as-of", "2026-11-26")
    save(SECOND)
    assert later not in said(capsys, command, "warehouse")


@pytest.mark.parametrize(
    ("more", "where"),
    [
        ("activities: [{on: 2027-01-02, with: [coo], what: x}]", "activities.0.on"),
        ("actions: {x: {what: x, added: 2027-01-02, due: 2027-02}}", "actions.x.added"),
        ("actions: {x: {what: x, added: 2026-11-02, done: 2027-01-02}}", "actions.x.done"),
        ("actions: {x: {what: x, added: 2026-11-02, due: 2027-02}}", None),
        ("checkpoints: {2027-01: demo}", None),
        ("sources: {it-head: {scope: {2027-01: [project]}}}", "sources.it-head.scope.2027-01-01"),
    ],
)
def test_what_is_meant_to_lie_ahead_is_no_mistake(
    capsys: pytest.CaptureFixture[str], more: str, where: str | None
) -> None:
    save(f"{SECOND}{more}\n")
    told = json.loads(said(capsys, "check", "warehouse", "--json"))["files"][0]["later"]
    assert where == (told and told["where"])
    assert told == json.loads(said(capsys, "screen", "warehouse", "--json"))["later"]


# An action is called by any part of its name.

ACTIONS = """actions:
  half-an-hour: {what: Half an hour with the COO, for: people.coo, added: 2026-11-02}
  half-a-day: {what: Half a day in the warehouse, added: 2026-11-02}
  old-walk: {what: Walk in the warehouse, added: 2026-11-02, done: 2026-11-05}
"""


@pytest.mark.parametrize(
    ("called", "id_"),
    [("hour", "half-an-hour"), ("the coo", "half-an-hour"), ("WAREHOUSE", "half-a-day"), ("walk", "old-walk")],
)
def test_a_part_of_an_action_names_it_and_the_open_one_is_meant(
    capsys: pytest.CaptureFixture[str], called: str, id_: str
) -> None:
    path = save(SECOND + ACTIONS)
    said(capsys, "act", "done", "warehouse", called, "--on", "2026-11-20", "--effect", "strong")
    done = next(line for line in path.read_text("utf-8").splitlines() if line.startswith(f"  {id_}:"))
    assert "done: 2026-11-20, effect: {2026-11-20: strong}" in done


def test_a_part_of_several_actions_or_of_none_is_told_with_those_that_there_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = save(SECOND + ACTIONS)
    assert (
        "`half` may be several actions - name one of them: half-an-hour (Half an hour with the COO), half-a-day (Half"
        in said(capsys, "act", "drop", "warehouse", "half")
    )
    told = said(capsys, "act", "done", "warehouse", "half-an-huor")
    assert "there is no action `half-an-huor` - did you mean half-an-hour (Half an hour with the COO)?" in told
    assert "use one of: half-an-hour (Half an hour with the COO), half-a-day (Half a day in the warehouse)" in told
    assert "no action is named - name one" in said(capsys, "act", "done", "warehouse", " ")
    assert path.read_text("utf-8") == SECOND + ACTIONS
    said(capsys, "act", "drop", "warehouse", "hour", "--on", "2026-11-20")
    assert "dropped: 2026-11-20" in path.read_text("utf-8")


# A sum with its currency is written in one go.


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("18m-20m CNY", "{low: 18m, high: 20m, currency: CNY}"),
        ("3m EUR", "{low: 3m, currency: EUR}"),
        ("EUR 3m", "{low: 3m, currency: EUR}"),
        ("1800万", "{low: 1800万, currency: EUR}"),
        ("480万-600万元", "{low: 480万, high: 600万, currency: CNY}"),
        ("700000", "{low: 700000, currency: EUR}"),
    ],
)
def test_a_sum_is_understood(capsys: pytest.CaptureFixture[str], typed: str, written: str) -> None:
    path = save(SECOND)
    said(capsys, "set", "warehouse", "amount", typed)
    assert SECOND.replace("{low: 600000, currency: EUR}", written) == path.read_text("utf-8")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("18-20m", "write 18m-20m"),
        ("480-600万元", "write 480万-600万元"),
        ("500 mil", "is no sum - write one like 4.8m"),
        ("3m EUR CNY", "is no sum - write one like 4.8m"),
        ("3,000,000 EUR", "write 3000000 EUR"),
        ("20m-18m", "the lower end of `20m-18m` is above its upper one - write 18m-20m"),
    ],
)
def test_a_sum_that_may_mean_two_things_is_refused_with_the_right_form(
    capsys: pytest.CaptureFixture[str], typed: str, told: str
) -> None:
    path = save(SECOND)
    assert told in said(capsys, "set", "warehouse", "amount", typed)
    assert path.read_text("utf-8") == SECOND


def test_a_sum_without_a_currency_takes_the_only_one_that_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    path = save(FIVE)
    assert "`3m` has no currency, and the file has none yet" in said(capsys, "set", "warehouse", "amount", "3m")
    assert path.read_text("utf-8") == FIVE
    path = save("deal: A\ncustomer: B\namount:\n  low: 3m  # a guess\n  high: 4m\n  currency: EUR\n")
    said(capsys, "set", "warehouse", "amount", "5m")
    assert "amount:\n  low: 5m  # a guess\n  currency: EUR\n" in path.read_text("utf-8")


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="asks git what a clone would hold")
def test_a_clone_holds_no_deal_but_those_to_look_at() -> None:
    """A newcomer who stands in a clone is told of his own deals, and of no other's."""
    listed = ["git", "-C", str(ROOT), "ls-files", "*.yaml", "*.yml"]
    found = subprocess.run(listed, capture_output=True, text=True, check=True)
    own = [one for one in found.stdout.splitlines() if not one.startswith((".", "examples/", "tests/", "winsell/"))]
    assert [] == own


def test_one_point_is_one_point(capsys: pytest.CaptureFixture[str]) -> None:
    save(SECOND)
    fact = (
        "set",
        "warehouse",
        "people.coo.attitude",
        "supporter",
        "--on",
        "2026-11-12",
        "--why",
        "asked",
        "--how",
        "act",
    )
    assert "- +1 point: where coo stands" in said(capsys, *fact)
    assert "- -1 point: where coo stands" in said(capsys, "undo", "warehouse")


def test_a_chart_writes_its_percents_as_its_language_does(capsys: pytest.CaptureFixture[str]) -> None:
    deal = str(ROOT / "examples" / "team" / "hospital-supply.yaml")
    for language, level, other in (("en", "100 %", "100%"), ("zh", "100%", "100 %")):
        drawn = said(capsys, "trend", deal, lang=language)
        assert level in drawn
        assert other not in drawn
