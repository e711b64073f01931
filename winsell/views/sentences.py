"""Headings, paragraphs and checklists as rows: whatever is a sentence with something before or under it."""

from __future__ import annotations

from collections.abc import Iterator

from winsell.base.block import Checklist, Definitions, Heading, Line, Paragraph
from winsell.views.row import GUTTER, MARKS, Page, Piece, Row, Style, gutter, hang
from winsell.views.wrap import cells, pad, widest, wrap

NARROW = 40
"""Below this the word of a tone stands above its sentence, not before it."""

_SHORTEST_RULE = 3

_WIDEST_NAME = 32
"""A longer name has its meaning below it."""


def heading(page: Page, block: Heading) -> Iterator[Row]:
    """Lay out a title, or a section's name and the rule behind it."""
    room = page.screen.sentence_room
    *lines, last = wrap(page.text(block.say), room)
    yield from ((Piece(line, "title"),) for line in lines)
    length = 0 if room is None else room - widest(last) - 1
    if block.level == 1 or length < _SHORTEST_RULE:
        yield (Piece(last, "title"),)
    else:
        yield Piece(f"{last} ", "title"), Piece(page.signs.rule * length, "faint")


def paragraph(page: Page, block: Paragraph) -> Iterator[Row]:
    """Lay out sentences with their notes under them."""
    for line in block.lines:
        style: Style = "plain" if line.tone == "white" else line.tone
        yield from hang((gutter(line.tone),), page.text(line.say), style, page.screen.sentence_room)
        yield from _notes(page, line, GUTTER)


def checklist(page: Page, block: Checklist) -> Iterator[Row]:
    """Lay out sentences, each behind the sign and the word of its tone."""
    words = {tone: page.colour_word(tone) for tone in MARKS}
    column = max(cells(word) for word in words.values()) + 2
    for line in block.lines:
        yield from _item(page, line, words.get(line.tone, ""), column)


def definitions(page: Page, block: Definitions) -> Iterator[Row]:
    """Lay out names with what they stand for, side by side where there is room."""
    named = [(page.text(entry.name), page.text(entry.say)) for entry in block.entries]
    room = page.screen.sentence_room
    column = max((cells(name) for name, _ in named if cells(name) <= _WIDEST_NAME), default=0) + 2
    indent = GUTTER + 2 if room is not None and room < NARROW + column else GUTTER + column
    for name, text in named:
        if GUTTER + widest(name) + 2 > indent:
            yield from hang((Piece(" " * GUTTER),), name, "strong", room)
            yield from hang((Piece(" " * indent),), text, "plain", room)
        else:
            lead = (Piece(" " * GUTTER), Piece(pad(name, indent - GUTTER), "strong"))
            yield from hang(lead, text, "plain", room)


def _item(page: Page, line: Line, word: str, column: int) -> Iterator[Row]:
    room = page.screen.sentence_room
    style = MARKS[line.tone][1] if line.tone in MARKS else line.tone
    if room is not None and room < NARROW:
        if word:
            yield gutter(line.tone), Piece(word, style)
        yield from hang((Piece(" " * GUTTER),), page.text(line.say), "plain", room)
        yield from _notes(page, line, GUTTER)
        return
    yield from hang((gutter(line.tone), Piece(pad(word, column), style)), page.text(line.say), "plain", room)
    yield from _notes(page, line, GUTTER + column)


def _notes(page: Page, line: Line, indent: int) -> Iterator[Row]:
    lead = (Piece(" " * indent), Piece("- ", "faint"))
    for note in line.notes:
        text = page.text(note)
        if text:
            yield from hang(lead, text, "dim", page.screen.sentence_room)
