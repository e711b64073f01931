"""Sentences of the deal risks, gathered from one module a family of rules.

For each finding code four sentences: `fact` (what is so), `why` (it loses deals), `ask` (a question to put to
somebody), `clear` (what clears it). A finding with a `case` may have sentences of its own, e.g. `WSP102.fact.unmet`;
where it has none, those without the case hold.
"""

from __future__ import annotations

from winsell.words.findings import (
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

_FAMILIES = (people, work, behaviour, competitor, event, fact, number, own_house, sign, reference)

SENTENCES: dict[str, Sentence] = {code: text for family in _FAMILIES for code, text in family.SENTENCES.items()}


def finding_codes(code: str, case: str | None = None) -> tuple[str, str, str, str]:
    """Return the codes of a finding's four sentences: those of its case, else the plain ones."""
    fact_, why, ask, clear = (_best(f"{code}.{part}", case) for part in PARTS)
    return fact_, why, ask, clear


def _best(code: str, case: str | None) -> str:
    with_case = f"{code}.{case}"
    return with_case if case and with_case in SENTENCES else code
