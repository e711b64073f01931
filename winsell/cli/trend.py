"""`winsell trend`."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from winsell.base.exit_codes import DONE, HEED, INVALID
from winsell.base.problem import Problem, WinsellError
from winsell.cli.options import Ascii, AsOf, DealNames, Force, Format, Json, Lang, PlaybookOption, Svg
from winsell.cli.tell import Face, complain, face_of, show_in
from winsell.cli.which import home, which

if TYPE_CHECKING:
    from winsell.reports.course import Followed
    from winsell.words.catalogue import Language


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
    face = face_of(format_, lang, json=json, ascii_=ascii_)
    if svg is not None:
        from winsell.store.save.export import refuse_export

        refuse_export(svg, force=force)
    paths = _paths(deals)
    found, problems, spoken = _followed(paths, as_of, playbook)
    if problems and not found:
        raise WinsellError(tuple(problems))
    _show(found, svg, face, spoken, force=force)
    if problems:
        from winsell.cli.language import language

        complain(problems, language(lang, spoken))
    return HEED if problems else DONE


def _paths(deals: Sequence[str] | None) -> tuple[str, ...]:
    """Return the files that are meant: those named, in folders all deals; without any, those of the user's folder."""
    from winsell.cli.changing import refused
    from winsell.store.deals import deals_in

    named = deals or [home()]
    folders = [one for one in named if os.path.isdir(one)]  # noqa: PTH112 - a name that no system takes is no folder
    below = {one: [os.path.normpath(deal.path) for deal in deals_in(one)] for one in folders}
    found = [path for one in named for path in (below[one] if one in below else [which(one)])]
    if not found:
        raise refused("no-deals", folder=named[0])
    return tuple(dict.fromkeys(found))


def _followed(
    paths: Sequence[str], as_of: str | None, playbook: str | None
) -> tuple[list[Followed], list[Problem], Language | None]:
    from winsell.analysis.course import course
    from winsell.analysis.screened import screened
    from winsell.cli.examine import examine
    from winsell.reports.course import Followed

    found: list[Followed] = []
    problems: list[Problem] = []
    spoken: Language | None = None
    for path in paths:
        try:
            examined = examine(path, as_of, playbook)
        except WinsellError as error:
            if len(paths) == 1 or error.exit_code != INVALID:
                raise
            problems += error.problems
            continue
        state = screened(examined.case.dossier, examined.playbook, examined.on)
        found.append(Followed(examined.subject, state, course(state.moment)))
        spoken = spoken or examined.playbook.language
    return found, problems, spoken


def _show(found: Sequence[Followed], svg: str | None, face: Face, spoken: Language | None, *, force: bool) -> None:
    from winsell.cli.language import language
    from winsell.reports.course import course_report, picture_of

    if svg is not None:
        from winsell.store.save.export import export
        from winsell.views.chart_picture import render_charts
        from winsell.words.speak import Speaker

        charts = [picture_of(one, small=len(found) > 1) for one in found]
        export(svg, render_charts(charts, Speaker(language(face.lang, spoken))).encode(), force=force)
    show_in(spoken, course_report(found, svg), face)
