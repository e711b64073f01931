"""A deal risk as a value: which rule, how bad, where in the file, and the facts its sentences need."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from winsell.base.fact import Fact

Severity = Literal["error", "warning", "hint"]
"""Shown red, yellow, white."""

Where = tuple[str, ...]
"""A path in the deal file, e.g. ("people", "cio", "attitude"); () is the deal as a whole."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """One of the things that a finding only counts, with the places of all that it is about."""

    places: tuple[Where, ...]
    say: Fact


@dataclass(frozen=True, slots=True)
class Finding:
    """One risk of one deal at a date."""

    code: str
    severity: Severity
    where: Where = ()
    facts: Mapping[str, Fact] = field(default_factory=dict)
    roots: tuple[Where, ...] = ()
    """The places of all that it is about, e.g. each empty chair; `where` alone if none stands here."""
    gathers: tuple[Gathered, ...] = ()
    """What it only counts: another finding may be about it and say it better."""
