"""`winsell screen`."""

from __future__ import annotations

from winsell.base.exit_codes import DONE, HEED
from winsell.cli.options import Ascii, AsOf, DealFile, Format, Json, Lang, PlaybookOption
from winsell.cli.tell import face_of, show


def screen(
    deal: DealFile,
    as_of: AsOf = None,
    playbook: PlaybookOption = None,
    format_: Format = "terminal",
    json: Json = False,
    lang: Lang = None,
    ascii_: Ascii = False,
) -> int:
    """Show the verdict; 0 is go, 1 anything else."""
    face = face_of(format_, lang, json=json, ascii_=ascii_)
    from winsell.analysis.screened import screened
    from winsell.cli.examine import examine
    from winsell.reports.screen import screen_report

    examined = examine(deal, as_of, playbook)
    found = screened(examined.case.dossier, examined.playbook, examined.on)
    show(screen_report(examined.subject, found), face, examined.playbook)
    return DONE if found.screening.verdict == "go" else HEED
