"""Facts put into words, in one language.

In: a fact (see `base/fact.py`). Out: text. A sentence is a template with `{fact}` places; a part in square brackets is
left out when one of its facts is unknown. English templates stand on this floor; other languages are gettext catalogues
whose context is the sentence's code, so that the same English words may differ elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from winsell.base.fact import Fact, Money, Named, Percent, Points, Ratio, Say, Term
from winsell.words.catalogue import template
from winsell.words.terms import TERMS

Language = Literal["en", "zh"]

_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_PLACE = re.compile(r"\{\{|\}\}|\{(\w+)\}")
"""A fact's place; doubled braces stand for themselves."""


class Speaker:
    """Says facts in one language."""

    def __init__(self, language: Language = "en") -> None:
        """Speak `language` from now on."""
        self.language = language

    def say(self, fact: Fact) -> str:
        """Put a fact into words; text of the user's comes back as it is (the view makes it safe to show)."""
        match fact:
            case None:
                return TERMS["unknown"]["unknown"]
            case Say():
                return self._sentence(fact)
            case Named():
                return self._name(fact)
            case tuple():
                return _listed([self.say(one) for one in fact])
            case _:
                return _plain(fact)

    def _sentence(self, say: Say) -> str:
        text = template(say.code, say.facts)
        text = _OPTIONAL.sub(lambda part: _kept(part, say.facts), text)
        return _PLACE.sub(lambda place: self.say(say.facts.get(place[1])) if place[1] else place[0][0], text)

    def _name(self, named: Named) -> str:
        if named.text:
            return named.text
        if named.label is None:
            return named.id
        own, other = (named.label.en, named.label.zh) if self.language == "en" else (named.label.zh, named.label.en)
        return own or other or named.id


def _listed(said: list[str]) -> str:
    """Join with commas, or with semicolons where a part has commas of its own."""
    return ("; " if any("," in one for one in said) else ", ").join(said) or TERMS["unknown"]["nobody"]


def _kept(part: re.Match[str], facts: Mapping[str, Fact]) -> str:
    """Keep an optional part if all its facts are known; brackets without a fact in them are brackets."""
    places = [place for place in _PLACE.findall(part[1]) if place]
    if not places:
        return part[0]
    return part[1] if all(facts.get(place) not in (None, (), "") for place in places) else ""


def _plain(fact: str | int | date | Percent | Points | Ratio | Money | Term) -> str:
    match fact:
        case Percent() | Points() | Ratio() | Money():
            return _number(fact)
        case Term():
            return TERMS[fact.group][fact.id]
        case date():
            return fact.isoformat()
        case _:
            return str(fact)


def _number(fact: Percent | Points | Ratio | Money) -> str:
    match fact:
        case Percent():
            return f"{whole(fact.value * 100)} %"
        case Points():
            return f"{whole(fact.value):+d}" if fact.signed else str(whole(fact.value))
        case Ratio():
            return f"{half_up(fact.value, '0.01')} times"
        case Money():
            return money(fact)


def whole(value: float) -> int:
    """Round half up to a whole number."""
    return int(half_up(Decimal(repr(value)), "1"))


def half_up(value: Decimal, digit: str) -> Decimal:
    """Round half up to the digit that `digit` shows, e.g. 0.01."""
    return value.quantize(Decimal(digit), rounding=ROUND_HALF_UP)


def money(sum_: Money) -> str:
    """Show a sum as `CNY 18.0m`, a range as `CNY 18.0-20.0m`."""
    unit, sign = next(((unit, sign) for unit, sign in _UNITS if sum_.low >= unit), (Decimal(1), ""))
    ends = [end for end in (sum_.low, sum_.high) if end is not None]
    said = [f"{half_up(end / unit, '0.1')}" if sign else f"{end:,}" for end in ends]
    return f"{sum_.currency} {'-'.join(dict.fromkeys(said))}{sign}"


_UNITS = ((Decimal(10**9), "bn"), (Decimal(10**6), "m"))
