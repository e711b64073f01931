"""Rows to coloured text: the only place that loads rich's console."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TextIO

from rich.console import Console
from rich.text import Text

from winsell.views.row import Row, Style, trimmed
from winsell.views.screen import USUAL

STYLES: Mapping[Style, str] = {
    "plain": "",
    "title": "bold",
    "strong": "bold",
    "dim": "dim",
    "faint": "dim",
    "red": "red",
    "yellow": "yellow",
    "white": "",
    "green": "green",
    "red-mark": "bold red",
    "yellow-mark": "bold yellow",
    "white-mark": "dim",
    "green-mark": "bold green",
}
"""Only the sixteen colours that a user's own theme defines."""


def paint(rows: Iterable[Row], out: TextIO) -> None:
    """Write rows in colour; whether colour is wanted was decided before."""
    console = Console(
        file=out,
        width=USUAL,  # rows are laid out already; else rich asks COLUMNS, and prints nothing where it says 0
        force_terminal=True,
        color_system="standard",
        no_color=False,
        highlight=False,
    )
    console.print(to_text(rows), soft_wrap=True, end="")


def to_text(rows: Iterable[Row]) -> Text:
    """Make rows a rich text, one line a row."""
    text = Text()
    for row in rows:
        for piece in trimmed(row):
            text.append(piece.text, STYLES[piece.style] or None)
        text.append("\n")
    return text
