"""`winsell plan`."""

from __future__ import annotations

from winsell.cli.options import AsOf, DealFile, Format, Json, PlaybookOption
from winsell.cli.tell import format_of, show


def plan(
    deal: DealFile,
    as_of: AsOf = None,
    playbook: PlaybookOption = None,
    format_: Format = "terminal",
    json: Json = False,
) -> int:
    """Show the report; a valid deal ends with 0."""
    name = format_of(format_, json=json)
    from winsell.analysis.assessment import assess
    from winsell.cli.examine import examine
    from winsell.reports.plan import plan_report

    examined = examine(deal, as_of, playbook)
    assessment = assess(examined.case.dossier, examined.playbook, examined.on)
    show(plan_report(examined.subject, assessment), name)
    return 0
