"""Words of a command line as text: what the shell handed over in bytes that are not those of the system's code page.

In: the parameters of a command and what was given for them. Out: the values with such words read as UTF-8, or a
`WinsellError` (exit code 2) before anything is done. The names of files stay as they came: a name is bytes.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import Any

from winsell.base.exit_codes import USAGE
from winsell.base.problem import FactValue, Problem, WinsellError

_FILES = frozenset(("DEAL", "FILE", "FILE...", "FOLDER", "WHICH"))
"""Placeholders of what names a file."""


def readable(parameters: Iterable[Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """Return the texts among the values, each as text that a file can hold."""
    texts = [one for one in parameters if one.name in given and one.metavar not in _FILES]
    return {one.name: _read(_called(one), given[one.name]) for one in texts}


def as_text(word: str) -> str | None:
    """Read a word as text; None if it is none."""
    try:
        word.encode()
    except UnicodeEncodeError:
        try:
            return os.fsencode(word).decode()
        except UnicodeError:
            return None
    return word


def _called(parameter: Any) -> str:
    return str(max(parameter.opts, key=len) if parameter.param_type_name == "option" else parameter.metavar)


def _read(name: str, value: Any) -> Any:
    if isinstance(value, list | tuple):
        return type(value)(_read(name, one) for one in value)
    if not isinstance(value, str):
        return value
    text = as_text(value)
    if text is None:
        facts: dict[str, FactValue] = {"option": name}
        raise WinsellError((Problem("not-text-typed", facts=facts),), USAGE)
    return text
