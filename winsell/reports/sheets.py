"""The files of a check as sheets: each risk and each problem with its line, its sentences and what it is in general."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from posixpath import normpath

from winsell.base.fact import Fact, Say
from winsell.base.finding import Finding, Severity
from winsell.base.problem import Problem
from winsell.base.sheet import Issue, Sheet
from winsell.reports.checked import Checked, problem_say
from winsell.reports.risks import in_general, parts


@dataclass(frozen=True, slots=True)
class _Found:
    """An issue and the file that it stands in."""

    path: str
    issue: Issue


def sheets(checked: Sequence[Checked], bad_enough: Collection[Severity]) -> Iterator[Sheet]:
    """Yield a sheet for each file, and for each other file that keeps one of them from being valid."""
    names: dict[str, str] = {}
    issues: dict[str, list[Issue]] = {}
    for path in (one.path for one in checked):
        names.setdefault(normpath(path), path)
    for found in (found for one in checked for found in _issues(one, bad_enough)):
        of_file = issues.setdefault(normpath(found.path), [])
        names.setdefault(normpath(found.path), found.path)
        if found.issue not in of_file:
            of_file.append(found.issue)
    waits = {normpath(one.path): _waits(one) for one in checked}
    accepted = {normpath(one.path): tuple(_accepted(one)) for one in checked}
    for key, path in names.items():
        yield Sheet(path, tuple(issues.get(key, ())), accepted.get(key, ()), waits.get(key))


def _waits(one: Checked) -> Fact:
    """Say for which other file a deal waits."""
    elsewhere = (problem.path for problem in one.problems if problem.path != one.path)
    path = one.blocked_by or next(elsewhere, None)
    return None if path is None else Say("check.waits", {"path": path})


def _issues(one: Checked, bad_enough: Collection[Severity]) -> Iterator[_Found]:
    yield from (_Found(problem.path or one.path, _of_problem(problem)) for problem in one.problems)
    yield from (_Found(one.path, _of_finding(one, finding, bad_enough)) for finding in one.findings)


def _accepted(one: Checked) -> Iterator[Issue]:
    for accepted in one.accepted:
        if accepted.acceptance.holds:
            issues = (_of_finding(one, finding, ()) for finding in accepted.findings)
            yield from (replace(issue, reason=accepted.acceptance.reason) for issue in issues)


def _of_problem(problem: Problem) -> Issue:
    lasting = tuple(f"{key}={value}" for key, value in sorted(problem.facts.items()) if isinstance(value, str))
    return Issue(
        problem.code,
        "error",
        problem_say(problem),
        Say("check.problem-meaning"),
        line=problem.line,
        column=problem.column,
        identity="|".join((problem.code, *lasting)),
        broken=True,
    )


def _of_finding(one: Checked, finding: Finding, bad_enough: Collection[Severity]) -> Issue:
    fact, why, ask, clear = parts(finding)
    meaning, help_ = in_general(finding.code, one.top_ranks)
    return Issue(
        finding.code,
        finding.severity,
        fact,
        meaning,
        line=one.subject.line_of(finding.where) if one.subject else None,
        notes=(why, Say("risk.ask", {"ask": ask}), Say("risk.clear", {"clear": clear})),
        help=help_,
        identity=_identity(one, finding),
        heeded=finding.severity in bad_enough,
    )


def _identity(one: Checked, finding: Finding) -> str:
    """Say which risk of which deal it is, whatever the lines of the file and the stage of the deal."""
    places = dict.fromkeys(".".join(place) for place in (finding.where, *finding.roots))
    return "|".join(
        (finding.code, one.subject.id if one.subject else "", *places, str(finding.facts.get("case") or ""))
    )
