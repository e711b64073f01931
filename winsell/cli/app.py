"""The command line: one command a file, put together here; all errors end here as one line and an exit code."""

from __future__ import annotations

from copy import copy
from typing import Any

import typer

from winsell.ask.line import LeftError
from winsell.base.exit_codes import INTERRUPTED, INVALID, USAGE
from winsell.base.problem import Problem, WinsellError
from winsell.cli.act import act_app
from winsell.cli.analyze import analyze
from winsell.cli.ask import ask
from winsell.cli.brief import brief
from winsell.cli.check import check
from winsell.cli.close import close
from winsell.cli.commit import commit
from winsell.cli.completion import completion
from winsell.cli.diff import diff
from winsell.cli.edit import edit
from winsell.cli.explain import explain
from winsell.cli.git import git_app
from winsell.cli.help import HelpfulCommand, HelpfulGroup, WordsCommand
from winsell.cli.init import init
from winsell.cli.language import reader_of, spoken, stated_in
from winsell.cli.log import log
from winsell.cli.met import met
from winsell.cli.misuse import misuse
from winsell.cli.new import new
from winsell.cli.note import note
from winsell.cli.options import Lang, Version
from winsell.cli.plan import plan
from winsell.cli.playbook import playbook_app
from winsell.cli.review import review
from winsell.cli.risk import risk_app
from winsell.cli.schema import schema
from winsell.cli.screen import screen
from winsell.cli.set import set_
from winsell.cli.tell import complain, debugging
from winsell.cli.trend import trend
from winsell.cli.undo import undo
from winsell.cli.week import week
from winsell.cli.welcome import is_bare, welcome
from winsell.words.catalogue import Language

app = typer.Typer(name="winsell", add_completion=False, rich_markup_mode=None, cls=HelpfulGroup, help="help.program")
for command in (
    init,
    new,
    screen,
    analyze,
    plan,
    brief,
    week,
    check,
    review,
    diff,
    log,
    trend,
    ask,
    met,
    set_,
    note,
    close,
    undo,
    edit,
    commit,
    explain,
    schema,
    completion,
):
    name = command.__name__.rstrip("_")
    kind = WordsCommand if command is explain else HelpfulCommand
    app.command(name=name, cls=kind, help=f"help.{name}")(command)
app.add_typer(act_app, name="act", help="help.act")
app.add_typer(risk_app, name="risk", help="help.risk")
app.add_typer(git_app, name="git", help="help.git")
app.command(name="welcome", cls=HelpfulCommand, help="help.welcome", hidden=True)(welcome)
app.add_typer(playbook_app, name="playbook", help="help.playbook")


@app.callback()
def _winsell(version: Version = False, lang: Lang = None) -> None:
    """Keep the program a group of commands; what stands before the command was answered or read by now."""


def run(argv: list[str]) -> int:
    """Run a command line and return its exit code; nothing is printed but what the command says."""
    try:
        return _parsed_and_run(argv)
    except typer.Exit as done:
        return int(done.exit_code)
    except WinsellError as error:
        complain(error.problems, spoken(argv, error.language))
        return error.exit_code
    except (typer.Abort, EOFError, LeftError):
        return INTERRUPTED
    except (OSError, KeyboardInterrupt):
        raise  # the front door knows a closed pipe, a full disk and Ctrl-C
    except Exception as error:  # noqa: BLE001 - no traceback reaches a user
        return _unforeseen(error, spoken(argv))


def _parsed_and_run(argv: list[str]) -> int:
    """Parse without typer's own printing and exits, which differ from version to version."""
    words = ["welcome", *argv] if is_bare(argv) else list(argv)
    command = typer.main.get_command(with_no_more_than(words[0]))
    with command.make_context("winsell", words, obj=reader_of(argv), default_map=_defaults(argv)) as context:
        code: int | None = command.invoke(context)
    return code or 0


def with_no_more_than(name: str) -> typer.Typer:
    """Return the program with the command of this name alone: making them all takes longer than most of them run."""
    commands = [one for one in app.registered_commands if one.name == name]
    groups = [one for one in app.registered_groups if one.name == name]
    if not commands and not groups:
        return app  # a list of all is shown, the nearest is looked for, or an option stands first
    one = copy(app)
    one.registered_commands, one.registered_groups = commands, groups
    return one


def _defaults(argv: list[str]) -> dict[str, Any]:
    """Let a language that stands before the command hold for the command."""
    stated = {"lang": stated_in(argv)}
    names = [one.name for one in app.registered_commands if one.name]
    groups = {
        str(one.name): dict.fromkeys((str(command.name) for command in one.typer_instance.registered_commands), stated)
        for one in app.registered_groups
        if one.typer_instance is not None
    }
    return {**dict.fromkeys(names, stated), **groups}


def _unforeseen(error: Exception, language: Language) -> int:
    if hasattr(error, "format_message"):
        complain((misuse(error),), language)
        return USAGE
    if debugging():
        raise error
    complain((Problem("crash", facts={"kind": type(error).__name__}),), language)
    return INVALID
