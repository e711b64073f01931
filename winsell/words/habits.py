"""How each language writes numbers, sums, days and lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from winsell.base.fact import Money
from winsell.base.rounding import half_up
from winsell.words.catalogue import Language


@dataclass(frozen=True, slots=True)
class Habits:
    """The habits of one language."""

    percent: str
    """How a percentage is written, `{}` being its number."""

    times: str
    """How a multiple is written."""

    units: tuple[tuple[Decimal, str], ...]
    """The words for round sums, the largest first."""

    drops_zero: bool
    """Whether a round sum is written without its decimal, as `1,800万`."""

    units_apart: bool
    """Whether each end of a range has the unit it has by itself, as `3,000万-1.2亿`; a plain low end leaves none."""

    between: str
    """What stands between the parts of a list."""

    between_long: str
    """The same where a part has commas of its own."""

    def list(self, said: Sequence[str]) -> str:
        """Join the parts of a list."""
        commas = any(sign in one for one in said for sign in self._commas)
        return (self.between_long if commas else self.between).join(said)

    @property
    def _commas(self) -> tuple[str, ...]:
        return tuple({self.between.strip(), self.between_long.strip(), ",", "，"})

    def sum(self, money: Money) -> str:
        """Return a sum with its unit; a range has a dash, and its unit once if both its ends have the same."""
        unit, name = self._unit(money.low)
        low = self._number(money.low / unit, name)
        if money.high is None:
            return low + name
        unit, above = self._unit(money.high) if self.units_apart and name else (unit, name)
        high = self._number(money.high / unit, above)
        if (low, name) == (high, above):
            return low + name
        return f"{low}{'' if name == above else name}-{high}{above}"

    def _unit(self, value: Decimal) -> tuple[Decimal, str]:
        """The largest unit that a sum reaches once it is rounded as it would be in the next smaller one."""
        one = (Decimal(1), "")
        for unit, (smaller, _) in pairwise((*self.units, one)):
            if half_up(value / smaller, "0.1") * smaller >= unit[0]:
                return unit
        return one

    def _number(self, value: Decimal, unit: str) -> str:
        """Write a number with its thousands apart; one of a large unit has a decimal."""
        if not unit:
            return f"{value:,}"
        rounded = half_up(value, "0.1")
        plain = self.drops_zero and rounded == rounded.to_integral_value()
        return f"{half_up(rounded, '1') if plain else rounded:,}"


HABITS: Mapping[Language, Habits] = {
    "en": Habits(
        "{} %",
        "{} times",
        ((Decimal(10**9), "bn"), (Decimal(10**6), "m")),
        drops_zero=False,
        units_apart=False,
        between=", ",
        between_long="; ",
    ),
    "zh": Habits(
        "{}%",
        "{}倍",
        ((Decimal(10**8), "亿"), (Decimal(10**4), "万")),
        drops_zero=True,
        units_apart=True,
        between="、",
        between_long="；",
    ),
}

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_CURRENCIES = {"CNY": "元", "USD": "美元", "EUR": "欧元", "GBP": "英镑", "JPY": "日元", "HKD": "港元", "SGD": "新元"}


def money(sum_: Money, language: Language) -> str:
    """Write a sum as `CNY 18.0-20.0m`, as `1,800-2,000万元` or as `3,000万-1.2亿元`; its currency may be unknown."""
    said = HABITS[language].sum(sum_)
    name = _CURRENCIES.get(sum_.currency) if language == "zh" else None
    return f"{said}{name}" if name else f"{sum_.currency} {said}".strip()


def day(on: date, language: Language) -> str:
    """Write a day within a sentence, as `5 Aug 2021` or as `2021年8月5日`; columns of days are ISO, which lines up."""
    if language == "en":
        return f"{on.day} {_MONTHS[on.month - 1]} {on.year}"
    return f"{on.year}年{on.month}月{on.day}日"
