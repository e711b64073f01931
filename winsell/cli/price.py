"""A sum of money as it was typed on the command line: read as a file has it, or refused with the right form."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from winsell.cli.changing import refused
from winsell.deal.money import NoPriceError, SwappedPriceError, UnclearPriceError, price


def typed_price(text: str, currencies: Sequence[str]) -> dict[str, Any]:
    """Read a sum; NoCurrencyError if it says none and there is not just one that could be meant."""
    try:
        return price(text, currencies)
    except UnclearPriceError as error:
        code = "grouped-amount" if error.grouped else "unclear-amount"
        raise refused(code, value=text, right=error.right) from None
    except SwappedPriceError as error:
        raise refused("swapped-amount", value=text, right=error.right) from None
    except NoPriceError:
        raise refused("bad-amount-typed", value=text) from None
