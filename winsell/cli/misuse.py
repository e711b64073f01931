"""A command line that cannot be understood: which of our sentences says so.

typer's own classes for these errors are private, and its words are English and change: the errors are told apart by
what they carry. One that carries nothing known is told in a sentence of ours that needs none of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from winsell.base.fact import Say
from winsell.base.problem import FactValue, Problem


def misuse(error: Exception) -> Problem:
    """Turn a usage error of typer's into a problem."""
    where = getattr(error, "ctx", None)
    facts: dict[str, FactValue] = {"command": str(getattr(where, "command_path", "winsell"))}
    option = getattr(error, "option_name", None)
    if option is not None:
        return _of_option(str(option), where, facts)
    name = _name_of(getattr(error, "param", None))
    if hasattr(error, "param_type") and name is not None:  # only what is missing carries one
        return Problem("missing-argument", facts=facts | {"name": name})
    return Problem("usage", facts=facts | ({} if name is None else {"name": name}))


def _name_of(parameter: Any) -> FactValue | None:
    """Name an option as it is typed, an argument as its help page does; None if neither can be told."""
    if getattr(parameter, "param_type_name", None) == "option":
        return str(max(parameter.opts, key=len, default="")) or None
    metavar = getattr(parameter, "metavar", None)
    return placeholder(metavar) if isinstance(metavar, str) else None


def _of_option(option: str, context: Any, facts: dict[str, FactValue]) -> Problem:
    """An option that exists has a value too few or too many."""
    parameter = next((one for one in _parameters(context) if option in one.opts), None)
    if parameter is not None:
        code = "option-with-value" if parameter.is_flag else "option-without-value"
        return Problem(code, facts=facts | {"option": option})
    if any(option in one.opts for command in _commands(context).values() for one in command.params):
        return Problem("option-before-command", facts=facts | {"option": option})
    return no_such_option(option, _parameters(context), facts)


def placeholder(metavar: str) -> Say:
    """What stands for a value on a help page, in the reader's language; typer knows the English word only."""
    return Say(f"help.value-{metavar.lower().replace('...', 's')}")


_TEXTS = ("VALUE", "NOTE", "WHAT", "ACTION")
"""Arguments that are texts, and may begin with a dash."""


def no_such_option(option: str, parameters: Iterable[Any], facts: dict[str, FactValue]) -> Problem:
    """Say that there is no such option, with the nearest; where a text is taken, how one that begins so is given."""
    known = list(parameters)
    nearest = near(option, [name for one in known for name in one.opts])
    takes_text = any(getattr(one, "metavar", None) in _TEXTS for one in known)
    code = "no-such-option-or-text" if takes_text and not nearest else "no-such-option"
    return Problem(code, facts=facts | {"option": option.strip()} | nearest)


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
