"""How values are written: bare where every reader takes them for the same text, and never read back as another type."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import read_plain
from winsell.store.edit.written import Layout, entries, in_line, key, scalar


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("neutral", "neutral"),
        ("not in Q3, 2021", "not in Q3, 2021"),
        ("what's next?", "what's next?"),
        ("预算，三百万（含税）", "预算，三百万（含税）"),
        ("总监🙂👨‍👩‍👧", "总监🙂👨‍👩‍👧"),
        ("2021-11-12", "2021-11-12"),
        ("2021-11", "2021-11"),
        ("18m", "18m"),
        ("7.5m", "7.5m"),
        ("1800万", "1800万"),
        ("3 of 5", "3 of 5"),
        ("a:b", "a:b"),
        ("C# dev", "C# dev"),
        ("yes", '"yes"'),
        ("No", '"No"'),
        ("ON", '"ON"'),
        ("null", '"null"'),
        ("~", '"~"'),
        ("", '""'),
        ("12", '"12"'),
        ("-1.50", '"-1.50"'),
        ("010", '"010"'),
        ("0x1F", '"0x1F"'),
        ("1_000", '"1_000"'),
        ("12:30", '"12:30"'),
        ("1e5", '"1e5"'),
        (".nan", '".nan"'),
        ("2021-11-12 10:00", '"2021-11-12 10:00"'),
        ("a: b", '"a: b"'),
        ("a:", '"a:"'),
        ("a #b", '"a #b"'),
        ("- a", '"- a"'),
        ("@a", '"@a"'),
        ("“说”", '"“说”"'),
        ('say "a"', 'say "a"'),
        ('"a"', '"\\"a\\""'),
        ("back\\slash: a", '"back\\\\slash: a"'),
        (" a", '" a"'),
        ("two\nlines", '"two\\nlines"'),
        ("tab\t", '"tab\\t"'),
        ("\u202eevil", '"\\u202eevil"'),
        ("\x1b[31m", '"\\x1b[31m"'),
        (3, "3"),
        (-5, "-5"),
        (True, "true"),
        (False, "false"),
        (Decimal("62.50"), "62.50"),
        (Decimal("1E+3"), "1000.0"),
        (Decimal("1E-7"), "0.0000001"),
    ],
)
def test_a_value_is_written(value: Any, written: str) -> None:
    assert written == scalar(value)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ({"is": "yes", "why": "a, b"}, '{is: "yes", why: "a, b"}'),
        ({"why": "预算，三百万", "on": "2021-11"}, "{why: 预算，三百万, on: 2021-11}"),
        (["预算，三百万", "a:b"], '["预算，三百万", "a:b"]'),
        (["project", {"x": [1, True]}], "[project, {x: [1, true]}]"),
        ({}, "{}"),
        ([], "[]"),
    ],
)
def test_brackets_are_written(value: Any, written: str) -> None:
    assert written == in_line(value)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        *(
            ("cio", "cio"),
            ("it-head", "it-head"),
            ("2021-08", "2021-08"),
            ("on", "on"),
            ("采购", "采购"),
            ("3d", '"3d"'),
        ),
        *(
            ("no", '"no"'),
            ("null", '"null"'),
            ("12", '"12"'),
            ("a: b", '"a: b"'),
            ("a.b", '"a.b"'),
            ("two words", "two words"),
        ),
    ],
)
def test_a_key_is_written(name: str, written: str) -> None:
    assert written == key(name)


def test_a_block_is_written_as_the_file_is_laid_out() -> None:
    data = {
        "cio": {
            "stage": {"2021-08": {"is": "lead", "why": "x"}, "2021-09": "bidding"},
            "scope": ["project", "decision"],
            "calls": [{"on": "2021-08", "what": "call"}, {"on": "2021-09", "deep": {"a": 1}}, "x", [1, 2]],
            "note": "first\n\n  second # no comment\n",
        }
    }
    written = """\
cio:
    stage:
        2021-08: {is: lead, why: x}
        2021-09: bidding
    scope: [project, decision]
    calls:
    -  {on: 2021-08, what: call}
    -  on: 2021-09
       deep:
           a: 1
    -  x
    -  [1, 2]
    note: |
        first

          second # no comment
"""
    assert written == "\n".join(entries(data, 0, Layout(step=4, dash=0, gap=2))) + "\n"
    assert data == read_plain(written)


texts = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=20),
    st.text(st.sampled_from("-+.:_~#&*!|>'\"%@`,[]{}? \t\nabefnoxyzEFNOTYS0189，、：“（－你"), max_size=8),
)
values = st.recursive(
    st.one_of(texts, st.integers(-(10**15), 10**15), st.decimals(-(10**9), 10**9, places=3), st.booleans()),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(("a", "b", "3", "no")), inner)
    ),
    max_leaves=6,
)


@given(values)
def test_what_is_written_is_read_back(value: Any) -> None:
    written = "\n".join(entries({"it": value}, 0)) + "\n"
    assert repr({"it": value}) == repr(read_plain(written))
    assert {"it": {"x": value}} == read_plain(f"it: {{x: {in_line(value, brackets='{')}}}\n")
    assert {"it": [value]} == read_plain(f"it: [{in_line(value, brackets='[')}]\n")


@given(texts)
def test_no_older_reader_takes_a_text_for_anything_but_a_text_or_a_day(text: str) -> None:
    found = yaml.safe_load(f"it: {scalar(text)}")["it"]
    assert text == (str(found) if isinstance(found, date) else found)
