"""`winsell screen`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from winsell.base.exit_codes import DONE, HEED
from winsell.cli.changing import day_on
from winsell.cli.options import Ascii, Ask, AsOf, DealName, Format, Json, Lang, Paper, PlaybookOption
from winsell.cli.tell import Face, face_of, show
from winsell.cli.today import day_of, today
from winsell.cli.which import which

if TYPE_CHECKING:
    from winsell.cli.examine import Examined

MANY = 50
"""More questions than the three questions of a deal have."""


def screen(
    deal: DealName,
    as_of: AsOf = None,
    playbook: PlaybookOption = None,
    format_: Format = "terminal",
    json: Json = False,
    lang: Lang = None,
    ascii_: Ascii = False,
    ask: Ask = False,
    paper: Paper = False,
) -> int:
    """Show the verdict; 0 is go, 1 anything else."""
    face = face_of(format_, lang, json=json, ascii_=ascii_)
    path = which(deal)
    if ask:
        _ask(path, as_of, lang, ascii_=ascii_)
    from winsell.analysis.screened import screened
    from winsell.cli.examine import examine
    from winsell.reports.screen import screen_report

    examined = examine(path, as_of, playbook)
    if paper:
        return _paper(examined, face)
    found = screened(examined.case.dossier, examined.playbook, examined.on)
    show(screen_report(examined.subject, found), face, examined.playbook)
    return DONE if found.screening.verdict == "go" else HEED


def _paper(examined: Examined, face: Face) -> int:
    """Show the same verdict as the paper that goes to whoever approves."""
    from winsell.analysis.assessment import assess
    from winsell.reports.paper import paper_report

    found = assess(examined.case.dossier, examined.playbook, examined.on)
    show(paper_report(examined.subject, found), face, examined.playbook)
    return DONE if found.screening.verdict == "go" else HEED


def _day(as_of: str) -> date:
    """Read the day to look from, a month by its last; what is ahead cannot be answered yet."""
    first = day_on(as_of)
    return max(first, min(day_of(as_of), today()))


def _ask(path: str, as_of: str | None, lang: str | None, *, ascii_: bool) -> None:
    """Ask first what keeps the verdict from go."""
    from winsell.cli.ask import ask_gaps
    from winsell.cli.open_sitting import open_sitting

    day = None if as_of is None else _day(as_of)
    sitting = open_sitting("screen", path, day, lang, resume=False, ascii_=ascii_, total=0)
    ask_gaps(sitting, MANY, verdict_only=True)
