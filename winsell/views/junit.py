"""A check as a JUnit report, the XML that CI servers show as tests: a suite a file, a test case an issue.

A file without an issue is one case that passed. An issue because of which the command does not end with 0 is a failure,
what keeps a file from being valid an error; a softer risk is a case that passed and says so in its output, so that the
server's colour and the exit code agree. Idea: the schema of Jenkins' xUnit plugin, which the others read as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from winsell import __version__
from winsell.base.block import Report
from winsell.base.sheet import Issue, Sheet
from winsell.views.plain import show
from winsell.views.says import Says

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'


def render_junit(report: Report, says: Says) -> str:
    """Write the XML; no character in it that XML forbids."""
    sheets = report.sheets
    issues = [issue for sheet in sheets for issue in sheet.issues]
    skipped = sum(_waits(sheet) for sheet in sheets)
    counts = _counts(issues, sum(_cases(sheet) for sheet in sheets), skipped)
    suites = (line for sheet in sheets for line in _suite(sheet, says))
    whole = _element("testsuites", suites, name=f"winsell {__version__}", **counts)
    return "\n".join((_DECLARATION, *whole)) + "\n"


def _counts(issues: Sequence[Issue], cases: int, skipped: int) -> dict[str, int]:
    errors = sum(issue.broken for issue in issues)
    failures = sum(issue.heeded and not issue.broken for issue in issues)
    return {"tests": cases, "failures": failures, "errors": errors, "skipped": skipped, "time": 0}


def _cases(sheet: Sheet) -> int:
    return len(sheet.issues) or 1


def _waits(sheet: Sheet) -> bool:
    return sheet.waits is not None and not sheet.issues


def _suite(sheet: Sheet, says: Says) -> Iterator[str]:
    counts = _counts(sheet.issues, _cases(sheet), int(_waits(sheet)))
    cases = [line for issue in sheet.issues for line in _case(sheet.path, issue, says)]
    if not sheet.issues:
        why = _element("skipped", message=says.say(sheet.waits)) if _waits(sheet) else ()
        cases = list(_element("testcase", why, name="check", classname=sheet.path, time=0))
    yield from _element("testsuite", cases, name=sheet.path, **counts)


def _case(path: str, issue: Issue, says: Says) -> Iterator[str]:
    said, line = show(says.say(issue.say)), issue.line or 1
    first = f"{show(path)}:{line}: {issue.severity} {issue.code} {said}"
    whole = "\n".join((first, *(show(says.say(one)) for one in issue.notes)))
    if issue.broken or issue.heeded:
        told = _texted("error" if issue.broken else "failure", whole, type=issue.code, message=said)
    else:
        told = _texted("system-out", whole)
    yield from _element("testcase", (told,), name=f"{issue.code}: {said}", classname=path, file=path, line=line, time=0)


def _element(tag: str, inner: Iterable[str] = (), **attributes: object) -> Iterator[str]:
    """Write an element with its children indented below it."""
    lines = [f"  {line}" if line.startswith((" ", "<")) else line for line in inner]
    yield f"{_head(tag, attributes)}{'>' if lines else '/>'}"
    yield from lines
    if lines:
        yield f"</{tag}>"


def _texted(tag: str, text: str, **attributes: object) -> str:
    """Write an element that holds a text, whose own lines stay as they are."""
    return f"{_head(tag, attributes)}>{escape(text)}</{tag}>"


def _head(tag: str, attributes: Mapping[str, object]) -> str:
    return " ".join((f"<{tag}", *(f"{name}={quoteattr(show(str(value)))}" for name, value in attributes.items())))
