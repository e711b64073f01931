"""The hook for pre-commit: what it says of itself, and the real pre-commit running it over a repository of deals."""

from __future__ import annotations

import importlib.util
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.strategies import ROOT
from winsell.cli.app import run
from winsell.store.yaml_reader import read_yaml

GOOD = "deal: A\ncustomer: B\nowner: anna\n"
RED = "deal: A\ncustomer: B\ncriteria: {sla: {name: SLA, mandatory: true, ours: failed}}\n"
OF_GIT = (
    "-c",
    "user.name=a",
    "-c",
    "user.email=a@example.com",
    "-c",
    "commit.gpgsign=false",
    "-c",
    "core.autocrlf=false",
)


def hook() -> dict[str, Any]:
    document, problems = read_yaml((ROOT / ".pre-commit-hooks.yaml").read_bytes())
    assert document is not None, problems
    assert isinstance(document.data, list)
    (one,) = document.data
    assert isinstance(one, dict)
    return one


def test_the_hook_runs_the_check_on_the_files_of_deals() -> None:
    one = hook()
    assert ("winsell-check", "python", "winsell check", True) == (
        one["id"], one["language"], one["entry"], one["pass_filenames"],
    )  # fmt: skip
    taken = {"deals/a.yaml", "deals/a.yml", "deals/accounts/b.yaml"}
    left = {"a.yaml", "old/deals/a.yaml", "deals/a.yaml.orig", "deals/a.md"}
    assert taken == {path for path in taken | left if re.search(one["files"], path)}


def test_what_the_hook_calls_fails_on_a_red_risk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in (("good", GOOD), ("red", RED)):
        Path(f"{name}.yaml").write_text(text, "utf-8")
    command = hook()["entry"].split()[1:]
    assert 0 == run([*command, "good.yaml"])
    assert 1 == run([*command, "good.yaml", "red.yaml"])


def git(folder: Path, *argv: str) -> str:
    done = subprocess.run(["git", *OF_GIT, *argv], cwd=folder, capture_output=True, text=True, check=False)
    assert 0 == done.returncode, done.stderr
    return done.stdout.strip()


def committed(folder: Path) -> str:
    """Make a repository of a folder; the name of its one commit."""
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "all")
    return git(folder, "rev-parse", "HEAD")


def source(folder: Path) -> str:
    """A repository of the program as it is now."""
    for name in git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0"):
        if name and (ROOT / name).exists():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    return committed(folder)


@pytest.mark.external
@pytest.mark.skipif(importlib.util.find_spec("pre_commit") is None, reason="pre-commit is not installed")
def test_the_real_pre_commit_passes_a_good_deal_and_stops_a_red_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "kept"))
    deals = tmp_path / "team"
    for folder in (tmp_path / "program", deals / "deals"):
        folder.mkdir(parents=True)
    revision = source(tmp_path / "program")
    config = f"repos:\n  - repo: {tmp_path / 'program'}\n    rev: {revision}\n    hooks:\n      - id: winsell-check\n"
    (deals / ".pre-commit-config.yaml").write_text(config, "utf-8")
    (deals / "deals" / "good.yaml").write_text(GOOD, "utf-8")
    (deals / "other.yaml").write_text("not: a deal\n", "utf-8")
    committed(deals)
    run_all = [sys.executable, "-m", "pre_commit", "run", "--all-files", "--color", "never"]
    good = subprocess.run(run_all, cwd=deals, capture_output=True, text=True, check=False)
    assert (0, "") == (good.returncode, good.stderr), good.stdout
    assert "Passed" in good.stdout
    (deals / "deals" / "red.yaml").write_text(RED, "utf-8")
    git(deals, "add", "-A")
    bad = subprocess.run(run_all, cwd=deals, capture_output=True, text=True, check=False)
    assert 1 == bad.returncode, bad.stderr
    assert "deals/red.yaml:3: WSV102" in bad.stdout
    assert "other.yaml" not in bad.stdout
