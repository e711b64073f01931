"""`winsell screen --paper`: one page for whoever decides to bid or not."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from winsell.cli.app import run

TEAM = Path(__file__).parent.parent.parent / "examples" / "team"
PAGE = 60
"""Lines on a sheet of paper."""
OPEN = [path.stem for path in sorted(TEAM.glob("*.yaml")) if path.stem != "playbook"]


@pytest.fixture(autouse=True)
def the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("WINSELL_TODAY", "2026-11-23"), ("COLUMNS", "80"), ("NO_COLOR", "1"), ("WINSELL_LANG", "en")):
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)


def paper(capsys: pytest.CaptureFixture[str], deal: str, *options: str) -> tuple[int, str]:
    code = run(["screen", str(TEAM / f"{deal}.yaml"), "--paper", *options])
    out, err = capsys.readouterr()
    assert "" == err
    return code, out


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("deal", OPEN)
def test_the_paper_is_one_page(capsys: pytest.CaptureFixture[str], deal: str, language: str) -> None:
    _, page = paper(capsys, deal, "--lang", language)
    assert len(page.splitlines()) <= PAGE


def test_the_paper_has_all_that_the_decision_needs_and_leaves_it_open(capsys: pytest.CaptureFixture[str]) -> None:
    code, page = paper(capsys, "hospital-supply")
    assert 0 == code
    for title in ("Against: ", "Two minutes on why us", "Can stop it: ", "Nobody is known for: who pays"):
        assert title in page
    for title in ("What we need", "Conditions proposed", "What would make us stop", "[ ] go", "Name: ____"):
        assert title in page


def test_the_exit_code_is_the_verdicts(capsys: pytest.CaptureFixture[str]) -> None:
    assert 1 == paper(capsys, "retail-wms")[0]


def test_a_deal_that_has_ended_is_looked_back_at_and_signed_by_nobody(capsys: pytest.CaptureFixture[str]) -> None:
    _, page = paper(capsys, "pharma-mes")
    assert "How it ended" in page
    assert not [word for word in ("Name: ____", "Conditions proposed", "What would make us stop") if word in page]


def test_a_suspended_deal_is_not_put_to_the_vote(capsys: pytest.CaptureFixture[str]) -> None:
    _, page = paper(capsys, "cold-chain-wms")
    assert "Nothing is to be decided while it is suspended" in page
    assert "[ ] go" not in page


def test_while_bids_are_open_nobody_is_to_be_won_over(capsys: pytest.CaptureFixture[str]) -> None:
    _, page = paper(capsys, "city-flood")
    assert "cannot be moved" not in page


def test_who_can_stop_it_is_a_friend_by_hearsay_where_nobody_has_met_them(capsys: pytest.CaptureFixture[str]) -> None:
    _, page = paper(capsys, "truck-cab-mes")
    assert "Can stop it: Managing director, for us (heard)" in page
    assert "Can stop it: 院长, for us" in paper(capsys, "hospital-supply")[1]
    assert "能叫停的：Managing director，正向（听说）" in paper(capsys, "truck-cab-mes", "--lang", "zh")[1]


def test_its_days_are_written_alike(capsys: pytest.CaptureFixture[str]) -> None:
    for language, day in (("en", "23 Nov 2026"), ("zh", "2026年11月23日")):
        _, page = paper(capsys, "truck-cab-mes", "--lang", language)
        assert day in page
        assert "2026-11-23" not in page


def test_we_are_competitive_by_what_only_we_have(capsys: pytest.CaptureFixture[str]) -> None:
    _, page = paper(capsys, "truck-cab-mes")
    assert "Are we competitive? yes: cut-over in one weekend" in page
