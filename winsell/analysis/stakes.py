"""What a person loses by our win, as far as anybody asked (METHOD 7.4).

In: a person and the playbook's words. Out: whether he loses something, nothing, or nobody knows. `loses` is free text;
which words mean nothing, or that nobody has asked, the playbook says, and only a text that says no more counts.
"""

from __future__ import annotations

from functools import cache
from typing import Literal
from unicodedata import normalize

from winsell.deal.person import Person
from winsell.playbook.people import PeopleRules

Loss = Literal["something", "nothing", "unknown"]

_MARKS = " .。!！?？,，;；-–—/"
"""What may stand around a word without changing it; a text of nothing else says that nobody knows."""


def loss_of(person: Person, rules: PeopleRules) -> Loss:
    """Tell whether somebody loses by our win."""
    said = _words(person.loses or "")
    if not said or said in _plain(rules.loss_unknown):
        return "unknown"
    return "nothing" if said in _plain(rules.no_loss) else "something"


@cache
def _plain(texts: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(_words, texts))


def _words(text: str) -> str:
    """Return a text without what does not change it: capitals, full-width letters, marks around it."""
    return " ".join(normalize("NFKC", text).casefold().split()).strip(_MARKS)
