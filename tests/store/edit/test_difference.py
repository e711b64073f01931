"""The lines that a person is shown: a block that came or went begins with its own first line."""

from __future__ import annotations

import pytest

from winsell.store.edit.difference import difference

ENTRIES = "- {\n  a: 1,\n  }\n- {\n  a: 2,\n  }\n"


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param(ENTRIES, "- {\n  a: 2,\n  }\n", [(1, "- {"), (2, "  a: 1,"), (3, "  }")], id="the first went"),
        pytest.param(ENTRIES, "- {\n  a: 1,\n  }\n", [(4, "- {"), (5, "  a: 2,"), (6, "  }")], id="the last went"),
        pytest.param("a:\n  x: 1\nb:\n  x: 1\n", "b:\n  x: 1\n", [(1, "a:"), (2, "  x: 1")], id="alike at the end"),
        pytest.param("a\na\na\n", "a\na\n", [(3, "a")], id="all alike"),
        pytest.param("a\n", "a\n", [], id="nothing"),
    ],
)
def test_what_came_or_went_begins_with_its_head(before: str, after: str, expected: list[tuple[int, str]]) -> None:
    assert expected == [(line.number, line.text) for line in difference(before, after)]
    assert expected == [(line.number, line.text) for line in difference(after, before)]
    assert {line.added for line in difference(before, after)} <= {False}
    assert {line.added for line in difference(after, before)} <= {True}
