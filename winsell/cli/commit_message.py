"""What a commit of deals says: the deal and what moved on the first line, then the changes as sentences.

In: each file as it was in the last commit and as it is. Out: the message. What moved in a deal is told as `diff` tells
it, both texts looked at on the same day; what makes no difference to that day (an entry of the past, a day still to
come, a remark in a field that is not compared) and what moved in any other file is told fact by fact.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING

from winsell.base.fact import Fact, Say
from winsell.base.problem import WinsellError
from winsell.views.plain import show
from winsell.views.wrap import cells
from winsell.words.speak import Speaker

if TYPE_CHECKING:
    from winsell.analysis.differences import Change
    from winsell.base.block import Line
    from winsell.base.moved import Moved
    from winsell.deal.dossier import Dossier
    from winsell.reports.difference.pair import Pair

WIDTH = 72
"""Cells of the first line; more is cut off where histories are listed."""


@dataclass(frozen=True, slots=True)
class Told:
    """What moved in one file."""

    name: str
    """What the file is called in itself."""
    is_new: bool
    short: tuple[Fact, ...] = ()
    """Each change as shortly as it can be said."""
    sentences: tuple[Fact, ...] = ()
    number: Fact = None
    """What the win probability was and is, if it moved."""


def told(path: str, before: bytes | None, after: bytes) -> Told:
    """Tell what moved in a file since the last commit."""
    from winsell.reports.fact_moved import in_short, sentence
    from winsell.store.facts import moved, title_of

    found, name = moved(before, after), title_of(after) or Path(path).stem
    pair = None if before is None else _pair(path, before, after)
    if pair is None:
        return Told(name, before is None, tuple(map(in_short, found)), tuple(map(sentence, found)))
    changes = _changes(pair)
    left = [one for one in found if not any(_covers(change, one) for change in changes)]
    lines = tuple(_sentences(pair, changes))
    return Told(
        name,
        is_new=False,
        short=(*map(_shortly, lines), *map(in_short, left)),
        sentences=(*lines, *map(sentence, left)),
        number=_number(pair),
    )


def _pair(path: str, before: bytes, after: bytes) -> Pair | None:
    """Look at both texts of a deal today; None if either is no valid deal."""
    from winsell.analysis.moment import Moment
    from winsell.cli.today import today
    from winsell.reports.difference.pair import Pair
    from winsell.store.playbooks import find_playbook, load_playbook

    try:
        dossiers = [_dossier(path, raw) for raw in (before, after)]
        playbook = load_playbook(find_playbook(None, Path(path).parent)).playbook
    except WinsellError:
        return None
    return Pair(*(Moment(one, playbook, today()) for one in dossiers))


def _dossier(path: str, raw: bytes) -> Dossier:
    """Read one text of a deal, with the account and the competitors as they stand beside it now."""
    from winsell.store.load import Files, document_of, load_case, read_document

    return load_case(
        path, Files(lambda asked: document_of(path, raw) if asked == path else read_document(asked))
    ).dossier


def _changes(pair: Pair) -> tuple[Change, ...]:
    from winsell.analysis.differences import differences

    return tuple(one for one in differences(pair.before, pair.after) if not one.by_time)


def _covers(change: Change, one: Moved) -> bool:
    """Tell whether a fact that moved is what a change tells: at its place or within it, and of its day."""
    place = ".".join(map(str, change.where))
    if not (f"{one.place}.".startswith(f"{place}.") or f"{place}.".startswith(f"{one.place}.")):
        return False
    entries = (change.before, change.after)
    return one.day is None or one.day in [entry.on.isoformat() for entry in entries if entry and entry.on]


def _sentences(pair: Pair, changes: Sequence[Change]) -> Iterator[Fact]:
    from winsell.reports.difference.tell import tell

    yield from (_on_one_line(one.line) for one in tell(pair, changes))


def _on_one_line(line: Line) -> Fact:
    return Say("commit.noted", {"what": line.say, "notes": line.notes}) if line.notes else line.say


def _shortly(fact: Fact) -> Fact:
    """Leave out why it is so and who said it; both stand below."""
    if not isinstance(fact, Say):
        return fact
    return Say(fact.code, {**fact.facts, "why": None, "evidence": None})


def _number(pair: Pair) -> Fact:
    """Say how the win probability moved, if it did as it is shown."""
    from winsell.analysis.attribution import attribute
    from winsell.reports.moved import probability_line

    moved = attribute(pair.before, pair.after)
    line = probability_line(moved, pair)
    return _on_one_line(line) if line.tone == "strong" else None


def message(changes: Sequence[Told], speaker: Speaker) -> str:
    """Write the whole message."""
    if len(changes) == 1:
        return _joined(subject(changes[0], speaker), _body(changes[0], speaker))
    first = _fitting("commit.several", {"count": len(changes)}, [one.name for one in changes], tuple, speaker)
    body = [line for one in changes for line in ("", f"{show(one.name)}:", *_body(one, speaker))]
    return _joined(first, body[1:])


def subject(change: Told, speaker: Speaker) -> str:
    """Write the first line: the deal, and as much of what moved as there is room for."""
    facts: dict[str, Fact] = {"deal": change.name}
    if change.is_new:
        return _cut("commit.new", facts, speaker)
    if not change.short:
        return _cut("commit.looks", facts, speaker)
    return _fitting("commit.subject", facts, change.short, _together, speaker)


def _fitting(
    code: str,
    facts: dict[str, Fact],
    things: Sequence[Fact],
    joined: Callable[[Sequence[Fact]], Fact],
    speaker: Speaker,
) -> str:
    """Name as many things as fit, and count the others; count them all where not even one fits."""

    def line(some: Sequence[Fact]) -> str:
        more = len(things) - len(some)
        return show(speaker.say(Say(code, {**facts, "things": joined(some), "more": more or None})))

    short = [one for one in things[:WIDTH] if cells(line([one])) <= WIDTH]
    for count in range(len(short), 0, -1):
        if cells(found := line(short[:count])) <= WIDTH:
            return found
    return _cut("commit.counted", {**facts, "count": len(things)}, speaker)


def _together(things: Sequence[Fact]) -> Fact:
    """Put sentences behind one another; each may have commas of its own."""
    return reduce(lambda first, then: Say("commit.and", {"first": first, "then": then}), things)


def _cut(code: str, facts: dict[str, Fact], speaker: Speaker) -> str:
    """Say it with a name that is short enough."""
    name = show(str(facts.get("deal", "")))
    line = show(speaker.say(Say(code, facts)))
    while name and cells(line) > WIDTH:
        name = name[:-1]
        line = show(speaker.say(Say(code, {**facts, "deal": f"{name.rstrip()}…"})))
    return line


def _body(change: Told, speaker: Speaker) -> list[str]:
    if change.is_new:
        return [show(speaker.say(Say("commit.facts", {"count": len(change.sentences)})))]
    said = change.sentences if change.number is None else (*change.sentences, change.number)
    return [f"- {show(speaker.say(one))}" for one in said]


def _joined(first: str, body: Sequence[str]) -> str:
    return "\n".join((first, *(("", *body) if body else ()), ""))
