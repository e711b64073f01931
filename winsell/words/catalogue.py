"""Every English sentence of the program by its code, gathered from the modules of this floor."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

TOPICS = ("screening", "chain", "probability", "plan", "page", "findings", "problems", "commands")
"""The modules that hold sentences; each has a mapping SENTENCES from code to template."""


@dataclass(frozen=True, slots=True)
class Plural:
    """A sentence with one form for one thing and another for several."""

    one: str
    many: str
    by: str
    """The fact that is counted."""


Sentence = str | Plural


def template(code: str, facts: Mapping[str, Any]) -> str:
    """Return the template of a sentence; KeyError if the floor has no such sentence (a test holds that it has)."""
    sentence = _sentences()[code]
    if isinstance(sentence, Plural):
        return sentence.one if facts.get(sentence.by) == 1 else sentence.many
    return sentence


@cache
def _sentences() -> Mapping[str, Sentence]:
    gathered: dict[str, Sentence] = {}
    for topic in TOPICS:
        gathered |= import_module(f"winsell.words.{topic}").SENTENCES
    return gathered
