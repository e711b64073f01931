"""Reports as GitHub-flavoured Markdown, for mails and pull requests: each kind of block in a form that also reads raw.

In: a report and whoever says its facts; the screen does not matter. Out: text in which nothing that a user wrote is
markup. Each text passes `show` in `row.Page`, so it is one line, and then `escaped`. No HTML is written at all. What
our own sentences put between backticks is code; backticks of a user's are text.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from winsell.base.block import (
    Block,
    Chart,
    Checklist,
    Definition,
    Definitions,
    Diff,
    Gauge,
    Heading,
    Line,
    Paragraph,
    Report,
    Series,
    Sparks,
    Table,
    Tone,
)
from winsell.base.fact import Fact, Named, Say
from winsell.base.label import Label
from winsell.views.plain import show
from winsell.views.row import MARKS, Page
from winsell.views.says import Says
from winsell.views.screen import Screen
from winsell.views.trends import same_days

BULLETS = "-*"
"""A list after a list changes its bullet; with the same one the two would become one."""

BOLD: frozenset[Tone] = frozenset({"strong", "red"})

_BREAK = "\u200b"
_LINKING = re.compile(
    r"(?<=@)(?=\S)"  # a mention, a mail address
    r"|(?<=:)(?=//)|(?<=www)(?=\.)"  # an address of the web
    r"|(?<=#)(?=\d)|(?<=GH)(?=-\d)"  # an issue
    r"|(?<=:)(?=[a-z0-9_+-]+:)",  # an emoji's name
    re.IGNORECASE | re.ASCII,
)
"""Where GitHub begins to see a link in plain text. It looks after the escapes are gone, so they do not help: a space
without width, spelt as an entity, does (renovate and dependabot do the same). A user's own was spelt out by `show`."""

_MARKUP = re.compile(r"[\\`*_\[\]<>|#~&$]")
_LEADING = re.compile(r"[-+=:]|(?<=\d)[.)](?=\s|$)")
_TICKS = re.compile(r"`+")
_NUMBER = re.compile(r"\d{1,9}(?=[.)])", re.ASCII)

_OWN, _TICK = "\ue000\ue001", "\ue000\ue002"
"""What stands in for a user's U+E000, so that the other cannot be feigned, and for a user's backtick."""
_CODE = re.compile(r"(?<!`)(`[^`|\s\ue000](?:[^`|\ue000]*[^`|\s\ue000])?`)(?!`)")
"""Code of our sentences. A pipe would end it in a cell, and a user's backtick anywhere: these go the way of text."""


def render_markdown(report: Report, says: Says) -> str:
    """Make a report a Markdown text."""
    page = Page(_Quoting(says), Screen())
    text = "\n\n".join(_parts(page, report.blocks))
    return f"{text}\n" if text else ""


def escaped(text: str) -> str:
    """Make safe text (see `plain`) mean itself within a line, but for the code in our sentences."""
    parts = _CODE.split(text)
    return "".join(part if number % 2 else _escaped(part) for number, part in enumerate(parts))


def _escaped(text: str) -> str:
    linkless = _LINKING.sub(_BREAK, text.replace(_TICK, "`").replace(_OWN, _OWN[0]))
    return _MARKUP.sub(r"\\\g<0>", linkless).replace(_BREAK, "&#8203;")


def escaped_line(text: str) -> str:
    """Make safe text mean itself where a block may begin, so that no `1.` or `-` makes a list of it."""
    number = _NUMBER.match(text)
    at = number.end() if number else 0
    return f"{text[:at]}\\{escaped(text[at:])}" if _LEADING.match(text, at) else escaped(text)


@dataclass(frozen=True, slots=True)
class _Quoting:
    """Says facts with a stand-in for each backtick that a user wrote, so that those left are our own."""

    says: Says

    def say(self, fact: Fact, /) -> str:
        return self.says.say(_quoted(fact))


def _quoted(fact: Fact) -> Fact:
    match fact:
        case str():
            return _ticks(fact)
        case tuple():
            return tuple(_quoted(one) for one in fact)
        case Say():
            return replace(fact, facts={name: _quoted(one) for name, one in fact.facts.items()})
        case Named():
            text = None if fact.text is None else _ticks(fact.text)
            return replace(fact, id=_ticks(fact.id), text=text, label=_quoted_label(fact.label))
        case _:
            return fact


def _quoted_label(label: Label | None) -> Label | None:
    if label is None:
        return None
    return label.model_copy(update={name: text and _ticks(text) for name, text in (("en", label.en), ("zh", label.zh))})


def _ticks(text: str) -> str:
    return text.replace(_OWN[0], _OWN).replace("`", _TICK)


def _parts(page: Page, blocks: Sequence[Block]) -> Iterator[str]:
    """Each block, series over the same days as one."""
    bullets = deque(BULLETS)
    at = 0
    while at < len(blocks):
        end = next((n for n in range(at + 1, len(blocks)) if not same_days(blocks[at], blocks[n])), len(blocks))
        parts = [part for part in _part(page, blocks[at], blocks[at:end], bullets[0]) if part]
        yield from parts
        if parts:
            bullets.rotate()
        at = end


def _part(page: Page, block: Block, group: Sequence[Block], bullet: str) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{'#' * block.level} {_text(page, block.say)}"
        case Paragraph():
            yield from _paragraph(page, block, bullet)
        case Checklist():
            yield _list(page, ((_worded(page, line), line.notes) for line in block.lines), bullet)
        case Definitions():
            yield _list(page, ((_defined(page, one), ()) for one in block.entries), bullet)
        case Chart() | Gauge():
            yield _bold(_text(page, block.say))
        case Table():
            yield _table(page, block)
        case Series():
            yield from _series(page, [one for one in group if isinstance(one, Series)])
        case Sparks():
            yield _sparks(page, block)
        case Diff():
            yield _diff(block)
        case _:
            assert_never(block)


def _text(page: Page, fact: Fact) -> str:
    return escaped(page.text(fact))


def _line(page: Page, fact: Fact) -> str:
    return escaped_line(page.text(fact))


def _bold(text: str) -> str:
    return f"**{text}**" if text else ""


def _toned(text: str, tone: Tone) -> str:
    return _bold(text) if tone in BOLD else text


def _paragraph(page: Page, block: Paragraph, bullet: str) -> Iterator[str]:
    """One sentence is a paragraph with a list of its notes; several are a list."""
    if len(block.lines) != 1:
        yield _list(page, ((_signed(page, line), line.notes) for line in block.lines), bullet)
        return
    yield _signed(page, block.lines[0])
    yield _list(page, ((_line(page, note), ()) for note in block.lines[0].notes), bullet)


def _signed(page: Page, line: Line) -> str:
    """A sentence behind the sign of its tone; a dash, the sign of what may wait, would look like a bullet."""
    sign = MARKS[line.tone][0].strip() if line.tone in MARKS and line.tone != "white" else ""
    text = _line(page, line.say)
    return f"{_bold(sign)} {text}" if sign and text else _toned(text, line.tone)


def _worded(page: Page, line: Line) -> str:
    """A sentence behind the word of its tone."""
    word = escaped(page.colour_word(line.tone))
    text = _line(page, line.say)
    return f"{_bold(word)} {text}" if word else _toned(text, line.tone)


def _defined(page: Page, one: Definition) -> str:
    return " ".join(filter(None, (_bold(_line(page, one.name)), _line(page, one.say))))


def _list(page: Page, items: Iterable[tuple[str, Iterable[Fact]]], bullet: str) -> str:
    """Each text with its notes below it."""
    lines: list[str] = []
    for text, notes in items:
        below = [f"  {bullet} {note}" for note in (_line(page, note) for note in notes) if note]
        if text or below:
            lines += [f"{bullet} {text}".rstrip(), *below]
    return "\n".join(lines)


def _table(page: Page, block: Table) -> str:
    if not block.rows or not block.columns:
        return ""
    rows = [[_toned(_text(page, cell.fact), cell.tone) for cell in row] for row in block.rows]
    names = [_text(page, column.say) for column in block.columns]
    return _pipes(names, [column.right for column in block.columns], rows)


def _sparks(page: Page, block: Sparks) -> str:
    """A row a line: its name, its numbers from the first day on, its last one and the one before, its note."""
    rows = []
    for at, one in enumerate(block.series):
        shown = [_text(page, number) for number in one.latest]
        notes = [_text(page, block.notes[at])] if block.notes else []
        rows.append([_text(page, one.say), _text(page, tuple(point.shown for point in one.points)), *shown, *notes])
    more = [""] if block.notes else []
    names = ["", *(_text(page, column) for column in block.columns), *more]
    return _pipes(names, [False, False, True, True, *(False for _ in more)], rows)


def _diff(block: Diff) -> str:
    """A block of code, between more backticks than stand in a row in it."""
    lines = [show(line) for line in block.lines]
    longest = max((len(run) for line in lines for run in _TICKS.findall(line)), default=0)
    fence = "`" * max(3, longest + 1)
    return "\n".join((f"{fence}diff", *lines, fence)) if lines else ""


def _series(page: Page, blocks: Sequence[Series]) -> Iterator[str]:
    """The name of one line; then one table of the days with a column of numbers for each line."""
    names = [_text(page, block.say) for block in blocks]
    if len(blocks) == 1:
        yield _bold(names[0])
    points = blocks[0].points
    days = [[_text(page, point.on), _text(page, point.label)] for point in points]
    columns = [[_text(page, point.shown) for point in block.points] for block in blocks]
    if points:
        rows = [[*day, *numbers] for day, *numbers in zip(days, *columns, strict=True)]
        yield _pipes(["", "", *names], [False, False, *(True for _ in blocks)], rows)


def _pipes(names: Sequence[str], rights: Sequence[bool], rows: Iterable[Sequence[str]]) -> str:
    """A table; its cells are not lined up, since names in two scripts would not stay so in a mail."""
    ends = ["---:" if right else "---" for right in rights]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (names, ends, *rows))
