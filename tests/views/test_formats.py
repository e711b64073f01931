from __future__ import annotations

import io
import subprocess
import sys

import pytest

from tests.views.reports import Reader, every_block, numbered, report
from winsell.views.formats import FORMATS
from winsell.views.screen import Screen


def test_three_formats_are_known() -> None:
    assert list(FORMATS) == ["terminal", "json", "markdown"]


@pytest.mark.parametrize(("name", "begins"), [("terminal", "x #1#\n"), ("json", "{}\n"), ("markdown", "# x \\#")])
def test_each_format_writes_a_report_to_a_stream(name: str, begins: str) -> None:
    out = io.StringIO()
    FORMATS[name](report(*every_block(numbered("x", []))), Reader(), Screen(), out)
    assert out.getvalue().startswith(begins)


@pytest.mark.parametrize(
    ("lines", "loaded"),
    [
        ("import winsell.views.formats, winsell.views.terminal, winsell.views.as_json", False),
        ("FORMATS['json'](report('json'), Reader(), Screen(colour=True), sys.stdout)", False),
        ("FORMATS['terminal'](report('English'), Reader(), Screen(), sys.stdout)", False),
        ("FORMATS['terminal'](report('English'), Reader(), Screen(colour=True), sys.stdout)", True),
    ],
)
def test_rich_is_loaded_for_colours_only(lines: str, loaded: bool) -> None:
    code = f"""
import sys
from winsell.base.block import Heading, Report
from winsell.base.fact import Say
from winsell.views.formats import FORMATS
from winsell.views.screen import Screen
class Reader:
    def say(self, fact):
        return fact.code
def report(text):
    return Report('test', lambda: (Heading(Say(text), 1),), dict)
{lines}
sys.exit('rich.console' in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert loaded == done.returncode
