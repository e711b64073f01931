"""Folders in which commands run: copies of the examples, on the day on which they stand."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
TODAY = "2026-11-23"


@pytest.fixture
def among_examples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with all that `examples` has."""
    return _here(ROOT / "examples", tmp_path / "examples", monkeypatch)


@pytest.fixture
def among_deals(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Somebody's own folder with the team's deals, in a wide terminal."""
    monkeypatch.setenv("COLUMNS", "200")
    return _here(ROOT / "examples" / "team", tmp_path / "deals", monkeypatch)


def _here(source: Path, target: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(source, target)
    monkeypatch.chdir(target.parent)
    monkeypatch.setenv("WINSELL_TODAY", TODAY)
    return target.parent
