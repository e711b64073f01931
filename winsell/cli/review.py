"""`winsell review`."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from winsell.base.exit_codes import DONE, HEED
from winsell.cli.options import (
    Ascii,
    AsOf,
    DealNames,
    Format,
    Json,
    Lang,
    Minutes,
    OfGrade,
    OfOwner,
    OfStage,
    PlaybookOption,
    SinceDay,
)
from winsell.cli.tell import Face, complain, face_of, show, show_in
from winsell.cli.which import which

if TYPE_CHECKING:
    from datetime import date

    from winsell.base.block import Report
    from winsell.cli.open_deals import Opened


def review(
    deals: DealNames = None,
    with_: OfOwner = None,
    grade: OfGrade = None,
    stage: OfStage = None,
    since: SinceDay = None,
    minutes: Minutes = None,
    as_of: AsOf = None,
    playbook: PlaybookOption = None,
    format_: Format = "terminal",
    json: Json = False,
    lang: Lang = None,
    ascii_: Ascii = False,
) -> int:
    """Show which deals to look at first; 1 if a file could not be read."""
    face = face_of(format_, lang, json=json, ascii_=ascii_)
    from winsell.cli.changing import day_on
    from winsell.cli.open_deals import open_deals
    from winsell.cli.ranked import Filters, ranked
    from winsell.cli.today import day_of
    from winsell.reports.review.triage import triage_report

    looked = None if since is None else day_on(since)
    if (deal := _one(deals)) is not None:
        return _page(deal, as_of, playbook, looked, face)
    day = day_of(as_of) if as_of is not None else None
    filters = Filters(with_, grade, stage, looked, minutes)
    opened = open_deals(deals, day, playbook)
    return _told(triage_report(ranked(opened, day, filters)), opened, face)


def _one(named: Sequence[str] | None) -> str | None:
    """Return the deal that is meant, if it is one and no folder."""
    if named is None or len(named) != 1 or os.path.isdir(named[0]):  # noqa: PTH112 - a name that no system takes is no folder
        return None
    return which(named[0])


def _page(deal: str, as_of: str | None, playbook: str | None, since: date | None, face: Face) -> int:
    from winsell.cli.examine import examine
    from winsell.cli.review_page import page_of
    from winsell.reports.review.page import review_report

    examined = examine(deal, as_of, playbook)
    show(review_report(page_of(examined, since)), face, examined.playbook)
    return DONE


def _told(report: Report, opened: Opened, face: Face) -> int:
    """Show a report about many deals, then what could not be read."""
    from winsell.cli.language import language

    show_in(opened.language, report, face)
    for problems in opened.problems.values():
        complain(problems, language(face.lang, opened.language))
    return HEED if opened.problems else DONE
