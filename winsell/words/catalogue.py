"""Every sentence of the program by its code: in English from the modules of this floor, else from a gettext catalogue.

The code is the message's context, so that two codes with the same English are two messages. What a catalogue lacks
stays English; a test holds that none lacks anything.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, Literal, get_args

from winsell.base.fact import Points
from winsell.base.rounding import whole
from winsell.words.plural import Plural, Sentence
from winsell.words.terms import TERMS

Language = Literal["en", "zh"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

LOCALE = Path(__file__).parent / "locale"
DOMAIN = "winsell"
PROBLEM = "problem."
"""How the codes of what is wrong with a file begin."""
_PLACE = re.compile(r"\{(\w+)\}")

EVERYDAY = (
    "screening",
    "probability",
    "analysis",
    "plan",
    "brief",
    "week",
    "paper",
    "findings",
    "problems",
    "commands",
    "changing",
    "difference",
    "review",
    "asking",
    "welcome",
    "in_git",
)
REFERENCE = ("fields", "levels", "explain", "glossary")
"""The modules that hold sentences, each in a mapping SENTENCES from code to template; those for reference are loaded
only if one of them is said."""


def template(code: str, facts: Mapping[str, Any], language: Language = "en") -> str:
    """Return the template of a sentence, in the form that its facts call for.

    A code with a case falls back to the one without. Raises KeyError if the floor has no such sentence (a test holds
    that it has).
    """
    name, text = found(code)
    if isinstance(text, str):
        return _catalogue(language).pgettext(name, text) if text else ""
    return _catalogue(language).npgettext(name, text.one, text.many, _count(facts.get(text.by)))


def _count(counted: Any) -> int:
    """Return how many a form is for; several where it is not known. Points lost are counted like points won."""
    if isinstance(counted, Points):
        return abs(whole(counted.value))
    return counted if isinstance(counted, int) else 2


@cache
def is_spoken(language: Language) -> bool:
    """Tell whether a language can be spoken: in a source tree its catalogue may not have been made yet."""
    return language == "en" or gettext.find(DOMAIN, LOCALE, [language]) is not None


def word(group: str, id_: str, language: Language = "en") -> str:
    """Return the word for a member of a closed set; KeyError if it is none."""
    english = TERMS[group][id_]
    return _catalogue(language).pgettext(word_code(group, id_), english) if english else ""


def word_code(group: str, id_: str) -> str:
    """Name the message of such a word."""
    return f"word.{group}.{id_}"


def messages() -> Mapping[str, Sentence]:
    """Return everything there is to translate, by its code."""
    words = {word_code(group, id_): text for group, terms in TERMS.items() for id_, text in terms.items()}
    return {code: text for code, text in (sentences() | words).items() if text}


def found(code: str) -> tuple[str, Sentence]:
    """Return a sentence and the code under which it stands; KeyError if there is none."""
    return _found(code, _everyday()) or _found(code, sentences()) or (code, sentences()[code])


def _found(code: str, known: Mapping[str, Sentence]) -> tuple[str, Sentence] | None:
    while code not in known and "." in code.partition(".")[2]:
        code = code.rpartition(".")[0]
    return (code, known[code]) if code in known else None


@cache
def sentences() -> dict[str, Sentence]:
    """Return every English sentence by its code."""
    return _everyday() | _gathered(REFERENCE)


def problem_places() -> dict[str, tuple[str, ...]]:
    """Return every problem by its name, with the facts that its sentence names."""
    named = {code.removeprefix(PROBLEM): text for code, text in sentences().items() if code.startswith(PROBLEM)}
    forms = {name: text.many if isinstance(text, Plural) else text for name, text in named.items()}
    return {name: tuple(dict.fromkeys(_PLACE.findall(form))) for name, form in forms.items()}


@cache
def _everyday() -> dict[str, Sentence]:
    return _gathered(EVERYDAY)


def _gathered(topics: Iterable[str]) -> dict[str, Sentence]:
    return {code: text for one in topics for code, text in import_module(f"winsell.words.{one}").SENTENCES.items()}


@cache
def _catalogue(language: Language) -> gettext.NullTranslations:
    if language == "en":
        return gettext.NullTranslations()
    return gettext.translation(DOMAIN, LOCALE, [language], fallback=True)
