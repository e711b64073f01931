"""Where a report is read: in a terminal or through a pipe, how wide, in which signs, in colour or not."""

from __future__ import annotations

import codecs
import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TextIO

NARROWEST = 20
"""A terminal that says it is narrower is believed to be this wide."""

MOST_DIGITS = 5
"""A width with more of them is no width; Python refuses to read 5,000."""

USUAL = 80
WIDEST_SENTENCE = 100
"""Beyond this the eye loses the line."""


@dataclass(frozen=True, slots=True)
class Screen:
    """Where a report is read."""

    width: int = USUAL
    """Cells in a line."""

    terminal: bool = True
    """Whether lines end at `width`; in a pipe each sentence and each row of a table is one line, for grep."""

    colour: bool = False
    ascii: bool = False
    """Whether bars and rules are drawn with ASCII signs only."""

    @property
    def room(self) -> int | None:
        """The cells a row of a table may take; None: as many as it needs."""
        return self.width if self.terminal else None

    @property
    def sentence_room(self) -> int | None:
        """The cells a line of a sentence may take."""
        return min(self.width, WIDEST_SENTENCE) if self.terminal else None


def screen_of(stream: TextIO, environ: Mapping[str, str], *, ascii_only: bool = False) -> Screen:
    """Find out where a stream leads: NO_COLOR, FORCE_COLOR, TERM=dumb and COLUMNS have their usual meaning."""
    terminal = stream.isatty()
    return Screen(
        width=max(NARROWEST, _width(stream, environ, terminal=terminal)),
        terminal=terminal,
        colour=_colour(environ, terminal=terminal),
        ascii=ascii_only or not terminal or not _is_utf8(stream),
    )


def _width(stream: TextIO, environ: Mapping[str, str], *, terminal: bool) -> int:
    stated = environ.get("COLUMNS", "")
    if stated.isdecimal() and len(stated) <= MOST_DIGITS and int(stated) > 0:
        return int(stated)
    if not terminal:
        return USUAL
    try:
        return os.get_terminal_size(stream.fileno()).columns or USUAL
    except (OSError, ValueError):
        return USUAL


def _colour(environ: Mapping[str, str], *, terminal: bool) -> bool:
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR", "0") not in {"", "0"}:
        return True
    return terminal and environ.get("TERM") != "dumb"


def _is_utf8(stream: TextIO) -> bool:
    try:
        return codecs.lookup(stream.encoding or "ascii").name == "utf-8"
    except LookupError:
        return False
