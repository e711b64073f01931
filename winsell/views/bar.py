"""A number on a line: the bar of a gauge, the row and the spark of a series."""

from __future__ import annotations

from collections.abc import Iterable

from winsell.views.row import Piece, Row, Style
from winsell.views.signs import Signs

FEWEST_PLACES = 7
"""A shorter bar says nothing and is left out; its number stands beside it anyway."""


def place(value: float, floor: float, ceiling: float, steps: int) -> int:
    """The step, 0 to steps - 1, that a value between floor and ceiling stands on."""
    share = (value - floor) / (ceiling - floor) if ceiling > floor else 0.0
    return min(steps - 1, max(0, int(share * steps)))


def bar(signs: Signs, places: int, value: int | None, span: range, style: Style) -> Row:
    """Draw a bar of so many places, with a value on one and a range over some."""
    drawn = [signs.span if at in span else signs.track for at in range(places)]
    if value is not None:
        drawn[value] = signs.mark
    styles: list[Style] = [style if at in span or at == value else "faint" for at in range(places)]
    pieces: list[Piece] = [Piece(signs.ends[0], "faint")]
    for sign, one in zip(drawn, styles, strict=True):
        if pieces[-1].style == one:
            pieces[-1] = Piece(pieces[-1].text + sign, one)
        else:
            pieces.append(Piece(sign, one))
    return (*pieces, Piece(signs.ends[1], "faint"))


def spark(signs: Signs, values: Iterable[float | None], floor: float, ceiling: float) -> str:
    """Draw values as heights side by side; a gap is a sign of its own."""
    steps = [None if value is None else place(value, floor, ceiling, len(signs.levels)) for value in values]
    return "".join(signs.gap if step is None else signs.levels[step] for step in steps)
