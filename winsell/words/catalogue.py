"""Every English sentence of the program by its code, gathered from the modules of this floor."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import Any

from winsell.words.plural import Plural, Sentence

TOPICS = ("screening", "probability", "analysis", "plan", "findings", "problems", "commands")
"""The modules that hold sentences; each has a mapping SENTENCES from code to template."""


def template(code: str, facts: Mapping[str, Any]) -> str:
    """Return the template of a sentence, in the form that its facts call for."""
    found = sentence(code)
    if isinstance(found, Plural):
        return found.one if facts.get(found.by) == 1 else found.many
    return found


def sentence(code: str) -> Sentence:
    """Return a sentence; a code with a case falls back to the one without.

    Raises KeyError if the floor has no such sentence (a test holds that it has).
    """
    sentences = _sentences()
    while code not in sentences and "." in code.partition(".")[2]:
        code = code.rpartition(".")[0]
    return sentences[code]


@cache
def _sentences() -> Mapping[str, Sentence]:
    gathered: dict[str, Sentence] = {}
    for topic in TOPICS:
        gathered |= import_module(f"winsell.words.{topic}").SENTENCES
    return gathered
