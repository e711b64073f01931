"""Data written as YAML comes back as it was."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import read_plain
from winsell.store.write_yaml import write_yaml
from winsell.views.plain import show

ODD = (
    "yes",
    "null",
    "~",
    "1e3",
    "0o14",
    "12",
    "3.50",
    "a: b",
    "x #y",
    "- z",
    "？",
    "名：字",
    "“”",
    " a",
    "a ",
    "[",
    "",
    "=",
)
texts: st.SearchStrategy[str] = st.one_of(
    st.sampled_from(ODD),
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Co"]), max_size=200),
)
numbers = st.one_of(st.integers(-(10**15), 10**15), st.decimals(-(10**9), 10**9, places=4))
values = st.recursive(
    st.one_of(texts, numbers, st.booleans(), st.none()),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(("a", "b", "3")), inner)),
    max_leaves=8,
)


@given(values)
def test_what_is_written_is_read_back(value: Any) -> None:
    assert {"it": value} == read_plain(write_yaml({"it": value}))


@pytest.mark.parametrize("text", ["a\u200bb", "a\nb", "\u3164", "\u2028", "\U0001f600", "tab\there"])
def test_it_is_read_back_even_when_it_was_made_safe_to_show(text: str) -> None:
    lines = [show(line) for line in write_yaml({"it": text}).split("\n")]
    assert {"it": text} == read_plain("\n".join(lines))


def test_numbers_are_written_digit_by_digit_and_words_bare() -> None:
    assert "a: 0.0000001\nb: 18000000.55\nc: Five-step win method\nd: 赢单五步法\n" == write_yaml(
        {"a": Decimal("1E-7"), "b": Decimal("18000000.55"), "c": "Five-step win method", "d": "赢单五步法"}
    )
