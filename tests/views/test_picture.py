from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest

from tests.views.reports import HOSTILE, Reader, every_block, numbered, report
from winsell.views.picture import render_svg
from winsell.views.plain import show

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_every_picture_is_xml_and_holds_only_text_and_a_background(text: str) -> None:
    drawn = render_svg(report(*every_block(numbered(text, []))), Reader(), 60)
    root = ET.fromstring(drawn)  # noqa: S314 - our own
    assert {f"{SVG}{name}" for name in ("svg", "style", "rect", "text")} == {element.tag for element in root.iter()}
    assert not re.search("href|url|@import|http(?!://www.w3.org/2000/svg)", re.sub("<text.*</text>", "", drawn))
    said = "".join(element.text or "" for element in root.iter(f"{SVG}text"))
    assert show(said) == said


def test_the_same_report_gives_the_same_picture() -> None:
    one, other = (render_svg(report(*every_block(numbered("x", []))), Reader(), 80) for _ in range(2))
    assert one == other


def test_a_text_is_as_long_as_its_cells() -> None:
    drawn = render_svg(report(*every_block(lambda: "中文")), Reader(), 80)
    root = ET.fromstring(drawn)  # noqa: S314 - our own
    title = next(element for element in root.iter(f"{SVG}text") if element.text == "中文")
    assert title.attrib["textLength"] == "33.6"
