"""Since when the file knows a deal: the first day that any of its facts bears.

In: a deal. Out: a day, or None if nothing is dated. Before it there was no deal to look at, so nothing was found of it.
"""

from __future__ import annotations

from datetime import date

from winsell.analysis.dated import days_in
from winsell.deal.deal import Deal

_BEGINS = ("since", "on", "added")


def began(deal: Deal) -> date | None:
    """Return the first day on which something happened, held or was written down."""
    return min(days_in(deal, _BEGINS), default=None)
