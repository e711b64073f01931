"""`winsell week`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from winsell.base.exit_codes import DONE, HEED
from winsell.cli.language import language
from winsell.cli.options import Ascii, AsOf, FormatOfWeek, Json, Lang, Paths, PlaybookOption, Whose
from winsell.cli.tell import complain, face_of, show_in
from winsell.views.formats import FORMATS, OF_WEEK

if TYPE_CHECKING:
    from winsell.cli.examine import Examined
    from winsell.reports.week import DealWeek


def week(
    paths: Paths = None,
    owner: Whose = None,
    as_of: AsOf = None,
    playbook: PlaybookOption = None,
    format_: FormatOfWeek = "terminal",
    json: Json = False,
    lang: Lang = None,
    ascii_: Ascii = False,
) -> int:
    """Show the week; 0 all read, 1 a file could not be read, 3 none could."""
    face = face_of(format_, lang, json=json, ascii_=ascii_, formats={**FORMATS, **OF_WEEK})
    from winsell.cli.open_deals import deals_below, owner_called, was_there
    from winsell.cli.today import day_of, today
    from winsell.reports.week import Week, week_report, week_text

    on = today() if as_of is None else day_of(as_of)
    opened = deals_below(paths, on.isoformat(), playbook)
    problems = tuple(problem for some in opened.problems.values() for problem in some)
    if owner is not None and not problems:
        owner_called(owner, _owners(opened.deals))
    found = Week(on, owner, tuple(_week_of(one, on) for one in opened.deals if was_there(one)), problems)
    show_in(opened.language, week_text(found) if face.format in OF_WEEK else week_report(found), face)
    complain((*opened.notes, *problems), language(face.lang, opened.language))
    return HEED if problems else DONE


def _week_of(examined: Examined, on: date) -> DealWeek:
    from winsell.analysis.as_known import as_known
    from winsell.analysis.assessment import assess
    from winsell.analysis.week import friday_after
    from winsell.reports.week import DealWeek, new_and_red
    from winsell.rules.registry import findings_of

    dossier = examined.case.dossier
    today = assess(dossier, examined.playbook, on)
    friday = assess(as_known(dossier, on), examined.playbook, friday_after(on))
    turning = new_and_red(findings_of(today), findings_of(friday))
    return DealWeek(examined.subject, today, friday, turning)


def _owners(deals: Sequence[Examined]) -> Iterator[str | None]:
    """Name whoever owns a deal or a piece of work."""
    for one in deals:
        yield one.case.dossier.deal.owner
        yield from (act.owner for act in one.case.dossier.deal.actions.values())
