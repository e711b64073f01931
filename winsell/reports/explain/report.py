"""`winsell explain`: one thing in full, several of one name shortly, or all that can be asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from winsell import __version__
from winsell.base.block import (
    Block,
    Cell,
    Column,
    Definition,
    Definitions,
    Heading,
    Line,
    Paragraph,
    Report,
    Table,
    Tone,
)
from winsell.base.fact import Fact, Say
from winsell.reports.explain.findings import family_of
from winsell.reports.explain.items import KINDS_OF_ITEMS
from winsell.reports.explain.levels import SCALES, level_meaning, level_name, members
from winsell.reports.explain.topic import Book, Names, Path, Topic
from winsell.reports.heading import REPORT

_MOST_VALUES = 8
_MOST_ALSO = 6
_SAID_ABOVE = frozenset({"label", "note", "expect", "answer", "text", "tactics", "needs", "when"})
"""Keys whose values an answer has said already, in words."""
_SENTENCES = frozenset({"map"})
"""Closed sets whose words are whole sentences; where a name is wanted, `explain.<group>-<id>` is it."""
_UNLISTED = frozenset({"unknown", "trend"})
_UNCOUNTED = "tactic"
"""Of what the playbook names, those too many to be listed."""


def explain_report(book: Book, topic: Topic, names: Names, others: Sequence[Topic] = ()) -> Report:
    """Answer with one topic; `others` bear the same name."""
    return Report("explain", lambda: tuple(_answer(book, topic, names, others)), lambda: _data(book, (topic, *others)))


def several_report(book: Book, asked: str, topics: Sequence[Topic], *, code: str = "explain.several") -> Report:
    """Answer with several topics, each shortly and with how to ask for it alone; `code` says what they share."""
    title = Heading(Say(code, {"asked": asked, "count": len(topics)}), level=1)
    entries = tuple(Definition(one.address, one.meaning) for one in topics)
    return Report("explain", lambda: (title, Definitions(entries)), lambda: _data(book, topics))


def overview_report(book: Book, topics: Mapping[str, Topic]) -> Report:
    """Show what can be asked, by group."""
    return Report("explain", lambda: tuple(_overview(book, topics)), lambda: _data(book, _named(topics)))


def _answer(book: Book, topic: Topic, names: Names, others: Sequence[Topic]) -> Iterator[Block]:
    yield Heading(Say("explain.title", {"name": _name(topic), "kind": _kind(book, topic)}), level=1)
    yield Paragraph(tuple(_sentences(topic)))
    if topic.listed is not None:
        yield Paragraph((Line(topic.listed, notes=topic.items),))
    if topic.scale is not None:
        yield _scale(book, topic)
    yield from _values(book, topic)
    last = tuple(_last(topic, names, others))
    if last:
        yield Paragraph(last)


def _name(topic: Topic) -> Fact:
    if topic.kind == "level" and topic.scale in _SENTENCES:
        return Say(f"explain.{topic.address.replace('.', '-')}")
    return topic.name


def _kind(book: Book, topic: Topic) -> Say:
    """Say what kind of thing it is; of a level, what it is a level of."""
    on_screen = topic.kind == "level" and topic.scale in book.words.groups
    return Say(f"scale.{topic.scale}" if on_screen else f"explain.kind-{topic.kind}")


def _sentences(topic: Topic) -> Iterator[Line]:
    yield Line(topic.meaning, tone="strong")
    if topic.computed is not None:
        yield Line(Say("explain.computed", {"how": topic.computed}))
    yield from (Line(one) for one in topic.details)


# Where it comes from.


def _values(book: Book, topic: Topic) -> Iterator[Block]:
    leaves = [leaf for path in topic.values for leaf in book.leaves(path) if topic.kind == "key" or _is_news(leaf)]
    if not leaves:
        return
    owners = {book.origins[leaf] for leaf in leaves}
    one = next(iter(owners)) if len(owners) == 1 else None
    yield Heading(Say("explain.from-playbook", {"playbook": one}))
    names = ("key", "value") if one else ("key", "value", "origin")
    rows = tuple(_row(book, leaf, several=one is None) for leaf in leaves[:_MOST_VALUES])
    yield Table(tuple(Column(Say(f"explain.column-{name}")) for name in names), rows)
    if len(leaves) > _MOST_VALUES:
        yield Paragraph((Line(Say("explain.more-values", {"count": len(leaves) - _MOST_VALUES}), tone="dim"),))


def _is_news(leaf: Path) -> bool:
    return not _SAID_ABOVE & set(leaf)


def _row(book: Book, leaf: Path, *, several: bool) -> tuple[Cell, ...]:
    owner = book.origins[leaf]
    own: Tone = "strong" if owner == book.playbook.id else "dim"
    cells = (Cell(".".join(leaf)), Cell(written(book.value(leaf))))
    return (*cells, Cell(owner, own)) if several else cells


def written(value: Any) -> Fact:
    """Show a value of a playbook as it is written there."""
    match value:
        case bool():
            return Say("explain.true" if value else "explain.false")
        case str():
            return value
        case list():
            return tuple(written(one) for one in value) or Say("explain.nothing")
        case Mapping():
            return tuple(Say("explain.pair", {"key": key, "value": written(one)}) for key, one in value.items()) or Say(
                "explain.nothing"
            )
        case _:
            return str(value)


def _scale(book: Book, topic: Topic) -> Block:
    """Show all the words of its closed set, its own among them, with the numbers they stand for."""
    group = topic.scale or ""
    counts = SCALES[group].counts if group in SCALES else ()
    ids = members(book, group)
    counted = any((*counts, id_) in book.origins for id_ in ids)
    names = ("level", "id", "counts") if counted else ("level", "id")
    columns = tuple(Column(Say(f"explain.column-{one}"), right=one == "counts") for one in names)
    if topic.kind == "field" or group in _SENTENCES or group not in book.words.groups:
        return Definitions(tuple(Definition(id_, level_meaning(book, group, id_)) for id_ in ids))
    rows = tuple(_level_row(book, topic, id_, counts if counted else None) for id_ in ids)
    return Table(columns, rows)


def _level_row(book: Book, topic: Topic, id_: str, counts: Path | None) -> tuple[Cell, ...]:
    """Show one word of the set, the one that was asked about before the others' grey."""
    group = topic.scale or ""
    tone: Tone = "strong" if topic.address == f"{group}.{id_}" else "dim"
    cells = (Cell(level_name(book, group, id_), tone), Cell(id_, tone))
    if counts is None:
        return cells
    path = (*counts, id_)
    return (*cells, Cell(written(book.value(path)) if path in book.origins else "", tone))


def _last(topic: Topic, names: Names, others: Sequence[Topic]) -> Iterator[Line]:
    if topic.source is not None:
        yield Line(topic.source, tone="dim")
    if topic.related:
        related = tuple(_link(names.topics[one], names) for one in topic.related if one in names.topics)
        yield Line(Say("explain.see", {"addresses": related}), tone="dim")
    shown = [_link(one, names) for one in others if not _holds(topic, one)]
    if shown:
        facts: dict[str, Fact] = {"addresses": tuple(shown[:_MOST_ALSO]), "count": len(shown) - _MOST_ALSO}
        yield Line(Say("explain.also-more" if len(shown) > _MOST_ALSO else "explain.also", facts), tone="dim")


def _link(topic: Topic, names: Names) -> Say:
    """Name a topic as the reader would, with its address if asking for that name would lead elsewhere."""
    name = _name(topic)
    address = None if names.leads_to(name) == topic.address else topic.address
    return Say("explain.link", {"name": name, "address": address})


def _holds(topic: Topic, other: Topic) -> bool:
    """Tell whether another meaning is a key whose values the answer shows already."""
    places = other.values if other.kind in {"key", "number"} else ()
    return any(own[: len(path)] == path for own in places for path in topic.values)


# All that can be asked.


def _named(topics: Mapping[str, Topic]) -> tuple[Topic, ...]:
    """Return what the overview names; keys and fields it only mentions."""
    kinds = {"term", "level", "finding", *KINDS_OF_ITEMS}
    return tuple(one for one in topics.values() if one.kind in kinds and one.scale not in _UNLISTED)


def _overview(book: Book, topics: Mapping[str, Topic]) -> Iterator[Block]:
    yield Heading(Say("explain.overview"), level=1)
    yield Paragraph((Line(Say("explain.overview-how"), tone="strong"), Line(Say("explain.overview-more"))))
    yield Heading(Say("explain.overview-terms"))
    yield Paragraph((Line(tuple(one.name for one in topics.values() if one.kind == "term")),))
    yield Heading(Say("explain.overview-levels"))
    yield Definitions(tuple(_level_groups(book)))
    yield Heading(Say("explain.overview-items"))
    yield Definitions(tuple(_item_groups(topics)))
    yield Heading(Say("explain.overview-findings"))
    yield Definitions(tuple(_families(topics)))


def _level_groups(book: Book) -> Iterator[Definition]:
    for group in book.words.groups:
        if group not in _UNLISTED:
            ids = [id_ for id_ in book.words.groups[group] if id_ != "unknown"]
            yield Definition(Say(f"explain.group-{group}"), tuple(_word(book, group, id_) for id_ in ids))


def _word(book: Book, group: str, id_: str) -> Fact:
    return Say(f"explain.{group}-{id_}") if group in _SENTENCES else level_name(book, group, id_)


def _item_groups(topics: Mapping[str, Topic]) -> Iterator[Definition]:
    for kind in KINDS_OF_ITEMS:
        names = tuple(one.name for one in topics.values() if one.kind == kind)
        said = Say("explain.overview-tactics", {"count": len(names)}) if kind == _UNCOUNTED else names
        if names:
            yield Definition(Say(f"explain.groups-{kind}"), said)


def _families(topics: Mapping[str, Topic]) -> Iterator[Definition]:
    codes = [one.address for one in topics.values() if one.kind == "finding"]
    for letter in dict.fromkeys(map(family_of, codes)):
        own = tuple(code for code in codes if family_of(code) == letter)
        yield Definition(Say(f"family.{letter}"), own)


# For programs.


def _data(book: Book, topics: Sequence[Topic]) -> dict[str, Any]:
    return {
        "winsell": __version__,
        "report": REPORT,
        "kind": "explain",
        "playbook": {"id": book.playbook.id, "version": book.playbook.version},
        "topics": [_topic(book, topic) for topic in topics],
    }


def _topic(book: Book, topic: Topic) -> dict[str, Any]:
    leaves = [leaf for path in topic.values for leaf in book.leaves(path)]
    return {
        "address": topic.address,
        "kind": topic.kind,
        "name": topic.name,
        "meaning": topic.meaning,
        "computed": topic.computed,
        "details": list(topic.details),
        "items": list(topic.items),
        "values": [
            {"path": ".".join(leaf), "value": _plain(book.value(leaf)), "origin": book.origins[leaf]} for leaf in leaves
        ],
        "source": topic.source,
        "related": list(topic.related),
    }


def _plain(value: Any) -> Any:
    """Turn a value of a playbook into what JSON has."""
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return value if isinstance(value, bool | int | str) else float(value)
