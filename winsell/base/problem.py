"""What can be wrong with an input file, as a value, and the one error that means "cannot go on".

In: nothing. Out: `Problem`, made by the reader and the models, put into words on the words floor and
printed as `path:line: what is wrong - what to do`. A problem carries a code and facts, never a sentence.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from winsell.base.fact import Say

FactValue = str | int | tuple[str, ...] | Say
"""What a problem may quote: user text as it stands in the file (never cleaned here), a count, words, or a `Say`."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong in one file."""

    code: str
    """Lower case words with dashes, e.g. `duplicate-key`; the key of its sentence on the words floor."""
    line: int | None = None
    """1-based; None when the whole file is meant."""
    column: int | None = None
    """1-based, in characters."""
    facts: Mapping[str, FactValue] = field(default_factory=dict)
    path: str = ""
    """The file as the user named it; filled in by whoever opened the file."""


class WinsellError(Exception):
    """The command cannot go on; says why as problems and with which exit code to end."""

    language: Literal["en", "zh"] | None = None
    """The language that the playbook asks for, where there is one."""

    def __init__(self, problems: tuple[Problem, ...], exit_code: int = 3) -> None:
        """Keep the problems (at least one) and the exit code: 2 usage, 3 invalid file, 4 not there."""
        super().__init__(problems)
        self.problems = problems
        self.exit_code = exit_code
