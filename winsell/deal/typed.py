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
_SUM = r"\d[^\s~至到–—元-]*"
_PRICE = re.compile(
    rf"(?:(?P<before>[A-Za-z]{{3}})\s+)?(?P<low>{_SUM})(?:\s*[-~至到–—]\s*(?P<high>{_SUM}))?(?:\s*(?P<yuan>元)|\s+(?P<currency>[A-Za-z]{{3}}))?"
)
_UNIT = re.compile(r"[\d.]*(\D*)")
_MULTIPLES = ("MIL", "MIO", "MLN", "BIO", "BLN", "MRD", "TSD")
"""Three letters that stand for thousands or millions, and for no currency."""
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


class UnclearPriceError(NoPriceError):
    """`18-20m` may be 18 or 18m to 20m."""

    def __init__(self, text: str, right: str) -> None:
        """Keep what was probably meant, in the form that says so."""
        super().__init__(text)
        self.right = right


class NoCurrencyError(ValueError):
    """A sum was typed without its currency, and there is not just one that could be meant."""


def price(text: str, currencies: Sequence[str]) -> dict[str, Any]:
    """Read `4.8m`, `4.8m-6m`, `4.8m EUR` or `480万元` as a file has it; without a currency the only one is meant."""
    parts = _PRICE.fullmatch(text.strip())
    if parts is None or (parts["before"] and (parts["currency"] or parts["yuan"])):
        raise NoPriceError(text)
    stated = parts["currency"] or parts["before"] or ("CNY" if parts["yuan"] else None)
    if stated is not None and stated.upper() in _MULTIPLES:
        raise NoPriceError(text)
    _refuse_half_a_unit(text, parts["low"], parts["high"])
    currency = stated or (currencies[0] if len(currencies) == 1 else None)
    if currency is None:
        raise NoCurrencyError(text)
    ends = {key: parts[key] for key in ("low", "high") if parts[key] is not None}
    return {**{key: int(one) if one.isdecimal() and one.isascii() else one for key, one in ends.items()},
            "currency": currency.upper()}  # fmt: skip


def _refuse_half_a_unit(text: str, low: str, high: str | None) -> None:
    """Refuse a range of which only the upper end says thousands or millions; the lower one would be read as it is."""
    unit = _unit(high) if high is not None else ""
    if unit and not _unit(low):
        raise UnclearPriceError(text, text.replace(low, low + unit, 1))


def _unit(amount: str) -> str:
    found = _UNIT.fullmatch(amount)
    return found[1] if found is not None else ""
