"""The help pages and the usage errors: ours in either language, whichever typer parses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, get_args

import pytest
import typer

from winsell.base.fact import Say
from winsell.cli.app import app, run
from winsell.cli.misuse import placeholder
from winsell.views.screen import Screen
from winsell.views.wrap import widest
from winsell.words.catalogue import Language, template
from winsell.words.speak import Speaker

HAN = re.compile("[\u4e00-\u9fff]")
TYPERS = ("Usage: ", "Options", "Arguments", "Commands", "OPTIONS", "ARGS", "default", "required", "message", "exit")
"""Words that typer's own help pages are made of; ours have some of them in English too, and none in Chinese."""


def commands() -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every command with the words that call it, the program itself first."""
    waiting: list[tuple[tuple[str, ...], Any]] = [((), typer.main.get_command(app))]
    for words, command in waiting:
        yield words, command
        waiting += [((*words, name), one) for name, one in getattr(command, "commands", {}).items()]


COMMANDS = dict(commands())
EVERY_PAGE = pytest.mark.parametrize("words", COMMANDS, ids=lambda words: " ".join(words) or "winsell")
BOTH = pytest.mark.parametrize("language", get_args(Language))


def parameters(command: Any) -> list[Any]:
    return [one for one in command.get_params(typer.Context(command)) if not getattr(one, "hidden", False)]


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a page be read on a screen of 80 cells, not in a pipe."""
    monkeypatch.setattr("winsell.views.screen.screen_of", lambda *_, **__: Screen(80))


def page(capfd: pytest.CaptureFixture[str], *argv: str) -> str:
    assert 0 == run([*argv, "--help"])
    out, err = capfd.readouterr()
    assert "" == err
    return out


def test_the_commands_are_those_that_a_reader_is_told_of() -> None:
    reading = {
        "screen", "analyze", "plan", "brief", "week", "check", "review", "diff", "log", "trend", "explain", "schema",
        "playbook", "welcome", "completion",
    }  # fmt: skip
    writing = {"init", "new", "ask", "met", "edit", "set", "note", "act", "risk", "close", "undo", "commit", "git"}
    assert reading | writing == {words[0] for words in COMMANDS if words}


# The pages.


@pytest.mark.usefixtures("terminal")
@EVERY_PAGE
@BOTH
def test_a_page_fits_the_screen_and_says_what_each_parameter_means(
    capfd: pytest.CaptureFixture[str], words: tuple[str, ...], language: Language
) -> None:
    said = page(capfd, "--lang", language, *words)
    assert max(map(widest, said.splitlines())) <= 80
    shown = "".join(said.split())
    for parameter in parameters(COMMANDS[words]):
        meaning = Speaker(language).say(Say("help.help" if parameter.name == "help" else parameter.help or ""))
        assert "".join(meaning.split()) in shown
        assert re.search(rf"^ +{re.escape(entry(parameter, language))}( {{2}}|$|, )", said, re.MULTILINE)


def entry(parameter: Any, language: Language) -> str:
    """How a parameter stands on a page: by its name, and what stands for its value."""
    value = "" if parameter.metavar is None else Speaker(language).say(placeholder(parameter.metavar))
    if parameter.param_type_name == "argument":
        return value
    names = ", ".join(sorted(parameter.opts, key=len, reverse=True))
    return names if parameter.is_flag else f"{names} {value}"


@EVERY_PAGE
def test_every_command_and_every_parameter_has_a_sentence_of_its_own(words: tuple[str, ...]) -> None:
    command = COMMANDS[words]
    codes = [command.help, *(one.help for one in parameters(command) if one.name != "help")]
    assert all(code.startswith("help.") and template(code, {}) for code in codes)


@EVERY_PAGE
def test_a_chinese_page_has_no_word_of_typers_and_every_meaning_in_chinese(
    capfd: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    said = page(capfd, *words, "--lang", "zh")
    assert [] == [one for one in TYPERS if re.search(rf"\b{re.escape(one)}", said)]
    metavars = {"COMMAND", *(str(one.metavar).strip(".") for one in parameters(COMMANDS[words]) if one.metavar)}
    assert [] == [one for one in metavars if re.search(rf"\b{one}\b", said)]
    meanings = [line.strip() for line in said.splitlines() if line.startswith("   ")]
    assert [] == [line for line in meanings if not HAN.search(line)]


@EVERY_PAGE
def test_an_english_page_has_no_chinese_and_no_typers_words(
    capfd: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    said = page(capfd, *words)
    assert not HAN.search(said)
    assert not re.search(r"OPTIONS|ARGS|message and exit|TEXT|\[default|\[required", said)


def test_a_page_names_what_a_command_takes(capfd: pytest.CaptureFixture[str]) -> None:
    lines = page(capfd, "analyze").splitlines()
    assert "   Usage: winsell analyze DEAL [--...]" == lines[0]
    assert ["Arguments", "Options"] == [line for line in lines if line and not line.startswith(" ")]
    assert "   --format NAME    terminal, markdown or json. Usual: terminal." in lines
    assert "   Usage: winsell explain [WORD...] [--...]" == page(capfd, "explain").splitlines()[0]
    assert "   Usage: winsell playbook COMMAND [--...]" == page(capfd, "playbook").splitlines()[0]


def test_the_programs_page_lists_its_commands_without_the_hidden_one(capfd: pytest.CaptureFixture[str]) -> None:
    listed = page(capfd).partition("Commands\n")[2]
    expected = (
        "init new screen analyze plan brief week check review diff log trend ask met set note close undo edit commit "
        "explain schema completion act risk git"
    )
    assert [*expected.split(), "playbook"] == [line.split()[0] for line in listed.splitlines()]


@pytest.mark.parametrize("argv", [["--lang", "zh", "--version"], ["--lang=en", "-V"]])
def test_the_version_is_told_behind_a_language_too(capfd: pytest.CaptureFixture[str], argv: list[str]) -> None:
    from winsell import __version__

    assert 0 == run(argv)
    assert (f"winsell {__version__}\n", "") == tuple(capfd.readouterr())


# Usage errors.

KNOWN = (
    "init, new, screen, analyze, plan, brief, week, check, review, diff, log, trend, ask, met, set, note, close, undo, "
    "edit, commit, explain, schema, completion, act, risk, git, playbook"
)
MISUSES = {
    "a mistyped command": (
        ["scren", "x.yaml"],
        f"there is no command scren - did you mean screen? if not, use one of: {KNOWN}",
    ),
    "no such command": (["zzz"], f"there is no command zzz - use one of: {KNOWN}"),
    "the hidden command's slip": (["welcom"], f"there is no command welcom - use one of: {KNOWN}"),
    "a mistyped part of a group": (
        ["playbook", "shw"],
        "there is no command shw - did you mean show? if not, use one of: show, check",
    ),
    "a file without a command": (
        ["deal.yaml"],
        (
            "deal.yaml is a file, and what to do with it is missing - "
            "write a command before it, such as `winsell analyze deal.yaml`"
        ),
    ),
    "a missing argument": (["screen"], "DEAL is missing - name it, or see `winsell screen --help`"),
    "a missing file": (["playbook", "check"], "FILE is missing - name it, or see `winsell playbook check --help`"),
    "a group without a command": (["playbook"], "COMMAND is missing - name it, or see `winsell playbook --help`"),
    "an extra argument": (
        ["screen", "a.yaml", "b.yaml"],
        "b.yaml is more than the command takes - see `winsell screen --help`",
    ),
    "a mistyped option": (
        ["plan", "a.yaml", "--as-off", "today"],
        "there is no option --as-off - did you mean --as-of? if not, see `winsell plan --help`",
    ),
    "an option that nothing is like": (
        ["plan", "a.yaml", "--zzz"],
        "there is no option --zzz - see `winsell plan --help`",
    ),
    "an option of the program that does not exist": (
        ["--zzz"],
        "there is no option --zzz - see `winsell --help`",
    ),
    "an option without its value": (["plan", "a.yaml", "--as-of"], "--as-of wants a value - write one after it"),
    "two days": (
        ["plan", "a.yaml", "--as-of", "2021-08", "--as-of=2021-09"],
        "--as-of stands twice, as 2021-08, 2021-09 - keep one of them",
    ),
    "two formats": (
        ["plan", "a.yaml", "--json", "--format", "markdown"],
        "--json asks for one format and --format markdown for another - keep one of them",
    ),
    "two formats of nothing": (
        ["--format=terminal", "--json"],
        "--json asks for one format and --format terminal for another - keep one of them",
    ),
    "an option that swallows another": (
        ["plan", "--as-of", "--as-of", "2021-08", "a.yaml"],
        "--as-of wants a value - write one after it",
    ),
    "an option that swallows the help": (["plan", "--as-of", "--help"], "--as-of wants a value - write one after it"),
    "an option before the command": (
        ["--json", "plan", "a.yaml"],
        "--json stands before the command - write it behind: `winsell COMMAND --json`",
    ),
    "a language without its value": (["--lang"], "--lang wants a value - write one after it"),
    "a flag with a value": (
        ["plan", "a.yaml", "--json=yes"],
        "--json takes no value - leave out what follows it",
    ),
}
EVERY_MISUSE = pytest.mark.parametrize(("argv", "said"), MISUSES.values(), ids=MISUSES)


def complaint(capfd: pytest.CaptureFixture[str], *argv: str) -> str:
    """The one line of a usage error."""
    assert 2 == run(list(argv))
    out, err = capfd.readouterr()
    assert ("", 1) == (out, err.count("\n"))
    return err.removeprefix("winsell: ").rstrip("\n")


@EVERY_MISUSE
def test_a_misuse_is_one_line_that_says_what_to_do(
    capfd: pytest.CaptureFixture[str], argv: list[str], said: str
) -> None:
    assert said == complaint(capfd, *argv)


@EVERY_MISUSE
def test_a_misuse_is_told_in_chinese_with_the_same_names_in_it(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, argv: list[str], said: str
) -> None:
    monkeypatch.setenv("WINSELL_LANG", "zh")
    told = complaint(capfd, *argv)
    assert HAN.search(told)
    names = set(re.findall(r"[\w.-]+", f"{KNOWN} FILE DEAL COMMAND show winsell analyze --help {' '.join(argv)}"))
    english = set(re.findall(r"[A-Za-z][\w.-]*[A-Za-z]", told, re.ASCII))
    assert set() == english - {name.strip("-.") for name in names} - {"as-of"}
    for name in re.findall(r"`([^`]+)`", said):
        assert name in told
    if "did you mean" in said:
        assert said.partition("did you mean ")[2].partition("?")[0] in told


@pytest.mark.parametrize(
    "argv",
    [
        ["explain", "map", "--json", "--format", "json"],
        ["explain", "map", "--json", "--json"],
        ["explain", "--", "--lang", "--lang"],
        ["--lang", "zh", "playbook", "show", "--lang=en"],
        ["plan", "--help", "--lang", "en", "--lang", "zh"],
    ],
    ids=" ".join,
)
def test_what_says_one_thing_is_understood(capfd: pytest.CaptureFixture[str], argv: list[str]) -> None:
    run(argv)
    err = capfd.readouterr().err
    assert [] == [one for one in ("stands twice", "wants a value", "another") if one in err]


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["plan", "a.yaml", "--lang", "zh", "--lang=en"], "--lang stands twice, as zh, en - keep one of them"),
        (["--lang=zh", "--lang", "en", "plan", "a.yaml"], "--lang stands twice, as zh, en - keep one of them"),
        (["plan", "--lang", "--lang", "en", "a.yaml"], "--lang wants a value - write one after it"),
    ],
)
def test_a_language_is_said_once_on_each_side_of_the_command(
    capfd: pytest.CaptureFixture[str], argv: list[str], said: str
) -> None:
    assert said == complaint(capfd, *argv)


@EVERY_MISUSE
def test_a_misuse_is_known_by_what_the_error_carries_and_not_by_typers_words(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, argv: list[str], said: str
) -> None:
    usage_error: Any = typer.BadParameter.__mro__[1]
    create = usage_error.__init__

    def otherwise(self: Any, _message: str, *rest: Any, **named: Any) -> None:
        create(self, "Quite other words.", *rest, **named)

    monkeypatch.setattr(usage_error, "__init__", otherwise)
    assert said == complaint(capfd, *argv)


class Bare:
    """A parameter of a typer to come, which has none of what ours have."""


def _of_a_typer_to_come(kind: str) -> Exception:
    """A usage error that carries nothing, or other things than those of today."""
    usage_error: Any = typer.BadParameter.__mro__[1]
    error: Exception = usage_error("Quite other words.")
    carried: dict[str, dict[str, Any]] = {
        "nothing": {},
        "a parameter without a name": {"param": Bare(), "param_type": None},
        "no parameter": {"param": None, "param_type": "argument"},
        "a context that has no path": {"ctx": Bare()},
        "an argument": {"param": typer.main.get_command(app).commands["plan"].params[0]},  # type: ignore[attr-defined]
    }
    for name, value in carried[kind].items():
        setattr(error, name, value)
    return error


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(
    ("kind", "at"),
    [
        ("nothing", ""),
        ("a parameter without a name", ""),
        ("no parameter", ""),
        ("a context that has no path", ""),
        ("an argument", "DEAL"),
    ],
)
def test_an_error_that_is_not_known_is_told_in_our_words_all_the_same(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, kind: str, at: str, lang: str
) -> None:
    def refuse(*_: Any) -> None:
        raise _of_a_typer_to_come(kind)

    monkeypatch.setenv("WINSELL_LANG", lang)
    monkeypatch.setattr(typer.core.TyperCommand, "parse_args", refuse)
    said = complaint(capfd, "plan", "a.yaml")
    assert "Quite" not in said
    assert 1 == said.count(" - ")
    assert "--help`" in said
    assert (lang == "zh") == bool(HAN.search(said))
    assert not at or at in said or Speaker("zh").say(placeholder(at)) in said
    monkeypatch.setenv("WINSELL_DEBUG", "1")
    assert said == complaint(capfd, "plan", "a.yaml")


@pytest.mark.parametrize("argv", [["playbook"], ["playbook", "--"], ["playbook", "--lang=en"], ["--lang", "en", "--"]])
def test_a_command_that_is_missing_is_known_without_typer(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, argv: list[str]
) -> None:
    def fail(*_: Any) -> None:
        pytest.fail("typer was asked")

    monkeypatch.setattr(typer.BadParameter.__mro__[1], "__init__", fail)
    where = "winsell playbook" if "playbook" in argv else "winsell"
    assert f"COMMAND is missing - name it, or see `{where} --help`" == complaint(capfd, *argv)


@pytest.mark.parametrize("argv", [["--help"], ["plan", "--help"], ["playbook", "show", "--help"]], ids=" ".join)
def test_help_says_once_that_a_language_does_not_exist_and_goes_on(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, argv: list[str]
) -> None:
    assert 0 == run(argv)
    shown = capfd.readouterr().out
    refused = "winsell: {} is xx, which is no language here - use one of: en, zh\n"
    assert 0 == run(["--lang", "xx", *argv])
    assert (shown, refused.format("--lang")) == tuple(capfd.readouterr())
    monkeypatch.setenv("WINSELL_LANG", "xx")
    assert 0 == run(argv)
    assert (shown, refused.format("WINSELL_LANG")) == tuple(capfd.readouterr())


def test_what_was_typed_cannot_act_on_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    told = complaint(capfd, "\x1b[31mscreen\n", "x")
    assert "\x1b" not in told
    assert "\\x1b[31mscreen" in told


def test_a_word_after_two_dashes_is_no_option(capfd: pytest.CaptureFixture[str]) -> None:
    assert 3 == run(["screen", "--", "--lang.yaml"])
    assert "--lang.yaml: there is no such file - check the name\n" == capfd.readouterr().err
