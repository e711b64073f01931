"""Any edit of any field of any example file, as it is and dressed up: its lines change, and say what they should."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from tests.store.edit.splice_oracle import prove, strings
from winsell.deal.account import Account
from winsell.deal.competitor import CompetitorFile
from winsell.deal.deal import Deal
from winsell.deal.fields import Field, field_at, keys_of
from winsell.playbook.model import Playbook
from winsell.store.edit.apply import apply
from winsell.store.edit.meaning import at as value_at
from winsell.store.edit.patch import AddLine, Append, Drop, Edit, Put, Record
from winsell.store.yaml_reader import read_yaml

EXAMPLES = Path(__file__).parents[3] / "examples"
FILES = sorted(EXAMPLES.rglob("*.yaml"))
MODELS: dict[str, type[BaseModel]] = {"accounts": Account, "competitors": CompetitorFile}

ODD_TEXTS = (
    *("yes", "No", "null", "~", "true", "12", "3.50", "1e3", "0x1F", "12:30", "2022-03-01", "2022-03-01 10:00", "010"),
    *("a: b", "a:", "x #y", "- z", "-", "? a", "[a", "}", "&a", "*a", "!t", "%d", "@x", "`x`", "| x", "> x", "=", "<<"),
    *(
        "",
        " a",
        "a ",
        "'",
        '"',
        "it's",
        'say "yes"',
        "back\\slash",
        "tab\there",
        "two\nlines\n",
        "a\n\nb",
        "\n",
        "a\r\nb",
    ),
    *(
        "预算，三百万",
        "名：字",
        "“引号”",
        "（备注）",
        "🙂 👨‍👩‍👧",
        "\u3000宽",
        "\u200b",
        "\u202e",
        "e\u0301",
        "\x07",
        "x" * 300,
    ),
    *("18m", "1800万", "<<<<<<< a", "a\n=======\nb", "# no comment", "a, b", "{a: b}", "---", "...", "who decides?"),
    *("first line\n  indented\n\nlast", "trailing \nblank", "ends\n\n"),
)
texts = st.one_of(
    st.sampled_from(ODD_TEXTS),
    st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=30),
    st.text(st.sampled_from(" -:#,[]{}\"'\n&*?|>ab1你：，"), max_size=12),
)
scalars: st.SearchStrategy[Any] = st.one_of(
    texts, st.integers(-(10**9), 10**9), st.booleans(), st.decimals(-(10**6), 10**6, places=2)
)
lines = st.text(st.sampled_from(" -:#,[]{}\"'\n&*?|>ab1你：，"), max_size=12).map(
    lambda text: f"2021-11-12 {text.strip()}".rstrip()
)
ids = st.sampled_from(("cio", "new-one", "on", "no", "2nd", "采购", "x y", "2021-08", "null", "a.b"))
days = st.integers(0, 2400).map(lambda offset: date(2027, 6, 1) - timedelta(days=offset))


def model_of(file: Path) -> type[BaseModel]:
    return Playbook if file.stem == "playbook" else MODELS.get(file.parent.name, Deal)


# Which field, which edit.


def all_paths(data: Any) -> Iterator[tuple[Any, ...]]:
    """Every place of a file, those within entries and lists too."""
    pairs = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, one in pairs:
        yield (key,)
        yield from ((key, *rest) for rest in all_paths(one))


def field_on(model: type[BaseModel], path: tuple[Any, ...]) -> tuple[tuple[Any, ...], Field]:
    """The field that a place belongs to, and the path of it: a place within a history belongs to the history."""
    field = Field((), "section", model)
    keys: tuple[str, ...] = ()
    for at, step in enumerate(path):
        if field.kind == "list" and isinstance(step, int) and isinstance(field.type, type):
            model, keys, field = field.type, (), Field((), "section", field.type)
        elif field.kind in {"section", "things"} and isinstance(step, str):
            keys = (*keys, step)
            field = field_at(model, keys)
        else:
            return path[:at], field
    return path, field


def new_path(model: type[BaseModel], path: tuple[Any, ...], draw: st.DrawFn) -> tuple[Any, ...]:
    """A place beside another, that is most likely not there."""
    around, field = field_on(model, path[:-1])
    if field.kind == "section":
        return (*around, pick(keys_of(field), draw))
    return (*around, draw(ids)) if field.kind == "things" else (pick(keys_of(field_at(model, ())), draw),)


def pick(options: Sequence[Any], draw: st.DrawFn) -> Any:
    """One of many, evenly: small numbers are drawn most often, and should not all be the first key of a file."""
    return options[crc32(f"{len(options)} {draw(st.integers(0, 2**16))}".encode()) % len(options)]


def value_for(field: Field, draw: st.DrawFn) -> Any:
    words: st.SearchStrategy[Any] = st.sampled_from(field.words or ("unknown",))
    return draw(st.one_of(words, scalars))


def entry_for(field: Field, draw: st.DrawFn) -> Any:
    extra = draw(st.dictionaries(st.sampled_from(("why", "source", "how", *field.extra)), texts, max_size=2))
    return {"is": value_for(field, draw), **extra}


many = st.one_of(st.lists(texts, max_size=3), st.dictionaries(ids, scalars, min_size=1, max_size=3))
items = st.one_of(scalars, st.dictionaries(st.sampled_from(("on", "what", "with")), texts, min_size=1))


@st.composite
def edits(draw: st.DrawFn, model: type[BaseModel], raw: bytes) -> Edit:
    document, _ = read_yaml(raw)
    assert document is not None
    places = list(all_paths(document.data))
    lists = [place for place in places if isinstance(place[-1], int)]
    place = pick(lists if lists and draw(st.integers(0, 4)) == 4 else places, draw)
    is_new, kind = draw(st.integers(0, 3)) == 3, draw(st.integers(0, 7))
    if is_new:
        place = new_path(model, place, draw)
    path, field = field_on(model, place)
    if kind == 0 and not is_new:
        return Drop(place)
    if kind == 7 and isinstance(value_at(document.data, place), str):
        return AddLine(place, draw(lines))
    if (field.kind == "history" and kind > 2) or (field.kind == "value" and len(place) == len(path) and kind in {1, 2}):
        return Record(path, draw(days), value_for(field, draw) if draw(st.booleans()) else entry_for(field, draw))
    if kind > 2 and (field.kind == "list" or isinstance(place[-1], int)):
        return Append(path if field.kind == "list" else place[:-1], draw(items))
    return Put(place, draw(many) if kind == 1 else value_for(field, draw))


# In which dress.


def dressed(text: str, draw: st.DrawFn) -> str:
    """Another writing of the same data, with comments and blanks."""
    for change in draw(st.lists(st.sampled_from(DRESSES), max_size=4, unique_by=lambda change: change.__name__)):
        text = kept(text, change(text, draw))
    return text


@cache
def spoken(text: str) -> Any:
    return strings(text.encode())


def kept(old: str, new: str) -> str:
    """A new writing, if it still says the same but for line breaks at the end of a text, and is read without fault."""
    return new if read_yaml(new.encode())[1] == () and trimmed(spoken(new)) == trimmed(spoken(old)) else old


def trimmed(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: trimmed(one) for key, one in data.items()}
    return [trimmed(one) for one in data] if isinstance(data, list) else data.rstrip("\n")


def per_line(text: str, draw: st.DrawFn, change: Callable[[str], str]) -> str:
    lines = text.split("\n")
    for at in sorted(draw(st.sets(st.integers(0, len(lines) - 2), max_size=6))):
        new = [*lines[:at], change(lines[at]), *lines[at + 1 :]]
        lines = kept("\n".join(lines), "\n".join(new)).split("\n") if len(new) == len(lines) else lines
    return "\n".join(lines)


def comments_behind(text: str, draw: st.DrawFn) -> str:
    return per_line(text, draw, lambda line: f"{line}\t # é 注 🙂: {{")


def comments_above(text: str, draw: st.DrawFn) -> str:
    return per_line(text, draw, lambda line: f"{re.match(' *', line)[0]}# note: x\n{line}")  # type: ignore[index]


def comments_below(text: str, draw: st.DrawFn) -> str:
    return per_line(text, draw, lambda line: f"{line}\n{re.match(' *', line)[0]}# a\n# b")  # type: ignore[index]


def blank_lines(text: str, draw: st.DrawFn) -> str:
    return per_line(text, draw, lambda line: f"\n{line}" if not line.startswith("  ") else f"{line}\n   ")


def blanks_behind(text: str, draw: st.DrawFn) -> str:
    return per_line(text, draw, lambda line: f"{line}  ")


def broken_brackets(text: str, draw: st.DrawFn) -> str:
    return per_line(text, draw, lambda line: re.sub(r", (?=[\w-]+:)", ",  # c\n            ", line))


def one_each(text: str, draw: st.DrawFn) -> str:
    def opened(line: str) -> str:
        line = re.sub(r"\{(.*)\}", r"{\n            \1,\n        }", line)
        return re.sub(r", (?=[\w-]+:)", ",\n            ", line)

    return per_line(text, draw, opened)


def spaced_brackets(text: str, draw: st.DrawFn) -> str:
    return per_line(text, draw, lambda line: line.replace("{", "{ ").replace("}", ", }"))


def blocks(text: str, draw: st.DrawFn) -> str:
    """Values as block texts, of every kind that keeps the words."""
    sign, end = draw(st.sampled_from((("|-", ""), (">-", ""), ("|2-", ""), ("|+", "\n\n"), ("|", ""))))
    pattern = re.compile(r"^( *)([\w-]+): ([^{\[|>'\"#\n]+?)( +#.*)?$")
    return per_line(text, draw, lambda line: pattern.sub(rf"\1\2: {sign}\4\n\1  \3{end}", line))


def folded(text: str, draw: st.DrawFn) -> str:
    pattern = re.compile(r"^( *)([\w-]+): ([^{\[|>'\"#\n ]+) ([^{\[|>'\"#\n]+)$")
    return per_line(text, draw, lambda line: pattern.sub(r"\1\2: \3\n\1      \4", line))


def quoted(text: str, draw: st.DrawFn) -> str:
    sign = draw(st.sampled_from("'\""))
    pattern = re.compile(r"^( *)([\w-]+)( *: +)([^{\[|>'\"#\n]+?)( +#.*)?$")
    return per_line(text, draw, lambda line: pattern.sub(rf"\1{sign}\2{sign}\3{sign}\4{sign}\5", line))


def below(text: str, draw: st.DrawFn) -> str:
    pattern = re.compile(r"^( *)([\w-]+): ([^|>\n]+)$")
    return per_line(text, draw, lambda line: pattern.sub(r"\1\2:   # where?\n\1    \3", line))


def emptied(text: str, draw: st.DrawFn) -> str:
    """The one change that changes the data: values that were never filled in."""
    pattern = re.compile(r"^( *[\w-]+:) [^{\[|>'\"#\n]+?( +#.*)?$")
    lines = text.split("\n")
    for at in draw(st.sets(st.integers(0, len(lines) - 2), max_size=3)):
        new = [*lines[:at], pattern.sub(r"\1\2", lines[at]), *lines[at + 1 :]]
        lines = new if read_yaml("\n".join(new).encode())[1] == () else lines
    return "\n".join(lines)


def wide(text: str, draw: st.DrawFn) -> str:
    del draw
    return re.sub(r"^( +)", r"\1\1", text, flags=re.MULTILINE)


def hanging(text: str, draw: st.DrawFn) -> str:
    del draw
    return re.sub(r"^  (- .*)", r"\1", text, flags=re.MULTILINE)


def aligned(text: str, draw: st.DrawFn) -> str:
    return per_line(text, draw, lambda line: re.sub(r"^( *[\w-]+): (?=\S)", r"\1 :     ", line))


def marked(text: str, draw: st.DrawFn) -> str:
    text = "# yaml-language-server: $schema=x.json\n---\n" + text
    return text + draw(st.sampled_from(("", "...\n", "... # end\n", "# vim: ts=2\n", "\n\n# end\n")))


def unended(text: str, draw: st.DrawFn) -> str:
    del draw
    return text.rstrip("\n")


DRESSES: tuple[Callable[[str, st.DrawFn], str], ...] = (
    *(comments_behind, comments_above, comments_below, blank_lines, blanks_behind, broken_brackets, one_each),
    *(spaced_brackets, blocks, folded, quoted, below, wide, hanging, aligned, marked, unended),
)


def in_bytes(text: str, draw: st.DrawFn) -> bytes:
    line_break = draw(st.sampled_from(("\n", "\n", "\r\n", "\r")))
    mark = draw(st.sampled_from((b"", b"", b"\xef\xbb\xbf")))
    return mark + text.replace("\n", line_break).encode()


@st.composite
def cases(draw: st.DrawFn) -> tuple[bytes, Edit]:
    file = draw(st.sampled_from(FILES))
    text = file.read_text("utf-8")
    if draw(st.booleans()):
        text = dressed(emptied(text, draw), draw)
    raw = in_bytes(text, draw)
    return raw, draw(edits(model_of(file), raw))


def check(case: tuple[bytes, Edit]) -> None:
    raw, edit = case
    prove(raw, edit, apply(raw, (edit,)))


@given(cases())
@settings(max_examples=500)
def test_any_edit_changes_its_lines_only(case: tuple[bytes, Edit]) -> None:
    check(case)


@pytest.mark.long
@given(cases())
@settings(max_examples=20_000)
def test_any_edit_of_many(case: tuple[bytes, Edit]) -> None:
    check(case)
