"""What of a deal's findings a page shows: each root once, under its hardest finding, and no more than are read.

In: findings, hardest first. Out: the few to be shown, each with the codes of the others about the same root, and how
many are left out. Nothing is lost: `check --all` shows every one, and so do the formats that machines read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import get_args

from winsell.base.cap import AT_ONCE, BRIEF_KEYS
from winsell.base.fact import Fact
from winsell.base.finding import Finding, Severity, Where
from winsell.deal.deal import Deal

_OWN_ROOT = 2
"""How many keys a place has that is one person, one competitor, one element: a whole section is no root."""
_FORM = {"winsell", "kind", "id"}
"""Keys that say nothing of a deal."""


@dataclass(frozen=True, slots=True)
class Matter:
    """One root: its hardest finding, and the others that are about nothing else."""

    lead: Finding
    others: list[Finding] = field(default_factory=list)

    @property
    def ids_by_code(self) -> Mapping[str, tuple[Fact, ...]]:
        """The codes of the others, each once, with the ids that these speak of: of those nothing else would tell."""
        ids: dict[str, list[Fact]] = {one.code: [] for one in self.others}
        for one in self.others:
            ids[one.code] += _ids(one)
        return {code: tuple(found) for code, found in ids.items()}


@dataclass(frozen=True, slots=True)
class Page:
    """What is shown, and how many findings are neither shown nor named."""

    matters: tuple[Matter, ...]
    left_out: int
    red_left_out: int
    """How many of these are red: what is hidden and bad is not to be taken for a trifle."""


def _ids(one: Finding) -> tuple[Fact, ...]:
    several = one.facts.get("ids")
    return several if isinstance(several, tuple) else (one.facts["id"],) if "id" in one.facts else ()


def roots_of(one: Finding) -> frozenset[Where]:
    """Return what a finding is about: as it says itself, else the thing at its place; nothing if that is a section."""
    if one.roots:
        return frozenset(one.roots)
    return frozenset({one.where[:_OWN_ROOT]}) if len(one.where) >= _OWN_ROOT else frozenset()


def by_root(findings: Iterable[Finding]) -> tuple[Matter, ...]:
    """Put each finding under the first one that is about all that it is about itself."""
    matters: list[Matter] = []
    for one in findings:
        roots = roots_of(one)
        lead = next((matter for matter in matters if roots and roots <= roots_of(matter.lead)), None)
        if lead is None:
            matters.append(Matter(one))
        else:
            lead.others.append(one)
    return tuple(matters)


def is_brief(deal: Deal) -> bool:
    """Tell whether a deal says so little that a long list of risks would only scare."""
    return len(deal.model_fields_set - _FORM) <= BRIEF_KEYS


def page_of(findings: Sequence[Finding], *, brief: bool = False) -> Page:
    """Choose a few of each severity, hardest first; of a brief deal a few in all."""
    matters, shown = by_root(findings), list[Matter]()
    for severity in get_args(Severity):
        mine = [matter for matter in matters if matter.lead.severity == severity]
        room = AT_ONCE if severity != "hint" else _left_for_hints(matters, shown)
        shown += mine[: max(0, min(room, AT_ONCE - len(shown)) if brief else room)]
    hidden = [one for matter in matters if matter not in shown for one in (matter.lead, *matter.others)]
    return Page(tuple(shown), len(hidden), sum(one.severity == "error" for one in hidden))


def _left_for_hints(matters: Sequence[Matter], shown: Sequence[Matter]) -> int:
    """Count the places left for what may wait: none while anything harder has none."""
    harder = sum(matter.lead.severity != "hint" for matter in matters)
    return min(AT_ONCE, 2 * AT_ONCE - len(shown)) if harder == len(shown) else 0
