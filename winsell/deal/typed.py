"""What somebody typed, read as the plain data of a file: the form of the field says how it may be meant.

In: a field and a text. Out: readings, the more exact first; which of them is valid is for the model to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, get_origin

from winsell.deal.fields import Field, parts_of

_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?", re.ASCII)
_FLAGS = {"true": True, "yes": True, "是": True, "false": False, "no": False, "否": False}
_PRICE = re.compile(r"(?P<low>\d[^\s~至-]*)(?:\s*[-~至]\s*(?P<high>\d[^\s~至-]*))?(?:\s+(?P<currency>[A-Za-z]{3}))?")
_BETWEEN = re.compile(r"\s*[,，、;；]\s*")
UNKNOWN = "unknown"
TODAY = ("today", "今天")


def readings(field: Field, text: str) -> Iterator[Any]:
    """Yield the ways in which a text may be meant for a field."""
    text = text.strip()
    if text == UNKNOWN and field.kind == "history":
        yield UNKNOWN
        return
    if any(get_origin(part) is tuple for part in parts_of(field.type)):
        yield [one for one in _BETWEEN.split(text) if one]
        return
    if _NUMBER.fullmatch(text):
        yield Decimal(text) if "." in text else int(text)
    if text.casefold() in _FLAGS and bool in parts_of(field.type):
        yield _FLAGS[text.casefold()]
    yield text


class NoPriceError(ValueError):
    """What was typed is no sum of money."""


class NoCurrencyError(ValueError):
    """A sum was typed without its currency, and there is not just one that could be meant."""


def price(text: str, currencies: Sequence[str]) -> dict[str, Any]:
    """Read `4.8m`, `4.8m-6m` or `4.8m EUR` as a file has it; without a currency the only one is meant."""
    parts = _PRICE.fullmatch(text.strip())
    if parts is None:
        raise NoPriceError(text)
    currency = parts["currency"] or (currencies[0] if len(currencies) == 1 else None)
    if currency is None:
        raise NoCurrencyError(text)
    ends = {key: parts[key] for key in ("low", "high") if parts[key] is not None}
    return {**{key: int(one) if one.isdecimal() and one.isascii() else one for key, one in ends.items()},
            "currency": currency.upper()}  # fmt: skip
