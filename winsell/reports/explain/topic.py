"""What can be asked about, as a value, and what an answer is made from: the playbook in use and what can be said."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from winsell.base.fact import Fact, Named, Say
from winsell.playbook.model import Playbook

Kind = Literal[
    "finding",
    "term",
    "level",
    "stage",
    "type",
    "question",
    "match",
    "event",
    "sign",
    "chair",
    "element",
    "strategy",
    "relation",
    "tactic",
    "field",
    "key",
    "number",
    "problem",
]
Path = tuple[str, ...]
FIRST: Mapping[Kind, int] = {"finding": 0, "term": 0, "field": 3, "key": 6, "number": 6, "problem": 7}
"""Which meaning a word has first: the method's own, then what a screen shows, then what a file says."""
_SHOWN, _UNSHOWN, _OF_PART, _OF_ACCOUNT = 1, 2, 4, 5
_OUTERMOST = 2
"""How many parts the address of a key of the whole deal has."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the words floor can say, for a floor that may not look."""

    groups: Mapping[str, Sequence[str]]
    """The closed sets whose words a screen shows, each with its ids."""
    levels: Mapping[str, Sequence[str]]
    """The closed sets whose members have a meaning of their own."""
    anchored: Mapping[str, str]
    """Those of them that are steps of a number, by the code of the key that holds the number."""
    field_code: Callable[[str, str], str]
    """The code of what a key of a part of a file means; the part goes by the name of its model."""
    group_of: Callable[[Collection[str]], str | None]
    """The closed set that has just these members."""
    problems: Mapping[str, Sequence[str]]
    """What may be wrong with a file or an order, by name, each with the facts that its sentence names."""
    has: Callable[[str], bool]
    """Whether a sentence stands there under just this code."""


@dataclass(frozen=True, slots=True)
class Book:
    """The playbook in use, its values as they are written, and which playbook each comes from."""

    playbook: Playbook
    tree: Mapping[str, Any]
    origins: Mapping[Path, str]
    words: Vocabulary
    _below: Mapping[Path, list[Path]] = field(init=False, repr=False)
    """The places of the values at and below each path: nearly every topic asks for its own."""

    def __post_init__(self) -> None:
        """Put each value under all that it lies below."""
        below: dict[Path, list[Path]] = {}
        for leaf in self.origins:
            for depth in range(len(leaf) + 1):
                below.setdefault(leaf[:depth], []).append(leaf)
        object.__setattr__(self, "_below", below)

    def stage(self, id_: str | None) -> Named | None:
        """Name a stage; None if it is none."""
        stage = self.playbook.stages.get(id_ or "")
        return None if stage is None else Named(id_ or "", label=stage.label)

    def is_anchored(self, group: str) -> bool:
        """Tell whether a closed set is made of the steps of a number."""
        return group in self.words.anchored.values()

    def leaves(self, path: Path) -> Sequence[Path]:
        """Return the places of the values at and below a path."""
        return self._below.get(path, ())

    def value(self, path: Path) -> Any:
        """Return the value at a place."""
        found: Any = self.tree
        for part in path:
            found = found[part]
        return found

    def owner(self, path: Path) -> str:
        """Name the playbook that most of what stands at and below a path comes from."""
        owners = [self.origins[leaf] for leaf in self.leaves(path)]
        return max(owners, key=owners.count, default=self.playbook.id)


@dataclass(frozen=True, slots=True)
class Topic:
    """One thing that can be asked about."""

    address: str
    """How to ask for exactly this."""
    kind: Kind
    name: Fact
    meaning: Fact
    ids: tuple[str, ...] = ()
    """By what else it can be asked, beside its name."""
    computed: Say | None = None
    details: tuple[Fact, ...] = ()
    listed: Say | None = None
    """What the list below is a list of."""
    items: tuple[Fact, ...] = ()
    scale: str | None = None
    """The closed set that it belongs to."""
    values: tuple[Path, ...] = ()
    """Where in the playbook it stands."""
    source: Say | None = None
    related: tuple[str, ...] = ()
    shown: bool = True
    """Whether a screen shows the word; of a field, whether it is one of the deal's own file."""

    @property
    def rank(self) -> int:
        """Return which meaning of a word it is, 0 = first."""
        if self.kind == "field" and not self.shown:
            return _OF_ACCOUNT
        if self.kind == "field" and self.address.count(".") >= _OUTERMOST:
            return _OF_PART
        return FIRST.get(self.kind, _SHOWN if self.shown else _UNSHOWN)


@dataclass(frozen=True, slots=True)
class Names:
    """All that can be asked about, and where its names lead the reader."""

    topics: Mapping[str, Topic]
    leads_to: Callable[[Fact], str | None]
    """The address of what somebody gets who asks for a name as the reader sees it; None if several things share it."""


def source_of(works: Sequence[str], *, ours: bool) -> Say:
    """Say which published works it goes back to, and whether its numbers are ours."""
    if not works:
        return Say("explain.source-ours")
    said: tuple[Fact, ...] = tuple(Say(f"works.{one}") for one in works)
    return Say("explain.source-numbers" if ours else "explain.source", {"works": said})
