"""The output formats by name; each is loaded when it is asked for."""

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


FORMATS: Mapping[str, Format] = {"terminal": _terminal, "json": _json, "markdown": _markdown}
