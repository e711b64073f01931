"""`winsell analyze`."""

from __future__ import annotations

from winsell.cli.options import Ascii, AsOf, DealFile, Format, Json, Lang, PlaybookOption, Reader
from winsell.cli.reader import reader_of
from winsell.cli.tell import face_of, show


def analyze(
    deal: DealFile,
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
    from winsell.rules.registry import findings_of, told_to

    examined = examine(deal, as_of, playbook)
    assessment = assess(examined.case.dossier, examined.playbook, examined.on)
    found = told_to(told, findings_of(assessment))
    show(analyze_report(examined.subject, assessment, found), face, examined.playbook)
    return 0
