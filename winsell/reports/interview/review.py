"""The questions at the end of a review, and those that two people answer apart: each takes one key or one line."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, get_args

from winsell.analysis.moment import Moment
from winsell.analysis.win_probability import WinProbability
from winsell.base.fact import Say, Term
from winsell.base.question import Answer, Choice, Part, Question
from winsell.base.scalar import ReviewVerdict
from winsell.reports.interview.choices import STILL_UNKNOWN, of_anchors

_UNKNOWN = replace(STILL_UNKNOWN, hint=Say("blind.unknown-hint"))
"""Of two scores that are held against each other nothing is kept."""
MOST_PROMISES = 3
QUESTIONS = 4
"""How many are announced: the verdict, the promises, the number, the note."""
RIVALS = 2
"""As many competitors as the method compares us with."""


@dataclass(frozen=True, slots=True)
class Told:
    """What was said at the end of a review."""

    verdict: str | None
    promises: tuple[Any, ...]
    stated: float | None
    note: str | None


def closing(owner: str | None, read: Callable[[str], Any], refused: Callable[[str], Say | None]) -> Part:
    """Ask for the verdict, the promises, the number that the owner states and a note; return a `Told`.

    `read` makes a promise of a line, `refused` says what is wrong with one.
    """
    words = get_args(ReviewVerdict)
    choices = tuple(Choice(word[0], word, Term("review", word)) for word in words)
    verdict = yield Question("verdict", Say("review.ask-verdict"), choices, heads=True)
    promises = yield from _promises(read, refused)
    ask = Say("review.ask-stated", {"owner": owner})
    stated = yield Question("stated", ask, (), "number", (Say("review.help-stated"),), heads=True)
    note = yield Question("note", Say("review.ask-note"), takes="text", heads=True)
    return Told(_text(verdict), promises, None if stated is None else float(str(stated)), _text(note))


def _text(answer: Answer) -> str | None:
    return None if answer is None else str(answer)


def _promises(read: Callable[[str], Any], refused: Callable[[str], Say | None]) -> Part:
    found: list[Any] = []
    ask, heads = Say("review.ask-promise"), True
    while len(found) < MOST_PROMISES:
        line = yield Question(
            "promise", ask, (), "text", (Say("review.help-promise"),), Say("ask.skips-end"), (), heads
        )
        if line is None:
            break
        wrong = refused(str(line))
        if wrong is None:
            found.append(read(str(line)))
        ask, heads = wrong or Say("review.ask-another"), False
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Apart:
    """One thing that both judge by themselves."""

    where: tuple[str, ...]
    ask: Say


def judged_apart(moment: Moment, probability: WinProbability) -> tuple[Apart, ...]:
    """Return what is judged apart: our fit and closeness, and those of the competitors that threaten most."""
    return tuple(_apart(moment, probability))


def _apart(moment: Moment, probability: WinProbability) -> Iterator[Apart]:
    yield Apart(("us", "fit"), Say("blind.us-fit"))
    yield Apart(("us", "relation"), Say("blind.us-relation"))
    seated = [one.id for one, _ in probability.result.rivals if one.id] if probability.result else []
    named = seated or [id_ for id_, one in moment.competitors.items() if one.takes_seat]
    for id_ in named[:RIVALS]:
        facts = {"rival": moment.competitor(id_)}
        yield Apart(("competitors", id_, "fit"), Say("blind.rival-fit", facts))
        yield Apart(("competitors", id_, "relation"), Say("blind.rival-relation", facts))


def scores(moment: Moment, asked: Sequence[Apart], who: Say) -> Part:
    """Ask one person for all scores; return them by place, None for what he does not know."""
    found: dict[tuple[str, ...], str | None] = {}
    anchors = moment.playbook.probability.anchors
    for one in asked:
        choices = (*of_anchors(one.where[-1], anchors), _UNKNOWN)
        ask = Say("blind.ask", {"who": who, "what": one.ask})
        answer = yield Question(".".join(one.where), ask, choices, heads=True)
        found[one.where] = None if answer == STILL_UNKNOWN.value else _text(answer)
    return found
