"""Whether a text says anything: it may have nothing to read, or one of the words that people type for nothing.

In: a text. Out: a yes or a no; marks of direction and joiners are as empty as blanks.
"""

from __future__ import annotations

import re
import unicodedata

_NOTHING = re.compile(
    r"[-/nu]|--|n/?a|nil|no|no\s?one|nobody|none|nope|nothing|unknown"
    r"|无人?|暂无|没有?人?|未知|不知道|不清楚",
    re.IGNORECASE,
)


def is_blank(text: str) -> bool:
    """Tell whether no character of a text can be seen."""
    return all(unicodedata.category(one)[0] in "CZ" for one in text)


def says_nothing(text: str) -> bool:
    """Tell whether a text is a word for what is not there or not known: nobody is called so, and nothing is done so."""
    return _NOTHING.fullmatch(text.rstrip(".。")) is not None
