"""What `winsell explain` calls things: what stands on a screen has an answer, and answers name others as readers do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest

from tests.cli.test_explain import lookup, names, topics
from tests.strategies import ROOT
from winsell.base.block import Block, Definitions, Heading, Paragraph, Report, Series, Sparks, Table
from winsell.base.fact import Fact, Say
from winsell.cli import explain as command
from winsell.cli.app import run
from winsell.reports.explain.report import explain_report, overview_report
from winsell.store.playbooks import load_playbook
from winsell.views.formats import FORMATS
from winsell.views.screen import Screen
from winsell.views.terminal import render
from winsell.words.catalogue import LANGUAGES, Language
from winsell.words.speak import Speaker

EXAMPLES = ROOT / "examples"
NAMES_OF_A_FILE = ("check.file", "agenda.deal", "triage.deal", "forecast.currency", "log.day")
"""Headings that name a deal, a file or a day of a deal, and nothing of the program's."""
CHINESE = re.compile("[\u4e00-\u9fff]")


@cache
def reports() -> tuple[Report, ...]:
    """The reports on every example, at days on which something else is asked."""
    seen: list[Report] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(FORMATS, "terminal", lambda report, *_: seen.append(report))
        _report_all()
    assert {"screen", "analyze", "plan", "check", "paper", "week", "review", "log", "diff"} <= {
        one.kind for one in seen
    }
    return tuple(seen)


def _report_all() -> None:
    team = sorted(map(str, (EXAMPLES / "team").glob("*.yaml")))
    deals = [one for one in team if not one.endswith("playbook.yaml")]
    days = ("2021-03", "2021-08", "2021-11", "2022-01-15", "2022-01")
    for screen in ("screen", "analyze", "plan", "check"):
        for deal in deals:
            run([screen, deal])
        for day in days:
            run([screen, str(EXAMPLES / "sales-digitalisation.yaml"), "--as-of", day])
    for deal in deals:
        run(["screen", deal, "--paper"])
    for more in (["week"], ["review"], ["review", "--agenda"], ["review", "--forecast", "2026"], ["check"]):
        run([more[0], str(EXAMPLES / "team"), *more[1:]])
    for screen in ("review", "log", "diff", "trend"):
        for deal in deals[2:4]:
            run([screen, deal])


def is_label(fact: Fact) -> bool:
    """Tell whether a fact is the same on every screen: the name of a row, and nothing of the seller's."""
    return isinstance(fact, Say) and not fact.facts


def above(block: Block) -> Iterator[Fact]:
    """What names a part of a screen: a heading, a column, a row, a line of a trend; not the deal's own name or file."""
    match block:
        case Heading(say, level=2) if say.code not in NAMES_OF_A_FILE:
            yield say
        case Table():
            yield from (column.say for column in block.columns)
            yield from (row[0].fact for row in block.rows if is_label(row[0].fact))
        case Definitions():
            yield from (one.name for one in block.entries if is_label(one.name))
        case Series(say) if say.code not in NAMES_OF_A_FILE:
            yield say
        case Sparks():
            yield from (one.say for one in block.series if one.say.code not in NAMES_OF_A_FILE)
        case _:
            pass


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_heading_and_column_of_every_screen_can_be_asked_about(language: Language) -> None:
    shown = {
        fact for report in reports() for block in report.blocks for fact in map(Speaker(language).say, above(block))
    }
    assert len(shown) > 30
    assert set() == {text for text in shown if text and not lookup().find(text)}


def named_below(language: Language) -> Iterator[tuple[str, str]]:
    """Every name that stands behind `See also`, with the address that it stands for."""
    book, known = command._book(load_playbook()), names(language)
    for topic in topics().values():
        for block in explain_report(book, topic, known).blocks:
            for line in block.lines if isinstance(block, Paragraph) else ():
                if isinstance(line.say, Say) and line.say.code == "explain.see":
                    links = line.say.facts["addresses"]
                    assert isinstance(links, tuple)
                    yield from zip(map(Speaker(language).say, links), topic.related, strict=True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_whoever_asks_for_a_name_that_an_answer_gives_gets_that_thing(language: Language) -> None:
    links = set(named_below(language))
    assert len(links) > 80
    for name, address in links:
        assert address == names(language).leads_to(name) or address in name, name


def test_chinese_answers_give_chinese_names_where_there_are_any() -> None:
    chinese = {one for one, topic in topics().items() if CHINESE.search(Speaker("zh").say(topic.name))}
    assert len(chinese) > 200
    assert set() == {address for name, address in named_below("zh") if address in chinese and not CHINESE.search(name)}


@pytest.mark.parametrize(("language", "lines"), [("en", 115), ("zh", 95)])
def test_the_overview_is_short_and_names_what_screens_show(language: Language, lines: int) -> None:
    said = render(overview_report(command._book(load_playbook()), topics()), Speaker(language), Screen(width=80))
    assert said.count("\n") < lines
    assert "deepest-exchange" not in said
    assert str(len([one for one in topics().values() if one.kind == "tactic"])) in said
