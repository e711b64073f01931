"""Reports made by hand, whose every text is chosen by the test, and a speaker who says them as they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from itertools import count

from winsell.base.block import (
    Block,
    Cell,
    Chart,
    ChartMark,
    Checklist,
    Column,
    Definition,
    Definitions,
    Gauge,
    Heading,
    Line,
    Paragraph,
    Report,
    Series,
    SeriesPoint,
    Sparks,
    Table,
    Tone,
)
from winsell.base.fact import Fact, Named, Percent, Say, Term

TONES: tuple[Tone, ...] = ("plain", "strong", "dim", "red", "yellow", "white", "green")


class Reader:
    """Says a sentence's code, a name and a term as they are, so that what goes in must come out."""

    def say(self, fact: Fact, /) -> str:
        match fact:
            case Say(code="said"):
                return self.say(fact.facts["text"])
            case Say():
                labelled = fact.code == "column.labelled"
                return f"{fact.facts['name']}: {fact.facts['text']}" if labelled else fact.code
            case tuple():
                return ", ".join(map(self.say, fact))
            case Percent():
                return f"{fact.value:.0%}"
            case Named() | Term():
                return self._name(fact)
            case _:
                return "unknown" if fact is None else str(fact)

    def _name(self, fact: Named | Term) -> str:
        return (fact.text if isinstance(fact, Named) else None) or fact.id


def said(text: str) -> Say:
    """A sentence that is nothing but a text of the user's."""
    return Say("said", {"text": text})


def report(*blocks: Block) -> Report:
    return Report("test", lambda: blocks, dict)


def every_block(text: Callable[[], str]) -> tuple[Block, ...]:
    """One block of each kind and level; each place where a text may stand asks for one."""
    return (
        Heading(said(text()), 1),
        Gauge(said(text()), 0.23, 0.1, 0.5, "yellow"),
        Heading(said(text())),
        Paragraph(tuple(Line(text(), tone, (text(), text())) for tone in TONES)),
        Checklist(tuple(Line(Named("id", text()), tone, (text(),)) for tone in TONES)),
        Table(
            (Column(Say("row")), Column(said(text())), Column(said(text()), right=True)),
            ((Cell(text(), "strong"), Cell(text()), Cell(text(), "red")), (Cell(text()), Cell(text()), Cell(text()))),
        ),
        Definitions((Definition(text(), text()), Definition(text(), text()))),
        Sparks(
            (said(text()), said(text()), said(text())),
            (Series(said(text()), _last(text), 0.0, 1.0), Series(said(text()), _last(text), 0.0, 1.0)),
        ),
        Chart(
            *(said(text()), _points(str), _points(str), _points(str)),
            tuple(ChartMark(date(2021, 9, 1), kind, "") for kind in ("work", "rival", "outside")),
            (Say(""), Say(""), Say("")),
        ),
        Series(said(text()), _points(text), 0.0, 1.0),
        Series(said(text()), _points(text), -100.0, 100.0),
    )


def _points(text: Callable[[], str]) -> tuple[SeriesPoint, ...]:
    return (
        SeriesPoint(date(2021, 8, 1), text(), 0.2, text()),
        SeriesPoint(date(2021, 8, 31), text(), None, text()),
        SeriesPoint(date(2021, 12, 1), text(), 0.9, text()),
    )


def _last(text: Callable[[], str]) -> tuple[SeriesPoint, ...]:
    """Points of which all that is written is the number."""
    days = ((date(2021, 8, 1), 0.2), (date(2021, 8, 31), None))
    return tuple(SeriesPoint(on, "", value, text()) for on, value in days)


def numbered(text: str, made: list[str]) -> Callable[[], str]:
    """Make each text its own, and remember it."""
    numbers: Iterator[int] = count(1)

    def make() -> str:
        made.append(f"{text} #{next(numbers)}#")
        return made[-1]

    return make


HOSTILE = {
    "escape": "\x1b[31mred\x1b[0m",
    "title": "\x1b]0;owned\x07",
    "link": "\x1b]8;;http://x.example\x1b\\here\x1b]8;;\x1b\\",
    "c1": "a\x9b31mb\x85c\x7f",
    "markup": "[red]x[/red] [link=http://x.example]y[/link] [#fff]",
    "closing": "[/] [/path/to]",
    "unclosed": "[b and \\[",
    "emoji code": ":smile: :warning:",
    "bidi": "safe\u202etxt.exe\u2066 \u2069 \u202c",
    "marks in text": "\u200fright\u200e \u061c",
    "arabic": "الشركة السعودية للتقنية ١٢٣",
    "chinese": "国际友商和客户的关系还不清楚，需要先查清；（见上次参观）「决策链」",
    "full width": "ＡＢＣ　１２３",
    "emoji": "👨\u200d👩\u200d👧 ❤\ufe0f 1\ufe0f\u20e3 🇨🇳 👍🏽",
    "odd emoji": "🇨 🏽 👍🏽🏽 🇨🇳🇨",
    "long word": "x" * 500,
    "long chinese": "长" * 300,
    "long path": "https://example.com/" + "a/" * 90,
    "marks": "a" + "\u0301" * 60 + "b",
    "zero width": "a\u200bb\u2060c\ufeffd\u00ade",
    "lines": "one\ntwo\r\nthree\tfour\rfive\u2028six\u2029seven",
    "surrogate": "a\ud800b\udfffc",
    "no character": "a\uffffb\ufdd0c\U0010ffff",
    "tags": "a\U000e0041\U000e007fb",
    "nul": "a\x00b",
    "format": "{0.__class__} %s %(x)s",
    "spaces": "  a   b  ",
    "xml": "]]> & <script>alert(1)</script> &#27;",
}
