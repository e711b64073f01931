"""`winsell review DEAL --record`: what a review decided is written into the deal, as one change that can be undone.

In: the page that was looked at, and what was typed behind the command or is asked for now. Out: one entry more in
`reviews`, one action for each promise; nothing that stands there is changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, get_args

from winsell.ask.promise import Promised, promised
from winsell.ask.understood import NotUnderstoodError
from winsell.base.listed import listed
from winsell.base.problem import Problem, WinsellError
from winsell.base.scalar import ReviewVerdict
from winsell.cli.changing import refused, tell_change

if TYPE_CHECKING:
    from winsell.base.fact import Say
    from winsell.cli.tell import Face
    from winsell.reports.interview.review import Told
    from winsell.reports.review.page import Page
    from winsell.store.edit.patch import Edit, Patch
    from winsell.store.load import Case


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed behind the command."""

    verdict: str | None = None
    note: str | None = None
    promises: tuple[str, ...] = ()
    stated: tuple[str, ...] = ()
    by: str | None = None
    people: str | None = None

    @property
    def says_something(self) -> bool:
        """Tell whether it says what is to be recorded, so that nothing needs to be asked."""
        return bool(self.verdict or self.note or self.promises or self.stated)


def record(page: Page, typed: Typed, face: Face) -> int:
    """Write down what was decided."""
    from winsell.store.change import change_deal

    on, owner = page.assessment.moment.on, page.assessment.moment.deal.owner
    told = _typed(typed, owner, on) if typed.says_something else _asked(page, face)
    stated = _stated(typed.stated, owner)
    if told.stated is not None:
        stated[owner or "seller"] = told.stated
    if not (told.verdict or told.note or told.promises or stated):
        raise refused("record-nothing")
    entry = _entry(page, typed, told, stated)

    def choose(case: Case) -> tuple[Patch, ...]:
        return (_edits(case, entry, told.promises, on),)

    changed = change_deal(page.subject.path, choose, "review")
    return tell_change(changed, face.lang, ascii_=face.ascii)


def _entry(page: Page, typed: Typed, told: Told, stated: dict[str, float]) -> dict[str, Any]:
    """Put the entry together in the order of its keys; what nobody said is left out."""
    from winsell.analysis.asked import place_of
    from winsell.reports.review.page import to_ask

    moment, last = page.assessment.moment, page.last
    people = listed(typed.people or moment.deal.owner or "")
    asked = [place_of(one) for one in (*(one.gap for one in page.unanswered), *to_ask(page))]
    said: dict[str, Any] = {
        "on": moment.on.isoformat(),
        "by": typed.by or (last.by if last is not None else None),
        "with": people,
        "note": told.note,
        "verdict": told.verdict,
        "asked": asked if moment.outcome is None else [],
        "stated": {name: _number(level) for name, level in stated.items()},
        "method": _method(page) if stated else None,
    }
    return {key: value for key, value in said.items() if value}


def _method(page: Page) -> dict[str, Any]:
    """Keep what the method gives today, and by which numbers."""
    from winsell.reports.heading import FORMULA

    found, playbook = page.assessment.probability, page.assessment.moment.playbook
    kept = {
        "value": None if found.value is None else _number(100 * found.value),
        "status": found.status,
        "basis": found.basis,
        "playbook": playbook.id,
        "version": playbook.version,
        "formula": FORMULA,
    }
    return {key: value for key, value in kept.items() if value is not None}


def _number(value: float) -> int | Decimal:
    """Write a number with at most one decimal."""
    rounded = Decimal(str(round(value, 1)))
    return int(rounded) if rounded == int(rounded) else rounded


def _edits(case: Case, entry: dict[str, Any], promises: Sequence[Promised], on: date) -> tuple[Edit, ...]:
    from winsell.deal.free_id import free_id
    from winsell.store.edit.patch import Append, Put

    taken = set(case.dossier.deal.actions)
    edits: list[Edit] = []
    for one in promises:
        id_ = free_id(one.what, taken, "promise")
        taken.add(id_)
        edits.append(Put(("actions", id_), _action(one, on)))
    return (*edits, Append(("reviews",), entry))


def _action(one: Promised, on: date) -> dict[str, Any]:
    said = {
        "what": one.what,
        "owner": one.owner,
        "customer": True if one.customer else None,
        "added": on.isoformat(),
        "due": one.due.isoformat(),
    }
    return {key: value for key, value in said.items() if value is not None}


# What was typed behind the command.


def _typed(typed: Typed, owner: str | None, on: date) -> Told:
    from winsell.reports.interview.review import MOST_PROMISES, Told

    verdicts = get_args(ReviewVerdict)
    if typed.verdict is not None and typed.verdict not in verdicts:
        raise refused("no-such-verdict", value=typed.verdict, known=verdicts)
    if len(typed.promises) > MOST_PROMISES:
        raise refused("too-many-promises", most=MOST_PROMISES, count=len(typed.promises))
    return Told(typed.verdict, tuple(_promise(one, owner, on) for one in typed.promises), None, typed.note)


def _promise(line: str, owner: str | None, on: date) -> Promised:
    try:
        return promised(line, owner, on)
    except NotUnderstoodError as error:
        facts: dict[str, Any] = {key: str(value) for key, value in error.say.facts.items()}
        raise WinsellError((Problem(error.say.code.replace("promise.", "promise-"), facts=facts),), 2) from None


def _stated(typed: Sequence[str], owner: str | None) -> dict[str, float]:
    """Read `40` as the owner's own number, `lead=25` as somebody else's."""
    found: dict[str, float] = {}
    for text in typed:
        name, between, level = text.rpartition("=")
        number = level.strip().removesuffix("%").strip()
        if not (number.isascii() and number.isdecimal() and int(number) <= 100) or (between and not name.strip()):  # noqa: PLR2004 - percent
            raise refused("bad-stated", value=text)
        found[name.strip() or owner or "seller"] = float(number)
    return found


# What is asked for now.


def _asked(page: Page, face: Face) -> Told:
    from winsell.cli.asker import Asker, need_terminal
    from winsell.cli.language import language
    from winsell.reports.interview.review import QUESTIONS, closing

    need_terminal("review --record --verdict")
    moment = page.assessment.moment
    spoken = language(face.lang, moment.playbook.language)
    asker = Asker(spoken, face, moment.on, QUESTIONS, lambda _: None)
    owner = moment.deal.owner

    def wrong(line: str) -> Say | None:
        try:
            promised(line, owner, moment.on)
        except NotUnderstoodError as error:
            return error.say
        return None

    told: Told = asker.part(closing(owner, lambda line: promised(line, owner, moment.on), wrong))
    return told
