"""Questions whose answer is one word or one number of a history: matches, levels, signs, what we know of money."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from winsell.analysis.moment import Moment
from winsell.base.fact import Say, Term
from winsell.base.question import UNKNOWN, Answer, Choice, Interview, Part, Question, Told
from winsell.deal.deal import Deal
from winsell.deal.fields import field_at
from winsell.deal.timeline import Entry
from winsell.reports.interview.choices import STILL_UNKNOWN, judged, of_anchors, of_words, said, who_told_us

_KNOWN = ("partial", "known")
_GROUPS = {"matches": "match", "signs": "sign", "criteria": "standing", "terms": "standing"}
"""The group of words that answers in a section of the file."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked about one place of the file, and why."""

    moment: Moment
    path: tuple[str, ...]
    ask: Say
    help: tuple[Say, ...]
    heads: bool = True
    """Begins a new matter."""


def level(asked: Asked) -> Interview:
    """Ask for a word or a number; then what shows it, and who told us."""
    path = asked.path
    numbers = path[-1] in ("fit", "relation", "price")
    choices = _anchors(asked) if numbers else _words(path)
    takes = "number" if numbers else "choice"
    answer = yield Question(".".join(path), asked.ask, (*choices, STILL_UNKNOWN), takes, asked.help, heads=True)  # type: ignore[arg-type]
    if answer is None:
        return
    if answer == UNKNOWN:
        yield (Told(path, UNKNOWN),)
        return
    value = int(str(answer)) if numbers else answer
    yield ((yield from judged(asked.moment, path, value, insist=numbers and _is_extreme(asked, int(str(answer))))),)


def _words(path: tuple[str, ...]) -> tuple[Choice, ...]:
    return of_words(_GROUPS[path[0]], field_at(Deal, path).words)


def _anchors(asked: Asked) -> tuple[Choice, ...]:
    return of_anchors(asked.path[-1], asked.moment.playbook.probability.anchors)


def _is_extreme(asked: Asked, value: int) -> bool:
    """Tell whether a level counts as a lesser one until it has a reason."""
    rules = asked.moment.playbook.probability
    return value > rules.unevidenced_high if asked.path[0] == "us" else value < rules.unevidenced_low


def knowledge(asked: Asked) -> Interview:
    """Ask what we know of money or criteria, in words first: how much of it that is shows in the answer."""
    id_ = ".".join(asked.path)
    lost = Choice("x", "not-recoverable", Term("knowledge", "not-recoverable"), Say("level.knowledge.not-recoverable"))
    answer = yield Question(id_, asked.ask, (STILL_UNKNOWN, lost), "text", asked.help, heads=True)
    if answer is None:
        return
    if answer in (UNKNOWN, lost.value):
        yield (Told(asked.path, answer),)
        return
    source = yield from who_told_us(asked.moment, id_)
    yield ((yield from how_much_of_it(asked.moment, asked.path, str(answer), source)),)


def how_much_of_it(moment: Moment, path: tuple[str, ...], text: str, source: Answer) -> Part:
    """Ask whether what we know is all that we need; a part of it is the careful answer, unless all was known before.

    What was known before stands before it, with its source if that is another: the newest entry is what a page shows.
    """
    before = getattr(moment.deal.behaviour, path[1]).at(moment.on)
    usual = before.value if before.value in _KNOWN else "partial"
    if before.value in _KNOWN:
        text, source = joined(before, text, source, moment.on), source or before.source
    skip = Say("ask.skips-part" if usual == "partial" else "ask.skips-all-as-before")
    known = yield Question(f"{'.'.join(path)}.known", Say("ask.all-of-it"), of_words("knowledge", _KNOWN), skip=skip)
    return Told(path, known or usual, said(why=text, source=source))


def joined(before: Entry[Any], text: str, source: Answer, on: date) -> str:
    """Put a fact behind what was said before, so that none of the two is lost; the same day has one entry only."""
    if not before.why:
        return text
    if text in before.why:
        return before.why
    is_other = before.on == on and source is not None and before.source not in (None, source)
    teller = f" ({before.source})" if is_other else ""
    return f"{before.why}{teller}; {text}"
