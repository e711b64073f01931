"""`winsell check`."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from winsell.base.exit_codes import DONE, HEED, INVALID, USAGE
from winsell.base.finding import Severity
from winsell.base.problem import Problem, WinsellError
from winsell.cli.options import AllRisks, Ascii, AsOf, FailOn, Files, Format, Json, Lang, PlaybookOption, Reader
from winsell.cli.reader import reader_of
from winsell.cli.tell import face_of, show_in

if TYPE_CHECKING:
    from winsell.reports.check import Checked
    from winsell.rules.registry import Reading

_WORST_FIRST = get_args(Severity)


def check(
    files: Files,
    as_of: AsOf = None,
    playbook: PlaybookOption = None,
    fail_on: FailOn = "error",
    all_: AllRisks = False,
    reader: Reader = "owner",
    format_: Format = "terminal",
    json: Json = False,
    lang: Lang = None,
    ascii_: Ascii = False,
) -> int:
    """Check each file; 0 clean, 1 risks as bad as `fail_on` or one of many files not valid, 3 nothing valid at all."""
    face, bad_enough = face_of(format_, lang, json=json, ascii_=ascii_), _from(fail_on)
    from winsell.reports.check import check_report

    told = reader_of(reader)
    checked = tuple(_shown(one, told, whole=all_) for one in _each(files, as_of, playbook))
    show_in(next((one.language for one in checked if one.language), None), check_report(checked), face)
    if all(one.problems or one.blocked_by for one in checked):
        return INVALID
    heeds = any(one.problems or any(risk.severity in bad_enough for risk in one.findings) for one in checked)
    return HEED if heeds else DONE


def _shown(one: Checked, reader: Reading, *, whole: bool) -> Checked:
    """Leave out what is another reader's, and say whether all of the rest is asked for."""
    from winsell.rules.registry import told_to

    return replace(one, findings=told_to(reader, one.findings), whole=whole)


def _from(severity: str) -> tuple[str, ...]:
    """Return this severity and the worse ones; raise WinsellError for one that does not exist."""
    if severity not in _WORST_FIRST:
        raise WinsellError((Problem("bad-severity", facts={"value": severity, "known": _WORST_FIRST}),), USAGE)
    return _WORST_FIRST[: _WORST_FIRST.index(severity) + 1]


def _each(files: Sequence[str], as_of: str | None, playbook: str | None) -> Iterator[Checked]:
    """Check each file, and a playbook that is not valid before the first deal that it blocks, unless it is among them.

    Its faults are told once, as its own.
    """
    from winsell.reports.check import Checked
    from winsell.store.playbooks import BrokenPlaybookError

    told = {_place(path) for path in files}
    for path in files:
        try:
            yield _check(path, as_of, playbook)
        except BrokenPlaybookError as broken:
            if _place(broken.path) not in told:
                told.add(_place(broken.path))
                yield Checked(broken.path, "playbook", problems=broken.problems, language=broken.language)
            yield Checked(path, blocked_by=broken.path, language=broken.language)


def _place(path: str) -> str:
    return os.path.abspath(path)  # noqa: PTH100 - Path.absolute keeps `..`, and resolving would need the file


def _check(path: str, as_of: str | None, playbook: str | None) -> Checked:
    from winsell.reports.check import Checked
    from winsell.store.load import kind_of, read_document
    from winsell.store.playbooks import BrokenPlaybookError, find_playbook, language_of

    kind = "deal"
    try:
        kind = kind_of(read_document(path))
        return _deal(path, as_of, playbook) if kind == "deal" else _other(path, kind)
    except BrokenPlaybookError as broken:
        if kind == "deal":
            raise
        return Checked(path, "playbook", problems=broken.problems, language=broken.language)
    except WinsellError as error:
        if error.exit_code != INVALID:
            raise
        return Checked(path, problems=error.problems, language=language_of(find_playbook(playbook, Path(path).parent)))


def _deal(path: str, as_of: str | None, playbook: str | None) -> Checked:
    from winsell.analysis.assessment import assess
    from winsell.cli.examine import examine
    from winsell.reports.check import Checked
    from winsell.reports.page import is_brief
    from winsell.reports.risks import no_risks
    from winsell.rules.registry import findings_of

    examined = examine(path, as_of, playbook)
    assessment = assess(examined.case.dossier, examined.playbook, examined.on)
    spoken = examined.playbook.language
    found, silent = findings_of(assessment), no_risks(assessment)
    brief = is_brief(assessment.moment.deal)
    return Checked(path, "deal", examined.subject, found, brief, silent=silent, on=examined.on, language=spoken)


def _other(path: str, kind: str) -> Checked:
    from winsell.reports.check import Checked
    from winsell.store.load import KINDS, as_model, read_document
    from winsell.store.playbooks import load_playbook

    if kind == "playbook":
        load_playbook(path)
    else:
        as_model(path, read_document(path), KINDS.get(kind, KINDS["deal"]))
    return Checked(path, kind)
