"""Gauges as rows: the sentence that reads the number, and the bar between nothing and everything."""

from __future__ import annotations

from collections.abc import Iterator

from winsell.base.block import Gauge
from winsell.base.fact import Percent
from winsell.views.bar import FEWEST_PLACES, bar, place
from winsell.views.row import GUTTER, Page, Piece, Row, Style, gutter, hang
from winsell.views.wrap import cells

PLACES = 50


def gauge(page: Page, block: Gauge) -> Iterator[Row]:
    """Lay out the sentence, and the bar under it unless there is nothing to draw or no room for it."""
    style: Style = "strong" if block.tone in {"plain", "white"} else block.tone
    yield from hang((gutter(block.tone),), page.text(block.say), style, page.screen.sentence_room)
    ends = [end for end in (block.low, block.value, block.high) if end is not None]
    left, right = f"{page.text(Percent(0.0))} ", f" {page.text(Percent(1.0))}"
    places = min(PLACES, page.screen.width - GUTTER - cells(left) - cells(right) - sum(map(len, page.signs.ends)))
    if not ends or places < FEWEST_PLACES:
        return
    low, high = (place(end, 0.0, 1.0, places) for end in (min(ends), max(ends)))
    value = None if block.value is None else place(block.value, 0.0, 1.0, places)
    drawn = bar(page.signs, places, value, range(low, high + 1), _bar_style(block))
    yield Piece(" " * GUTTER), Piece(left, "dim"), *drawn, Piece(right, "dim")


def _bar_style(block: Gauge) -> Style:
    return "plain" if block.tone in {"plain", "white", "strong", "dim"} else block.tone
