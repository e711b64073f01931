"""Changes put into lines: each change is told by exactly one line, and what belongs together stands in one.

In: two states and the changes between them. Out: `Told`s, the weightiest first. A person who comes or goes is one line
with all that is said of him; four or more actions planned, or reasons found, at once are one line that counts them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Literal

from winsell.analysis.aged import AGED
from winsell.analysis.differences import Change
from winsell.analysis.events import event_states
from winsell.analysis.state import THERE, last_told
from winsell.base.block import Line, Tone
from winsell.base.fact import Fact, Say, Term
from winsell.base.finding import Where
from winsell.deal.timeline import Entry
from winsell.reports.difference.pair import Pair
from winsell.reports.difference.things import happening, named, thing
from winsell.reports.difference.values import evidence, key_of, shown, subject

Topic = Literal["heed", "people", "rivals", "customer", "deal", "work"]
MANY = 4
"""So many things of one kind that come at once are told together."""
_TOPICS: dict[str, Topic] = {
    **dict.fromkeys(("people", "chairs", "sources"), "people"),
    "competitors": "rivals",
    **dict.fromkeys(
        (
            *("events", "changes", "behaviour", "criteria", "terms", "signs", "ranking", "shortlist", "sole_source"),
            *("decision", "bids_due", "past_projects", "procurement", "method", "award_rule"),
        ),
        "customer",
    ),
    **dict.fromkeys(("actions", "activities", "checkpoints", "reviews", "quotes"), "work"),
}
_TONES: dict[str, Tone] = {
    "veto": "red",
    "event-fell": "red",
    "sign-of-losing": "red",
    "new-face": "yellow",
    "silence": "yellow",
    "overdue": "yellow",
}
_LISTS = ("activities", "changes", "checkpoints", "reviews", "quotes")


@dataclass(frozen=True, slots=True)
class Told:
    """A line and the changes that it tells."""

    topic: Topic
    line: Line
    changes: tuple[Change, ...]

    @property
    def rank(self) -> int:
        """How weighty it is, 0 the weightiest."""
        return min(one.rank for one in self.changes)


def tell(pair: Pair, changes: Sequence[Change]) -> tuple[Told, ...]:
    """Put changes into lines."""
    things = list(_of_things(pair, changes))
    claimed = {change.where for one in things for change in one.changes}
    told = [*things, *_of_values(pair, [one for one in changes if one.where not in claimed])]
    order = {change.where: at for at, change in enumerate(changes)}
    first = sorted(told, key=lambda one: (one.rank, min(order[change.where] for change in one.changes)))
    return tuple(first)


def _told(changes: Sequence[Change], say: Fact, notes: tuple[Fact, ...] = ()) -> Told:
    heaviest = min(changes, key=lambda one: one.rank)
    tone = _TONES.get(heaviest.weight, "plain")
    if heaviest.where == ("events", AGED) and heaviest.after is not None:
        tone = "yellow"  # it still stands, and only has to be confirmed again
    topic = "heed" if heaviest.heeded else _TOPICS.get(heaviest.where[0], "deal")
    return Told(topic, Line(say, tone, notes), tuple(changes))


def _root(where: Where) -> Where:
    """Return the thing that a place belongs to; a competitor's moves are things of their own."""
    if where[0] == "competitors" and where[2:3] == ("moves",):
        return where[:4]
    return where[:2]


def _of_things(pair: Pair, changes: Sequence[Change]) -> Iterator[Told]:
    """Tell of what came, went or happened, with all that was said of it; the many of a kind together."""
    by_root: dict[Where, list[Change]] = {}
    for one in changes:
        by_root.setdefault(_root(one.where), []).append(one)
    whole = [(root, found) for root, found in by_root.items() if _comes_or_goes(root, found)]
    for kind, some in groupby(sorted(whole, key=_kind), key=_kind):
        yield from _of_a_kind(pair, kind, list(some))


def _comes_or_goes(root: Where, found: Sequence[Change]) -> bool:
    """Tell whether the thing itself is new, gone, or, of an action, in another state."""
    own = next((one for one in found if one.where == root), None)
    if own is None or root[-1] == AGED:
        return False
    there = own.after is THERE or own.before is THERE
    return there or root[0] in (*_LISTS, "actions", "conditions") or (root[0] == "competitors" and len(root) > 2)  # noqa: PLR2004 - a move


def _kind(one: tuple[Where, list[Change]]) -> tuple[str, str, str]:
    root, found = one
    own = next(change for change in found if change.where == root)
    return root[0], _state(own.before), _state(own.after)


def _state(entry: Entry[Any] | None) -> str:
    return "" if entry is None else str(entry.value) if isinstance(entry.value, str) else "there"


def _of_a_kind(pair: Pair, kind: tuple[str, str, str], some: list[tuple[Where, list[Change]]]) -> Iterator[Told]:
    section, before, after = kind
    new = not before and after in ("open", "there")
    if len(some) >= MANY and new and section in ("actions", "value", "criteria"):
        all_of_them = [change for _, found in some for change in found]
        notes = tuple(named(pair, root) for root, _ in some)
        yield _told(all_of_them, Say(f"diff.many-{section}", {"count": len(some)}), notes)
        return
    for root, found in some:
        own = next(change for change in found if change.where == root)
        yield _one_thing(pair, own, found)


def _one_thing(pair: Pair, own: Change, found: list[Change]) -> Told:
    if own.where[0] not in _LISTS and own.where[2:3] != ("moves",):
        return _told(found, *thing(pair, own, found))
    return _told(found, happening(pair, own))


# Values that are others now.


def _of_values(pair: Pair, changes: Sequence[Change]) -> Iterator[Told]:
    """Tell of values that are others now; what time did to a value that is new anyway goes with it."""
    places = {one.where: one for one in changes}
    for one in changes:
        if one.where[-1] == AGED and _value_place(one.where) in places:
            continue
        if one.where[0] == "people" and one.where[2:] == ("contact",) and (*one.where[:2], "attitude") in places:
            continue
        others = [places.get(place) for place in ((*one.where, AGED), (*one.where[:2], "contact"))]
        closer = others[1] if one.where[2:] == ("attitude",) else None
        found = [one, *(other for other in (others[0], closer) if other is not None)]
        yield _told(found, _value(pair, one), () if closer is None else (_closeness(pair, closer),))


def _closeness(pair: Pair, one: Change) -> Say:
    """Say how well we know a person, below where he stands."""
    before, after = (shown(pair, one.where, entry) for entry in (one.before, one.after))
    return Say("diff.closeness", {"before": before if one.before is not None else None, "after": after})


def _value_place(where: Where) -> Where:
    return where[:-1]


def _value(pair: Pair, one: Change) -> Say:
    if one.where[-1] == AGED:
        return _aged(pair, one)
    before, after = shown(pair, one.where, one.before), shown(pair, one.where, one.after)
    entry = one.after or Entry()
    always = key_of(one.where) == ("people", "attitude")
    facts: dict[str, Fact] = {
        "what": subject(pair, one.where),
        "before": before,
        "after": after,
        "why": entry.why,
        "evidence": _with_author(one, evidence(pair, entry, always=always)),
        "at": _seen_at(pair, one),
    }
    if one.after is None:
        return Say("diff.gone", facts)
    return Say(f"diff.{_case(one, always=always)}", facts)


def _case(one: Change, *, always: bool) -> str:
    if one.before is None or one.before.value is None:
        return "first" if one.before is None and not always else "was-unknown"
    assert one.after is not None  # noqa: S101 - what is gone was told before
    return "still" if one.before.value == one.after.value else "now"


def _with_author(one: Change, told: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Say who of us approved it: there the author is the evidence."""
    author = one.after.by if one.after is not None and one.where == ("approved",) else None
    return (*told, author) if author else told


def _seen_at(pair: Pair, one: Change) -> Fact:
    at = one.after.extra.get("at") if one.after is not None else None
    return pair.rival(at) if at is not None and at != "us" else None


def _aged(pair: Pair, one: Change) -> Say:
    """Say what time did, or that it is so no more."""
    place = one.where[:-1]
    code = str((one.after or one.before or Entry()).value)
    named: dict[str, Callable[[], Fact]] = {
        "people": lambda: pair.person(place[1]),
        "sources": lambda: pair.person(place[1]),
        "chairs": lambda: pair.after.chair(place[1]),
        "signs": lambda: subject(pair, place),
        "events": lambda: subject(pair, (*place, "status")) if len(place) > 1 else None,
    }
    facts: dict[str, Fact] = {
        "what": named[place[0]]() if place[0] in named else None,
        "on": (one.after or one.before or Entry()).on,
        "doubt": Term("doubt", code) if place[0] == "people" else None,
    }
    gone = "" if one.after is not None else "-no-more"
    if gone and place == ("activities",) and pair.after.bidding_is_on:
        return Say("diff.aged-activities-bidding")
    if gone and place == ("activities",) and _was_taken_out(pair, one.before):
        return Say("diff.aged-activities-untold", {"on": facts["on"]})
    if gone and place == ("events",) and any(state.stands and state.strong for state in event_states(pair.after)):
        return Say("diff.aged-proof-again")
    kind = place[0] if len(place) > 1 or place[0] == "activities" else "proof"
    return Say(f"diff.aged-{kind}{'-' + code if kind in ('signs', 'people') else ''}{gone}", facts)


def _was_taken_out(pair: Pair, silent: Entry[Any] | None) -> bool:
    """Tell whether a silence has no beginning any more, since the word that it began with is in the file no longer."""
    if silent is None or silent.on is None or pair.after.on < pair.before.on:
        return False
    last = last_told(pair.after)
    return pair.after.outcome is None and (last is None or last < silent.on)


def by_topic(told: Sequence[Told]) -> dict[Topic, tuple[Told, ...]]:
    """Sort lines by what they are about: the alarms first, then the topic with the weightiest line."""
    topics: dict[Topic, list[Told]] = {"heed": []}
    for one in told:
        topics.setdefault(one.topic, []).append(one)
    return {topic: tuple(lines) for topic, lines in topics.items() if lines}
