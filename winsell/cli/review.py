"""`winsell review`."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from winsell.base.exit_codes import DONE, HEED
from winsell.cli.changing import day_on, refused
from winsell.cli.options import (
    Agenda,
    Ascii,
    AsOf,
    Blind,
    DealNames,
    Forecast,
    Format,
    Json,
    Lang,
    Minutes,
    OfGrade,
    OfOwner,
    OfStage,
    PlaybookOption,
    Promises,
    Record,
    ReviewBy,
    ReviewNote,
    SinceLook,
    StatedNumbers,
    Verdict,
)
from winsell.cli.tell import Face, complain, face_of, show, show_in
from winsell.cli.which import which

if TYPE_CHECKING:
    from datetime import date

    from winsell.base.block import Report
    from winsell.cli.open_deals import Opened
    from winsell.cli.ranked import Filters
    from winsell.cli.review_record import Typed


@dataclass(frozen=True, slots=True)
class _From:
    """From where it is looked."""

    as_of: str | None
    playbook: str | None
    since: date | None
    face: Face


def review(
    deals: DealNames = None,
    with_: OfOwner = None,
    grade: OfGrade = None,
    stage: OfStage = None,
    since: SinceLook = None,
    minutes: Minutes = None,
    agenda: Agenda = False,
    forecast: Forecast = None,
    blind: Blind = False,
    record: Record = False,
    verdict: Verdict = None,
    note: ReviewNote = None,
    promise: Promises = None,
    stated: StatedNumbers = None,
    by: ReviewBy = None,
    as_of: AsOf = None,
    playbook: PlaybookOption = None,
    format_: Format = "terminal",
    json: Json = False,
    lang: Lang = None,
    ascii_: Ascii = False,
) -> int:
    """Show which deals to look at first, or the page of one; 1 if a file could not be read."""
    from winsell.cli.ranked import Filters
    from winsell.cli.review_record import Typed

    face = face_of(format_, lang, json=json, ascii_=ascii_)
    view = _From(as_of, playbook, None if since is None else day_on(since), face)
    typed = Typed(verdict, note, tuple(promise or ()), tuple(stated or ()), by, with_)
    if not record and (typed.says_something or by is not None):
        raise refused("review-needs-record", option=_option(typed))
    deal = None if agenda or forecast is not None else _one(deals)
    if record or blind:
        _refuse_many({"--agenda": agenda or None, "--forecast": forecast})
    if deal is not None:
        owner = None if record else with_
        _refuse_many({"--with": owner, "--grade": grade, "--stage": stage, "--minutes": minutes})
        return _one_deal(deal, view, typed if record else None, blind=blind)
    if record or blind:
        raise refused("review-one-deal", option="--record" if record else "--blind")
    filters = Filters(with_, grade, stage, view.since, minutes)
    return _several(deals, view, filters, agenda=agenda, span=forecast)


def _refuse_many(options: Mapping[str, object]) -> None:
    """Refuse what was typed and is about many deals where one is meant: nothing typed is passed over in silence."""
    given = next((name for name, value in options.items() if value is not None), None)
    if given is not None:
        raise refused("review-many-deals", option=given)


def _option(typed: Typed) -> str:
    """Name the first option that makes sense with --record only."""
    given = {
        "--verdict": typed.verdict,
        "--note": typed.note,
        "--promise": typed.promises,
        "--stated": typed.stated,
        "--by": typed.by,
    }
    return next(name for name, value in given.items() if value)


def _one(named: Sequence[str] | None) -> str | None:
    """Return the deal that is meant, if it is one and no folder."""
    if named is None or len(named) != 1 or os.path.isdir(named[0]):  # noqa: PTH112 - a name that no system takes is no folder
        return None
    return which(named[0])


def _one_deal(deal: str, view: _From, typed: Typed | None, *, blind: bool) -> int:
    """Show the page of a deal, write down what its review decided, or have it scored by two people apart."""
    from winsell.cli.examine import examine
    from winsell.cli.review_blind import blind as score_apart
    from winsell.cli.review_page import page_of
    from winsell.cli.review_record import record
    from winsell.reports.review.page import review_report

    if typed is not None and view.as_of is not None:
        day_on(view.as_of)
    examined = examine(deal, view.as_of, view.playbook)
    if blind:
        return score_apart(examined, view.face)
    page = page_of(examined, view.since)
    if typed is None or not typed.says_something:
        show(review_report(page), view.face, examined.playbook)
    return DONE if typed is None else record(page, typed, view.face)


def _several(named: Sequence[str] | None, view: _From, filters: Filters, *, agenda: bool, span: str | None) -> int:
    from winsell.cli.open_deals import open_deals
    from winsell.cli.ranked import asked_for, ranked
    from winsell.cli.today import day_of
    from winsell.reports.review.triage import triage_report

    day = day_of(view.as_of) if view.as_of is not None else None
    if span is not None:
        return _forecast(named, view, filters, span)
    opened = open_deals(named, view.as_of, view.playbook)
    triage = ranked(opened, day, filters)
    if not agenda:
        return _told(triage_report(triage), opened, view.face)
    from winsell.cli.review_page import page_of
    from winsell.reports.review.agenda import agenda_report

    chosen = {id(one.moment.dossier): at for at, one in enumerate((*triage.first, *triage.assumed))}
    deals = [one for one in asked_for(opened, filters) if id(one.case.dossier) in chosen]
    pages = [page_of(one, view.since) for one in sorted(deals, key=lambda one: chosen[id(one.case.dossier)])]
    return _told(agenda_report(triage, pages), opened, view.face)


def _forecast(named: Sequence[str] | None, view: _From, filters: Filters, text: str) -> int:
    from winsell.analysis.forecast import forecast, span_of
    from winsell.analysis.moment import Moment
    from winsell.cli.open_deals import open_deals
    from winsell.cli.ranked import asked_for
    from winsell.cli.today import day_of, today
    from winsell.reports.review.forecast import forecast_report
    from winsell.reports.review.triage import Broken

    span = span_of(text)
    if span is None:
        raise refused("bad-span", value=text)
    day = day_of(view.as_of) if view.as_of is not None else None
    opened = open_deals(named, view.as_of, view.playbook)
    deals = ((one.case.id, Moment(one.case.dossier, one.playbook, one.on)) for one in asked_for(opened, filters))
    broken = [Broken(path, len(problems)) for path, problems in opened.problems.items()]
    return _told(forecast_report(forecast(span, deals), day or today(), broken), opened, view.face)


def _told(report: Report, opened: Opened, face: Face) -> int:
    """Show a report about many deals, then what could not be read."""
    from winsell.cli.language import language

    show_in(opened.language, report, face)
    broken = (problem for problems in opened.problems.values() for problem in problems)
    complain((*opened.notes, *broken), language(face.lang, opened.language))
    return HEED if opened.problems else DONE
