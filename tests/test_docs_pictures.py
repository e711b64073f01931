"""The README's pictures are what the program shows today; `python docs/draw.py` draws them anew."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from docs.draw import DOCS, pictures

DRAWN = dict(pictures())


@pytest.mark.parametrize("path", DRAWN, ids=lambda path: path.name)
def test_a_picture_is_up_to_date(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == DRAWN[path], "run python docs/draw.py"


@pytest.mark.parametrize("path", DRAWN, ids=lambda path: path.name)
def test_a_picture_holds_no_link_and_no_script(path: Path) -> None:
    root = ET.fromstring(path.read_text(encoding="utf-8"))  # noqa: S314 - our own file
    assert {"svg", "style", "rect", "text", "path"} >= {element.tag.rpartition("}")[2] for element in root.iter()}
    assert not [name for element in root.iter() for name in element.attrib if "href" in name or name.startswith("on")]


@pytest.mark.parametrize("path", DRAWN, ids=lambda path: path.name)
def test_no_picture_asks_a_font_for_bars_and_lines(path: Path) -> None:
    assert not re.search("[\u2800-\u28ff]", path.read_text(encoding="utf-8"))


def test_no_picture_is_left_over() -> None:
    assert {path.name for path in DRAWN} == {path.name for path in (DOCS / "pictures").iterdir()}


def test_a_picture_of_another_screen_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("docs.draw.WIDTH", 83)
    assert all(path.read_text(encoding="utf-8") != text for path, text in pictures())
