"""`winsell week`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from winsell.base.exit_codes import DONE, HEED, INVALID, USAGE
from winsell.base.problem import FactValue, Problem, WinsellError
from winsell.cli.language import language
from winsell.cli.options import Ascii, AsOf, FormatOfWeek, Json, Lang, Paths, PlaybookOption, Whose
from winsell.cli.tell import complain, face_of, show_in
from winsell.views.formats import FORMATS, OF_WEEK

if TYPE_CHECKING:
    from winsell.cli.examine_file import Examination
    from winsell.cli.targets import Target
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
    from winsell.cli.examine_file import Examination
    from winsell.cli.targets import targets_of
    from winsell.cli.today import day_of, today
    from winsell.reports.week import Week, week_report, week_text

    on = today() if as_of is None else day_of(as_of)
    targets = targets_of(paths or ())
    problems = list(targets.closed)
    asked = Examination(on.isoformat(), playbook, None)
    deals = tuple(_read(targets.files, asked, on, problems))
    if owner is not None and not problems:
        _known(owner, deals)
    own = next((one.today.moment.playbook.language for one in deals), None)
    found = Week(on, owner, deals, tuple(problems))
    show_in(own, week_text(found) if face.format in OF_WEEK else week_report(found), face)
    complain((*targets.notes.values(), *problems), language(face.lang, own))
    return DONE if not problems else HEED if deals else INVALID


def _read(files: Sequence[Target], asked: Examination, on: date, problems: list[Problem]) -> Iterator[DealWeek]:
    """Look at each deal; what is wrong with one file is kept, once, and hides no other."""
    for target in files:
        try:
            if _is_a_deal(target, asked):
                yield _week_of(target, asked, on)
        except WinsellError as error:
            problems += [one for one in error.problems if one not in problems]


def _is_a_deal(target: Target, asked: Examination) -> bool:
    """Tell whether a file is a deal; a folder holds others, and files of other programs."""
    from winsell.store.deals import is_of_ours
    from winsell.store.load import kind_of

    document = asked.files.read(target.path)
    return target.folder is None or (
        kind_of(document) not in ("account", "competitor", "playbook") and is_of_ours(document)
    )


def _week_of(target: Target, asked: Examination, on: date) -> DealWeek:
    from winsell.analysis.as_known import as_known
    from winsell.analysis.assessment import assess
    from winsell.analysis.week import friday_after
    from winsell.cli.examine import examine
    from winsell.reports.week import DealWeek, new_and_red
    from winsell.rules.registry import findings_of

    examined = examine(target.path, asked.as_of, asked.method_for(target), asked.load, asked.files)
    dossier = examined.case.dossier
    today = assess(dossier, examined.playbook, on)
    friday = assess(as_known(dossier, on), examined.playbook, friday_after(on))
    turning = new_and_red(findings_of(today), findings_of(friday))
    return DealWeek(examined.subject, today, friday, turning)


def _known(owner: str, deals: Sequence[DealWeek]) -> None:
    """Raise WinsellError if nobody of that name owns anything: an empty week would be a wrong comfort."""
    from winsell.cli.misuse import near

    moments = [one.today.moment for one in deals]
    named = [name for one in moments for name in (one.deal.owner, *(act.owner for act in one.deal.actions.values()))]
    known: dict[str, str] = {}
    for name in filter(None, named):
        known.setdefault(name.casefold(), name)
    if owner.casefold() in known:
        return
    facts: dict[str, FactValue] = {"text": owner}
    facts |= {"known": tuple(sorted(known.values()))} if known else {}
    close = near(owner.casefold(), known).get("nearest")
    facts |= {"nearest": known[str(close)]} if close else {}
    raise WinsellError((Problem("no-such-owner", facts=facts),), USAGE)
