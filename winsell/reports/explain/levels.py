"""The words of closed sets: how each is recognised, its place on its scale, and the number it stands for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from winsell.base.fact import Fact, Say
from winsell.base.fact import Term as Word
from winsell.reports.explain.topic import Book, Path, Topic, source_of


@dataclass(frozen=True, slots=True)
class Scale:
    """What is known of a closed set beside its words."""

    works: tuple[str, ...] = ()
    counts: Path = ()
    """Where in the playbook its members have numbers, by id."""
    related: tuple[str, ...] = ()
    ours: bool = False
    """Whether its numbers, or all of it, are a proposal of ours."""


SCALES: Mapping[str, Scale] = {
    "attitude": Scale(("tas",), ("people", "attitude_values"), ("deal.people.attitude", "insight-rate"), ours=True),
    "contact": Scale(("tas",), ("people", "contact_discounts"), ("deal.people.contact",), ours=True),
    "role": Scale(("tas",), ("people", "role_weights"), ("deal.people.role", "weight"), ours=True),
    "politics": Scale(("tas",), ("people", "influence_weights"), ("deal.people.politics", "weight"), ours=True),
    "support": Scale(("nine-questions",), (), ("deal.people.support",)),
    "mode": Scale(("nine-questions",), (), ("deal.people.mode", "WSP109")),
    "orientation": Scale(("tas",), (), ("deal.people.orientation",)),
    "knowledge": Scale(("growth-path",), ("knowledge_values",), ("coverage", "deal.behaviour"), ours=True),
    "sign": Scale(("five-step",), (), ("win-sign-index",), ours=True),
    "match": Scale(("five-step",), (), ("deal.matches", "screening")),
    "answer": Scale(("five-step",), (), ("screening",), ours=True),
    "verdict": Scale(("five-step",), (), ("screening", "gap"), ours=True),
    "row": Scale(("tas",), (), ("value-row",), ours=True),
    "basis": Scale(("five-step",), (), ("basis",), ours=True),
    "map": Scale(("tas",), (), ("map",), ours=True),
    "fit": Scale((), (), ("fit", "anchor"), ours=True),
    "relation": Scale((), (), ("relation", "anchor"), ours=True),
    "price": Scale((), (), ("deal.us.price", "anchor"), ours=True),
    "colour": Scale(("five-step",), (), ("work-colour",), ours=True),
    "severity": Scale(("field",), (), ("finding",)),
    "scope": Scale((), (), ("inside-source",), ours=True),
    "sources": Scale(("tas",), ("probability", "source_discounts"), ("inside-source",), ours=True),
    "procurement": Scale(("law",), (), ("deal.procurement", "caution")),
    "method": Scale(("law",), (), ("deal.method",)),
    "outcome": Scale(("field",), (), ("deal.outcome",)),
    "effort": Scale((), ("gap_effort",), ("gap",), ours=True),
    "grade": Scale(("tas",), ("grades", "multiples"), ("grade",), ours=True),
    "doubt": Scale((), (), ("insight-rate", "stale"), ours=True),
}
_OF_ITEMS = ("question", "element")
"""Closed sets whose members are items of the playbook."""


def level_topics(book: Book) -> Iterator[Topic]:
    """Yield every word of every closed set but those that the playbook names."""
    groups = {**book.words.levels, **book.words.groups}
    for group in groups:
        if group not in _OF_ITEMS:
            yield from (_level(book, group, id_) for id_ in members(book, group))


def members(book: Book, group: str) -> tuple[str, ...]:
    """Return the ids of a closed set, in the order in which people read them."""
    levels, shown = book.words.levels.get(group, ()), book.words.groups.get(group, ())
    return tuple(dict.fromkeys((*levels, *shown)))


def _level(book: Book, group: str, id_: str) -> Topic:
    scale, anchored = SCALES.get(group, Scale(ours=True)), book.is_anchored(group)
    values = _limits(book, id_) if group == _BY_AMOUNT else ()
    counts = (*scale.counts, id_)
    return Topic(
        f"{group}.{id_}",
        "level",
        level_name(book, group, id_),
        level_meaning(book, group, id_),
        () if anchored else (id_,),
        scale=group,
        values=values or ((counts,) if scale.counts and counts in book.origins else ()),
        source=source_of(scale.works, ours=scale.ours),
        related=scale.related,
        shown=id_ in book.words.groups.get(group, ()),
    )


_BY_AMOUNT = "grade"


def _limits(book: Book, grade: str) -> tuple[Path, ...]:
    """Return where the playbook's own limits of a grade stand; they come before the multiples of an average deal."""
    return tuple(path for path in book.leaves(("grades", "absolute")) if path[-1] == grade)


def level_name(book: Book, group: str, id_: str) -> Fact:
    """Name a level as a screen does; what no screen shows goes by its id."""
    shown = id_ in book.words.groups.get(group, ()) and (group, id_) not in _WORDLESS
    return Word(group, id_) if shown else f"{group} {id_}" if book.is_anchored(group) else id_


_WORDLESS = frozenset({("trend", "checkpoint"), ("trend", "stage")})


def level_meaning(book: Book, group: str, id_: str) -> Say:
    """Say how a level is recognised, or at least what it is a level of."""
    if group == _BY_AMOUNT and _limits(book, id_):
        return Say("explain.grade-fast" if id_ in book.playbook.grades.fast_lane else "explain.grade-whole")
    if id_ in book.words.levels.get(group, ()):
        return Say(f"level.{group}.{id_}")
    scale = Say(f"scale.{group}" if group in book.words.groups else "scale.other")
    return Say("explain.one-of", {"scale": scale})
