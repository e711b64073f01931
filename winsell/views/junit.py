"""A check as a JUnit report, the XML that CI servers show as tests: a suite a file, a test case an issue.

A file without an issue is one case that passed. An issue because of which the command does not end with 0 is a failure,
what keeps a file from being valid an error; a softer risk is a case that passed and says so in its output, so that the
server's colour and the exit code agree. Idea: the schema of Jenkins' xUnit plugin, which the others read as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from winsell import __version__
from winsell.base.block import Report
from winsell.base.sheet import Issue, Sheet
from winsell.views.plain import show
from winsell.views.says import Says


def render_junit(report: Report, says: Says) -> str:
    """Write the XML; no character in it that XML forbids."""
    suites = report.sheets
    head = _counts([issue for sheet in suites for issue in sheet.issues], sum(_cases(sheet) for sheet in suites))
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<testsuites name="winsell {__version__}" {head}>',
        *(line for sheet in suites for line in _suite(sheet, says)),
        "</testsuites>",
    ]
    return "\n".join(lines) + "\n"


def _cases(sheet: Sheet) -> int:
    return len(sheet.issues) or 1


def _counts(issues: list[Issue] | tuple[Issue, ...], cases: int, skipped: int = 0) -> str:
    errors = sum(issue.broken for issue in issues)
    failures = sum(issue.heeded and not issue.broken for issue in issues)
    return f'tests="{cases}" failures="{failures}" errors="{errors}" skipped="{skipped}" time="0"'


def _suite(sheet: Sheet, says: Says) -> Iterator[str]:
    path = _quoted(sheet.path)
    waits = sheet.waits is not None and not sheet.issues
    yield f"  <testsuite name={path} {_counts(sheet.issues, _cases(sheet), int(waits))}>"
    if waits:
        yield f'    <testcase name="check" classname={path} time="0">'
        yield f"      <skipped message={_quoted(says.say(sheet.waits))}/>"
        yield "    </testcase>"
    elif not sheet.issues:
        yield f'    <testcase name="check" classname={path} time="0"/>'
    for issue in sheet.issues:
        yield from _case(sheet.path, issue, says)
    yield "  </testsuite>"


def _case(path: str, issue: Issue, says: Says) -> Iterator[str]:
    said, line = show(says.say(issue.say)), issue.line or 1
    place = f'classname={_quoted(path)} file={_quoted(path)} line="{line}"'
    yield f'    <testcase name={_quoted(f"{issue.code}: {said}")} {place} time="0">'
    first = f"{show(path)}:{line}: {issue.severity} {issue.code} {said}"
    whole = "\n".join((first, *(show(says.say(one)) for one in issue.notes)))
    if issue.broken or issue.heeded:
        tag = "error" if issue.broken else "failure"
        yield f"      <{tag} type={_quoted(issue.code)} message={_quoted(said)}>{escape(whole)}</{tag}>"
    else:
        yield f"      <system-out>{escape(whole)}</system-out>"
    yield "    </testcase>"


def _quoted(text: str) -> str:
    return quoteattr(show(text))
