"""Which language to speak: --lang, then WINSELL_LANG, then the playbook's, then the machine's, then English."""

from __future__ import annotations

import locale
import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import takewhile, zip_longest

from winsell.base.exit_codes import USAGE
from winsell.base.problem import Problem, WinsellError
from winsell.words.catalogue import LANGUAGES, Language

OPTION, VARIABLE = "--lang", "WINSELL_LANG"


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads a help page."""

    language: Language
    refused: tuple[Problem, ...] = ()
    """That a language which does not exist was asked for; the page is shown all the same."""


def reader_of(argv: Sequence[str]) -> Reader:
    """Find out who reads, from a command line that need not be right."""
    try:
        return Reader(language(stated_in(argv)))
    except WinsellError as error:
        return Reader(spoken(argv), error.problems)


def language(stated: str | None, playbook: Language | None = None) -> Language:
    """Choose the language; WinsellError if the one that was asked for does not exist."""
    for name, where in ((stated, OPTION), (os.environ.get(VARIABLE), VARIABLE)):
        if name:
            return _known(name, where)
    return playbook or _of_machine()


def stated_in(argv: Sequence[str]) -> str | None:
    """Find the language in the words of a command line, before it is parsed: what it says wrong is told in it too."""
    found = None
    words = tuple(takewhile(lambda word: word != "--", argv))
    for word, following in zip_longest(words, words[1:]):
        name, joined, value = word.partition("=")
        if name == OPTION:
            found = value if joined else following
    return found


def spoken(argv: Sequence[str], playbook: Language | None = None) -> Language:
    """Choose the language for help and complaints, where nothing stated can be wrong enough to stop."""
    for stated in (stated_in(argv), None):
        with suppress(WinsellError):
            return language(stated, playbook)
    return playbook or _of_machine()


def _known(name: str, where: str) -> Language:
    for one in LANGUAGES:
        if _primary(name) == one:
            return one
    raise WinsellError((Problem("bad-language", facts={"value": name, "where": where, "known": LANGUAGES}),), USAGE)


def _of_machine() -> Language:
    stated = next(filter(None, (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))), None)
    primary = _primary(stated or locale.getlocale()[0] or "en")
    return "zh" if primary in {"zh", "chinese"} else "en"


def _primary(tag: str) -> str:
    """The language of `zh_CN.UTF-8`, `zh-Hans` or of Windows' `Chinese (Simplified)_China`."""
    return tag.replace("-", "_").replace(".", "_").replace(" ", "_").partition("_")[0].lower()
