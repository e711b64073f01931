"""`winsell screen`."""

from __future__ import annotations

from winsell.cli.options import AsOf, DealFile, Format, Json, PlaybookOption
from winsell.cli.tell import format_of, show

HEED = 1


def screen(
    deal: DealFile,
    as_of: AsOf = None,
    playbook: PlaybookOption = None,
    format_: Format = "terminal",
    json: Json = False,
) -> int:
    """Show the verdict; 0 is go, 1 anything else."""
    name = format_of(format_, json=json)
    from winsell.analysis.screened import screened
    from winsell.cli.examine import examine
    from winsell.reports.screen import screen_report

    examined = examine(deal, as_of, playbook)
    found = screened(examined.case.dossier, examined.playbook, examined.on)
    show(screen_report(examined.subject, found), name)
    return 0 if found.screening.verdict == "go" else HEED
