"""Files of a folder that are meant for other programs, told on stderr in one line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from winsell.base.problem import FactValue, Problem

_NAMED = 5
"""How many are named; the rest is counted."""


def passed_over(foreign: Sequence[str]) -> Iterator[Problem]:
    """Tell which files of a folder are none of ours."""
    if foreign:
        facts: dict[str, FactValue] = {"paths": tuple(foreign[:_NAMED]), "count": len(foreign)}
        yield Problem("passed-over", facts=facts | ({"more": len(foreign) - _NAMED} if len(foreign) > _NAMED else {}))
