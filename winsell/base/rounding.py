"""Rounding half up, as everything is shown: what asks whether two numbers look alike must round as they are shown."""

from decimal import ROUND_HALF_UP, Decimal


def half_up(value: Decimal, digit: str) -> Decimal:
    """Round half up to the digit that `digit` shows, e.g. 0.01."""
    return value.quantize(Decimal(digit), rounding=ROUND_HALF_UP)


def whole(value: float) -> int:
    """Round half up to a whole number."""
    return int(half_up(Decimal(repr(value)), "1"))
