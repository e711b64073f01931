"""A screen as a picture (SVG), for the README and for looking at: no script, no link, no font from the network.

Drawn here rather than by rich, whose export squeezes Chinese text to half its width and loads a font from the network.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape

from winsell.base.block import Report
from winsell.views.row import Piece, Row, Style
from winsell.views.says import Says
from winsell.views.screen import Screen
from winsell.views.terminal import lay_out
from winsell.views.wrap import cells

CELL, LINE, SIZE = 8.4, 20, 14
"""Pixels: the width of a cell, the height of a line, the size of the font."""

MARGIN = 24

_INK, _PALE, _RED, _YELLOW, _GREEN = "#262a33", "#747986", "#b3261e", "#8a5a00", "#1f7a45"
_BOLD = ";font-weight:bold"

LOOKS: Mapping[Style, str] = {
    "plain": f"fill:{_INK}",
    "title": f"fill:{_INK}{_BOLD}",
    "strong": f"fill:{_INK}{_BOLD}",
    "dim": f"fill:{_PALE}",
    "faint": f"fill:{_PALE}",
    "red": f"fill:{_RED}",
    "yellow": f"fill:{_YELLOW}",
    "white": f"fill:{_INK}",
    "green": f"fill:{_GREEN}",
    "red-mark": f"fill:{_RED}{_BOLD}",
    "yellow-mark": f"fill:{_YELLOW}{_BOLD}",
    "white-mark": f"fill:{_PALE}",
    "green-mark": f"fill:{_GREEN}{_BOLD}",
}

_PAGE = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" width="{width:g}" height="{height:g}">
<style>
text {{ font: {size}px "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; white-space: pre }}
{looks}
</style>
<rect width="{width:g}" height="{height:g}" rx="8" fill="#fbfaf7"/>
{texts}
</svg>
"""


def render_svg(report: Report, says: Says, width: int) -> str:
    """Draw a report as a terminal of `width` cells would show it; the same report gives the same bytes."""
    rows = tuple(lay_out(report, says, Screen(width=width, colour=True)))
    return _PAGE.format(
        width=2 * MARGIN + CELL * width,
        height=2 * MARGIN + LINE * len(rows),
        size=SIZE,
        looks="\n".join(f".{style} {{ {look} }}" for style, look in LOOKS.items()),
        texts="\n".join(_texts(rows)),
    )


def _texts(rows: Sequence[Row]) -> Iterator[str]:
    for number, row in enumerate(rows):
        bottom = MARGIN + LINE * number + SIZE
        yield from _pieces(row, bottom)


def _pieces(row: Iterable[Piece], bottom: float) -> Iterator[str]:
    column = 0
    for text, style in row:
        inked = text.strip()
        if inked:
            left = MARGIN + CELL * (column + cells(text) - cells(text.lstrip()))
            length = CELL * cells(inked)
            place = f'x="{left:g}" y="{bottom:g}" textLength="{length:g}" lengthAdjust="spacingAndGlyphs"'
            yield f'<text class="{style}" {place}>{escape(inked)}</text>'
        column += cells(text)
