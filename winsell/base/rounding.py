"""Rounding half up, as everything is shown: what asks whether two numbers look alike must round as they are shown."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from math import floor


def half_up(value: Decimal, digit: str) -> Decimal:
    """Round half up to the digit that `digit` shows, e.g. 0.01."""
    return value.quantize(Decimal(digit), rounding=ROUND_HALF_UP)


def whole(value: float) -> int:
    """Round half up to a whole number."""
    return int(half_up(Decimal(repr(value)), "1"))


def apportioned(parts: Sequence[float], total: int) -> list[int]:
    """Round parts to whole numbers that sum to a total that was rounded by itself: largest remainders first.

    Each part becomes one of its two neighbours, if the total is less than one from their sum.
    """
    rounded = [floor(part) for part in parts]
    left = total - sum(rounded)
    largest = sorted(range(len(parts)), key=lambda at: (rounded[at] - parts[at], at))
    for at in largest[: max(left, 0)]:
        rounded[at] += 1
    return rounded
