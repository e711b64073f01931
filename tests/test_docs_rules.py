"""The pages about the rules say what the program says, one a rule in each language."""

from __future__ import annotations

import pytest

from docs import rule_pages
from winsell.rules.registry import rules

COMMAND = "run `python docs/rule_pages.py`, and read what changed"


def test_every_page_about_a_rule_is_up_to_date() -> None:
    for path, text in rule_pages.rule_pages().items():
        assert path.is_file(), COMMAND
        assert text == path.read_text(encoding="utf-8"), COMMAND


@pytest.mark.parametrize("folder", ["rules", "zh/rules"])
def test_each_rule_has_a_page_and_no_page_is_left_over(folder: str) -> None:
    written = {path.stem for path in (rule_pages.DOCS / folder).glob("*.md")}
    assert {"README", *(rule.CODE for rule in rules())} == written


def test_a_page_has_the_four_sentences_and_the_cases() -> None:
    page = rule_pages.rule_pages()[rule_pages.DOCS / "rules" / "WSP106.md"]
    for part in ("Why it loses deals: ", "Ask: ", "To clear it: ", "What it finds. ", "## It speaks\n\n- "):
        assert part in page
