"""What two people changed in one file, fact by fact: what only they changed, and where both changed the same.

In: the plain data of the common ancestor, of ours and of theirs. Out: edits that bring their changes into our data,
and clashes. A fact is what stands under one path: a value, one day of a history with its reason, a sum with its
currency. An entry `{is, why, source}` is one fact, for a reason belongs to the value that it was written for. Lists of
dated things (activities, reviews, changes) grow on both sides and are united in the order of their days. To take out
what the other edited is a clash. Idea: three-way merging of trees by key, as in RCS and git, with keys for lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from winsell.store.edit.meaning import MISSING, day_of, is_history
from winsell.store.edit.patch import Append, Drop, Edit, Patch, Path, Put
from winsell.store.edit.splice import in_order

_NAMING = ("what", "name", "claim")
"""Keys that say what a thing is: two new things of one id that differ in them are two things."""
_NO_HISTORY = ("checkpoints",)
"""Days are keys there too, but a month means its last day."""


@dataclass(frozen=True, slots=True)
class Clash:
    """A fact that both changed, each in their own way."""

    path: Path
    """Where it stands in our data once the edits are made; where it would stand if we took it out."""
    edits: Patch
    """What would put their side of it in the place of ours."""


@dataclass(frozen=True, slots=True)
class Merged:
    """What there is to do with our data."""

    edits: Patch
    """What only they changed."""
    clashes: tuple[Clash, ...]


def three_way(base: Any, ours: Any, theirs: Any, atoms: frozenset[Path] = frozenset()) -> Merged:
    """Compare three mappings; the places in `atoms` are one fact each, whatever stands in them."""
    comparison = _Comparison(atoms)
    comparison.value((), base, ours, theirs)
    return Merged(tuple(comparison.edits), tuple(comparison.clashes))


def full(data: Any) -> Any:
    """Leave out keys without a value and those of empty mappings and lists: what is left when all in them went."""
    if isinstance(data, dict):
        cleaned = {key: full(one) for key, one in data.items()}
        return {key: one for key, one in cleaned.items() if one is not None and one not in ({}, [])}
    return [full(one) for one in data] if isinstance(data, list) else data


def frozen(value: Any) -> Any:
    """Return a value that can be compared and counted, in which the order of keys means nothing and types do."""
    if isinstance(value, dict):
        return frozenset((key, frozen(one)) for key, one in value.items())
    if isinstance(value, list):
        return tuple(frozen(one) for one in value)
    return (type(value), value)


def alike(one: Any, other: Any) -> bool:
    """Tell whether two values say the same."""
    return bool(frozen(one) == frozen(other))


def in_sequence(edits: Patch) -> Patch:
    """Put edits of several places in an order in which none changes the number of an item that a later one names."""

    def rank(edit: Edit) -> tuple[int, tuple[int, ...]]:
        numbers = tuple(-part for part in edit.path if isinstance(part, int))
        return (2 if isinstance(edit, Append) else int(isinstance(edit, Drop)), numbers)

    return tuple(sorted(edits, key=rank))


@dataclass(slots=True)
class _Comparison:
    atoms: frozenset[Path]
    edits: list[Edit] = field(default_factory=list)
    clashes: list[Clash] = field(default_factory=list)

    def value(self, path: Path, base: Any, ours: Any, theirs: Any) -> None:
        """Compare what stands at one place."""
        if alike(ours, theirs) or alike(base, theirs):
            return
        if _can_recurse(ours, theirs) and (alike(base, ours) or self._is_divisible(path, base, ours, theirs)):
            self._keys(path, base if isinstance(base, dict) else {}, ours, theirs)
        elif alike(base, ours) and not (_is_dated_list(ours) and ours and _is_dated_list(theirs) and theirs):
            self.edits += _set(path, theirs)
        elif path not in self.atoms and all(one is MISSING or _is_dated_list(one) for one in (base, ours, theirs)):
            self._items(path, *(one if isinstance(one, list) else [] for one in (base, ours, theirs)))
        else:
            self.clashes.append(Clash(path, _turned(path, ours, theirs)))

    def _is_divisible(self, path: Path, base: Any, ours: Any, theirs: Any) -> bool:
        if path in self.atoms or "currency" in ours or "currency" in theirs:
            return False
        if "is" in ours or "is" in theirs:
            return alike(ours.get("is", MISSING), theirs.get("is", MISSING))
        is_new = bool(path) and not isinstance(base, dict)
        return not (is_new and any(not alike(ours.get(key), theirs.get(key)) for key in _NAMING))

    def _keys(self, path: Path, base: Any, ours: Any, theirs: Any) -> None:
        if is_history(ours) and path != _NO_HISTORY:
            base, theirs = _spelt_as(ours, base, theirs), _spelt_as(ours, theirs, base)
        for key in dict.fromkeys((*theirs, *ours)):  # what goes goes last: no mapping is emptied on the way
            self.value((*path, key), base.get(key, MISSING), ours.get(key, MISSING), theirs.get(key, MISSING))

    def _items(self, path: Path, base: list[Any], ours: list[Any], theirs: list[Any]) -> None:
        items = _Items(path, base, ours, theirs)
        inner = _Comparison(self.atoms)
        for at, before, mine, yours in items.kept():
            inner.value((*path, at), before, mine, yours)
        self.edits += inner.edits
        self.edits += items.changes()
        self.clashes += items.clashes()
        self.clashes += [_renumbered(clash, len(path), items.numbers()) for clash in inner.clashes]


def _set(path: Path, value: Any) -> Patch:
    return (Drop(path),) if value is MISSING else (Put(path, value),)


def _turned(path: Path, ours: Any, theirs: Any) -> Patch:
    """Return the edits that make theirs of ours."""
    comparison = _Comparison(frozenset())
    comparison.value(path, ours, ours, theirs)
    return in_sequence(tuple(comparison.edits))


def _can_recurse(ours: Any, theirs: Any) -> bool:
    return isinstance(ours, dict) and isinstance(theirs, dict) and is_history(ours) == is_history(theirs)


def _is_dated_list(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, dict) and _day(one) is not None for one in value)


def _day(item: Mapping[str, Any]) -> Any:
    on = item.get("on")
    return day_of(on) if isinstance(on, str) else None


def _spelt_as(history: Mapping[str, Any], other: Mapping[str, Any], third: Mapping[str, Any]) -> dict[str, Any]:
    """Write the days of another history as they stand in this one: `2021-08` and `2021-08-01` are one day."""
    spelt = {day_of(key): key for key in history if key not in other and key not in third}
    return {spelt.get(day_of(key), key) if key not in history else key: value for key, value in other.items()}


def _renumbered(clash: Clash, depth: int, numbers: Mapping[int, int]) -> Clash:
    def path(old: Path) -> Path:
        number = old[depth]
        return (*old[:depth], numbers.get(number, number) if isinstance(number, int) else number, *old[depth + 1 :])

    def edit(old: Edit) -> Edit:
        if isinstance(old, Put):
            return Put(path(old.path), old.value)
        return Append(path(old.path), old.value, old.at) if isinstance(old, Append) else Drop(path(old.path))

    return Clash(path(clash.path), tuple(edit(one) for one in clash.edits))


class _Items:
    """The items of a list of dated things, in which those of the ancestor were found again on both sides."""

    def __init__(self, path: Path, base: list[Any], ours: list[Any], theirs: list[Any]) -> None:
        self.path, self.base, self.ours, self.theirs = path, base, ours, theirs
        self.mine, added = _found(base, ours)
        self.yours, others = _found(base, theirs)
        known = [frozen(ours[at]) for at in added]
        self.new = [theirs[at] for at in others if not _taken(known, frozen(theirs[at]))]
        self.dropped = [
            mine
            for before, mine, yours in zip(base, self.mine, self.yours, strict=True)
            if mine is not None and yours is None and alike(ours[mine], before)
        ]
        self.order: list[tuple[int | None, Any]] = [(at, one) for at, one in enumerate(ours) if at not in self.dropped]
        self.places = [self._placed(one) for one in self.new]

    def _placed(self, item: Any) -> int:
        """Find the place of a new item by its day; at the end of a list that is in no order."""
        at = _place([one for _, one in self.order], item)
        self.order.insert(at, (None, item))
        return at

    def kept(self) -> Iterator[tuple[int, Any, Any, Any]]:
        """Go through the items that both still have, with our number."""
        for before, mine, yours in zip(self.base, self.mine, self.yours, strict=True):
            if mine is not None and yours is not None:
                yield mine, before, self.ours[mine], self.theirs[yours]

    def changes(self) -> Iterator[Edit]:
        """What only they took out and added."""
        yield from (Drop((*self.path, at)) for at in sorted(self.dropped, reverse=True))
        yield from (Append(self.path, item, at) for item, at in zip(self.new, self.places, strict=True))

    def clashes(self) -> Iterator[Clash]:
        """Where one took out what the other edited."""
        for before, mine, yours in zip(self.base, self.mine, self.yours, strict=True):
            if yours is None and mine is not None and mine not in self.dropped:
                path = (*self.path, self.numbers()[mine])
                yield Clash(path, (Drop(path),))
            if mine is None and yours is not None and not alike(self.theirs[yours], before):
                at = _place([one for _, one in self.order], self.theirs[yours])
                yield Clash((*self.path, at), (Append(self.path, self.theirs[yours], at),))

    def numbers(self) -> dict[int, int]:
        """Return where each item of ours is once the changes are made."""
        return {old: at for at, (old, _) in enumerate(self.order) if old is not None}


def _place(items: list[Any], item: Any) -> int:
    days = [_day(one) for one in items]
    is_sorted = days == sorted(days) or days == sorted(days, reverse=True)
    return in_order(days, _day(item)) if is_sorted else len(items)


def _taken(known: list[Any], item: Any) -> bool:
    """Take an item out of those that are known; tell whether it was there."""
    if item not in known:
        return False
    known.remove(item)
    return True


def _found(base: list[Any], side: list[Any]) -> tuple[list[int | None], list[int]]:
    """Find the items of the ancestor on a side: as they were, else the next one of the same day; and what is new."""
    left = dict(enumerate(side))
    found: list[int | None] = [None] * len(base)
    for key in (frozen, lambda item: item["on"]):
        waiting: dict[Any, list[int]] = {}
        for at, one in left.items():
            waiting.setdefault(key(one), []).append(at)
        for number, one in enumerate(base):
            if found[number] is None and waiting.get(key(one)):
                found[number] = waiting[key(one)].pop(0)
                del left[found[number] or 0]
    return found, sorted(left)
