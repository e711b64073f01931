"""The output formats by name, those of every report and those of a check alone; each is loaded when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TextIO

from winsell.base.block import Report
from winsell.views.says import Says
from winsell.views.screen import Screen

Format = Callable[[Report, Says, Screen, TextIO], None]
"""Writes a report to a stream."""


def _terminal(report: Report, says: Says, screen: Screen, out: TextIO) -> None:
    from winsell.views.terminal import write

    write(report, says, screen, out)


def _json(report: Report, _says: Says, _screen: Screen, out: TextIO) -> None:
    from winsell.views.as_json import render_json

    out.write(render_json(report))


def _markdown(report: Report, says: Says, _screen: Screen, out: TextIO) -> None:
    from winsell.views.markdown import render_markdown

    out.write(render_markdown(report, says))


def _concise(report: Report, says: Says, _screen: Screen, out: TextIO) -> None:
    from winsell.views.concise import render_concise

    out.write(render_concise(report, says))


def _sarif(report: Report, says: Says, _screen: Screen, out: TextIO) -> None:
    import json

    from winsell.views.in_any_encoding import in_any_encoding
    from winsell.views.sarif import render_sarif

    out.write(in_any_encoding(render_sarif(report, says), out, lambda one: json.dumps(one)[1:-1]))


def _github(report: Report, says: Says, _screen: Screen, out: TextIO) -> None:
    from winsell.views.github import render_github

    out.write(render_github(report, says))


def _junit(report: Report, says: Says, _screen: Screen, out: TextIO) -> None:
    from winsell.views.in_any_encoding import in_any_encoding
    from winsell.views.junit import render_junit

    out.write(in_any_encoding(render_junit(report, says), out, lambda one: f"&#{ord(one)};"))


def _text(report: Report, says: Says, _screen: Screen, out: TextIO) -> None:
    from winsell.views.text import render_text

    out.write(render_text(report, says))


FORMATS: Mapping[str, Format] = {"terminal": _terminal, "json": _json, "markdown": _markdown}
OF_CHECK: Mapping[str, Format] = {"concise": _concise, "sarif": _sarif, "github": _github, "junit": _junit}
"""Those that hold the sheets of a report, for other programs to read."""
OF_WEEK: Mapping[str, Format] = {"text": _text}
"""For a messenger, which draws nothing."""
EVERY: Mapping[str, Format] = {**FORMATS, **OF_CHECK}
