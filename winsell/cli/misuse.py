"""A command line that cannot be understood: which of our sentences says so.

typer's own classes for these errors are private, so they are told apart by their names; an unknown one keeps its words.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from winsell.base.problem import FactValue, Problem


def misuse(error: Exception) -> Problem:
    """Turn a usage error of typer's into a problem."""
    where = getattr(error, "ctx", None)
    command = "winsell" if where is None else str(where.command_path)
    facts: dict[str, FactValue] = {"command": command}
    name = type(error).__name__
    if name == "NoSuchOption":
        return no_such_option(str(getattr(error, "option_name", "")), _names(where), facts)
    if name == "MissingParameter":
        parameter: Any = getattr(error, "param", None)
        return Problem("missing-argument", facts=facts | {"name": str(getattr(parameter, "metavar", None) or "")})
    if name == "UsageError" and "Missing command" in str(error):
        return Problem("missing-argument", facts=facts | {"name": "COMMAND"})
    option = str(getattr(error, "option_name", ""))
    if name == "BadOptionUsage" and "requires" in str(error):
        return Problem("option-without-value", facts=facts | {"option": option})
    if name == "BadOptionUsage" and "does not take" in str(error):
        return Problem("option-with-value", facts=facts | {"option": option})
    told = str(error.format_message()) if hasattr(error, "format_message") else str(error)
    return Problem("usage", facts=facts | {"text": told.rstrip(".")})


def no_such_option(option: str, known: Iterable[str], facts: dict[str, FactValue]) -> Problem:
    """Say that there is no such option, with the nearest."""
    return Problem("no-such-option", facts=facts | {"option": option} | near(option, known))


def near(word: str, known: Iterable[str]) -> dict[str, FactValue]:
    """Return the nearest known word as a fact; nothing if none is near."""
    from difflib import get_close_matches

    found = get_close_matches(word, list(known), n=1)
    return {"nearest": found[0]} if found else {}


def _names(context: Any) -> Iterable[str]:
    return [] if context is None else [name for one in context.command.get_params(context) for name in one.opts]
