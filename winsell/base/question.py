"""A question that may be put to somebody, and a choice among its answers: values only.

Who asks (`ask`), who shows it (`views`) and who makes it of a deal (`reports`) share these forms, so that none needs
the others. An interview is a generator: it yields questions and gets the answers, and yields what is to be written.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from winsell.base.fact import Fact, Say

Takes = Literal["choice", "several", "text", "number", "day", "names", "amount"]
"""What may be typed: one key, several keys; or beside a key a text, 0..100, a day, a sum; or several
keys and names."""
UNKNOWN = "unknown"
SKIPS = Say("ask.skips")
"""What an empty line does, unless a question says otherwise."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to choose, and the key to type for it."""

    key: str
    value: str
    label: Fact
    hint: Say | None = None
    """How to recognise it."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, in one line of typing; an empty line is `None`: skipped, or what `skip` says."""

    id: str
    """The same in every sitting, so that answers kept from another can be told apart."""
    ask: Say
    choices: tuple[Choice, ...] = ()
    takes: Takes = "choice"
    help: tuple[Say, ...] = ()
    """Why it is asked, and what becomes of the answer: said to whoever types `?`."""
    skip: Say = SKIPS
    currencies: tuple[str, ...] = ()
    """Of a sum: the one that is meant if none is typed, where it is the only one."""
    heads: bool = False
    """Begins a new matter, and counts among the questions that were announced."""
    may_be_none: bool = False
    """Whether `none`, `nobody` or `unknown`, typed out, is what an empty line is."""


@dataclass(frozen=True, slots=True)
class Told:
    """One thing to be written, by its place in the file; the form of the field says whether it is dated."""

    path: tuple[str, ...]
    value: Any
    details: Mapping[str, str] = field(default_factory=dict)
    """What stands beside a dated value: why, source, how."""


Answer = str | tuple[str, ...] | None
Interview = Generator[Question | tuple[Told, ...], Answer, None]
"""Yields questions and batches to write; gets an answer for each question, and None for a batch."""
Part = Generator[Question, Answer, Any]
"""A part of an interview that only asks, and returns what came of it."""
