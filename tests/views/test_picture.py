from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest

from tests.views.reports import HOSTILE, Reader, every_block, numbered, report
from winsell.base.block import Gauge, Line, Paragraph
from winsell.base.fact import Say
from winsell.views.picture import BRAILLE, CELL, MARGIN, render_svg
from winsell.views.plain import show
from winsell.views.screen import Screen
from winsell.views.terminal import render

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_every_picture_is_xml_and_holds_only_text_dots_and_a_background(text: str) -> None:
    drawn = render_svg(report(*every_block(numbered(text, []))), Reader(), 60)
    root = ET.fromstring(drawn)  # noqa: S314 - our own
    names = ("svg", "style", "rect", "text", "path")
    assert {f"{SVG}{name}" for name in names} == {element.tag for element in root.iter()}
    assert {"class", "d"} == {name for path in root.iter(f"{SVG}path") for name in path.attrib}
    assert all(re.fullmatch(r"(?:M[\d.]+ [\d.]+h0)+", path.attrib["d"]) for path in root.iter(f"{SVG}path"))
    assert not re.search("href|url|@import|http(?!://www.w3.org/2000/svg)", re.sub("<text.*</text>", "", drawn))
    said = "".join(element.text or "" for element in root.iter(f"{SVG}text"))
    assert show(said) == said


def test_the_same_report_gives_the_same_picture() -> None:
    one, other = (render_svg(report(*every_block(numbered("x", []))), Reader(), 80) for _ in range(2))
    assert one == other


@pytest.mark.parametrize(("length", "text"), [("33.6", "中文"), ("16.8", "ab"), ("25.2", "a中")])
def test_a_text_is_as_long_as_its_cells_whatever_the_font(length: str, text: str) -> None:
    drawn = render_svg(report(*every_block(lambda: text)), Reader(), 80)
    root = ET.fromstring(drawn)  # noqa: S314 - our own
    title = next(element for element in root.iter(f"{SVG}text") if element.text == text)
    assert (length, "spacingAndGlyphs") == (title.attrib["textLength"], title.attrib["lengthAdjust"])


def test_a_bar_is_drawn_dot_by_dot_for_few_fonts_have_its_signs() -> None:
    gauge = report(Gauge(Say("x"), 0.5, 0.2, 0.8))
    bar = render(gauge, Reader(), Screen(60)).splitlines()[1]
    dots = sum((ord(sign) - BRAILLE).bit_count() for sign in bar if ord(sign) >= BRAILLE)
    drawn = render_svg(gauge, Reader(), 60)
    assert 50 < dots == sum(path.count("M") for path in re.findall('d="([^"]*)"', drawn))
    assert not re.search("[\u2800-\u28ff]", drawn)


def test_a_piece_begins_at_its_cell() -> None:
    drawn = render_svg(report(Paragraph((Line("word", "red"),))), Reader(), 20)
    starts = [element.attrib["x"] for element in ET.fromstring(drawn).iter(f"{SVG}text")]  # noqa: S314 - our own
    assert [f"{MARGIN + CELL * cell:g}" for cell in (0, 3)] == starts
