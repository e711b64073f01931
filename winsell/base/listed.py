"""Several things that were typed as one word: parted at commas and semicolons, of either script.

In: a text. Out: its parts without blanks around them; none where there is nothing between two marks.
"""

from __future__ import annotations

import re

_BETWEEN = re.compile("[,，、;；]")


def listed(text: str) -> list[str]:
    """Return the parts of a text."""
    return [part.strip() for part in _BETWEEN.split(text) if part.strip()]
