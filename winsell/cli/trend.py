"""`winsell trend`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from winsell.base.exit_codes import DONE, HEED
from winsell.cli.language import language
from winsell.cli.options import Ascii, AsOf, DealNames, Force, Format, Json, Lang, PlaybookOption, Svg
from winsell.cli.tell import Face, complain, face_of, show_in

if TYPE_CHECKING:
    from winsell.cli.examine import Examined
    from winsell.reports.course import Followed
    from winsell.words.catalogue import Language

STANDARD_OUTPUT = "-"
"""In the place of a file: the picture alone, for another program."""


def trend(
    deals: DealNames = None,
    svg: Svg = None,
    force: Force = False,
    as_of: AsOf = None,
    playbook: PlaybookOption = None,
    format_: Format = "terminal",
    json: Json = False,
    lang: Lang = None,
    ascii_: Ascii = False,
) -> int:
    """Draw the course; 1 if one of several deals could not be read."""
    from winsell.cli.open_deals import deals_below

    face = face_of(format_, lang, json=json, ascii_=ascii_)
    if svg is not None and svg != STANDARD_OUTPUT:
        from winsell.store.save.export import refuse_export

        refuse_export(svg, force=force)
    opened = deals_below(deals, as_of, playbook)
    found = [_followed(one) for one in opened.deals]
    _show(found, svg, face, opened.language, force=force)
    problems = [problem for some in opened.problems.values() for problem in some]
    if problems or opened.notes:
        complain((*opened.notes, *problems), language(lang, opened.language))
    return HEED if problems else DONE


def _followed(examined: Examined) -> Followed:
    from winsell.analysis.course import course
    from winsell.analysis.screened import screened
    from winsell.reports.course import Followed

    state = screened(examined.case.dossier, examined.playbook, examined.on)
    return Followed(examined.subject, state, course(state.moment))


def _show(found: Sequence[Followed], svg: str | None, face: Face, spoken: Language | None, *, force: bool) -> None:
    from winsell.reports.course import course_report

    if svg == STANDARD_OUTPUT:
        sys.stdout.write(_drawn(found, language(face.lang, spoken)))
        return
    if svg is not None:
        from winsell.store.save.export import export

        export(svg, _drawn(found, language(face.lang, spoken)).encode(), force=force)
    show_in(spoken, course_report(found, svg), face)


def _drawn(found: Sequence[Followed], spoken: Language) -> str:
    from winsell.reports.course import picture_of
    from winsell.views.chart_picture import render_charts
    from winsell.words.speak import Speaker

    return render_charts([picture_of(one, small=len(found) > 1) for one in found], Speaker(spoken))
