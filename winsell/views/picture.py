"""A screen as a picture (SVG), for the README and for looking at: no script, no link, no font from the network.

Drawn here rather than by rich, whose export squeezes Chinese text to half its width and loads a font from the network.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from itertools import groupby, islice

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

BRAILLE = 0x2800
_LEFT, _RIGHT, _ROWS = CELL * 0.28, CELL * 0.72, (-10.5, -7.0, -3.5, 0.0)
_DOTS = (
    *((_LEFT, y) for y in _ROWS[:3]),
    *((_RIGHT, y) for y in _ROWS[:3]),
    (_LEFT, _ROWS[3]),
    (_RIGHT, _ROWS[3]),
)
"""Where each dot of a Braille pattern stands within its cell, in the order of its bits."""

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


def render_svg(report: Report, says: Says, width: int, most: int | None = None) -> str:
    """Draw a report, or its first `most` rows, as a terminal of `width` cells would; always the same bytes for it."""
    rows = tuple(islice(lay_out(report, says, Screen(width=width, colour=True)), most))
    return _PAGE.format(
        width=2 * MARGIN + CELL * width,
        height=2 * MARGIN + LINE * len(rows),
        size=SIZE,
        looks="\n".join(_look(style, look) for style, look in LOOKS.items()),
        texts="\n".join(_texts(rows)),
    )


def _look(style: Style, look: str) -> str:
    colour = look.removeprefix("fill:").partition(";")[0]
    return f".{style} {{ {look} }} .dots-{style} {{ stroke:{colour};stroke-width:2.4;stroke-linecap:round }}"


def _texts(rows: Sequence[Row]) -> Iterator[str]:
    for number, row in enumerate(rows):
        bottom = MARGIN + LINE * number + SIZE
        yield from _pieces(row, bottom)


def _text(text: str, start: int, bottom: float, style: Style) -> str:
    """A text, as long as its cells whatever the font that a reader has."""
    place = f'x="{MARGIN + CELL * start:g}" y="{bottom:g}" textLength="{CELL * cells(text):g}"'
    return f'<text class="{style}" {place} lengthAdjust="spacingAndGlyphs">{escape(text)}</text>'


def _is_braille(character: str) -> bool:
    return BRAILLE <= ord(character) < BRAILLE + 256


def _dots(text: str, start: int, bottom: float, style: Style) -> str:
    """Bars and lines, whose Braille patterns few fonts have and none in this width, dot by dot."""
    drawn = [
        f"M{MARGIN + CELL * (start + at) + x:g} {bottom + y:g}h0"
        for at, character in enumerate(text)
        for bit, (x, y) in enumerate(_DOTS)
        if (ord(character) - BRAILLE) >> bit & 1
    ]
    return f'<path class="dots-{style}" d="{"".join(drawn)}"/>'


def _pieces(row: Iterable[Piece], bottom: float) -> Iterator[str]:
    column = 0
    for text, style in row:
        for is_braille, signs in groupby(text, _is_braille):
            run = "".join(signs)
            inked = run.strip()
            start = column + cells(run) - cells(run.lstrip())
            if inked:
                yield _dots(inked, start, bottom, style) if is_braille else _text(inked, start, bottom, style)
            column += cells(run)
