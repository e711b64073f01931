"""A check as annotations of GitHub Actions: `::error file=...,line=...,title=...::message`, one issue a line.

In: the sheets of a report. Out: workflow commands. In a property `%`, CR, LF, `:` and `,` are escaped, in a message
`%`, CR and LF, as GitHub documents and its toolkit does; whatever else could act on a log is spelt out before. Every
line begins with a command of ours, so no text of a file can be taken for one.
"""

from __future__ import annotations

from collections.abc import Mapping

from winsell.base.block import Report
from winsell.base.finding import Severity
from winsell.base.sheet import Issue
from winsell.views.plain import show
from winsell.views.says import Says

_LEVELS: Mapping[Severity, str] = {"error": "error", "warning": "warning", "hint": "notice"}
_IN_MESSAGE = {ord("%"): "%25", ord("\r"): "%0D", ord("\n"): "%0A"}
_IN_PROPERTY = _IN_MESSAGE | {ord(":"): "%3A", ord(","): "%2C"}


def render_github(report: Report, says: Says) -> str:
    """Write an annotation for each issue."""
    return "".join(_annotation(sheet.path, issue, says) for sheet in report.sheets for issue in sheet.issues)


def _annotation(path: str, issue: Issue, says: Says) -> str:
    place = {"file": path.replace("\\", "/"), "line": str(issue.line or 1)}
    if issue.column is not None:
        place["col"] = str(issue.column)
    place["title"] = issue.code
    properties = ",".join(f"{name}={_escaped(value, _IN_PROPERTY)}" for name, value in place.items())
    message = "%0A".join(_escaped(show(says.say(fact)), _IN_MESSAGE) for fact in (issue.say, *issue.notes))
    return f"::{_LEVELS[issue.severity]} {properties}::{message}\n"


def _escaped(text: str, signs: Mapping[int, str]) -> str:
    """Escape first, so that a line break of a file's name is told apart from a space."""
    return show(text.translate(signs))
