"""How long a list may be that somebody reads: beyond, the rest is counted. JSON is never cut."""

from __future__ import annotations

AT_MOST = 20
"""Lines of one list: problems, risks, persons, items of a plan."""

NAMES = 12
"""Names within a sentence."""
