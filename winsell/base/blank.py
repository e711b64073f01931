"""Whether there is anything to read in a text.

In: a text. Out: a yes or a no; marks of direction and joiners are as empty as blanks.
"""

from __future__ import annotations

import unicodedata


def is_blank(text: str) -> bool:
    """Tell whether no character of a text can be seen."""
    return all(unicodedata.category(one)[0] in "CZ" for one in text)
