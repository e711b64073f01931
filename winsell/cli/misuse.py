"""A command line that cannot be understood: which of our sentences says so.

typer's own classes for these errors are private, and its words change: the errors are told apart by what they carry.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from winsell.base.fact import Say
from winsell.base.problem import FactValue, Problem


def misuse(error: Exception) -> Problem:
    """Turn a usage error of typer's into a problem; one that carries nothing known keeps its words."""
    where = getattr(error, "ctx", None)
    facts: dict[str, FactValue] = {"command": "winsell" if where is None else str(where.command_path)}
    option = getattr(error, "option_name", None)
    if option is not None:
        return _of_option(str(option), where, facts)
    if hasattr(error, "param_type"):  # only what is missing carries one
        parameter: Any = getattr(error, "param", None)
        return Problem("missing-argument", facts=facts | {"name": placeholder(parameter.metavar)})
    if not hasattr(error, "param") and _commands(where):  # all that a group itself asks for
        return Problem("missing-argument", facts=facts | {"name": placeholder("COMMAND")})
    told = str(error.format_message()) if hasattr(error, "format_message") else str(error)
    return Problem("usage", facts=facts | {"text": told.rstrip(".")})


def _of_option(option: str, context: Any, facts: dict[str, FactValue]) -> Problem:
    """An option that exists has a value too few or too many."""
    parameter = next((one for one in _parameters(context) if option in one.opts), None)
    if parameter is not None:
        code = "option-with-value" if parameter.is_flag else "option-without-value"
        return Problem(code, facts=facts | {"option": option})
    if any(option in one.opts for command in _commands(context).values() for one in command.params):
        return Problem("option-before-command", facts=facts | {"option": option})
    return no_such_option(option, (name for one in _parameters(context) for name in one.opts), facts)


def placeholder(metavar: str) -> Say:
    """What stands for a value on a help page, in the reader's language; typer knows the English word only."""
    return Say(f"help.value-{metavar.lower().replace('...', 's')}")


def no_such_option(option: str, known: Iterable[str], facts: dict[str, FactValue]) -> Problem:
    """Say that there is no such option, with the nearest."""
    return Problem("no-such-option", facts=facts | {"option": option} | near(option, known))


def near(word: str, known: Iterable[str]) -> dict[str, FactValue]:
    """Return the nearest known word as a fact; nothing if none is near."""
    from difflib import get_close_matches

    found = get_close_matches(word, list(known), n=1)
    return {"nearest": found[0]} if found else {}


def _parameters(context: Any) -> list[Any]:
    return [] if context is None else context.command.get_params(context)


def _commands(context: Any) -> Mapping[str, Any]:
    """The commands of a group; a command has none."""
    return {} if context is None else getattr(context.command, "commands", {})
