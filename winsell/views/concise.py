"""A check as lines for grep and for editors: `path:line: severity CODE sentence`, one issue a line.

What has no line of its own stands at the first one, so that every line can be jumped to. Severity and code are the same
in every language. Idea: the form of gcc's messages, which vim, emacs and VS Code read.
"""

from __future__ import annotations

from winsell.base.block import Report
from winsell.views.plain import show
from winsell.views.says import Says

FIRST_LINE = 1


def render_concise(report: Report, says: Says) -> str:
    """Write a line for each issue."""
    return "".join(
        f"{show(sheet.path)}:{issue.line or FIRST_LINE}: {issue.severity} {issue.code} {show(says.say(issue.say))}\n"
        for sheet in report.sheets
        for issue in sheet.issues
    )
