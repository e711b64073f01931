"""What a sentence is made of: a code and typed facts. The words floor turns it into a language.

Analyses, rules and reports speak in these values only, so that the same result can be a sentence in any language and a
`{code, facts}` object in JSON.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from winsell.base.label import Label


@dataclass(frozen=True, slots=True)
class Percent:
    """A probability, rate or coverage, 0..1."""

    value: float


@dataclass(frozen=True, slots=True)
class Points:
    """A level 0..100, or a chain score -100..100 (`signed`)."""

    value: float
    signed: bool = False


@dataclass(frozen=True, slots=True)
class Ratio:
    """How many times as much; > 0. `high` is the upper end of a range."""

    value: Decimal
    high: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Money:
    """A sum with its currency; `high` is the upper end of a range."""

    low: Decimal
    high: Decimal | None
    currency: str


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a closed set, e.g. group `attitude`, id `supporter`."""

    group: str
    id: str


@dataclass(frozen=True, slots=True)
class Named:
    """A thing with an id and a name: a person, a competitor (`text` from the file), a stage, a sign (`label`)."""

    id: str
    text: str | None = None
    label: Label | None = None


@dataclass(frozen=True, slots=True)
class Say:
    """A sentence to be: its code on the words floor and the facts that fill it."""

    code: str
    facts: Mapping[str, Fact] = field(default_factory=dict)


Fact = str | int | date | Percent | Points | Ratio | Money | Term | Named | Say | tuple["Fact", ...] | None
"""A plain `str` is text from a file or a code; None is unknown."""
