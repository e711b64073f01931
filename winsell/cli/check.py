"""`winsell check`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from winsell.base.exit_codes import DONE, HEED, INVALID, USAGE
from winsell.base.finding import Severity
from winsell.base.problem import FactValue, Problem, WinsellError
from winsell.cli.language import language
from winsell.cli.options import (
    AcceptedOnly,
    AllRisks,
    Ascii,
    AsOf,
    FailOn,
    Fix,
    FormatOfCheck,
    Ignore,
    Json,
    Lang,
    NewSince,
    Paths,
    PlaybookOption,
    Reader,
    Select,
    Severities,
    Statistics,
    Yes,
)
from winsell.cli.passed_over import passed_over
from winsell.cli.reader import reader_of
from winsell.cli.tell import Face, complain, face_of, show_in
from winsell.views.formats import EVERY, FORMATS

if TYPE_CHECKING:
    from winsell.reports.checked import Checked
    from winsell.reports.sieve import Sieve
    from winsell.rules.registry import Accepted

_MILDEST = "hint"


def check(
    paths: Paths = None,
    as_of: AsOf = None,
    playbook: PlaybookOption = None,
    select: Select = None,
    ignore: Ignore = None,
    severity: Severities = _MILDEST,
    fail_on: FailOn = "error",
    new_since: NewSince = None,
    statistics: Statistics = False,
    accepted: AcceptedOnly = False,
    fix: Fix = False,
    yes: Yes = False,
    all_: AllRisks = False,
    reader: Reader = "owner",
    format_: FormatOfCheck = "terminal",
    json: Json = False,
    lang: Lang = None,
    ascii_: Ascii = False,
) -> int:
    """Check each file; 0 clean, 1 risks as bad as `fail_on` or one of many files not valid, 3 nothing valid at all."""
    face, bad_enough = face_of(format_, lang, json=json, ascii_=ascii_, formats=EVERY), _from(fail_on)
    whole = {"--fix": fix, "--accepted": accepted, "--statistics": statistics}
    some = {"--new-since": new_since, "--select": select, "--ignore": ignore, "--severity": severity != _MILDEST}
    _refuse_two_things(whole, some, yes=yes)
    _refuse_sheets(next((option for option, given in whole.items() if given), None), face)
    sieve = _sieve(select, ignore, severity)
    if fix:
        from winsell.cli.fix import fix_files

        return fix_files(paths or (), face, playbook, yes=yes)
    from winsell.cli.examine_file import Examination, examined_files
    from winsell.cli.new_since import since_of
    from winsell.cli.targets import targets_of
    from winsell.reports.accepted import accepted_report
    from winsell.reports.check import check_report

    asked = Examination(as_of, playbook, since_of(new_since, as_of), reader_of(reader))
    targets = targets_of(paths or ())
    checked = tuple(replace(_sifted(one, sieve), whole=all_) for one in examined_files(targets, asked))
    own = next((one.language for one in checked if one.language), None)
    report = accepted_report(checked) if accepted else check_report(checked, bad_enough, statistics=statistics)
    show_in(own, report, face)
    noted = asked.since.notes.values() if asked.since else ()
    complain((*targets.notes.values(), *passed_over(asked.foreign), *noted), language(face.lang, own))
    return _code(checked, () if accepted else bad_enough)


def _refuse_two_things(whole: Mapping[str, bool], some: Mapping[str, object], *, yes: bool) -> None:
    """Refuse options that have no meaning together: each of the first shows something of its own."""
    if yes and not whole["--fix"]:
        raise WinsellError((Problem("yes-without-fix"),), USAGE)
    chosen = [option for option, given in whole.items() if given]
    limits = [option for option, given in some.items() if given]
    if chosen == ["--fix"]:
        chosen += limits
    elif chosen == ["--accepted"]:
        chosen += [option for option in limits if option == "--new-since"]
    if len(chosen) > 1:
        raise WinsellError((Problem("two-things", facts={"option": chosen[0], "other": chosen[1]}),), USAGE)


def _refuse_sheets(option: str | None, face: Face) -> None:
    """Refuse the formats that hold single risks for what is something else."""
    if option is not None and face.format not in FORMATS:
        facts: dict[str, FactValue] = {"option": option, "value": face.format, "known": tuple(FORMATS)}
        raise WinsellError((Problem("format-of-risks", facts=facts),), USAGE)


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
    return replace(one, findings=shown, left_out=left_out, accepted=tuple(_accepted(one.accepted, sieve)))


def _accepted(accepted: Iterable[Accepted], sieve: Sieve) -> Iterator[Accepted]:
    """Keep what is asked for of the accepted risks; what is not found today has no severity."""
    for one in accepted:
        found = tuple(filter(sieve.lets, one.findings))
        if sieve.names(one.acceptance.code) and (found or not one.findings):
            yield replace(one, findings=found)
