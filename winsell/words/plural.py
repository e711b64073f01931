"""A sentence, or a sentence with one form for one thing and another for several."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Plural:
    """Two forms of a sentence."""

    one: str
    many: str
    by: str
    """The fact that is counted."""


Sentence = str | Plural
