from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.views.reports import HOSTILE
from winsell.base.block import Report
from winsell.base.fact import Money, Named, Percent, Points, Say, Term
from winsell.base.label import Label
from winsell.views.as_json import as_data, json_text, render_json
from winsell.views.plain import show


def refuse(constant: str) -> None:
    raise AssertionError(constant)


def strictly(text: str) -> Any:
    return json.loads(text, parse_constant=refuse)


plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(codec=None)),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@given(plain)
def test_plain_data_comes_back_the_same(data: Any) -> None:
    assert data == strictly(json_text(data))


@given(plain)
def test_what_is_printed_is_safe(data: Any) -> None:
    for line in json_text(data).split("\n"):
        assert line.isprintable() or not {"\x1b", "\u202e", "\u2028", "\x85", "\ud800", "\ufeff"} & set(line)
        line.encode()


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_escaped_and_whole(text: str) -> None:
    out = json_text({text: text})
    assert {text: text} == strictly(out)
    assert {text: text} == strictly(out.encode().decode())
    if text != HOSTILE["marks"]:  # data is not abridged
        assert show(out.replace("\n", "")) == out.replace("\n", "")


@pytest.mark.parametrize(
    ("fact", "data"),
    [
        (None, None),
        (True, True),
        (3, 3),
        ("text", "text"),
        (1 / 3, 0.333333),
        (-0.0, 0.0),
        (Percent(2 / 3), 0.666667),
        (Percent(0.0), 0.0),
        (Points(-12.3456789, signed=True), -12.345679),
        (Points(-0.0000001), 0.0),
        (date(2021, 12, 1), "2021-12-01"),
        (Decimal("18000000.10"), "18000000.10"),
        (Money(Decimal(18), Decimal(20), "CNY"), {"low": "18", "high": "20", "currency": "CNY"}),
        (Money(Decimal("1.5"), None, "EUR"), {"low": "1.5", "high": None, "currency": "EUR"}),
        (Term("attitude", "supporter"), "supporter"),
        (Named("cio", "Zhang"), "cio"),
        (Named("lead", label=Label(en="Lead")), "lead"),
        (
            Say("a.b", {"x": Percent(0.5), "who": (Named("cio"), None)}),
            {"code": "a.b", "facts": {"x": 0.5, "who": ["cio", None]}},
        ),
        ((1, [2, {"a": ()}]), [1, [2, {"a": []}]]),
    ],
)
def test_facts_become_what_json_has(fact: object, data: object) -> None:
    made = as_data(fact)
    assert data == made
    assert json.dumps(data) == json.dumps(made)


def test_a_number_that_is_none_is_refused() -> None:
    for number in (float("nan"), float("inf")):
        with pytest.raises(ValueError, match="not JSON compliant"):
            json_text({"a": Percent(number)})


def test_what_json_does_not_have_is_refused() -> None:
    with pytest.raises(TypeError, match="set"):
        json_text({"a": {1}})


def test_a_report_is_its_data_in_their_order_with_readable_text() -> None:
    report = Report(
        "screen", tuple, lambda: {"kind": "screen", "deal": {"title": "大型家电企业"}, "as_of": date(2021, 8, 31)}
    )
    expected = '{\n  "kind": "screen",\n  "deal": {\n    "title": "大型家电企业"\n  },\n  "as_of": "2021-08-31"\n}\n'
    assert expected == render_json(report)
