"""`winsell diff`."""

from __future__ import annotations

from dataclasses import replace

from winsell.cli.options import Ascii, AsOf, DealName, Format, FromState, Json, Lang, PlaybookOption, ToState
from winsell.cli.tell import face_of, show
from winsell.cli.which import which


def diff(
    deal: DealName,
    from_: FromState = None,
    to: ToState = None,
    as_of: AsOf = None,
    playbook: PlaybookOption = None,
    format_: Format = "terminal",
    json: Json = False,
    lang: Lang = None,
    ascii_: Ascii = False,
) -> int:
    """Show what changed between two states, and why the number moved."""
    face = face_of(format_, lang, json=json, ascii_=ascii_)
    from winsell.cli.compared import compared
    from winsell.cli.examine import examine
    from winsell.cli.today import day_of
    from winsell.reports.difference.report import difference_report

    examined = examine(which(deal), None, playbook)
    found = compared(examined, from_, to, day_of(as_of) if as_of is not None else None)
    ended = examined.subject.dated_by_outcome and to is None and as_of is None
    subject = replace(examined.subject, dated_by_outcome=ended, later=())
    show(difference_report(subject, found), face, examined.playbook)
    return 0
