"""The right form of a day, an id or a number that is written in a wrong one, where only one can be meant.

In: the text as it stands in a file. Out: the text as it should stand, or None. `05/01/2026` may be two days and is left
alone; so is whatever does not exist, such as 2026-2-30, and whatever would lose a character that means something.
"""

from __future__ import annotations

import re
import unicodedata

from pydantic_core import PydanticCustomError

from winsell.base.scalar import parse_day, read_amount
from winsell.store.scalar import resolve_plain

_DAYS = (
    re.compile(r"(\d{4}) ?([-/.]) ?(\d{1,2}) ?\2 ?(\d{1,2})", re.ASCII),
    re.compile(r"(\d{4}) ?(年) ?(\d{1,2}) ?月 ?(\d{1,2}) ?[日号]", re.ASCII),
    re.compile(r"(\d{4}) ?([-/]) ?(\d{1,2})", re.ASCII),
    re.compile(r"(\d{4}) ?(年) ?(\d{1,2}) ?月", re.ASCII),
    re.compile(r"(\d{4})()(\d\d)(\d\d)", re.ASCII),
)
"""A year of four digits stands first; behind it nobody writes a day before its month."""
_BETWEEN = re.compile(r"[\s_-]+")
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_DIGITS = re.compile(r"[-+]?\d+(\.\d+)?", re.ASCII)


def day_form(text: str) -> str | None:
    """Return `YYYY-MM-DD` or `YYYY-MM` of a day that is written otherwise."""
    plain = _narrow(text)
    match = next((found for one in _DAYS if (found := one.fullmatch(plain))), None)
    if match is None:
        return None
    year, _, *rest = match.groups()
    day = "-".join((year, *(part.zfill(2) for part in rest)))
    return _other(day, text) if is_day(day) else None


def is_day(text: str) -> bool:
    """Tell whether a text is a day as files write it."""
    try:
        parse_day(text, month_end=False)
    except PydanticCustomError:
        return False
    return True


def id_form(text: str) -> str | None:
    """Return an id in lower case, with dashes in place of blanks and underscores."""
    plain = _BETWEEN.sub("-", _narrow(text).lower()).strip("-")
    return _other(plain, text) if _ID.fullmatch(plain) else None


def number_form(text: str) -> str | None:
    """Return a number in plain digits."""
    plain = _narrow(text)
    if not _DIGITS.fullmatch(plain) or isinstance(resolve_plain(plain), str):
        return None
    return _other(plain, text)


def amount_form(text: str) -> str | None:
    """Return an amount in plain digits, with its unit."""
    plain = _narrow(text)
    try:
        read_amount(resolve_plain(plain))
    except PydanticCustomError:
        return None
    return _other(plain, text)


def _narrow(text: str) -> str:
    """Write full-width signs as their narrow sisters."""
    return unicodedata.normalize("NFKC", text).strip()


def _other(form: str, text: str) -> str | None:
    return form if form != text else None
