"""Good files: the data they mean, the places of their parts, and that line ends and byte order marks change nothing."""

from __future__ import annotations

import codecs
from decimal import Decimal

import pytest
from yaml import YAMLError
from yaml.error import Mark, MarkedYAMLError

from winsell.base.problem import Problem
from winsell.store.backend import Backend
from winsell.store.decode import MAX_BYTES
from winsell.store.diagnose import diagnose
from winsell.store.position import EXCERPT, split_lines
from winsell.store.walk import MAX_DEPTH, MAX_NODES, MAX_PROBLEMS
from winsell.store.yaml_reader import Document, Span, read_yaml

DEAL = """\
winsell: 1
deal: 绍兴工厂 MES 升级   # 二期
customer: "ACME: pumps & more"
amount: {low: 1800000, high: 2.50, currency: CNY}
stage:
  2024-01-10: lead
people:
  cio:
    title: 'CIO''s deputy'
    note: |
      第一次见面：客气。
        - 关心停机时间 # not a comment

      second\tpart

    matters_to:
    - ceo
    - name: x
empty:
last: many words
  go on here
"""


def read(text: str, backend: Backend | None = None) -> Document:
    document, problems = read_yaml(text.encode(), backend=backend)
    assert problems == ()
    assert document is not None
    return document


def refusals(text: str) -> list[tuple[int | None, str]]:
    return [(problem.line, problem.code) for problem in read_yaml(text.encode())[1]]


def value(text: str) -> object:
    data = read(f"field: {text}\n").data
    assert isinstance(data, dict)
    return data["field"]


@pytest.mark.parametrize("backend", ["c", "pure"])
def test_deal_is_read_as_it_is_meant(backend: Backend) -> None:
    expected = {
        "winsell": 1,
        "deal": "绍兴工厂 MES 升级",
        "customer": "ACME: pumps & more",
        "amount": {"low": 1800000, "high": Decimal("2.50"), "currency": "CNY"},
        "stage": {"2024-01-10": "lead"},
        "people": {
            "cio": {
                "title": "CIO's deputy",
                "note": "第一次见面：客气。\n  - 关心停机时间 # not a comment\n\nsecond\tpart\n",
                "matters_to": ["ceo", {"name": "x"}],
            },
        },
        "empty": None,
        "last": "many words go on here",
    }
    assert expected == read(DEAL, backend).data


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", None),
        ("~", None),
        ("Null", None),
        ("true", True),
        ("FALSE", False),
        ("0", 0),
        ("-5", -5),
        ("+2", 2),
        ("1.10", Decimal("1.10")),
        ("-0.5", Decimal("-0.5")),
        ("9" * 30, int("9" * 30)),
        ("9" * 33, "9" * 33),
    ],
)
def test_unquoted_words_of_the_core_schema_are_values(text: str, expected: object) -> None:
    assert repr(expected) == repr(value(text))


@pytest.mark.parametrize(
    "text",
    [
        "yes", "no", "on", "off", "y", "nUll", "tRue", "010", "007", "-01", "0x1F", "0o17", "1_000", "12:30", "1:30:00",
        "1e5", "1.5e3", ".5", "5.", ".nan", ".inf", "-.inf", "1.2.3", "2026-02-30", "2026/01/05", "1,000", "18m",
        "1800万", "１２", "+", "-x", "=", "+1 234", "C# dev", "a:b", "http://x.y/z?q=1#top", "what? really?", "50%",
        "x @ y", "a & b", "a * b", "wow!", "“再看看”", "价格：高，要再谈", "x　y", "—", "– none",
        'he said "no"', "it's", "＇",
    ],
)  # fmt: skip
def test_everything_else_is_text(text: str) -> None:
    assert text == value(text)


@pytest.mark.parametrize("text", ["1", "true", "null", "~", "2.5", ""])
def test_quoted_is_always_text(text: str) -> None:
    assert [text, text] == [value(f'"{text}"'), value(f"'{text}'")]


def test_keys_are_always_text() -> None:
    text = "12: a\n2021-08-01: b\ntrue: c\n~: d\n1.50: e\n'on': f\n"
    assert {"12": "a", "2021-08-01": "b", "true": "c", "~": "d", "1.50": "e", "on": "f"} == read(text).data


def test_keys_are_composed() -> None:
    document = read("Jose\u0301: x\n")
    assert {"Jos\u00e9": "x"} == document.data
    assert Span(1, 1, 0, 5) == document.keys["Jos\u00e9",]


@pytest.mark.parametrize(
    "text",
    [
        'note: "a\tb"\n',
        "note: 'a\tb'\n",
        "note: |\n  a\tb\n  \tc\n",
        "note: x # a\tb\n",
        "# a\tb\n\nnote: x\n",
        "note: | # a\tb\n  c\n",
        "note: '\\ud800'\n",
        "note: |\n  \\ud800 ? #1\n",
        'note: "\\\\ud800"\n',
        'note: "\\u00e9\\U0001F600"\n',
        "# ticket #12 ?\nnote: x # see #12\n",
        "note: how about it ? or not\n",
        "note: {why: who decides?, how: what ? now}\n",
        "note: |\n  名称：x\n  － a\n　　段落\n".replace("\n　", "\n  　"),
        "note: a long text\n  备注：still the same text\n",
        "items:\n- 拜访：李总\n- fit:80\n",
        "note: [“a”, 'x，y']\n",
        "---\nnote: x\n...\n",
        "note: |\n  <<<<<<< not at the margin\n",
        'note: "two\n  lines: of text"\n',
        "note: مرحبا \u202bx\u202c 👩\u200d🔧\n",
    ],
)
def test_text_may_hold_what_would_be_wrong_outside(text: str) -> None:
    assert read(text, "c").data == read(text, "pure").data


def test_texts_come_through_whole() -> None:
    assert {"why": "who decides?", "how": "what ? now"} == value("{why: who decides?, how: what ? now}")
    assert {"note": "\\ud800 a\tb"} == read("note: '\\ud800 a\tb'\n").data
    assert {"a?": ["?x", "\ue000?"]} == read("a?: [?x, \ue000?]\n").data


@pytest.mark.parametrize("backend", ["c", "pure"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
@pytest.mark.parametrize("final", [True, False])
def test_line_ends_and_byte_order_mark_change_nothing(backend: Backend, ends: str, mark: bytes, final: bool) -> None:
    text = DEAL if final else DEAL.rstrip("\n")
    document, problems = read_yaml(mark + text.replace("\n", ends).encode(), backend=backend)
    assert () == problems
    assert document is not None
    plain = read(DEAL)
    assert plain.data == document.data
    assert [(span.line, span.column) for span in plain.values.values()] == [
        (span.line, span.column) for span in document.values.values()
    ]
    assert not document.text.startswith("\ufeff")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("winsell",), "1"),
        (("deal",), "绍兴工厂 MES 升级"),
        (("customer",), '"ACME: pumps & more"'),
        (("amount",), "{low: 1800000, high: 2.50, currency: CNY}"),
        (("amount", "high"), "2.50"),
        (("stage",), "2024-01-10: lead"),
        (("people", "cio", "title"), "'CIO''s deputy'"),
        (
            ("people", "cio", "note"),
            "|\n      第一次见面：客气。\n        - 关心停机时间 # not a comment\n\n      second\tpart",
        ),
        (("people", "cio", "matters_to"), "- ceo\n    - name: x"),
        (("people", "cio", "matters_to", 1), "name: x"),
        (("people", "cio", "matters_to", 1, "name"), "x"),
        (("empty",), ""),
        (("last",), "many words\n  go on here"),
        ((), DEAL.rstrip("\n")),
    ],
)
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_value_spans_are_exact(path: tuple[str | int, ...], expected: str, ends: str) -> None:
    document = read(DEAL.replace("\n", ends))
    span = document.values[path]
    assert expected.replace("\n", ends) == document.text[span.start : span.end]


def test_key_spans_are_exact() -> None:
    document = read(DEAL)
    for path, span in document.keys.items():
        assert path[-1] == document.text[span.start : span.end]
    assert Span(8, 3, 153, 156) == document.keys["people", "cio"]
    assert ("people", "cio", "matters_to", 0) not in document.keys
    assert len(document.keys) == len(list(document.keys))


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("a:\nb: x\n", "a:"),
        ("a:   # later\nb: x\n", "a:"),
        ("b: {c: x, a: }\n", "b: {c: x, a:"),
        ("b: {c: x, a}\n", "b: {c: x, a"),
    ],
)
@pytest.mark.parametrize("backend", ["c", "pure"])
def test_missing_value_stands_behind_its_colon(text: str, before: str, backend: Backend) -> None:
    document = read(text, backend)
    span = next(span for path, span in document.values.items() if path[-1:] == ("a",))
    assert (len(before), len(before)) == (span.start, span.end)
    assert (before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1) == (span.line, span.column)


def test_collection_ends_with_its_last_entry() -> None:
    document = read("a:\n  b: x\n  c:   # nothing yet\n\n# end\nd: y\n")
    span = document.values["a",]
    assert "b: x\n  c:" == document.text[span.start : span.end]


def test_order_is_that_of_the_file() -> None:
    document = read("b: {z: 1, a: 2}\na: 3\n")
    assert [(), ("b",), ("b", "z"), ("b", "a"), ("a",)] == list(document.values)
    assert ["b", "a"] == list(document.data) if isinstance(document.data, dict) else False


def test_problem_of_a_twin_names_both_lines_and_values() -> None:
    problems = read_yaml(b"amount: 100\nx: y\namount: 900\n")[1]
    facts: dict[str, str | int] = {"key": "amount", "first": 1, "first_value": "100", "value": "900"}
    assert (Problem("duplicate-key", 3, 1, facts),) == problems


def test_long_user_text_is_cut() -> None:
    (problem,) = read_yaml(f"deal: {'x' * 500}: y\n".encode())[1]
    assert "x" * EXCERPT + "…" == problem.facts["text"]


def test_limits_hold_exactly() -> None:
    assert [] == refusals("a: " + "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1))
    assert [(1, "too-deep")] == refusals("a: " + "[" * MAX_DEPTH + "]" * MAX_DEPTH)
    assert [] == refusals("- x\n" * MAX_NODES)
    assert [(MAX_NODES + 1, "too-many-nodes")] == refusals("- x\n" * (MAX_NODES + 1))
    assert [] == refusals("a: " + "x" * (MAX_BYTES - 3))
    assert [(None, "too-big")] == refusals("a: " + "x" * (MAX_BYTES - 2))


@pytest.mark.parametrize("backend", ["c", "pure"])
@pytest.mark.parametrize(
    "piece", ["[", "{a: ", "- ", "? ", "&a ", '"', "a:\tb\n", "a: @b\n", "\0", "- [x\n", "a: 'b\n"]
)
def test_monsters_are_refused_in_time(piece: str, backend: Backend) -> None:
    document, problems = read_yaml((piece * 20_000).encode(), backend=backend)
    assert document is None
    assert 0 < len(problems) <= MAX_PROBLEMS


@pytest.mark.parametrize("text", ["# only\n", "", "\n\n", "---\n", "--- # x\n...\n"])
def test_file_without_content_is_empty(text: str) -> None:
    assert [(None, "empty-file")] == refusals(text)


@pytest.mark.parametrize("text", ["just text\n", "- a\n- b\n", "42\n", "null\n"])
def test_root_may_be_anything_here(text: str) -> None:
    assert [] == refusals(text)


def test_line_beyond_the_end_is_empty() -> None:
    assert ["", "a", "b", ""] == [split_lines("a\r\nb").line(number) for number in range(4)]


def test_error_without_a_place_is_a_problem_too() -> None:
    assert Problem("not-yaml", facts={"text": ""}) == diagnose(YAMLError("no mark"), split_lines("a"))


def test_unheard_of_error_names_its_line() -> None:
    error = MarkedYAMLError("while", None, "something new", Mark("", 3, 1, 0, "", 0))
    assert Problem("not-yaml", 2, 1, {"text": "b"}) == diagnose(error, split_lines("a\n b"))


def test_zero_bytes_are_named_once_a_line() -> None:
    assert [(1, "forbidden-character"), (2, "forbidden-character")] == refusals("a: b\0\0\0\n\0")
