"""The worked case replayed: what each command finds at each of its dates (METHOD 2.1)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from winsell.cli.app import run

ROOT = Path(__file__).parent.parent.parent
DEAL = str(ROOT / "examples" / "sales-digitalisation.yaml")


def printed(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str]:
    code = run(list(argv))
    out, err = capsys.readouterr()
    assert "" == err
    return code, out


def report(capsys: pytest.CaptureFixture[str], command: str, on: str) -> dict[str, Any]:
    _, out = printed(capsys, command, DEAL, "--as-of", on, "--json")
    found: dict[str, Any] = json.loads(out)
    return found


@pytest.mark.parametrize(
    ("on", "verdict", "answers", "code"),
    [
        ("2021-03", "hold", ["yes", "unknown", "unknown"], 1),
        ("2021-05", "hold", ["yes", "yes", "unknown"], 1),
        ("2021-06", "go", ["yes", "yes", "yes"], 0),
        ("2021-08", "go", ["yes", "yes", "yes"], 0),
    ],
)
def test_the_three_questions(
    capsys: pytest.CaptureFixture[str], on: str, verdict: str, answers: list[str], code: int
) -> None:
    ended, out = printed(capsys, "screen", DEAL, "--as-of", on, "--json")
    screening = json.loads(out)["screening"]
    assert verdict == screening["verdict"]
    assert answers == [question["answer"] for question in screening["questions"]]
    assert code == ended


@pytest.mark.parametrize(
    ("on", "status", "value", "low", "high", "basis"),
    [
        ("2021-03", "no-event", None, None, None, None),
        ("2021-05", "too-little-known", None, None, None, None),
        ("2021-06", "computed", 23, 7, 56, "part"),
        ("2021-08", "computed", 23, 10, 50, "part"),
        ("2021-10", "computed", 23, 13, 51, "part"),
        ("2021-11", "computed", 41, 40, 42, "compared"),
        ("2021-12", "computed", 41, 40, 42, "compared"),
        ("2022-01", "awarded", None, None, None, None),
    ],
)
def test_the_win_probability(
    capsys: pytest.CaptureFixture[str],
    on: str,
    status: str,
    value: int | None,
    low: int | None,
    high: int | None,
    basis: str | None,
) -> None:
    found = report(capsys, "analyze", on)["win_probability"]
    assert (status, basis) == (found["status"], found["basis"])
    shown = [None if found[key] is None else int(100 * found[key] + 0.5) for key in ("value", "low", "high")]
    assert [value, low, high] == shown


@pytest.mark.parametrize(
    ("on", "known", "score", "low", "high", "thin", "index"),
    [
        ("2021-08", 2, 4, -69, 77, True, None),
        ("2021-10", 3, 4, -36, 45, False, None),
        ("2021-11", 6, 39, 34, 44, False, 0.5),
        ("2021-12", 6, 39, 34, 44, False, 1.0),
        ("2022-01", 6, 39, 34, 44, False, 1.0),
    ],
)
def test_the_chain_and_the_signs(
    capsys: pytest.CaptureFixture[str],
    on: str,
    known: int,
    score: int,
    low: int,
    high: int,
    thin: bool,
    index: float | None,
) -> None:
    found = report(capsys, "analyze", on)
    chain = found["decision_chain"]
    assert (known, 7) == (chain["insight"]["known"], chain["insight"]["total"])
    assert [score, low, high] == [round(chain[key]) for key in ("score", "low", "high")]
    assert thin is chain["thin"]
    assert index == found["win_signs"]["index"]


def test_the_plan_of_august_is_the_articles_fifth_step(capsys: pytest.CaptureFixture[str]) -> None:
    found = report(capsys, "plan", "2021-08")
    _, _, strategy, relation, work = found["action_line"]["steps"]
    assert ("frontal", True, "2021-10-31") == (strategy["recommended"], strategy["provisional"], strategy["expires"])
    by_person = {one["id"]: (one["strategy"], one["colour"]) for one in relation["people"]}
    assert {
        "cio": ("contact", "red"),
        "business-director": ("contact", "red"),
        "business-liaison": ("contact", "red"),
        "procurement-head": ("contact", "white"),
        "buyer": ("contact", "white"),
        "it-director": ("win-over", "yellow"),
        "it-liaison": ("motivate", "yellow"),
    } == by_person
    planned = {item["where"]: item["colour"] for item in work["items"] if item["action"]}
    assert {"red"} == {planned["behaviour.money"], planned["behaviour.criteria"]}
    assert {"competitors.international", "competitors.domestic"} <= set(planned)
    assert 0.35 == found["target"]


@pytest.mark.parametrize("command", ["analyze", "plan"])
def test_between_tender_and_award_nobody_is_to_be_worked_on(capsys: pytest.CaptureFixture[str], command: str) -> None:
    found = report(capsys, command, "2022-01-15")
    places = {gap["where"].partition(".")[0] for gap in found["gaps"]}
    assert not places & {"people", "chairs", "sources"}
    if command == "plan":
        steps = {step["id"]: step for step in found["action_line"]["steps"]}
        assert {None} == {one["strategy"] for one in steps["relation-strategy"]["people"]}
        assert [] == steps["competitive-strategy"]["tactics"]
        proposed = [item["where"] for item in steps["work-plan"]["items"] if item["action"] is None]
        assert not [where for where in proposed if where.startswith("people")]


def test_an_ended_deal_has_nothing_left_to_ask_or_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    found = report(capsys, "plan", "2022-01")
    steps = {step["id"]: step for step in found["action_line"]["steps"]}
    assert [] == found["gaps"]
    assert not [item for item in steps["work-plan"]["items"] if item["action"] is None]
    assert {None} == {one["strategy"] for one in steps["relation-strategy"]["people"]}


def test_a_closed_deal_is_looked_at_on_the_day_it_ended(capsys: pytest.CaptureFixture[str]) -> None:
    _, out = printed(capsys, "analyze", DEAL)
    assert "As of 31 Jan 2022, the day it ended" in out
    assert "won on 31 Jan 2022: first in the second quoting round" in out
