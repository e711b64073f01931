"""One root is one finding: what another finding names is not counted a second time.

In: the findings of a deal. Out: the same, where one that gathers things from the plan names only those that no other
finding, as bad as itself or worse, is about, and says of how many; it is dropped if none is left.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import get_args

from winsell.base.fact import Fact
from winsell.base.finding import Finding, Severity, Where

_WORST_FIRST: tuple[Severity, ...] = get_args(Severity)
_OWN_ROOT = 2
"""How many keys a place has that is one person, one competitor, one element: what stands below is of the same root."""


def without_repeats(found: Sequence[Finding]) -> Iterator[Finding]:
    """Yield the findings, those that gather without what others name."""
    for one in found:
        left = _left(one, found) if one.gathers else one
        if left is not None:
            yield left


def _left(one: Finding, found: Sequence[Finding]) -> Finding | None:
    """Return a finding that gathers with what is left for it to say; None if that is nothing."""
    others = [other for other in found if not other.gathers and _is_as_bad(other, one)]
    told = {root for other in others for root in other.roots or (other.where,)}
    left = tuple(each for each in one.gathers if not all(_is_told(place, told) for place in each.places))
    if not left:
        return None
    facts: dict[str, Fact] = {**one.facts, "count": len(left), "first": left[0].say}
    beside: dict[str, Fact] = {"case": "beside", "all": len(one.gathers)} if len(left) < len(one.gathers) else {}
    return replace(one, facts=facts | beside, gathers=left)


def _is_as_bad(other: Finding, one: Finding) -> bool:
    return _WORST_FIRST.index(other.severity) <= _WORST_FIRST.index(one.severity)


def _is_told(place: Where, told: Collection[Where]) -> bool:
    return any(place == root or (len(root) >= _OWN_ROOT and place[: len(root)] == root) for root in told)
