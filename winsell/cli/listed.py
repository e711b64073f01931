"""Several things that were typed as one word: parted at commas, of either script and as lists are written in it.

In: a text. Out: its parts without blanks around them; none where there is nothing between two commas.
"""

from __future__ import annotations

import re

_COMMA = re.compile("[,，、]")


def listed(text: str) -> list[str]:
    """Return the parts of a text."""
    return [part.strip() for part in _COMMA.split(text) if part.strip()]
