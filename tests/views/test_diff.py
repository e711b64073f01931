"""A diff on each surface: its lines are where they were, and nothing in them acts."""

from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

from tests.views.reports import HOSTILE, Reader, report
from winsell.base.block import Diff
from winsell.views.markdown import render_markdown
from winsell.views.plain import show
from winsell.views.screen import Screen
from winsell.views.terminal import render

LONG = "+    a: " + "x" * 300
LINES = ("--- a.yaml", "+++ a.yaml", "@@ -1,2 +1,2 @@", "   deep: in", "-    a：1", LONG)
EVERY_TEXT = pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)


@pytest.mark.parametrize("width", [20, 80])
def test_no_line_is_wrapped_or_moved(width: int) -> None:
    assert list(LINES) == render(report(Diff(LINES)), Reader(), Screen(width)).splitlines()


def test_what_went_is_red_and_what_came_is_green() -> None:
    shown = render(report(Diff(LINES)), Reader(), Screen(80, colour=True))
    assert "\x1b[31m-    a：1" in shown
    assert f"\x1b[32m{LONG}" in shown


@EVERY_TEXT
def test_hostile_text_is_spelt_out(text: str) -> None:
    said = render(report(Diff((f"+{text}",))), Reader(), Screen(80))
    assert f"+{show(text)}".rstrip() + "\n" == said


@EVERY_TEXT
def test_in_markdown_nothing_leaves_the_code(text: str) -> None:
    lines = (*LINES, f"+{text}", "+````", "```", "+<!-- @somebody #1 -->")
    (token,) = MarkdownIt().parse(render_markdown(report(Diff(lines)), Reader()))
    assert ("fence", "diff") == (token.type, token.info)
    assert [show(line) for line in lines] == token.content.splitlines()


def test_where_nothing_differs_nothing_is_shown() -> None:
    assert ("", "") == (
        render(report(Diff(())), Reader(), Screen(80)),
        render_markdown(report(Diff(())), Reader()),
    )
