"""Which findings are new: those whose code and root were not there before.

In: what is found now, and what was found on an earlier day or in an earlier text. Out: the findings of now that name
something which no finding of the same code named then. How bad it was then does not matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from winsell.base.finding import Finding, Where

_OWN_ROOT = 2
"""How many keys a place has that is one person, one competitor, one action: what stands below is of the same root."""

Known = frozenset[tuple[str, Where]]
"""Codes with their roots."""


def known(findings: Iterable[Finding]) -> Known:
    """Return the codes and roots of findings."""
    return frozenset((one.code, root) for one in findings for root in _roots(one))


def new_since(before: Known, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings that are new."""
    yield from (one for one in findings if any((one.code, root) not in before for root in _roots(one)))


def _roots(one: Finding) -> Iterator[Where]:
    """Yield what a finding is about: one that only counts others is about each of them."""
    places = one.roots or tuple(place for each in one.gathers for place in each.places) or (one.where,)
    yield from (place[:_OWN_ROOT] for place in places)
