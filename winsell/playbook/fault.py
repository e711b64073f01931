"""Something in a playbook that does not fit, as a value: where, which sentence tells it, and the facts of that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

FactValue = str | int | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that does not fit."""

    where: tuple[str, ...]
    code: str
    facts: Mapping[str, FactValue] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    """Where that would stand which is not there, e.g. ("stages", "demo"); () if no playbook could add it."""
    own: bool = False
    """Whether it is a fault only where the playbook's own file says it, rather than the one that it extends."""
