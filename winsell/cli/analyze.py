"""`winsell analyze`."""

from __future__ import annotations

from winsell.cli.options import Ascii, AsOf, DealName, Format, Json, Lang, PlaybookOption, Reader
from winsell.cli.reader import reader_of
from winsell.cli.tell import face_of, show
from winsell.cli.which import which


def analyze(
    deal: DealName,
    as_of: AsOf = None,
    playbook: PlaybookOption = None,
    reader: Reader = "owner",
    format_: Format = "terminal",
    json: Json = False,
    lang: Lang = None,
    ascii_: Ascii = False,
) -> int:
    """Show the report; a valid deal ends with 0."""
    face, told = face_of(format_, lang, json=json, ascii_=ascii_), reader_of(reader)
    from winsell.analysis.assessment import assess
    from winsell.cli.examine import examine
    from winsell.reports.analyze import analyze_report
    from winsell.rules.registry import judge, judged_for

    examined = examine(which(deal), as_of, playbook)
    assessment = assess(examined.case.dossier, examined.playbook, examined.on)
    judged = judged_for(told, judge(assessment))
    show(analyze_report(examined.subject, assessment, judged.open, judged.accepted), face, examined.playbook)
    return 0
