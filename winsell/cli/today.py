"""The clock: the one place that knows which day it is."""

from __future__ import annotations

import os
from datetime import date

from pydantic_core import PydanticCustomError

from winsell.base.exit_codes import USAGE
from winsell.base.problem import FactValue, Problem, WinsellError
from winsell.base.scalar import parse_day
from winsell.base.typed_day import written_day

VARIABLE = "WINSELL_TODAY"


def today() -> date:
    """Return the machine's local day, or the one that WINSELL_TODAY sets (for reviews and tests)."""
    stated = os.environ.get(VARIABLE)
    if not stated:
        return date.today()  # noqa: DTZ011, TID251 - a calendar day of the person at this machine has no zone
    return _parsed(stated, "bad-today")


def day_of(text: str, option: str = "--as-of") -> date:
    """Read what was given as --as-of: YYYY-MM-DD, YYYY-MM (its last day) or today."""
    return _parsed(written_day(text, today()), "bad-as-of", option=option)


def _parsed(text: str, code: str, **facts: FactValue) -> date:
    try:
        return parse_day(text, month_end=True)
    except PydanticCustomError:
        raise WinsellError((Problem(code, facts={"value": text, **facts}),), USAGE) from None
