"""What a page is made of before it is coloured: rows of pieces of text, each piece in one style."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from winsell.base.block import Tone
from winsell.base.fact import Fact, Say, Term
from winsell.views.plain import show
from winsell.views.says import Says
from winsell.views.screen import Screen
from winsell.views.signs import ASCII, UNICODE, Signs
from winsell.views.wrap import cells, wrap

Style = Tone | Literal["title", "faint", "red-mark", "yellow-mark", "white-mark", "green-mark"]


class Piece(NamedTuple):
    """Safe text in one style."""

    text: str
    style: Style = "plain"


Row = tuple[Piece, ...]


def trimmed(row: Row) -> Row:
    """Leave out the spaces at the end of a row."""
    pieces = list(row)
    while pieces and not pieces[-1].text.rstrip():
        pieces.pop()
    if pieces:
        pieces[-1] = pieces[-1]._replace(text=pieces[-1].text.rstrip())
    return tuple(pieces)


GUTTER = 3
"""Cells before everything but headings; the sign of a tone stands there."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a block needs in order to be laid out: the words and the screen."""

    says: Says
    screen: Screen

    @property
    def signs(self) -> Signs:
        """The signs that the screen can show."""
        return ASCII if self.screen.ascii else UNICODE

    def text(self, fact: Fact) -> str:
        """Put a fact into words that are safe to show; every text of a report passes here."""
        return show(self.says.say(fact)).strip()

    def labelled(self, name: str, text: str) -> str:
        """Put the name of a column before a text of it; both are safe to show."""
        return self.text(Say("column.labelled", {"name": name, "text": text})) if name else text

    def colour_word(self, tone: Style) -> str:
        """The word that a tone stands for; empty for the tones that only emphasise."""
        return self.text(Term("colour", tone)) if tone in MARKS else ""


MARKS: dict[Style, tuple[str, Style]] = {
    "red": ("!!", "red-mark"),
    "yellow": (" !", "yellow-mark"),
    "white": (" -", "white-mark"),
    "green": (" +", "green-mark"),
}
"""The sign of a tone, for whoever sees no colour."""


def gutter(tone: Style = "plain") -> Piece:
    """The space before a line, with the sign of its tone."""
    sign, style = MARKS.get(tone, ("", "plain"))
    return Piece(sign.ljust(GUTTER), style)


def hang(lead: Row, text: str, style: Style, room: int | None) -> Iterator[Row]:
    """Lay a text out behind a lead; its further lines begin below its first."""
    indent = sum(cells(piece.text) for piece in lead)
    before = lead
    for line in wrap(text, None if room is None else room - indent):
        yield (*before, Piece(line, style))
        before = (Piece(" " * indent),)
