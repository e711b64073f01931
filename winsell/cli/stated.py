"""Which options a command line states, looked at before typer reads it: it takes the last of two and any word as value.

In: the options of a command and the words behind its name. Out: nothing, or a `WinsellError` (exit code 2).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from winsell.base.exit_codes import USAGE
from winsell.base.problem import FactValue, Problem, WinsellError

_JSON, _FORMAT, _HELP = "--json", "--format", "--help"


@dataclass(frozen=True, slots=True)
class Stated:
    """An option as it was typed."""

    option: str
    value: str | None = None
    """None: it is a flag, or nothing stands behind it."""
    joined: bool = False
    """Whether the value stands behind `=`."""


def refuse_unclear(parameters: Iterable[Any], words: Sequence[str], *, group: bool = False) -> None:
    """Raise WinsellError for an option that swallows another, stands twice, or contradicts another."""
    options = _options(parameters)
    found = list(_stated(options, list(words), group=group))
    swallowed = next((one for one in found if not one.joined and one.value in options), None)
    if swallowed is not None:
        raise _refusal("option-without-value", option=swallowed.option)
    if any(one.option == _HELP for one in found):
        return
    for option in dict.fromkeys(one.option for one in found):
        values = tuple(one.value for one in found if one.option == option and one.value is not None)
        if len(values) > 1 and not options[option].multiple:
            raise _refusal("option-twice", option=option, values=values)
    _refuse_two_formats(found)


def behind_options(parameters: Iterable[Any], words: Sequence[str]) -> list[str]:
    """Return what stands behind a group's own options: its command and whatever follows."""
    rest = list(words)
    for _ in _stated(_options(parameters), rest, group=True):
        pass
    return rest[1:] if rest[:1] == ["--"] else rest


def _options(parameters: Iterable[Any]) -> dict[str, Any]:
    return {name: one for one in parameters if one.param_type_name == "option" for name in one.opts}


def _refuse_two_formats(found: Iterable[Stated]) -> None:
    said = {one.option: one.value for one in found}
    other = said.get(_FORMAT)
    if _JSON in said and other is not None and other != _JSON.strip("-"):
        raise _refusal("two-formats", value=other)


def _stated(options: Mapping[str, Any], rest: list[str], *, group: bool) -> Iterator[Stated]:
    """Yield the options up to `--`, of a group up to its command; what was looked at is taken off the words."""
    while rest and rest[0] != "--" and (rest[0].startswith("-") or not group):
        name, joined, value = rest.pop(0).partition("=")
        if name in options:
            takes_value = not options[name].is_flag
            behind = rest.pop(0) if takes_value and not joined and rest else None
            yield Stated(name, value if joined else behind, joined=bool(joined))


def _refusal(code: str, **facts: FactValue) -> WinsellError:
    return WinsellError((Problem(code, facts=facts),), USAGE)
