"""What a commit of deals says: the deal and what moved on the first line, then the changes as sentences.

In: each file as it was in the last commit and as it is. Out: the message. What has moved comes from `told` alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from winsell.base.fact import Fact, Say
from winsell.views.plain import show
from winsell.views.wrap import cells
from winsell.words.speak import Speaker

WIDTH = 72
"""Cells of the first line; more is cut off where histories are listed."""


@dataclass(frozen=True, slots=True)
class Told:
    """What moved in one file."""

    name: str
    """What the file is called in itself."""
    is_new: bool
    short: tuple[Fact, ...] = ()
    """Each change in two words."""
    sentences: tuple[Fact, ...] = ()


def told(path: str, before: bytes | None, after: bytes) -> Told:
    """Tell what moved in a file since the last commit."""
    from winsell.reports.fact_moved import in_short, sentence
    from winsell.store.facts import moved, title_of

    found = moved(before, after)
    name = title_of(after) or Path(path).stem
    return Told(name, before is None, tuple(map(in_short, found)), tuple(map(sentence, found)))


def message(changes: Sequence[Told], speaker: Speaker) -> str:
    """Write the whole message."""
    if len(changes) == 1:
        return _joined(subject(changes[0], speaker), _body(changes[0], speaker))
    names = tuple(one.name for one in changes)
    first = _fitting("commit.several", {"count": len(changes)}, names, speaker)
    body = [line for one in changes for line in ("", f"{show(one.name)}:", *_body(one, speaker))]
    return _joined(first, body[1:])


def subject(change: Told, speaker: Speaker) -> str:
    """Write the first line: the deal, and as much of what moved as there is room for."""
    facts: dict[str, Fact] = {"deal": change.name}
    if change.is_new:
        return _cut("commit.new", facts, speaker)
    if not change.short:
        return _cut("commit.looks", facts, speaker)
    return _fitting("commit.subject", facts, change.short, speaker)


def _fitting(code: str, facts: dict[str, Fact], things: Sequence[Fact], speaker: Speaker) -> str:
    """Name as many things as fit, and count the others; count them all where not even one fits."""
    for count in range(min(len(things), WIDTH), 0, -1):
        more = len(things) - count
        line = show(speaker.say(Say(code, {**facts, "things": tuple(things[:count]), "more": more or None})))
        if cells(line) <= WIDTH:
            return line
    return _cut("commit.counted", {**facts, "count": len(things)}, speaker)


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
    return [f"- {show(speaker.say(one))}" for one in change.sentences]


def _joined(first: str, body: Sequence[str]) -> str:
    return "\n".join((first, *(("", *body) if body else ()), ""))
