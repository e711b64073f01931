"""How to recognise each level of the closed sets: the meaning behind the words of `words/terms.py`.

A level's code is `level.<group>.<id>`, for instance `level.attitude.supporter` or `level.fit.75`. Editors show the
sentences beside a value, the documentation lists them, and `explain` reads them out.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from winsell.words.levels import facts, results
from winsell.words.plural import Sentence

LEVELS: Mapping[str, Mapping[str, str]] = {**facts.LEVELS, **results.LEVELS}
"""The English sentence of each level, by group and id, in the order in which people read them."""


_OF_NO_FILE = frozenset({"unknown", "suspended"})
"""What may stand for any value, and what only the program answers."""

ANCHORED: Mapping[str, str] = {
    "field.us.fit": "fit",
    "field.us.relation": "relation",
    "field.us.price": "price",
    "field.competitor.fit": "fit",
    "field.competitor.relation": "relation",
    "field.competitor.price": "price",
    "field.person.support": "support",
}
"""The numbers whose steps have meanings of their own: the group of their anchors, by the key's code."""


def group_of(values: Collection[str]) -> str | None:
    """Return the group that describes a closed set of words; None if it has no levels."""
    return _GROUPS.get(frozenset(values) - _OF_NO_FILE) if values else None


def level_code(group: str, id_: str) -> str:
    """Name the sentence of a level."""
    return f"level.{group}.{id_}"


SENTENCES: dict[str, Sentence] = {
    level_code(group, id_): text for group, levels in LEVELS.items() for id_, text in levels.items()
}

_GROUPS: Mapping[frozenset[str], str] = {
    frozenset(levels) - _OF_NO_FILE: group for group, levels in LEVELS.items() if group not in ANCHORED.values()
}
