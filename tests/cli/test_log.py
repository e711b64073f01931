"""`winsell log`: the story, a block a day; who wrote it down is told only if it was asked for."""

from __future__ import annotations

import json
import shutil
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.store.test_git import ENV, commit, git
from winsell.cli.app import run

ROOT = Path(__file__).parent.parent.parent
EXAMPLE = "examples/sales-digitalisation.yaml"
needs_git = pytest.mark.skipif(sys.platform == "win32", reason="paths of POSIX")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WINSELL_TODAY", "2026-11-23")
    return tmp_path


def told(capfd: pytest.CaptureFixture[str], *argv: str, code: int = 0) -> str:
    assert code == run(["log", *argv])
    out, err = capfd.readouterr()
    assert ("" == err) == (code == 0)
    return out or err


def data(capfd: pytest.CaptureFixture[str], *argv: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(told(capfd, *argv, "--json"))
    return found


def test_a_day_has_its_round_its_changes_and_what_the_number_did(capfd: pytest.CaptureFixture[str]) -> None:
    said = told(capfd, EXAMPLE)
    assert "12 Nov 2021 - Value proof\n" in said
    assert "30 Nov 2021, POC - Value proof\n" in said
    assert (
        "Win probability: 28 % before, 39 % now, above all: what we know of International competitor (+6 points)"
        in said
    )
    assert "Who wrote it down" not in said


def test_the_days_join_without_a_gap(capfd: pytest.CaptureFixture[str]) -> None:
    days = data(capfd, EXAMPLE)["days"]
    assert [one["on"] for one in days] == sorted(one["on"] for one in days)
    for before, after in pairwise(days):
        assert before["moved"]["after"] == after["moved"]["before"]


def test_the_newest_may_come_first_and_the_old_days_stay_out(capfd: pytest.CaptureFixture[str]) -> None:
    days = [one["on"] for one in data(capfd, EXAMPLE, "--since", "2021-11-10", "--reverse")["days"]]
    assert days == sorted(days, reverse=True)
    assert "2021-11-10" == days[-1]
    assert [one["on"] for one in data(capfd, EXAMPLE, "--as-of", "2021-03-25")["days"]] == ["2021-03-05", "2021-03-20"]


def test_what_has_no_day_has_no_story(capfd: pytest.CaptureFixture[str]) -> None:
    Path("a.yaml").write_text("deal: A\ncustomer: B\nowner: li\n", encoding="utf-8")
    assert "Nothing dated has happened" in told(capfd, "a.yaml")


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("format_", ["terminal", "markdown"])
def test_every_format_speaks_every_language(capfd: pytest.CaptureFixture[str], language: str, format_: str) -> None:
    said = told(capfd, EXAMPLE, "--since", "2021-11-12", "--lang", language, "--format", format_)
    assert ("Win probability" if language == "en" else "赢单率") in said


# Who wrote it down.


@pytest.fixture
def repository(monkeypatch: pytest.MonkeyPatch) -> str:
    git("init", "-q")
    commit("id: a\ndeal: A\ncustomer: B\n", on="2026-05-04T10:00:00 +0800")
    commit("half\n<<<<<<< ours\n", on="2026-05-05T10:00:00 +0800")
    monkeypatch.setitem(ENV, "GIT_AUTHOR_NAME", "Li\x1b]0;x\x07 Y")
    commit("id: a\ndeal: A\ncustomer: B\nowner: li\n", on="2026-06-02T10:00:00 +0800")
    return "deals/a.yaml"


@needs_git
def test_who_wrote_it_when_is_told_if_asked_for(capfd: pytest.CaptureFixture[str], repository: str) -> None:
    said = told(capfd, repository, "--written")
    assert said.index("2026-05-04") < said.index("2026-06-02")
    assert "Li\\x1b]0;x\\x07 Y" in said
    assert "\x1b" not in said
    assert "In one revision the file was no deal, or a merge left half done" in said
    commits = data(capfd, repository, "--written", "--reverse")["written"]["commits"]
    assert [True, False, True] == [one["readable"] for one in commits]
    assert "2026-06-02" == commits[0]["on"]
    assert None is data(capfd, repository)["written"]


@needs_git
def test_where_git_has_nothing_to_tell_the_story_is_told_all_the_same(capfd: pytest.CaptureFixture[str]) -> None:
    assert "The deal is not under git" in told(capfd, EXAMPLE, "--written")
    git("init", "-q")
    assert "Nothing has been committed yet" in told(capfd, EXAMPLE, "--written")
    commit("x: y\n", "other.txt")
    assert "git does not know this file yet" in told(capfd, EXAMPLE, "--written")


def test_a_day_that_is_none_is_refused(capfd: pytest.CaptureFixture[str]) -> None:
    assert "is no day" in told(capfd, EXAMPLE, "--since", "soon", code=2)
