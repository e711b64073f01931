"""A day as it is typed: `today` and `+7` are days too.

In: a text, and the day on which it was typed. Out: the text of a file, which may still be no day.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

_TODAY = ("today", "今天")
_AHEAD = re.compile(r"\+\s*(\d{1,3})", re.ASCII)


def written_day(text: str, on: date) -> str:
    """Return `today`, or `+7` for so many days from `on`, as files write that day; any other text as it is."""
    text = text.strip()
    if text.casefold() in _TODAY:
        return on.isoformat()
    ahead = _AHEAD.fullmatch(text)
    return text if ahead is None else (on + timedelta(days=int(ahead[1]))).isoformat()
