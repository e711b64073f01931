"""`winsell check`: for each file whether it is valid, and for each deal its risks with their lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from winsell import __version__
from winsell.base.block import Block, Checklist, Heading, Line, Paragraph, Report, Tone
from winsell.base.cap import AT_MOST
from winsell.base.fact import Fact, Say
from winsell.base.finding import Finding
from winsell.base.problem import Problem
from winsell.reports.contract import findings_data
from winsell.reports.heading import REPORT
from winsell.reports.page import Matter, page_of
from winsell.reports.risks import TONES, NoRisks, folded, left_out, parts
from winsell.reports.subject import Subject


@dataclass(frozen=True, slots=True)
class Checked:
    """One file after its check: problems if it is not valid, else its findings."""

    path: str
    kind: str = "deal"
    subject: Subject | None = None
    findings: tuple[Finding, ...] = ()
    brief: bool = False
    """Is it a deal of a few lines, of which a page says little?"""
    whole: bool = False
    """Is every finding asked for, rather than a page of them?"""
    silent: NoRisks = "no-risks"
    """What it means if there are no findings."""
    problems: tuple[Problem, ...] = ()
    on: date | None = None
    language: Literal["en", "zh"] | None = None
    """The language that its playbook asks for."""
    blocked_by: str | None = None
    """The playbook that is not valid, so that the risks of a valid deal cannot be looked for."""


def check_report(checked: Sequence[Checked]) -> Report:
    """Go through the files in the order in which they were named."""
    return Report("check", lambda: tuple(_blocks(checked)), lambda: _contract(checked))


def _blocks(checked: Sequence[Checked]) -> Iterator[Block]:
    for one in checked:
        yield from _file(one)
    if len(checked) > 1:
        yield _summary(checked)


def _contract(checked: Sequence[Checked]) -> dict[str, Any]:
    return {"winsell": __version__, "report": REPORT, "kind": "check", "files": [_data(one) for one in checked]}


def _file(one: Checked) -> Iterator[Block]:
    yield Heading(Say("check.file", {"path": one.path}))
    yield Paragraph((Line(_state(one), tone=_tone(one)),))
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
    return Say("check.found" if one.findings else f"check.{one.silent}", {"count": len(one.findings), "on": one.on})


def _tone(one: Checked) -> Tone:
    if one.blocked_by is not None:
        return "yellow"
    if one.problems:
        return "red"
    return "green" if not one.findings and one.silent == "no-risks" else "plain"


def _problem(problem: Problem) -> Say:
    return Say("check.problem", {"place": _place(problem.path, problem.line), "problem": problem_say(problem)})


def problem_say(problem: Problem) -> Say:
    """Turn a problem into its sentence."""
    return Say(f"problem.{problem.code}", dict(problem.facts))


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
        "findings": findings,
    }
