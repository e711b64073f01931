"""How long a list may be that somebody reads: beyond, the rest is counted. JSON is never cut."""

from __future__ import annotations

AT_MOST = 20
"""Lines of one list: problems, risks, persons, items of a plan."""

NAMES = 12
"""Names within a sentence."""

AT_ONCE = 3
"""Red risks, and yellow ones, on one page: who is told more at once, heeds none. Of a brief deal so many in all."""

BRIEF_KEYS = 5
"""A deal of so few keys is brief."""
