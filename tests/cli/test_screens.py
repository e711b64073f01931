"""Every screen as a person sees it in a terminal of 80 columns, in both languages, held as a golden text.

`WINSELL_ACCEPT=1 pytest tests/cli/test_screens.py` accepts what is shown now; look at it first.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from winsell.cli.app import run
from winsell.views.wrap import cells
from winsell.words.catalogue import LANGUAGES

ROOT = Path(__file__).parent.parent.parent
GOLDENS = ROOT / "tests" / "goldens"
ACCEPT = bool(os.environ.get("WINSELL_ACCEPT"))
WIDTH = 80
WIDE = 100
"""Of a review, which two people look at together: the page of a deal is one screen there."""
TODAY = "2026-11-23"

DEAL = "examples/sales-digitalisation.yaml"
DATES = ("2021-03", "2021-05", "2021-06", "2021-08", "2021-10", "2021-11", "2021-12", "2022-01-15", "2022-01")
FIVE_LINES = """\
deal: New warehouse system
customer: Somebody & Sons
people:
  coo: {role: approver}
  it-head: {role: evaluator, attitude: {2026-11-02: {is: supporter, why: showed us the logs}}, contact: multiple}
"""
BROKEN = "deal: New warehouse system\ncustomer Somebody\nowner: [anna\nstage: {2026-13-01: lead}\n"
INVALID = "deal: New warehouse system\nowner: 007\npeople: {coo: {role: aprover, atitude: neutral}}\n"

SCREENS: dict[str, tuple[str, ...]] = {
    **{f"{one}-{on}": (one, DEAL, "--as-of", on) for one in ("screen", "analyze", "plan") for on in DATES},
    **{
        f"{command}-{deal}": (command, f"examples/team/{deal}.yaml")
        for command, deal in (
            ("screen", "retail-wms"),
            ("screen", "pharma-mes"),
            ("analyze", "hospital-supply"),
            ("analyze", "truck-cab-mes"),
            ("analyze", "port-yard"),
            ("plan", "city-flood"),
            ("plan", "battery-mes"),
            ("plan", "cold-chain-wms"),
        )
    },
    "screen-five-lines": ("screen", "five.yaml"),
    "analyze-five-lines": ("analyze", "five.yaml"),
    "plan-five-lines": ("plan", "five.yaml"),
    "brief": ("brief", "examples/team/battery-mes.yaml", "--with", "quality-head", "--with", "财务"),
    "brief-bidding": ("brief", "examples/team/city-flood.yaml", "--with", "bureau-deputy"),
    "brief-suspended": ("brief", "examples/team/cold-chain-wms.yaml", "--with", "general-manager"),
    "brief-lost": ("brief", "examples/team/pharma-mes.yaml", "--with", "deputy-gm"),
    "brief-2021-10": ("brief", DEAL, "--with", "cio", "--as-of", "2021-10"),
    "brief-five-lines": ("brief", "five.yaml", "--with", "coo"),
    "week": ("week", "examples/team"),
    "week-text": ("week", "examples/team", "--owner", "anna", "--format", "text"),
    "paper": ("screen", "examples/team/hospital-supply.yaml", "--paper"),
    "paper-suspended": ("screen", "examples/team/cold-chain-wms.yaml", "--paper"),
    "paper-five-lines": ("screen", "five.yaml", "--paper"),
    "check-one": ("check", DEAL, "--as-of", "2021-08"),
    "check-several": ("check", "five.yaml", "invalid.yaml", "examples/team/playbook.yaml"),
    **{
        f"check-{name}": ("check", "five.yaml", "invalid.yaml", DEAL, "--as-of", "2021-08", "--format", name)
        for name in ("concise", "github", "junit", "sarif")
    },
    "check-select": ("check", DEAL, "--as-of", "2021-08", "--select", "WSP", "--severity", "error"),
    "check-statistics": ("check", "examples/team", "--statistics"),
    "refused-text": ("analyze", "broken.yaml"),
    "refused-schema": ("analyze", "invalid.yaml"),
    "markdown": ("analyze", DEAL, "--as-of", "2021-11", "--format", "markdown"),
    "ascii": ("analyze", DEAL, "--as-of", "2021-11", "--ascii"),
    "diff-2021-08": ("diff", DEAL, "2021-06", "2021-08"),
    "diff-2021-10": ("diff", DEAL, "2021-08", "2021-10"),
    "diff-2021-11": ("diff", DEAL, "2021-10", "2021-11"),
    "diff-2021-12": ("diff", DEAL, "2021-11", "2021-12"),
    "diff-battery-mes": ("diff", "examples/team/battery-mes.yaml"),
    "diff-cold-chain-wms": ("diff", "examples/team/cold-chain-wms.yaml", "2026-06"),
    "diff-markdown": ("diff", DEAL, "2021-10", "2021-11", "--format", "markdown"),
    "log": ("log", DEAL, "--since", "2021-10-12"),
    "trend": ("trend", DEAL),
    "trend-team": ("trend", "examples/team/battery-mes.yaml", "examples/team/port-yard.yaml"),
    "trend-ascii": ("trend", "examples/team/cold-chain-wms.yaml", "--ascii"),
    "help-diff": ("diff", "--help"),
    "review-team": ("review", "examples/team"),
    "review-lin": ("review", "examples/team", "--with", "lin"),
    "review-markdown": ("review", "examples/team", "--minutes", "20", "--format", "markdown"),
    "review-battery-mes": ("review", "examples/team/battery-mes.yaml"),
    "review-truck-cab-mes": ("review", "examples/team/truck-cab-mes.yaml"),
    "review-cold-chain-wms": ("review", "examples/team/cold-chain-wms.yaml"),
    "review-2021-11": ("review", DEAL, "--as-of", "2021-11"),
    "review-agenda": ("review", "examples/team", "--with", "wang", "--minutes", "20", "--agenda"),
    "review-forecast": ("review", "examples/team", "--forecast", "2026Q4"),
    "help-review": ("review", "--help"),
    "playbook-check": ("playbook", "check", "examples/team/playbook.yaml"),
    "explain": ("explain",),
    "explain-term": ("explain", "win", "probability"),
    "explain-level": ("explain", "attitude.supporter"),
    "explain-finding": ("explain", "WSP101"),
    "explain-number": ("explain", "playbook.probability.gamma"),
    "explain-several": ("explain", "yes"),
    "welcome": (),
    "help": ("--help",),
    "help-analyze": ("analyze", "--help"),
    "help-act-move": ("act", "move", "--help"),
    "help-commit": ("commit", "--help"),
    "help-git": ("git", "--help"),
    "git-textconv": ("git", "textconv", "examples/team/shoe-partner.yaml"),
    "misused": ("analyse", DEAL),
}


FOR_PROGRAMS = {"check-concise", "check-github", "check-junit", "check-sarif", "git-textconv"}
UNBROKEN = FOR_PROGRAMS | {
    "diff-markdown", "week-text", "markdown", "review-markdown", "misused", "playbook-check", "refused-text",
    "refused-schema",
}  # fmt: skip
"""Screens that are lines for programs to find too: a problem is one line, however long."""


@pytest.fixture
def shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[[tuple[str, ...], str], str]:
    """Run a command in a terminal without colour, in a folder with the examples and three small files."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    for name, text in (("five", FIVE_LINES), ("broken", BROKEN), ("invalid", INVALID)):
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for name, value in (("WINSELL_TODAY", TODAY), ("NO_COLOR", "1")):
        monkeypatch.setenv(name, value)

    def show(argv: tuple[str, ...], language: str) -> str:
        monkeypatch.setenv("WINSELL_LANG", language)
        monkeypatch.setenv("COLUMNS", str(width_of(argv)))
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
        code = run(list(argv))
        out, err = capsys.readouterr()
        return f"$ winsell {' '.join(argv)}".rstrip() + f"\n{out}{err}[{code}]\n"

    return show


def width_of(argv: tuple[str, ...]) -> int:
    return WIDE if argv[:1] == ("review",) and "--help" not in argv else WIDTH


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SCREENS)
def test_the_screen_is_the_golden_one(name: str, language: str, shown: Callable[[tuple[str, ...], str], str]) -> None:
    text = shown(SCREENS[name], language)
    golden = GOLDENS / f"{name}.{language}.txt"
    if ACCEPT:
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text, encoding="utf-8", newline="\n")
    assert golden.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [name for name in SCREENS if name not in UNBROKEN])
def test_no_line_is_wider_than_the_terminal(
    name: str, language: str, shown: Callable[[tuple[str, ...], str], str]
) -> None:
    lines = shown(SCREENS[name], language).splitlines()[1:]
    assert [] == [line for line in lines if cells(line) > width_of(SCREENS[name])]


def test_no_golden_is_left_over() -> None:
    assert {f"{name}.{language}.txt" for name in SCREENS for language in LANGUAGES} == {
        path.name for path in GOLDENS.iterdir()
    }
