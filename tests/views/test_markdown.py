"""Markdown read back by a parser of CommonMark with tables: what a user wrote is text, and nothing but text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import partial, reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.views.reports import HOSTILE, TONES, Reader, every_block, numbered, report, said
from winsell.base.block import (
    Block,
    Cell,
    Checklist,
    Column,
    Definition,
    Definitions,
    Gauge,
    Heading,
    Line,
    Paragraph,
    Series,
    SeriesPoint,
    Sparks,
    Table,
)
from winsell.base.fact import Say
from winsell.views.markdown import escaped, escaped_line, render_markdown
from winsell.views.plain import show
from winsell.words.speak import Speaker

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])

ACTS = {
    "link": "[here](http://x.example) [a]: http://x.example <http://x.example>",
    "image": "![pixel](http://x.example/p.png)",
    "reference": "[a][b] [^1] [ ] [x]",
    "html": "<b>x</b> <!-- hidden --> <script>alert(1)</script> <br>",
    "entity": "&lt;b&gt; &#35;1 &nbsp; AT&T",
    "pipes": r"a|b \| c \\| d \\\|",
    "code": "`a` ``b`` ```c",
    "emphasis": "*a* **b** _c_ __d__ ~e~ ~~f~~ ***",
    "backslash": "\\",
    "backslashes": r"C:\new\*x\\",
    "heading": "# not a title #",
    "underline": "===",
    "dashes": "---",
    "table row": "|---|:-:|",
    "column": ":--",
    "bullet": "- a",
    "plus": "+ a",
    "star": "* a",
    "number": "1. a",
    "number alone": "12)",
    "long number": "1234567890. a",
    "quote": "> a",
    "alert": "> [!NOTE] a",
    "fence": "~~~",
    "address": "see https://x.example/a?b=c, HTTP://x or www.x.example",
    "mail": "mailto:a@x.example, a.b@x.example @",
    "mention": "@octocat @org/team user@1",
    "issue": "#123 a/b#4 GH-5 gh-6 # 7",
    "emoji name": ":smile: :+1: a:b:c :x",
    "dollars": "$5 and $6, $$x$$",
    "indented": "\t    code",
    "quotes": "\"a\" 'b' “c” «d»",
    "ideographic space": "\u3000中文\u3000",
}
TEXTS = HOSTILE | ACTS
AUTOLINK = re.compile(r"://|www\.|@[\w/]|#[0-9]|gh-[0-9]|:[a-z0-9_+-]+:|[a-z0-9]@[a-z0-9]", re.IGNORECASE | re.ASCII)
"""What GitHub links though it is no markup: the extended autolinks of its specification, mentions, issues, emoji."""

any_text = st.one_of(
    st.text(st.characters(codec=None), max_size=20),
    st.text(st.sampled_from("\\`*_[]()<>|#~&$!-+=:.@1a 中“\n\t"), max_size=20),
    st.lists(st.sampled_from(list(ACTS.values())), max_size=3).map(" ".join),
)


def rendered(*blocks: Block) -> str:
    return render_markdown(report(*blocks), Reader())


def walk(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from walk(token.children or [])


def parsed(markdown: str) -> list[Token]:
    return READER.parse(markdown)


def outline(markdown: str) -> list[str]:
    """What blocks a text is made of; what is inside the lines left out."""
    return [f"{token.type} {token.markup}" for token in parsed(markdown) if token.type != "inline"]


def texts(markdown: str) -> list[str]:
    """What a reader sees, line by line, without the spaces of no width that keep GitHub from linking."""
    lines = [token.children or [] for token in parsed(markdown) if token.type == "inline"]
    return ["".join(one.content for one in line if one.type == "text").replace("\u200b", "") for line in lines]


def shown(text: str) -> str:
    return show(text).strip()


def kinds(markdown: str) -> set[str]:
    return {token.type for token in walk(parsed(markdown))}


HARMLESS = rendered(*every_block(lambda: "x"))
OWN, SHAPE = kinds(HARMLESS), outline(HARMLESS)
PLACES = sum(line.split().count("x") for line in texts(HARMLESS))


def test_the_parser_sees_what_would_go_wrong() -> None:
    for name in ("link", "image", "html", "code", "heading", "bullet", "number", "quote", "fence", "emphasis"):
        assert kinds(ACTS[name]) - {"paragraph_open", "paragraph_close", "inline", "text"}, name
    assert {"link_open", "image", "html_inline", "html_block", "code_block", "fence", "softbreak"} & OWN == set()


# Whatever the text.


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_hostile_text_changes_nothing_but_itself(text: str) -> None:
    holds_its_shape(text)


@given(any_text)
def test_no_text_changes_anything_but_itself(text: str) -> None:
    holds_its_shape(text)


def holds_its_shape(text: str) -> None:
    """Compare with the same page of harmless texts, with something behind the text and with nothing."""
    for made in (text + " 1", text):
        if not shown(made):
            continue  # an empty text has a test of its own
        out = rendered(*every_block(partial(str, made)))
        assert SHAPE == outline(out)
        assert kinds(out) <= OWN
        assert sum(line.count(shown(made)) for line in texts(out)) >= PLACES
        assert not AUTOLINK.search("\n".join(token.content for token in walk(parsed(out)) if token.type == "text"))


@pytest.mark.parametrize("text", ["", " ", "\n", "\u3000"])
def test_an_empty_text_leaves_the_page_standing(text: str) -> None:
    out = rendered(*every_block(lambda: text))
    assert kinds(out) <= OWN
    assert [row.count("|") for row in out.splitlines() if row.startswith("|")] == [4] * 4 + [5] * 4 + [5] * 5


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_text_is_read_back_as_it_is_shown(text: str) -> None:
    read = texts(rendered(Paragraph((Line(text, notes=(text,)),)), Table((Column(said(text)),), ((Cell(text),),))))
    assert [shown(text)] * 4 == read


@given(any_text)
def test_nothing_hidden_is_written(text: str) -> None:
    out = rendered(*every_block(lambda: text))
    assert show(out.replace("\n", "")) == out.replace("\n", "")


@given(any_text, any_text)
def test_neighbours_do_not_act_together(one: str, other: str) -> None:
    out = rendered(Paragraph((Line(one),)), Paragraph((Line(other), Line(one))), Checklist((Line(other, "red"),)))
    assert kinds(out) <= OWN
    assert [text for text in map(shown, (one, other, one)) if text] == [text for text in texts(out)[:-1] if text]


def test_what_is_harmless_is_left_alone() -> None:
    for text in ("A sentence, with 23 % (10-50)!", "二期：（一）、“价值”", "2021-08-31", "3.5 a-b", "C. a"):
        assert text == escaped(text) == escaped_line(text)


def test_a_bullet_and_a_number_are_escaped_where_they_would_begin_a_list() -> None:
    assert [escaped_line(text) for text in ("1. a", "1)", "- a", "1.5 a")] == [r"1\. a", r"1\)", r"\- a", "1.5 a"]
    assert rendered(Heading(Say("1. Worth it?"))) == "## 1. Worth it?\n"
    assert rendered(Table((Column(Say("score")),), ((Cell("+77"),),))) == "| score |\n| --- |\n| +77 |\n"


# The blocks.


def test_headings_have_their_levels() -> None:
    assert rendered(Heading(Say("Deal"), 1), Heading(Say("Part"))) == "# Deal\n\n## Part\n"


def test_an_empty_report_is_empty() -> None:
    assert rendered() == ""
    assert rendered(Paragraph(()), Checklist(()), Table((), ()), Table((Column(Say("a")),), ())) == ""


def test_one_sentence_is_a_paragraph_and_several_are_a_list() -> None:
    assert rendered(Paragraph((Line("a", notes=("b", "")),))) == "a\n\n- b\n"
    assert rendered(Paragraph((Line("a", notes=("b",)), Line("c")))) == "- a\n  - b\n- c\n"


def test_a_tone_is_told_by_a_sign_and_in_a_checklist_by_a_word() -> None:
    lines = tuple(Line(f"do {tone}", tone) for tone in TONES)
    assert rendered(Paragraph(lines)).splitlines() == [
        "- do plain",
        "- **do strong**",
        "- do dim",
        "- **!!** do red",
        "- **!** do yellow",
        "- do white",
        "- **+** do green",
    ]
    assert rendered(Checklist(lines)).splitlines() == [
        "- do plain",
        "- **do strong**",
        "- do dim",
        "- **red** do red",
        "- **yellow** do yellow",
        "- **white** do white",
        "- **green** do green",
    ]


def test_a_list_after_a_list_is_another_list() -> None:
    two = Paragraph((Line("a"), Line("b")))
    assert rendered(two, Checklist(()), two) == "- a\n- b\n\n* a\n* b\n"
    assert outline(rendered(two, two)).count("bullet_list_open -") == 1


def test_names_are_defined_in_a_list() -> None:
    block = Definitions((Definition("screen", "is it worth it?"), Definition("a|b", "")))
    assert rendered(block) == "- **screen** is it worth it?\n- **a\\|b**\n"


def test_a_gauge_is_the_sentence_that_reads_it() -> None:
    assert rendered(Gauge(Say("23 % (10-50), part"), 0.23, 0.1, 0.5, "yellow")) == "**23 % (10-50), part**\n"


def test_a_table_has_its_numbers_to_the_right() -> None:
    table = Table(
        (Column(Say("")), Column(Say("weight"), right=True)),
        ((Cell("CIO", "strong"), Cell(40)), (Cell("采购", "red"), Cell(""))),
    )
    assert rendered(table) == "|  | weight |\n| --- | ---: |\n| **CIO** | 40 |\n| **采购** |  |\n"


def test_series_over_the_same_days_are_one_table() -> None:
    def line(name: str, *values: float | None) -> Series:
        days = (date(2021, 8, 1), date(2021, 8, 31))
        points = tuple(SeriesPoint(on, "POC", value, f"{value}") for on, value in zip(days, values, strict=True))
        return Series(Say(name), points, 0.0, 1.0)

    chance, insight = line("Chance", 0.0, 0.9), line("Insight", None, 0.5)
    assert rendered(chance, insight) == (
        "|  |  | Chance | Insight |\n| --- | --- | ---: | ---: |\n"
        "| 2021-08-01 | POC | 0.0 | None |\n| 2021-08-31 | POC | 0.9 | 0.5 |\n"
    )
    assert rendered(chance).startswith("**Chance**\n\n|  |  | Chance |\n| --- | --- | ---: |\n")
    assert rendered(Series(Say("Chance"), (), 0.0, 1.0)) == "**Chance**\n"
    assert rendered(Sparks((Say("line"), Say("now"), Say("before")), (chance, insight))) == (
        "|  | line | now | before |\n| --- | --- | ---: | ---: |\n"
        "| Chance | 0.0, 0.9 | 0.9 | 0.0 |\n| Insight | None, 0.5 | 0.5 | None |\n"
    )


# Code.


@pytest.mark.parametrize("own", ["owner", "a`b", "`", "x|y", "\ue000", "\ue000\ue002", "*b* <i> @me #1 \\", " "])
def test_code_of_our_sentences_stays_code_and_a_users_backticks_do_not(own: str) -> None:
    say = Speaker("en").say
    sentence = Say("WSY102.fact", {"id": own})
    plain = say(sentence)
    out = rendered_in_english(Paragraph((Line(sentence),)), Table((Column(sentence),), ((Cell(own),),)))
    read = ["".join(one.content for one in token.children or []) for token in parsed(out) if token.type == "inline"]
    code = [token.content for token in walk(parsed(out)) if token.type == "code_inline"]
    quotable = bool(own.strip()) and not set(own) & set("`|\ue000")
    assert ([own] * 2 if quotable else []) == code
    assert [shown(plain), shown(plain), shown(own)] == [text.replace("\u200b", "") for text in read_back(out, read)]


def rendered_in_english(*blocks: Block) -> str:
    return render_markdown(report(*blocks), Speaker("en"))


def read_back(markdown: str, lines: list[str]) -> list[str]:
    """Put the backticks back that code is written with."""
    spans = [token.content for token in walk(parsed(markdown)) if token.type == "code_inline"]
    return [reduce(lambda text, span: text.replace(span, f"`{span}`", 1), spans[:1], line) for line in lines[:-1]] + [
        lines[-1]
    ]


def test_every_text_is_said_once_and_in_order() -> None:
    made: list[str] = []
    out = " ".join(texts(rendered(*every_block(numbered("x", made)))))
    assert [] == [one for one in made if one not in out]
