"""Which language is spoken: --lang, WINSELL_LANG, the playbook's, the machine's, English; in this order."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest

from winsell.cli.app import run
from winsell.cli.language import language, spoken, stated_in

DEAL = "deal: New warehouse system\ncustomer: Somebody & Sons\n"
OTHER = {"en": "zh", "zh": "en"}
MACHINE = ("LC_ALL", "LC_MESSAGES", "LANG")
RUNGS = ("--lang", "WINSELL_LANG", "playbook", *MACHINE)
"""Where a language may be stated, the strongest first."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WINSELL_TODAY", "2026-11-23")
    monkeypatch.setattr("locale.getlocale", lambda: (None, None))
    for name in ("WINSELL_LANG", *MACHINE):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def deal(folder: Path, own: str | None = None) -> str:
    """Write a deal, and beside it a playbook that speaks its own language."""
    folder.mkdir(exist_ok=True)
    (folder / "deal.yaml").write_text(DEAL, encoding="utf-8")
    if own is not None:
        head = "kind: playbook\nid: ours\nversion: '3'\nname: {en: Our way}\nextends: five-steps\n"
        (folder / "playbook.yaml").write_text(f"{head}language: {own}\n", encoding="utf-8")
    return str(folder / "deal.yaml")


def heard(capfd: pytest.CaptureFixture[str], *argv: str) -> str:
    """The language of what a command prints."""
    run(list(argv))
    out, err = capfd.readouterr()
    assert bool(out) != bool(err)
    return "zh" if re.search("[\u4e00-\u9fff]", out + err) else "en"


def state(monkeypatch: pytest.MonkeyPatch, folder: Path, stated: dict[str, str]) -> list[str]:
    """Let each rung say its language; the command line that asks for a report."""
    for name in ("WINSELL_LANG", *MACHINE):
        if name in stated:
            monkeypatch.setenv(name, stated[name])
    lang = ["--lang", stated["--lang"]] if "--lang" in stated else []
    return ["screen", deal(folder, stated.get("playbook")), *lang]


@pytest.mark.parametrize(("rung", "wanted"), [*product(RUNGS, OTHER)])
def test_each_place_outweighs_all_below_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], rung: str, wanted: str
) -> None:
    below = RUNGS[RUNGS.index(rung) + 1 :]
    argv = state(monkeypatch, folder, {rung: wanted, **dict.fromkeys(below, OTHER[wanted])})
    assert wanted == heard(capfd, *argv)


def test_where_nobody_says_a_language_it_is_english(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert "en" == heard(capfd, "screen", deal(folder))


@pytest.mark.parametrize("name", ["WINSELL_LANG", *MACHINE])
def test_an_empty_variable_says_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    assert folder.is_dir()
    monkeypatch.setenv(name, "")
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert "zh" == language(None)


# How a language may be written.


@pytest.mark.parametrize(
    ("wanted", "tag"),
    [
        ("zh", "zh"),
        ("zh", "ZH"),
        ("zh", "zh-Hans"),
        ("zh", "zh_Hans_CN"),
        ("zh", "zh_CN.UTF-8"),
        ("zh", "zh_TW"),
        ("en", "en"),
        ("en", "en-GB"),
        ("en", "en_US.UTF-8"),
    ],
)
@pytest.mark.parametrize("name", ["--lang", "WINSELL_LANG", "LANG"])
def test_a_language_is_known_by_its_first_part(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    wanted: str,
    tag: str,
    name: str,
) -> None:
    assert wanted == heard(capfd, *state(monkeypatch, folder, {name: tag}))


@pytest.mark.parametrize("tag", ["C", "C.UTF-8", "POSIX", "de_DE.UTF-8", "zho", "x"])
@pytest.mark.usefixtures("folder")
def test_a_machine_in_another_language_gets_english(monkeypatch: pytest.MonkeyPatch, tag: str) -> None:
    monkeypatch.setenv("LANG", tag)
    assert "en" == language(None)


@pytest.mark.parametrize(
    ("wanted", "told"),
    [("zh", "Chinese (Simplified)_China"), ("zh", "zh_CN"), ("en", "German_Germany"), ("en", None)],
)
@pytest.mark.usefixtures("folder")
def test_a_machine_without_variables_is_asked(monkeypatch: pytest.MonkeyPatch, wanted: str, told: str | None) -> None:
    monkeypatch.setattr("locale.getlocale", lambda: (told, "cp936"))
    assert wanted == language(None)


@pytest.mark.parametrize("tag", ["fr", "french", "zho", "e", "screen", "\x1b[31m"])
@pytest.mark.parametrize("name", ["--lang", "WINSELL_LANG"])
def test_a_language_that_does_not_exist_is_one_line_and_two(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], name: str, tag: str
) -> None:
    assert 2 == run(state(monkeypatch, folder, {name: tag}))
    shown = tag.replace("\x1b", "\\x1b")
    said = f"winsell: {name} is {shown}, which is no language here - use one of: en, zh\n"
    assert ("", said) == tuple(capfd.readouterr())


def test_a_wrong_language_is_told_in_the_next_that_is_stated(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    argv = state(monkeypatch, folder, {"--lang": "fr", "WINSELL_LANG": "zh", "LANG": "en_GB.UTF-8"})
    assert "zh" == heard(capfd, *argv)
    argv = state(monkeypatch, folder, {"WINSELL_LANG": "fr", "LANG": "zh_CN.UTF-8"})
    assert "zh" == heard(capfd, *argv)


# Where --lang may stand.


@pytest.mark.parametrize(
    "argv",
    [
        ["--lang", "zh", "screen", "deal.yaml"],
        ["--lang=zh", "screen", "deal.yaml"],
        ["screen", "--lang", "zh", "deal.yaml"],
        ["screen", "deal.yaml", "--lang=zh"],
        ["--lang", "en", "screen", "deal.yaml", "--lang", "zh"],
        ["--lang", "zh", "playbook", "check", "playbook.yaml"],
        ["playbook", "--lang", "zh", "check", "playbook.yaml"],
        ["playbook", "check", "playbook.yaml", "--lang", "zh"],
        ["playbook", "--help", "--lang", "zh"],
        ["screen", "--lang", "zh", "nowhere.yaml"],
        ["--lang", "zh", "schema", "nothing"],
        ["--lang", "zh", "nothing"],
        ["screen", "--lang", "zh"],
    ],
    ids=" ".join,
)
def test_the_option_may_stand_before_or_after_the_command(
    folder: Path, capfd: pytest.CaptureFixture[str], argv: list[str]
) -> None:
    deal(folder, "en")
    assert "zh" == heard(capfd, *argv)


@pytest.mark.parametrize(
    ("found", "argv"),
    [
        (None, []),
        (None, ["screen", "deal.yaml"]),
        ("zh", ["--lang", "zh"]),
        ("zh", ["x", "--lang=zh", "y"]),
        ("en", ["--lang", "zh", "--lang", "en"]),
        ("", ["--lang=", "screen"]),
        (None, ["screen", "--lang"]),
        (None, ["explain", "--", "--lang", "zh"]),
        (None, ["--language", "zh"]),
    ],
)
def test_the_language_is_found_in_a_command_line_before_it_is_parsed(found: str | None, argv: list[str]) -> None:
    assert found == stated_in(argv)


def test_an_empty_language_is_none(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert "zh" == heard(capfd, "--lang=", "screen", deal(folder, "zh"))


@pytest.mark.usefixtures("folder")
def test_complaints_never_fail_for_the_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WINSELL_LANG", "fr")
    assert "en" == spoken(["--lang", "xx"])


# The playbook's own.


@pytest.mark.parametrize(("first", "second"), [("zh", "en"), ("en", "zh")])
def test_check_speaks_the_language_of_the_first_playbook(
    folder: Path, capfd: pytest.CaptureFixture[str], first: str, second: str
) -> None:
    files = [deal(folder / "one", first), deal(folder / "two", second)]
    assert first == heard(capfd, "check", *files)
    assert second == heard(capfd, "check", *reversed(files))
    assert second == heard(capfd, "check", *files, "--lang", second)


def test_check_passes_over_files_that_have_no_playbook(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (folder / "broken.yaml").write_text("deal: x\n", encoding="utf-8")
    assert "zh" == heard(capfd, "check", "broken.yaml", deal(folder / "own", "zh"))


@pytest.mark.parametrize("command", ["screen", "analyze", "plan"])
@pytest.mark.parametrize("own", ["en", "zh"])
def test_a_report_speaks_its_playbooks_language(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], command: str, own: str
) -> None:
    monkeypatch.setenv("LANG", OTHER[own])
    assert own == heard(capfd, command, deal(folder, own))


def test_a_playbook_is_found_valid_in_its_own_language(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    deal(folder, "zh")
    assert "zh" == heard(capfd, "playbook", "check", "playbook.yaml")
