"""`winsell check`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from winsell.base.exit_codes import DONE, HEED, INVALID, USAGE
from winsell.base.finding import Severity
from winsell.base.problem import FactValue, Problem, WinsellError
from winsell.cli.language import language
from winsell.cli.options import (
    Ascii,
    AsOf,
    FailOn,
    FormatOfCheck,
    Ignore,
    Json,
    Lang,
    NewSince,
    Paths,
    PlaybookOption,
    Select,
    Severities,
    Statistics,
)
from winsell.cli.tell import complain, face_of, show_in
from winsell.views.formats import EVERY, FORMATS

if TYPE_CHECKING:
    from winsell.reports.checked import Checked
    from winsell.reports.sieve import Sieve

_NAMED = 5
"""How many files that are none of ours are named; the rest is counted."""


def check(
    paths: Paths = None,
    as_of: AsOf = None,
    playbook: PlaybookOption = None,
    select: Select = None,
    ignore: Ignore = None,
    severity: Severities = "hint",
    fail_on: FailOn = "error",
    new_since: NewSince = None,
    statistics: Statistics = False,
    format_: FormatOfCheck = "terminal",
    json: Json = False,
    lang: Lang = None,
    ascii_: Ascii = False,
) -> int:
    """Check each file; 0 clean, 1 risks as bad as `fail_on` or one of many files not valid, 3 nothing valid at all."""
    face, bad_enough = face_of(format_, lang, json=json, ascii_=ascii_, formats=EVERY), _from(fail_on)
    if statistics and face.format not in FORMATS:
        facts: dict[str, FactValue] = {"value": face.format, "known": tuple(FORMATS)}
        raise WinsellError((Problem("statistics-format", facts=facts),), USAGE)
    from winsell.cli.examine_file import Examination, examined_files
    from winsell.cli.new_since import since_of
    from winsell.cli.targets import targets_of
    from winsell.reports.check import check_report

    sieve = _sieve(select, ignore, severity)
    asked = Examination(as_of, playbook, since_of(new_since))
    targets = targets_of(paths or ())
    checked = tuple(_sifted(one, sieve) for one in examined_files(targets, asked))
    own = next((one.language for one in checked if one.language), None)
    show_in(own, check_report(checked, bad_enough, statistics=statistics), face)
    noted = asked.since.notes.values() if asked.since else ()
    complain((*targets.notes.values(), *_passed_over(asked.foreign), *noted), language(face.lang, own))
    return _code(checked, bad_enough)


def _code(checked: Sequence[Checked], bad_enough: Sequence[Severity]) -> int:
    if checked and all(one.problems or one.blocked_by for one in checked):
        return INVALID
    heeds = any(one.problems or any(risk.severity in bad_enough for risk in one.findings) for one in checked)
    return HEED if heeds else DONE


def _from(severity: str) -> tuple[Severity, ...]:
    """Return this severity and the worse ones; raise WinsellError for one that does not exist."""
    from winsell.reports.sieve import EVERY as WORST_FIRST

    for at, known in enumerate(WORST_FIRST, start=1):
        if severity == known:
            return WORST_FIRST[:at]
    raise WinsellError((Problem("bad-severity", facts={"value": severity, "known": WORST_FIRST}),), USAGE)


def _sieve(select: Sequence[str] | None, ignore: Sequence[str] | None, severity: str) -> Sieve:
    from winsell.reports.sieve import Sieve

    return Sieve(_codes("--select", select), _codes("--ignore", ignore), _from(severity))


def _codes(option: str, typed: Sequence[str] | None) -> tuple[str, ...]:
    """Take codes and their beginnings; raise WinsellError for what no code begins with."""
    if not typed:
        return ()
    from winsell.cli.misuse import near
    from winsell.rules.registry import rules

    known = [rule.CODE for rule in rules()]
    codes = [one.strip() for text in typed for one in text.split(",")]
    for code in codes:
        if not code or not any(one.startswith(code.upper()) for one in known):
            facts: dict[str, FactValue] = {"path": option, "value": code} | near(code.upper(), known)
            raise WinsellError((Problem("no-such-finding", facts=facts),), USAGE)
    return tuple(code.upper() for code in codes)


def _sifted(one: Checked, sieve: Sieve) -> Checked:
    shown = tuple(filter(sieve.lets, one.findings))
    left_out = one.left_out + len(one.findings) - len(shown)
    return replace(
        one, findings=shown, left_out=left_out, accepted_codes=frozenset(filter(sieve.names, one.accepted_codes))
    )


def _passed_over(foreign: Sequence[str]) -> Iterable[Problem]:
    """Tell in one line which files of a folder are none of ours."""
    if foreign:
        facts: dict[str, FactValue] = {"paths": tuple(foreign[:_NAMED]), "count": len(foreign)}
        yield Problem("passed-over", facts=facts | ({"more": len(foreign) - _NAMED} if len(foreign) > _NAMED else {}))
