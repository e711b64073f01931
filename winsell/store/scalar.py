"""What an unquoted word means: the core schema of YAML 1.2, narrowed to what cannot be misread.

In: the text of a plain scalar. Out: None, a bool, an int, a Decimal or the text itself. `yes`, `010`, `0x1F`,
`1_000`, `12:30`, `1e5`, `.nan` and dates stay text; whoever wants a number there refuses them with the right form.
"""

from __future__ import annotations

import re
from decimal import Decimal

PlainValue = str | int | Decimal | bool | None

WORDS: dict[str, bool | None] = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
MAX_NUMBER = 32
"""Characters; thirty digits with a sign and a point. Longer runs of digits are account numbers: text."""

_NUMBER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)(\.[0-9]+)?")
_NUMBER_STARTS = frozenset("+-0123456789")


def resolve_plain(text: str) -> PlainValue:
    """The value of an unquoted scalar."""
    if text in WORDS:
        return WORDS[text]
    if text[0] in _NUMBER_STARTS:
        return _resolve_number(text)
    return text


def _resolve_number(text: str) -> PlainValue:
    match = _NUMBER.fullmatch(text) if len(text) <= MAX_NUMBER else None
    if match is None:
        return text
    return int(text) if match[1] is None else Decimal(text)
