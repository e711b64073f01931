"""A check as SARIF 2.1.0, the JSON in which code scanners report: GitHub, Azure DevOps and editors read it.

In: the sheets of a report. Out: one run. A result carries a fingerprint made of its code, its deal and what it is
about, so that a server knows it again when lines move. A risk that somebody decided to live with is a result that is
suppressed, with the reason. What has no line of its own stands at the first one. Source:
OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0", errata 01.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from winsell import __version__
from winsell.base.block import Report
from winsell.base.fact import Say
from winsell.base.finding import Severity
from winsell.base.sheet import Issue, Sheet
from winsell.views.as_json import json_text
from winsell.views.plain import show
from winsell.views.says import Says

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: Mapping[Severity, str] = {"error": "error", "warning": "warning", "hint": "note"}
_HEX_BYTES = 16

Data = dict[str, Any]


def render_sarif(report: Report, says: Says) -> str:
    """Write the log."""
    rules = _rules(report.sheets)
    run = {
        "tool": {
            "driver": {
                "name": "winsell",
                "semanticVersion": __version__,
                "language": says.say(Say("check.language")),
                "rules": [_rule(issue, says) for issue in rules.values()],
            }
        },
        "language": says.say(Say("check.language")),
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"%SRCROOT%": {"description": {"text": "."}}},
        "artifacts": [{"location": _location(sheet.path)} for sheet in report.sheets],
        "results": list(_results(report.sheets, list(rules), says)),
    }
    return json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rules(sheets: Sequence[Sheet]) -> dict[str, Issue]:
    """Return an issue of each code, by code."""
    found: dict[str, Issue] = {}
    for sheet in sheets:
        for issue in (*sheet.issues, *sheet.accepted):
            found.setdefault(issue.code, issue)
    return dict(sorted(found.items()))


def _rule(issue: Issue, says: Says) -> Data:
    meaning = show(says.say(issue.meaning))
    rule: Data = {"id": issue.code, "shortDescription": {"text": meaning}}
    if issue.help:
        lines = [show(says.say(fact)) for fact in issue.help]
        marked = "\n\n".join((f"**{meaning}**", lines[0], "\n".join(f"- {line}" for line in lines[1:])))
        whole = {"text": "\n".join((meaning, *lines)), "markdown": marked}
        rule |= {"fullDescription": {"text": f"{meaning} {lines[0]}"}, "help": whole}
    return rule


def _results(sheets: Sequence[Sheet], codes: Sequence[str], says: Says) -> Iterator[Data]:
    for number, sheet in enumerate(sheets):
        seen: Counter[str] = Counter()
        for issue in (*sheet.issues, *sheet.accepted):
            seen[issue.identity] += 1
            region = {"startLine": issue.line or 1}
            if issue.column is not None:
                region["startColumn"] = issue.column
            place = {"artifactLocation": _location(sheet.path) | {"index": number}, "region": region}
            yield {
                "ruleId": issue.code,
                "ruleIndex": codes.index(issue.code),
                "level": _LEVELS[issue.severity],
                "message": {"text": "\n".join(show(says.say(fact)) for fact in (issue.say, *issue.notes))},
                "locations": [{"physicalLocation": place}],
                "partialFingerprints": _fingerprints(issue, seen[issue.identity]),
                "suppressions": list(_suppressions(issue, says)),
            }


def _suppressions(issue: Issue, says: Says) -> Iterator[Data]:
    """Yield why an issue is to be passed over; a result without any counts."""
    if issue.reason is not None:
        yield {"kind": "external", "justification": show(says.say(issue.reason))}


def _fingerprints(issue: Issue, occurrence: int) -> Data:
    """Return the hash under a name of our own, and under the one by which GitHub matches results."""
    from hashlib import blake2b  # loads OpenSSL, which other formats do not need

    said = issue.identity.encode("utf-8", "surrogatepass")
    digest = f"{blake2b(said, digest_size=_HEX_BYTES // 2).hexdigest()}:{occurrence}"
    return {"winsellIssue/v1": digest, "primaryLocationLineHash": digest}


def _location(path: str) -> Data:
    """Return the address of a file: relative to where the program runs, unless it lies outside."""
    relative = os.path.normpath(path)
    if os.path.isabs(relative) or relative.split(os.sep, 1)[0] == os.pardir:  # noqa: PTH117 - as normpath wrote it
        return {"uri": Path(os.path.abspath(path)).as_uri()}  # noqa: PTH100 - resolving would follow links
    return {"uri": quote(os.fsencode(Path(relative).as_posix())), "uriBaseId": "%SRCROOT%"}
