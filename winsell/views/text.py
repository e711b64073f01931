"""Reports as plain text for a messenger: no columns, no rules, no colours, each sentence one line however long.

In: a report and whoever says its facts. Out: text in which a title is a line and each sentence below it a dash and a
line. Other blocks stand as on a screen without width.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from winsell.base.block import Block, Heading, Paragraph, Report
from winsell.views.row import Page
from winsell.views.says import Says
from winsell.views.screen import Screen
from winsell.views.terminal import lay_out, plain_text

_SCREEN = Screen(terminal=False)


def render_text(report: Report, says: Says) -> str:
    """Make a report a text."""
    page = Page(says, _SCREEN)
    parts = ["\n".join(_lines(report, page, block)) for block in report.blocks]
    text = "".join(_spaced(report.blocks, parts)).strip("\n")
    return f"{text}\n" if text else ""


def _spaced(blocks: tuple[Block, ...], parts: list[str]) -> Iterator[str]:
    """Put an empty line before each title."""
    for block, part in zip(blocks, parts, strict=True):
        yield f"\n{part}\n" if isinstance(block, Heading) else f"{part}\n"


def _lines(report: Report, page: Page, block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield page.text(block.say)
    elif isinstance(block, Paragraph):
        for line in block.lines:
            yield f"- {page.text(line.say)}"
            yield from (f"  - {page.text(note)}" for note in line.notes)
    else:
        one = replace(report, make_blocks=lambda: (block,))
        yield plain_text(lay_out(one, page.says, page.screen)).rstrip("\n")
