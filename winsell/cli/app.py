"""The command line: one command a file, put together here; all errors end here as one line and an exit code."""

from __future__ import annotations

import sys
from typing import Any

import typer

from winsell import __version__
from winsell.base.problem import Problem, WinsellError
from winsell.cli.analyze import analyze
from winsell.cli.check import check
from winsell.cli.options import Version
from winsell.cli.plan import plan
from winsell.cli.playbook import playbook_app
from winsell.cli.schema import schema
from winsell.cli.screen import screen
from winsell.cli.tell import complain, debugging
from winsell.words.commands import SENTENCES

USAGE = 2
CRASHED = 3
INTERRUPTED = 130

app = typer.Typer(name="winsell", add_completion=False, rich_markup_mode=None, help=str(SENTENCES["help.program"]))
for command in (screen, analyze, plan, check, schema):
    app.command(name=command.__name__, help=str(SENTENCES[f"help.{command.__name__}"]))(command)
app.add_typer(playbook_app, name="playbook", help=str(SENTENCES["help.playbook"]))


@app.callback()
def _winsell(version: Version = False) -> None:
    """Keep the program a group of commands; the front door answers a leading --version before anything is loaded."""
    if version:
        sys.stdout.write(f"winsell {__version__}\n")
        raise typer.Exit


def run(argv: list[str]) -> int:
    """Run a command line and return its exit code; nothing is printed but what the command says."""
    try:
        return _parsed_and_run(argv)
    except typer.Exit as done:
        return int(done.exit_code)
    except WinsellError as error:
        complain(error.problems)
        return error.exit_code
    except (typer.Abort, EOFError):
        return INTERRUPTED
    except (OSError, KeyboardInterrupt):
        raise  # the front door knows a closed pipe, a full disk and Ctrl-C
    except Exception as error:  # noqa: BLE001 - no traceback reaches a user
        return _unforeseen(error)


def _parsed_and_run(argv: list[str]) -> int:
    """Parse without typer's own printing and exits, which differ from version to version."""
    command = typer.main.get_command(app)
    with command.make_context("winsell", list(argv) or ["--help"]) as context:
        code: int | None = command.invoke(context)
    return code or 0


def _unforeseen(error: Exception) -> int:
    told: Any = getattr(error, "format_message", None)
    if told is not None:
        return _misused(error, str(told()))
    if debugging():
        raise error
    complain((Problem("crash", facts={"kind": type(error).__name__}),))
    return CRASHED


def _misused(error: Exception, text: str) -> int:
    """Say a usage error in one line; typer's own classes for them are private."""
    where = getattr(error, "ctx", None)
    command = "winsell" if where is None else str(where.command_path)
    facts = {"text": text.removeprefix("Value error, ").rstrip("."), "command": command}
    complain((Problem("usage", facts=facts),))
    return USAGE
