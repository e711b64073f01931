"""`winsell check`: for each file whether it is valid, and for each deal its risks with their lines."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from winsell import __version__
from winsell.base.block import Block, Checklist, Heading, Line, Paragraph, Report, Tone
from winsell.base.cap import AT_MOST
from winsell.base.fact import Fact, Say
from winsell.base.finding import Severity
from winsell.base.problem import Problem
from winsell.reports.accepted import accepted_data
from winsell.reports.checked import Checked, problem_say
from winsell.reports.contract import findings_data
from winsell.reports.heading import REPORT
from winsell.reports.page import Matter, page_of
from winsell.reports.risks import TONES, folded, left_out, parts
from winsell.reports.rule_statistics import RuleCount, rule_counts, statistics_blocks, statistics_data
from winsell.reports.sheets import sheets
from winsell.reports.subject import Subject, later_data, later_line
from winsell.rules.registry import silent_of


def check_report(
    checked: Sequence[Checked], bad_enough: Collection[Severity] = (), *, statistics: bool = False
) -> Report:
    """Go through the files in the order in which they were named; or count what each rule finds in all of them."""
    counts = rule_counts(checked) if statistics else None
    return Report(
        "check",
        lambda: tuple(_blocks(checked) if counts is None else _counted(checked, counts)),
        lambda: _contract(checked, counts),
        lambda: tuple(sheets(checked, bad_enough)),
    )


def _blocks(checked: Sequence[Checked]) -> Iterator[Block]:
    for one in checked:
        yield from _file(one)
    if len(checked) > 1:
        yield _summary(checked)


def _counted(checked: Sequence[Checked], counts: Sequence[RuleCount]) -> Iterator[Block]:
    """Show the counts; of the files only those that say nothing to them."""
    for one in checked:
        if one.problems or one.blocked_by:
            yield from _file(one)
    yield from statistics_blocks(counts, next((one.since for one in checked if one.since), None))
    yield _summary(checked)


def _contract(checked: Sequence[Checked], counts: Sequence[RuleCount] | None) -> dict[str, Any]:
    data = {"winsell": __version__, "report": REPORT, "kind": "check", "files": [_data(one) for one in checked]}
    return data if counts is None else data | {"statistics": statistics_data(counts)}


def _file(one: Checked) -> Iterator[Block]:
    yield Heading(Say("check.file", {"path": one.path}))
    later = later_line(one.subject) if one.subject else None
    yield Paragraph((Line(_state(one), tone=_tone(one)), *((later,) if later else ())))
    if one.problems:
        yield Checklist(tuple(_problem_lines(one.problems)))
    elif one.findings and one.subject is not None:
        yield from _risks(one, one.subject)


def _risks(one: Checked, subject: Subject) -> Iterator[Block]:
    """Show the page of a deal, or with `--all` every finding by itself."""
    if one.whole:
        yield Checklist(tuple(_risk(subject, Matter(finding)) for finding in one.findings))
        return
    page = page_of(one.findings, brief=one.brief)
    yield Checklist(tuple(_risk(subject, matter) for matter in page.matters))
    yield from left_out(page, one.path)


def _problem_lines(problems: Sequence[Problem]) -> Iterator[Line]:
    yield from (Line(_problem(problem), tone="red") for problem in problems[:AT_MOST])
    if len(problems) > AT_MOST:
        yield Line(Say("problems.more", {"count": len(problems) - AT_MOST}), tone="red")


def _state(one: Checked) -> Say:
    if one.problems:
        return Say("check.invalid", {"count": len(one.problems)})
    if one.blocked_by is not None:
        return Say("check.blocked", {"playbook": one.blocked_by})
    if one.kind != "deal":
        return Say("check.valid")
    return _state_of_deal(one)


def _state_of_deal(one: Checked) -> Say:
    """Say how many risks there are; of those that are not shown, whether they are old or were not asked for."""
    facts: dict[str, Fact] = {
        "count": len(one.findings),
        "on": one.on,
        "since": one.since,
        "before": one.before or None,
        "left_out": one.left_out or None,
        "accepted": silent_of(one.accepted) or None,
    }
    if one.findings:
        return Say("check.found" if one.since is None else "check.found-new", facts)
    if one.before:
        return Say("check.none-new", facts | {"count": one.before})
    if one.left_out:
        return Say("check.none-asked-for", facts | {"count": one.left_out})
    return Say(f"check.{one.silent}", facts)


def _tone(one: Checked) -> Tone:
    if one.blocked_by is not None:
        return "yellow"
    if one.problems:
        return "red"
    return (
        "green"
        if not any((one.findings, one.before, one.left_out, silent_of(one.accepted))) and one.silent == "no-risks"
        else "plain"
    )


def _problem(problem: Problem) -> Say:
    return Say("check.problem", {"place": _place(problem.path, problem.line), "problem": problem_say(problem)})


def _place(path: str, line: int | None) -> str:
    return path if line is None else f"{path}:{line}"


def _risk(subject: Subject, matter: Matter) -> Line:
    finding = matter.lead
    fact, why, ask, clear = parts(finding)
    place = _place(subject.path, subject.line_of(finding.where))
    facts: dict[str, Fact] = {"place": place, "code": finding.code, "fact": fact}
    notes = (why, Say("risk.ask", {"ask": ask}), Say("risk.clear", {"clear": clear}), *folded(matter))
    return Line(Say("check.line", facts), tone=TONES[finding.severity], notes=notes)


def _summary(checked: Sequence[Checked]) -> Block:
    found = [finding.severity for one in checked for finding in one.findings]
    facts: dict[str, Fact] = {
        "files": len(checked),
        "invalid": sum(bool(one.problems) for one in checked),
        "blocked": sum(one.blocked_by is not None for one in checked) or None,
        "red": found.count("error"),
        "yellow": found.count("warning"),
        "white": found.count("hint"),
        "accepted": sum(silent_of(one.accepted) for one in checked) or None,
    }
    return Paragraph((Line(Say("check.summary", facts), tone="strong"),))


def _data(one: Checked) -> dict[str, Any]:
    problems = [
        {
            "code": problem.code,
            "path": problem.path,
            "line": problem.line,
            "column": problem.column,
            "facts": dict(problem.facts),
        }
        for problem in one.problems
    ]
    findings = findings_data(one.subject, one.findings) if one.subject else []
    return {
        "path": one.path,
        "kind": one.kind,
        "valid": not problems,
        "blocked_by": one.blocked_by,
        "problems": problems,
        "later": later_data(one.subject) if one.subject else None,
        "findings": findings,
        "left_out": one.before + one.left_out,
        "accepted": accepted_data(one.subject, one.accepted) if one.subject else [],
    }
