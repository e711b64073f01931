"""Which deal is meant: every command that takes one takes the same words for it, and says the same of wrong ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.strategies import ROOT
from winsell.cli.app import run

READING = ("screen", "analyze", "plan", "check")


@pytest.fixture(autouse=True)
def folder(among_deals: Path) -> Path:
    return among_deals


def told(capfd: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    code = run([*argv, "--lang", "en"])
    out, err = capfd.readouterr()
    return code, out, err


@pytest.mark.parametrize("command", READING)
@pytest.mark.parametrize("said", ["truck-cab", "TRUCK-CAB-MES"])
def test_a_part_of_a_name_is_as_good_as_the_file(capfd: pytest.CaptureFixture[str], command: str, said: str) -> None:
    assert told(capfd, command, "deals/truck-cab-mes.yaml") == told(capfd, command, said)


@pytest.mark.parametrize("argv", [*((one,) for one in READING), ("undo",), ("set",), ("note",), ("act", "add")])
def test_a_part_of_several_names_and_of_none_is_said_alike(
    capfd: pytest.CaptureFixture[str], argv: tuple[str, ...]
) -> None:
    behind = {"set": ("owner", "bo"), "note": ("x",), "act": ("x",)}.get(argv[0], ())
    code, out, err = told(capfd, *argv, "mes", *behind)
    assert (2, "") == (code, out)
    assert err.startswith("winsell: `mes` may be several deals - name one of them: deals/")
    code, out, err = told(capfd, *argv, "truk-cab-mes", *behind)
    assert (2, "") == (code, out)
    assert "no deal in `deals` has `truk-cab-mes` in its id" in err
    assert "did you mean `truck-cab-mes`? if not, name the file" in err


@pytest.mark.parametrize("said", ["truck-cab-mse.yaml", "dels/truck-cab-mes.yaml", "truck-cab-mes.yaml"])
@pytest.mark.parametrize("command", ["screen", "analyze", "plan", "undo"])
def test_a_path_to_nowhere_is_told_with_the_nearest_file(
    capfd: pytest.CaptureFixture[str], command: str, said: str
) -> None:
    expected = f"{said}: there is no such file - did you mean deals/truck-cab-mes.yaml? if not, check the name\n"
    assert (3, "", expected) == told(capfd, command, said)


def test_a_path_that_is_there_wins(capfd: pytest.CaptureFixture[str], folder: Path) -> None:
    (folder / "truck-cab-mes").write_text("deal: Mine\ncustomer: B\n", "utf-8")
    assert "Mine - B" in told(capfd, "screen", "truck-cab-mes")[1]


# A check takes any number.


def test_a_folder_is_checked_with_all_that_is_ours_in_it(capfd: pytest.CaptureFixture[str], folder: Path) -> None:
    (folder / "deals" / "compose.yaml").write_text("services: {}\n", "utf-8")
    (folder / "deals" / "broken.yaml").write_text("deal: [\n", "utf-8")
    code, out, _ = told(capfd, "check", "deals", "deals/truck-cab-mes.yaml")
    assert 1 == code
    assert "compose.yaml" not in out
    assert "deals/broken.yaml\n" in out
    assert 1 == out.count("deals/truck-cab-mes.yaml\n")
    ours = [one for one in (ROOT / "examples" / "team").rglob("*.yaml") if not one.name.startswith(".")]
    assert f"{len(ours) + 1} checked, 1 not valid" in out


def test_a_folder_without_deals_is_said_to_have_none(capfd: pytest.CaptureFixture[str], folder: Path) -> None:
    (folder / "none").mkdir()
    code, _, err = told(capfd, "check", "none")
    assert (0, True) == (code, "none: " in err)


def test_a_check_says_of_all_names_at_once_that_they_are_nobodys(capfd: pytest.CaptureFixture[str]) -> None:
    code, out, err = told(capfd, "check", "truck-cab-mes", "nix", "nux", "deals/away.yaml")
    assert (2, "", 2) == (code, out, err.count("\n"))
    assert ("`nix`" in err, "`nux`" in err) == (True, True)


def test_a_path_to_nowhere_is_one_of_the_files_of_a_check(capfd: pytest.CaptureFixture[str]) -> None:
    code, out, _ = told(capfd, "check", "shoe-partner", "shoe-partnr.yaml")
    assert 1 == code
    assert "shoe-partnr.yaml: there is no such file" in out
    assert "deals/shoe-partner.yaml" in out
