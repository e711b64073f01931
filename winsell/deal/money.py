"""A sum of money as somebody types it, read as a file has it: `4.8m`, `4.8m-6m EUR`, `€3m`, `500万元`, `3 M EUR`.

In: a text, and the currencies that may be meant where it names none. Out: low, high and currency, or an error that can
say what was meant in the form that says so: a comma or a blank within a number may part thousands or decimals.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from winsell.base.scalar import read_amount

_UNITS = {"k": "k", "m": "m", "bn": "bn", "\u4e07": "\u4e07", "\u4ebf": "\u4ebf"}
_NAMES = (
    (r"\u20ac", "EUR"),
    (r"\u00a3", "GBP"),
    (r"(?:us)?\$", "USD"),
    (r"hk\$", "HKD"),
    (r"\u5143|\u4eba\u6c11\u5e01|rmb", "CNY"),
    (r"\u7f8e\u5143", "USD"),
    (r"\u6b27\u5143", "EUR"),
    (r"\u6e2f[\u5143\u5e01]", "HKD"),
    (r"\u65e5\u5143", "JPY"),
    (r"\u82f1\u9551", "GBP"),
)
"""Signs and words of currencies: euro, pound, dollar, yuan and what else Chinese sellers write."""
_YUAN_OR_YEN = "\u00a5"
"""One sign for two currencies."""
_MULTIPLES = ("MIL", "MIO", "MLN", "BIO", "BLN", "MRD", "TSD")
"""Three letters that stand for thousands or millions, and for no currency."""
_GROUPED = re.compile(r"\d{1,3}(?:[,.' \u2019]\d{3})+")
_NUMBER = re.compile(r"\d+(?:\.\d+)?", re.ASCII)
_END = re.compile(rf"(?P<number>\d[\d.,' \u2019]*\d|\d)\s*(?P<unit>{'|'.join(_UNITS)})?(?![a-z])", re.IGNORECASE)
_CURRENCY = "|".join((*(pattern for pattern, _ in _NAMES), _YUAN_OR_YEN, "[a-z]{3}"))
_PRICE = re.compile(
    rf"(?P<before>{_CURRENCY})?\s*(?P<low>\d.*?)(?:\s*[-~\u81f3\u5230\u2013\u2014]\s*(?P<same>{_CURRENCY})?\s*(?P<high>\d.*?))?"
    rf"\s*(?P<behind>{_CURRENCY})?",
    re.IGNORECASE,
)


class NoPriceError(ValueError):
    """What was typed is no sum of money."""


class UnclearPriceError(NoPriceError):
    """`18-20m` may be 18 or 18m to 20m, `3,000` may be three or three thousand."""

    def __init__(self, text: str, right: str, *, grouped: bool = False) -> None:
        """Keep what was probably meant, in the form that says so."""
        super().__init__(text)
        self.right = right
        self.grouped = grouped


class SwappedPriceError(NoPriceError):
    """The lower end of a range is above its upper one."""

    def __init__(self, text: str, right: str) -> None:
        """Keep the range the other way round."""
        super().__init__(text)
        self.right = right


class NoCurrencyError(ValueError):
    """A sum was typed without its currency, and there is not just one that could be meant."""


@dataclass(frozen=True, slots=True)
class _Sum:
    number: str
    unit: str

    @property
    def text(self) -> str:
        return f"{_ungrouped(self.number)}{self.unit}"

    @property
    def value(self) -> int | Decimal | str:
        if self.unit:
            return self.text
        return int(self.number) if self.number.isdecimal() else Decimal(self.text)


def price(text: str, currencies: Sequence[str]) -> dict[str, Any]:
    """Read a sum with its currency; without one the only one of those that may be meant."""
    found = _PRICE.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if found is None or (found["before"] and found["behind"]):
        raise NoPriceError(text)
    ends = {key: _end(text, found[key]) for key in ("low", "high") if found[key] is not None}
    named = [found[key] for key in ("before", "same", "behind") if found[key] is not None]
    stated = {_code(text, one, currencies) for one in named}
    if len(stated) > 1:
        raise NoPriceError(text)
    _refuse_unclear(text, ends, " ".join(sorted(stated)))
    _refuse_swapped(text, ends, " ".join(stated))
    currency = next(iter(stated), None) or (currencies[0] if len(currencies) == 1 else None)
    if currency is None:
        raise NoCurrencyError(text)
    return {**{key: one.value for key, one in ends.items()}, "currency": currency}


def amount(text: str) -> str:
    """Read a sum without a currency, as a file has it; a text that is none comes back as it is."""
    found = _END.fullmatch(unicodedata.normalize("NFKC", text).strip())
    return text if found is None or not _NUMBER.fullmatch(found["number"]) else _sum(found).text


def _end(text: str, part: str) -> _Sum:
    found = _END.fullmatch(part)
    if found is None:
        raise NoPriceError(text)
    return _sum(found)


def _sum(found: re.Match[str]) -> _Sum:
    unit = found["unit"] or ""
    return _Sum(found["number"], _UNITS[unit.lower()] if unit else "")


def _code(text: str, word: str, currencies: Sequence[str]) -> str:
    if word == _YUAN_OR_YEN:
        return next((one for one in currencies if one in ("CNY", "JPY")), "CNY")
    named = (code for pattern, code in _NAMES if re.fullmatch(pattern, word, re.IGNORECASE))
    code = next(named, word.upper())
    if code in _MULTIPLES:
        raise NoPriceError(text)
    return code


def _refuse_unclear(text: str, ends: dict[str, _Sum], currency: str) -> None:
    """Refuse numbers in groups, and a range of which only the upper end says thousands or millions."""
    grouped = not all(_NUMBER.fullmatch(one.number) for one in ends.values())
    low, high = ends["low"], ends.get("high")
    unit = high.unit if high is not None and not low.unit else ""
    if grouped:
        first, *others = (one.text for one in ends.values())
        raise UnclearPriceError(text, f"{'-'.join((first + unit, *others))} {currency}".strip(), grouped=True)
    if unit:
        raise UnclearPriceError(text, text.replace(low.number, low.number + unit, 1))


def _refuse_swapped(text: str, ends: dict[str, _Sum], currency: str) -> None:
    low, high = ends["low"], ends.get("high")
    if high is not None and read_amount(high.value) < read_amount(low.value):
        raise SwappedPriceError(text, f"{high.text}-{low.text} {currency}".strip())


def _ungrouped(number: str) -> str:
    """Write a number as it was probably meant: three digits behind each mark are thousands, any others decimals."""
    if _NUMBER.fullmatch(number):
        return number
    if _GROUPED.fullmatch(number):
        return re.sub(r"\D", "", number)
    whole, _, decimals = re.sub(r"[' \u2019]", "", number).replace(",", ".").rpartition(".")
    whole = re.sub(r"\D", "", whole)
    return f"{whole}.{decimals}" if whole else decimals
