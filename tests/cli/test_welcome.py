"""Bare `winsell`: the next step for a newcomer, in whatever folder he stands; nothing is written, nothing fails."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from winsell.cli.app import run
from winsell.reports.welcome import FIRST_DEAL, Folder, welcome_report
from winsell.views.screen import Screen
from winsell.views.terminal import render
from winsell.words.speak import Speaker

DEAL = "deal: New warehouse system\ncustomer: Somebody & Sons\n"
MOST_LINES = 25


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WINSELL_TODAY", "2026-11-23")
    return tmp_path


def said(capfd: pytest.CaptureFixture[str], *argv: str) -> str:
    assert 0 == run(list(argv))
    out, err = capfd.readouterr()
    assert "" == err
    return out


def write(folder: Path, name: str, text: str = DEAL) -> None:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_an_empty_folder_gets_a_first_deal_that_can_be_pasted(
    folder: Path, capfd: pytest.CaptureFixture[str], language: str
) -> None:
    lines = said(capfd, "--lang", language).splitlines()
    first = next(number for number, line in enumerate(lines) if line.strip().startswith("deal:"))
    pasted = lines[first : first + len(FIRST_DEAL)]
    write(folder, "deal.yaml", "\n".join(pasted) + "\n")
    assert [] == [path.name for path in folder.iterdir() if path.name != "deal.yaml"]
    assert 1 == run(["screen", "deal.yaml"])
    assert "FIND OUT FIRST" in capfd.readouterr().out
    assert 0 == run(["check", "deal.yaml", "--fail-on", "error"])
    capfd.readouterr()
    assert "One deal is here" in said(capfd)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("deals", [(), ("a.yaml",), tuple(f"deals/deal-number-{number}.yaml" for number in range(40))])
@pytest.mark.parametrize("width", [40, 60, 80])
def test_it_stays_within_one_screen(language: str, deals: tuple[str, ...], width: int) -> None:
    report = welcome_report(Folder(deals, example="examples/sales-digitalisation.yaml"))
    lines = render(report, Speaker("zh" if language == "zh" else "en"), Screen(width=width)).splitlines()
    assert len(lines) <= (MOST_LINES if width == 80 else MOST_LINES + 15)
    for command in ("screen", "analyze", "plan", *(() if deals else ("new", "init"))):
        assert any(f"winsell {command}" in line for line in lines)


def test_deals_are_named_wherever_they_lie(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write(folder, "deals/warehouse.yaml")
    write(folder, "own deal.yml", "# ours\n" + DEAL)
    write(folder, "deals/playbook.yaml", "kind: playbook\nid: ours\n")
    write(folder, "compose.yaml", "services: {}\n")
    write(folder, ".hidden.yaml")
    out = said(capfd)
    assert "2 deals are here:" in out
    assert "- deals/warehouse.yaml" in out
    assert "winsell screen 'own deal.yml'" in out
    for other in ("playbook.yaml", "compose.yaml", ".hidden.yaml"):
        assert other not in out


def test_a_deal_that_is_not_valid_is_named_apart(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write(folder, "broken.yaml", DEAL + "people: [\n")
    write(folder, "sound.yaml", DEAL)
    out = said(capfd)
    assert "winsell screen sound.yaml" in out
    assert "winsell check broken.yaml" in out
    assert "winsell screen broken.yaml" not in out


def test_an_open_deal_comes_first(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    ended = DEAL + "outcome: {2026-03-01: {is: lost, why: price}}\n"
    for name, text in {"a.yaml": DEAL + "people: [\n", "b.yaml": ended, "c.yaml": DEAL, "d.yaml": DEAL}.items():
        write(folder, name, text)
    out = said(capfd)
    assert "3 deals are here:\n   - c.yaml\n   - d.yaml\n   - b.yaml\n" in out
    assert "winsell screen c.yaml" in out
    assert "One deal file is not valid:\n   - a.yaml" in out
    data = json.loads(said(capfd, "--json"))
    assert (["c.yaml", "d.yaml", "b.yaml"], ["a.yaml"]) == (data["deals"], data["unread"])


def test_a_deal_that_ends_later_is_still_open(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write(folder, "a.yaml", DEAL + "outcome: {2026-03-01: {is: lost, why: price}}\n")
    write(folder, "b.yaml", DEAL + "outcome: {2027-03-01: {is: lost, why: price}}\n")
    assert "winsell screen b.yaml" in said(capfd)


def test_odd_things_in_a_folder_do_no_harm(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (folder / "a.yaml").mkdir()
    (folder / "b.yaml").symlink_to(folder / "nowhere")
    (folder / "c.yaml").write_bytes(b"\xff\xfe\x00" * 100)
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "d.yaml")
    write(folder, "e\x1b[31m.yaml")
    out = said(capfd)
    assert "One deal is here" in out
    assert "\x1b" not in out


def test_the_example_is_named_where_it_lies(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write(folder, "examples/sales-digitalisation.yaml")
    assert "winsell analyze examples/sales-digitalisation.yaml --as-of 2021-08" in said(capfd).replace("\n   ", " ")


def test_it_speaks_the_language_that_is_asked_for_and_every_format(capfd: pytest.CaptureFixture[str]) -> None:
    assert said(capfd, "--lang", "zh") == said(capfd, "--lang=zh") == said(capfd, "welcome", "--lang", "zh")
    assert [] == json.loads(said(capfd, "welcome", "--json"))["deals"]
    for looks in (["--json"], ["--ascii"], ["--format", "markdown"], ["--format=json", "--lang", "zh"]):
        assert said(capfd, *looks) == said(capfd, "welcome", *looks)
    assert "winsell screen deal.yaml" in said(capfd, "welcome", "--format", "markdown")


def test_the_full_help_stays(capfd: pytest.CaptureFixture[str]) -> None:
    out = said(capfd, "--help")
    for command in ("screen", "analyze", "plan", "check", "explain", "schema", "playbook"):
        assert command in out
    assert "welcome" not in out


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("deal: x\ncustomer: y\n", True),
        ("   deal: x\n   customer: y\n", True),
        ("# a note\n---\ndeal: x\n", True),
        ("kind: account\npeople:\n  deal: y\n", False),
        ("kind: account\ndeal: y\n", False),
        ("people:\n  deal: {role: user}\n", False),
        ("\n" * 20_000, False),
    ],
    ids=["plain", "pasted with its indent", "below a note", "nested", "an account", "a person of that name", "blank"],
)
def test_a_deal_is_told_by_its_outermost_keys(
    text: str, listed: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "one.yaml").write_text(text, encoding="utf-8")
    assert 0 == run([])
    assert listed == ("- one.yaml" in capsys.readouterr().out)


def test_a_file_name_is_safe_to_paste(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "-$(x).yaml").write_text("deal: x\ncustomer: y\n", encoding="utf-8")
    assert 0 == run([])
    assert "winsell screen './-$(x).yaml'" in capsys.readouterr().out


def test_a_first_deal_goes_into_the_folder_for_deals_where_there_is_one(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert "save these lines as deal.yaml" in said(capfd)
    (folder / "deals").mkdir()
    out = said(capfd)
    assert "save these lines as deals/deal.yaml" in out
    assert "winsell screen deals/deal.yaml" in out
