"""Offsets into a text as lines and columns, and short excerpts of it.

In: a text and a character offset. Out: 1-based line and column, a line's own text. A line ends at LF, CR LF or CR,
and nowhere else, exactly as the parsers count; only problems ask, so the table is built late.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

_LINE_BREAK = re.compile(r"\r\n|\r|\n")
EXCERPT = 60
"""Characters of user text that a problem quotes at most."""


@dataclass(frozen=True, slots=True)
class Lines:
    """A text and where its lines begin."""

    text: str
    starts: tuple[int, ...]

    def locate(self, offset: int) -> tuple[int, int]:
        """Line and column of a character, both from 1."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def line(self, number: int) -> str:
        """The text of a line (from 1) without its line break; empty beyond the end."""
        if not 1 <= number <= len(self.starts):
            return ""
        end = self.starts[number] if number < len(self.starts) else len(self.text)
        return self.text[self.starts[number - 1] : end].rstrip("\r\n")


def split_lines(text: str) -> Lines:
    """The lines of a text."""
    return Lines(text, (0, *(match.end() for match in _LINE_BREAK.finditer(text))))


def excerpt(text: str) -> str:
    """The first line of a piece of user text, at most sixty characters; an ellipsis stands for what is left out."""
    first, *rest = _LINE_BREAK.split(text.strip(), maxsplit=1)
    cut = first[:EXCERPT].rstrip()
    return f"{cut}…" if rest or len(cut) < len(first.rstrip()) else cut
