"""Completion: what is offered at each place of a command line, and the lines that a shell gets."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.strategies import ROOT
from winsell.cli.app import app, run
from winsell.cli.complete import COMMANDS, SHELLS, SUBCOMMANDS, complete


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(ROOT / "examples" / "team", tmp_path / "deals")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WINSELL_LANG", "en")
    return tmp_path


Offered = Callable[..., list[str]]


@pytest.fixture
def offered(capsys: pytest.CaptureFixture[str]) -> Offered:
    def said(*words: str) -> list[str]:
        assert 0 == complete(words)
        return [line.split("\t")[0] for line in capsys.readouterr().out.splitlines()]

    return said


def test_the_commands_are_those_of_the_program() -> None:
    named = {one.name for one in app.registered_commands if not one.hidden} | {
        one.name for one in app.registered_groups
    }
    assert named == set(COMMANDS)
    for group in app.registered_groups:
        assert group.typer_instance is not None
        assert {one.name for one in group.typer_instance.registered_commands} == set(SUBCOMMANDS[str(group.name)])


@pytest.mark.parametrize(
    ("line", "some"),
    [
        ([""], ["screen", "ask", "act"]),
        (["s"], ["screen", "set", "schema"]),
        (["act", ""], ["add", "move", "done", "drop"]),
        (["check", "--format", ""], ["terminal", "json", "markdown", "concise", "sarif", "github", "junit"]),
        (["check", "--select", "WSP10"], ["WSP101", "WSP102"]),
        (["check", "--severity", ""], ["error", "warning", "hint"]),
        (["check", "--statistics", "--new-since", ""], ["today"]),
        (["set", "truck"], ["truck-cab-mes"]),
        (["plan", "truck"], ["truck-cab-mes"]),
        (["check", "truck-cab-mes", "hos"], ["hospital-supply"]),
        (["set", "truck-cab-mes", "us"], ["us."]),
        (["set", "truck-cab-mes", "us."], ["us.fit", "us.relation"]),
        (["set", "truck-cab-mes", "people.c"], ["people.controller."]),
        (["set", "truck-cab-mes", "signs.b"], ["signs.baseline-shared"]),
        (["set", "truck-cab-mes", "people.controller.att"], ["people.controller.attitude"]),
        (["set", "truck-cab-mes", "people.controller.attitude", ""], ["mentor", "unknown"]),
        (["set", "truck-cab-mes", "stage", ""], ["lead", "unknown"]),
        (["set", "truck-cab-mes", "--lang", ""], ["en", "zh"]),
        (["set", "--lang", "en", "truck-cab-mes", "us.f"], ["us.fit"]),
        (["set", "truck-cab-mes", "us.fit", "80", "--h"], ["--how"]),
        (["act", "add", "truck-cab-mes", "x", "--customer", "--due", "t"], ["today"]),
        (["act", "done", "truck-cab-mes", "m"], ["meet-md"]),
        (["act", "move", "truck-cab-mes", "m"], ["meet-md"]),
        (["act", "move", "truck-cab-mes", "meet-md", "--due", "t"], ["today"]),
        (["set", "truck-cab-mes", "us.fit", "80", "--source", "c"], ["controller"]),
        (["note", "truck-cab-mes", "lunch", "--with", ""], ["controller"]),
        (["brief", "truck-cab-mes", "--with", "contr"], ["controller"]),
        (["act", "add", "truck-cab-mes", "x", "--for", "people.c"], ["people.controller"]),
        (["risk", ""], ["accept", "drop"]),
        (["risk", "accept", "truck-cab-mes", "WSP1"], ["WSP102", "WSP106"]),
        (["risk", "accept", "truck-cab-mes", "WSP110", "--until", "t"], ["today"]),
        (["check", "--fix", "--a"], ["--accepted", "--as-of"]),
        (["close", "truck-cab-mes", "lo"], ["lost"]),
        (["completion", ""], list(SHELLS)),
    ],
)
def test_what_may_stand_there_is_offered(offered: Offered, line: list[str], some: list[str]) -> None:
    found = offered(*line)
    assert set(some) <= set(found)
    assert all(one.startswith(line[-1]) for one in found)


@pytest.mark.parametrize(
    "line",
    [
        [],
        ["nonsense", ""],
        ["set", "no-such-deal", "people."],
        ["set", "truck-cab-mes", "people.controller.attitude.x."],
        ["set", "truck-cab-mes", "....", ""],
        ["set", "truck-cab-mes", "note", "x", "y", ""],
        ["screen", "deals/"],
        ["--", "-x", "\x1b[31m"],
        ["--with", ""],
        ["note", "--with", ""],
        ["review", "truck-cab-mes", "--with", ""],
        ["nonsense", "--"],
    ],
)
def test_where_nothing_is_known_nothing_is_said(offered: Offered, line: list[str]) -> None:
    assert [] == [one for one in offered(*line) if one not in COMMANDS]


def in_bash(folder: Path, line: str, then: str) -> str:
    """What bash says after it completed the last word of a line."""
    words = f"COMP_WORDS=({line}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))"
    script = f'eval "$(winsell completion bash)"; {words}; _winsell; {then}'
    (folder / "bin").mkdir()
    program = folder / "bin" / "winsell"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m winsell "$@"\n', "utf-8")
    program.chmod(0o755)
    environment = {"PATH": f"{folder / 'bin'}:/usr/bin:/bin", "HOME": str(folder), "LC_ALL": "C.UTF-8"}
    ran = subprocess.run(
        ["bash", "-c", script], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert ("", 0) == (ran.stderr, ran.returncode)
    return ran.stdout


def test_bash_completes_a_path_key_by_key(folder: Path) -> None:
    line = "winsell set truck-cab-mes people.contr"
    assert "people.controller.\n" == in_bash(folder, line, 'printf "%s\\n" "${COMPREPLY[@]}"')


NAMES = ("$(touch pwn)", "a b", "it's", 'q"`touch pwn`', "a;touch pwn", "back\\slash", "!x", "项目")
"""Of files that may lie in a folder which somebody else filled."""


def test_a_name_that_bash_would_run_is_quoted_and_stays_one_word(folder: Path) -> None:
    for path in (folder / "deals").rglob("*.yaml"):
        path.unlink()
    for name in NAMES:
        (folder / "deals" / f"{name}.yaml").write_text("deal: A\ncustomer: B\n", "utf-8")
    typed = in_bash(folder, "winsell set ''", "eval \"printf '%s\\n' ${COMPREPLY[*]}\"")
    assert sorted(NAMES) == sorted(typed.splitlines())
    assert not (folder / "pwn").exists()


def test_within_quotes_bash_is_offered_only_what_they_hold(folder: Path) -> None:
    for name in NAMES:
        (folder / "deals" / f"{name}.yaml").write_text("deal: A\ncustomer: B\n", "utf-8")
    typed = in_bash(folder, "winsell set '\"'", 'printf "%s\\n" "${COMPREPLY[@]}"').splitlines()
    assert {"a b", "a;touch pwn", "项目"} == set(NAMES) & set(typed)
    assert not any(set(one) & set("$`\"'\\!") for one in typed)


def test_words_typed_with_quotes_are_understood(folder: Path) -> None:
    (folder / "deals" / "a b.yaml").write_text("deal: A\ncustomer: B\npeople: {cio: {role: user}}\n", "utf-8")
    line = "winsell set 'deals/a\\ b.yaml' people.c"
    assert "people.cio.\n" == in_bash(folder, line, 'printf "%s\\n" "${COMPREPLY[@]}"')


def test_nothing_acts_on_the_terminal_or_looks_like_an_option(
    folder: Path, capsys: pytest.CaptureFixture[str], offered: Offered
) -> None:
    what = r'"\e]0;pwned\a\nevil\tX\n--rm"'
    actions = f'actions:\n  call: {{what: {what}}}\n  "$(touch pwn)": {{what: x}}\n  bad: 1\n'
    (folder / "deals" / "odd.yaml").write_text(f"deal: A\ncustomer: B\n{actions}", "utf-8")
    for name in ("--rm", "esc\x1b]0;x\x07", "turned\u202e"):
        (folder / "deals" / f"{name}.yaml").write_text("deal: A\ncustomer: B\n", "utf-8")
    assert 0 == complete(["act", "done", "odd", ""])
    assert "call\t\\x1b]0;pwned\\x07 evil X --rm\n" == capsys.readouterr().out
    assert all(one.isprintable() and not one.startswith("-") for one in offered("set", ""))


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_the_lines_of_the_other_shells_ask_the_program(capsys: pytest.CaptureFixture[str], shell: str) -> None:
    assert 0 == run(["completion", shell])
    assert "__complete" in capsys.readouterr().out
    if (path := shutil.which(shell)) is not None:
        assert 0 == run(["completion", shell])
        lines = capsys.readouterr().out
        assert 0 == subprocess.run([path, "-n"], input=lines, text=True, check=False).returncode


def test_a_shell_that_is_not_known_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert 2 == run(["completion", "ksh"])
    assert "`ksh` is no shell that is known here - use one of: bash, zsh, fish" in capsys.readouterr().err


def test_a_format_of_the_check_is_offered_to_nobody_else(offered: Offered) -> None:
    assert ["terminal", "json", "markdown"] == offered("analyze", "--format", "")
