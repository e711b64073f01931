"""A promise as it is typed in one line: `wang: meet the CFO by 2026-12-04`, or `王：见财务总监，2026-12-04 前`.

In: the line, who is meant if it names nobody, and the day. Out: a `Promised`, or a `NotUnderstoodError`: work without
a day is no promise.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from pydantic_core import PydanticCustomError

from winsell.ask.understood import NotUnderstoodError
from winsell.base.fact import Say
from winsell.base.scalar import parse_day
from winsell.base.typed_day import written_day

CUSTOMER = ("the customer", "customer", "客户")
"""Who is no one of ours."""
_OWNER = re.compile(r"\s*([^:：]{1,40}?)\s*[:：]\s*(\S.*)")
_DAY = re.compile(
    r"(?P<what>.*?\S)(?:\s+(?:by|before|until|on)\s+|[\s,，;；]+(?:在|于)?\s*)"
    r"(?P<day>\d{4}-\d\d?(?:-\d\d?)?|\d{4}年\d\d?月(?:\d\d?[日号])?|\+\d{1,3}|today|今天)"
    r"\s*(?:之前|以前|前|完成)*[.。]?\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Promised:
    """Who does what by when."""

    what: str
    due: date
    owner: str | None
    """None: the customer does it, or nobody is known to own the deal."""
    customer: bool = False


def promised(line: str, owner: str | None, on: date) -> Promised:
    """Read a promise; without a name it is that of `owner`."""
    parts = _OWNER.fullmatch(line)
    named, rest = (parts[1], parts[2]) if parts is not None else (owner, line)
    found = _DAY.fullmatch(rest.strip())
    if found is None:
        raise NotUnderstoodError(Say("promise.no-day", {"text": line}))
    due = _day(found["day"], on)
    if due is None:
        raise NotUnderstoodError(Say("promise.bad-day", {"text": found["day"]}))
    if due < on:
        raise NotUnderstoodError(Say("promise.past", {"text": found["day"], "on": on}))
    customer = (named or "").casefold() in CUSTOMER
    return Promised(found["what"].rstrip(",，;； "), due, None if customer else named, customer)


def _day(text: str, on: date) -> date | None:
    written = "-".join(part.zfill(2) for part in re.findall(r"\d+", written_day(text, on)))
    try:
        return parse_day(written, month_end=True)
    except PydanticCustomError:
        return None
