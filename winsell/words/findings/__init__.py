"""Sentences of the deal risks, gathered from one module a family of rules.

For each finding code four sentences: `fact` (what is so), `why` (it loses deals), `ask` (a question to put to
somebody), `clear` (what clears it). A finding with a `case` may have sentences of its own, e.g. `WSP102.fact.unmet`;
where it has none, those without the case hold.
"""

from __future__ import annotations

from winsell.words.findings import (
    acceptance,
    behaviour,
    competitor,
    event,
    fact,
    number,
    own_house,
    people,
    reference,
    sign,
    work,
)
from winsell.words.plural import Sentence

PARTS = ("fact", "why", "ask", "clear")

_FAMILIES = (people, work, behaviour, competitor, event, fact, number, own_house, acceptance, sign, reference)

SENTENCES: dict[str, Sentence] = {code: text for family in _FAMILIES for code, text in family.SENTENCES.items()}
