"""Facts put into words, in one language.

In: a fact (see `base/fact.py`). Out: text. A sentence is a template with `{fact}` places; a part in square brackets is
left out when one of its facts is unknown. English templates stand on this floor; other languages are gettext catalogues
whose context is the sentence's code, so that the same English words may differ elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date

from winsell.base.cap import NAMES
from winsell.base.fact import Fact, Money, Named, Percent, Points, Ratio, Say, Term
from winsell.base.rounding import half_up, whole
from winsell.words.catalogue import Language, is_spoken, template, word
from winsell.words.habits import HABITS, day, money

_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_PLACE = re.compile(r"\{\{|\}\}|\{(\w+)\}")
"""A fact's place; doubled braces stand for themselves."""


class Speaker:
    """Says facts in one language."""

    def __init__(self, language: Language = "en") -> None:
        """Speak `language` from now on; English where its catalogue has not been made."""
        self.language: Language = language if is_spoken(language) else "en"

    def say(self, fact: Fact) -> str:
        """Put a fact into words; text of the user's comes back as it is (the view makes it safe to show)."""
        match fact:
            case None:
                return self._word("unknown", "unknown")
            case Say():
                return self._sentence(fact)
            case Named():
                return self._name(fact)
            case Term():
                return self._word(fact.group, fact.id)
            case tuple():
                said = self._parts(fact)
                return HABITS[self.language].list(said) if said else self._word("unknown", "nobody")
            case _:
                return self._plain(fact)

    def _parts(self, facts: tuple[Fact, ...]) -> list[str]:
        """Put the parts of a list into words; of many names the first, and how many more."""
        long = len(facts) > NAMES and all(_is_of_a_file(one) for one in facts)
        said = [self._within(one) for one in (facts[:NAMES] if long else facts)]
        return [*said, self.say(Say("list.more", {"count": len(facts) - NAMES}))] if long else said

    def _sentence(self, say: Say) -> str:
        text = template(say.code, say.facts, self.language)
        text = _OPTIONAL.sub(lambda part: _kept(part, say.facts), text)
        return _PLACE.sub(lambda place: self._within(say.facts.get(place[1])) if place[1] else place[0][0], text)

    def _within(self, fact: Fact) -> str:
        """Put a fact into words as a part of a sentence."""
        return day(fact, self.language) if isinstance(fact, date) else self.say(fact)

    def _word(self, group: str, id_: str) -> str:
        return word(group, id_, self.language)

    def _name(self, named: Named) -> str:
        if named.text:
            return named.text
        if named.label is None:
            return named.id
        own, other = (named.label.en, named.label.zh) if self.language == "en" else (named.label.zh, named.label.en)
        return own or other or named.id

    def _plain(self, fact: str | int | date | Percent | Points | Ratio | Money) -> str:
        habits = HABITS[self.language]
        match fact:
            case Percent():
                return habits.percent.format(whole(fact.value * 100))
            case Points():
                return f"{whole(fact.value):+d}" if fact.signed else str(whole(fact.value))
            case Ratio():
                return habits.times.format("-".join(_ends(fact)))
            case Money():
                return money(fact, self.language)
            case date():
                return fact.isoformat()
            case _:
                return str(fact)


def _ends(ratio: Ratio) -> Iterable[str]:
    """The ends of a range; one where both are the same as shown."""
    return dict.fromkeys(str(half_up(end, "0.01")) for end in (ratio.value, ratio.high) if end is not None)


def _is_of_a_file(fact: Fact) -> bool:
    """Tell whether a fact names something of the user's, such as a person: of these there may be any number."""
    if isinstance(fact, Say):
        return any(isinstance(one, Named) and one.label is None for one in fact.facts.values())
    return isinstance(fact, Named) and fact.label is None


def _kept(part: re.Match[str], facts: Mapping[str, Fact]) -> str:
    """Keep an optional part if all its facts are known; brackets without a fact in them are brackets."""
    places = [place for place in _PLACE.findall(part[1]) if place]
    if not places:
        return part[0]
    return part[1] if all(facts.get(place) not in (None, (), "") for place in places) else ""
