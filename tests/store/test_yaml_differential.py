"""Both parsers, one answer: mutated deals and random tokens give the same data, places and problems with each."""

from __future__ import annotations

import yaml
from hypothesis import given
from hypothesis import strategies as st

from winsell.store.yaml_reader import read_yaml

SEEDS = (
    """winsell: 1
deal: 某项目 & friends
customer: "ACME: \\"big\\""
amount: {low: 18000000, high: 2.50, currency: CNY}   # note
people:
  cio:
    title: 'CIO''s'
    attitude:
      2021-10-12: {is: neutral, why: asked, who: [a, "b", 'c']}
    note: |
      第一次见面：客气。
        deeper # not a comment

      end
    other: >-
      folded
      text

list:
- a
- b: c
  d: [1, {x: y}, ]
-
  - nested
plain: many words
  go on here
quoted: "a
  b\\tc"
empty:
last: ~
""",
    "a: 1\nb:\n- x\n- y: {z: 1}\n",
    "deal: A\r\nnote: |\r\n  x\r\n  y\r\nc: 'q'\r\n",
)
TOKENS = (
    *"\t \n\r:-?[]{},#\"'|>%@`\\&*!~=\0\ufeff\u2028\x85\xa0\u3000：，｛“é中😀1a",
    *(": ", "- ", "? ", ", ", " #", " #1", "\r\n", "|\n", "|2\n", "|-\n", ">+ # c\n", "|# c\n", "&a ", "*a", "!t "),
    *("!!str ", "<<: ", "---\n", "...\n", "\\u00e9", "\\ud800", "\\U00110000", "\\x", "<<<<<<< a\n", "=======\n"),
    *("  ", "        ", "\n\t", "\n \n", "''", '""', "key: v\n", "key:\n", "1.5", "null", "true", "{a: b}", "[a]"),
    *("e\u0301", "\n- ", "\n  - "),
)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    text = draw(st.sampled_from(SEEDS))
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.sampled_from((0, 0, 0, 1, 1, 2, 8))))
        text = text[:start] + draw(st.sampled_from(("", *TOKENS))) + text[end:]
    return text


soup = st.lists(st.sampled_from(TOKENS), max_size=24).map("".join)


def everything(raw: bytes, backend: str) -> object:
    document, problems = read_yaml(raw, backend="c" if backend == "c" else "pure")
    if document is None:
        return problems
    return repr(document.data), dict(document.keys), dict(document.values), document.text


@given(st.one_of(mutated(), soup))
def test_both_parsers_agree(text: str) -> None:
    assert everything(text.encode(), "c") == everything(text.encode(), "pure")


@given(st.binary(max_size=60))
def test_no_bytes_raise(raw: bytes) -> None:
    document, problems = read_yaml(raw)
    assert (document is None) == bool(problems)


def is_allowed(text: str) -> bool:
    return not any(0x7F <= ord(character) < 0xA0 or character in "\u2028\u2029\ufeff" for character in text)


words = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cn", "Cc"), include_characters="\n\t"), max_size=40
).filter(is_allowed)
keys = st.from_regex(r"[a-z0-9][a-z0-9-]{0,20}", fullmatch=True)
trees = st.recursive(
    words, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4), max_leaves=12
)


@given(st.dictionaries(keys, trees, min_size=1, max_size=4), st.booleans())
def test_what_another_program_wrote_is_read_back(data: dict[str, object], flow: bool) -> None:
    text = yaml.safe_dump(data, allow_unicode=True, default_flow_style=flow, sort_keys=False, default_style="'")
    document, problems = read_yaml(text.encode())
    assert () == problems
    assert document is not None
    assert data == document.data
