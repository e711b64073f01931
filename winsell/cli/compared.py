"""Which two states of a deal are to be compared: days, revisions of git, the last review.

In: what was typed. Out: the two states, or `WinsellError`: exit code 2 for what is no day, 4 for a revision that does
not exist or cannot be read, 3 for one in which the file was not valid. A day is looked at in the file as it is now; a
revision in the file as it was written then, on the day of its commit unless another is asked for. A deal that had ended
in it is looked at on the day of its end, as it is without a revision; and no text was written later than today.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from pydantic_core import PydanticCustomError

from winsell.base.exit_codes import INVALID, NOT_THERE
from winsell.base.fact import Fact, Say
from winsell.base.problem import FactValue, Problem, WinsellError
from winsell.base.scalar import parse_day
from winsell.base.typed_day import written_day
from winsell.cli.changing import refused
from winsell.cli.examine import Examined, default_day
from winsell.cli.today import today

if TYPE_CHECKING:
    from winsell.deal.deal import Deal
    from winsell.deal.dossier import Dossier
    from winsell.reports.difference.report import Compared, State
    from winsell.store.git import Commit, Repository

LAST_REVIEW = "last-review"
_DAY = re.compile(r"\d{4}-\d\d(-\d\d)?", re.ASCII)
_SHORT = 8
"""Digits of a hash that are shown."""


@dataclass(frozen=True, slots=True)
class _Text:
    """A text of the deal's file: the one on the disk, or that of a commit."""

    dossier: Dossier
    revision: str | None = None
    commit: Commit | None = None


def compared(examined: Examined, first: str | None, second: str | None, as_of: date | None) -> Compared:
    """Compare two states of a deal; each may be left out."""
    from winsell.analysis.attribution import attribute
    from winsell.analysis.differences import differences
    from winsell.analysis.last_look import last_look
    from winsell.reports.difference.report import Compared

    after = _state(examined, second, as_of, as_of or examined.on)
    own = after.found.moment
    before = _state(examined, first or last_look(own.deal, own.on).isoformat(), as_of, own.on)
    pair = before.found.moment, own
    return Compared(before, after, differences(*pair), attribute(*pair))


def _state(examined: Examined, typed: str | None, as_of: date | None, until: date) -> State:
    """Return a state; `until` is the day of the other one, before which the last review is looked for."""
    from winsell.analysis.screened import screened
    from winsell.reports.difference.report import State

    now = _Text(examined.case.dossier)
    text, on = (now, until) if typed is None else _meant(examined, now, typed, as_of, until)
    found, commit = screened(text.dossier, examined.playbook, on), text.commit
    state = State(found, label_of(text.dossier.deal, on), text.revision)
    return state if commit is None else replace(
        state, hash=commit.hash[:_SHORT], author=commit.author, written=commit.on
    )  # fmt: skip


def _meant(examined: Examined, now: _Text, typed: str, as_of: date | None, until: date) -> tuple[_Text, date]:
    from winsell.analysis.last_look import last_review

    if _DAY.fullmatch(day := written_day(typed, today())):
        return now, _day(day)
    if typed == LAST_REVIEW:
        review = last_review(now.dossier.deal, until)
        if review is None:
            raise refused("no-review", day=until.isoformat())
        return now, review.on
    text = _written(examined.case.path, typed)
    return text, as_of or (min(text.commit.on, default_day(text.dossier.deal)) if text.commit is not None else until)


def _day(typed: str) -> date:
    try:
        return parse_day(typed, month_end=True)
    except PydanticCustomError:
        raise refused("bad-on", value=typed) from None


def label_of(deal: Deal, on: date) -> Fact:
    """Name the round or the review that a day ends."""
    if on in deal.checkpoints:
        return deal.checkpoints[on]
    return Say("trend.review") if any(one.on == on for one in deal.reviews) else None


# What was written in a commit.


def _written(path: str, revision: str) -> _Text:
    """Read a deal as it was written in a revision."""
    from winsell.store.git import NoHistoryError, repository_of

    try:
        repository = repository_of(path)
        commit = repository.commit(revision)
        if commit is None:
            code = "written-no-revision-shallow" if repository.shallow else "written-no-revision"
            raise _not_there(code, path, revision=revision)
        return _Text(_dossier(repository, commit, path, revision), revision, commit)
    except NoHistoryError as error:
        raise _not_there(f"written-{error.code}", path, revision=revision, **error.facts) from None


def _dossier(repository: Repository, commit: Commit, path: str, revision: str) -> Dossier:
    from winsell.store.at_revision import files_in
    from winsell.store.history import path_in
    from winsell.store.load import load_case

    then = path_in(repository, commit, path)
    if then is None:
        raise _not_there("written-not-in-revision", path, revision=revision)
    try:
        return load_case(then, files_in(repository, commit)).dossier
    except WinsellError as error:
        told = Problem("written-not-valid", facts={"revision": revision, "count": len(error.problems)}, path=path)
        problems = (replace(one, path=f"{revision}:{path}") for one in error.problems)
        raise WinsellError((told, *problems), INVALID) from None


def _not_there(code: str, path: str, **facts: FactValue) -> WinsellError:
    return WinsellError((Problem(code, facts=facts, path=path),), NOT_THERE)
