"""`winsell explain`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING

from winsell.base.exit_codes import USAGE
from winsell.base.problem import FactValue, Problem, WinsellError
from winsell.cli.language import language
from winsell.cli.options import Ascii, Format, Json, Lang, PlaybookOption, Words
from winsell.cli.tell import face_of, show

if TYPE_CHECKING:
    from winsell.base.block import Report
    from winsell.base.fact import Fact
    from winsell.reports.explain.topic import Book, Names, Topic
    from winsell.store.playbooks import LoadedPlaybook
    from winsell.words.catalogue import Language
    from winsell.words.lookup import Lookup

_QUOTED = 60
"""How much of what was asked is repeated."""


def explain(
    words: Words = None,
    playbook: PlaybookOption = None,
    format_: Format = "terminal",
    json: Json = False,
    lang: Lang = None,
    ascii_: Ascii = False,
) -> int:
    """Answer what a word means; 0, or 2 if nothing is called so."""
    face = face_of(format_, lang, json=json, ascii_=ascii_)
    from winsell.store.playbooks import find_playbook, load_playbook

    loaded = load_playbook(find_playbook(playbook, Path()))
    spoken = language(face.lang, loaded.playbook.language)
    show(_report(loaded, " ".join(words or ()).strip(), spoken), face, loaded.playbook)
    return 0


def _report(loaded: LoadedPlaybook, asked: str, spoken: Language) -> Report:
    from winsell.reports.explain.gather import topics_of
    from winsell.reports.explain.report import overview_report
    from winsell.store.playbooks import DEFAULT
    from winsell.words.lookup import Lookup

    book = _book(loaded)
    topics = topics_of(book, DEFAULT)
    if not asked:
        return overview_report(book, topics)
    lookup = Lookup({address: (one.name, one.ids) for address, one in topics.items()})
    found = [asked] if "." in asked and asked in topics else lookup.find(asked)
    names = _names(topics, lookup, spoken)
    if not found:
        return _number(book, topics, asked) or _like(book, names, lookup, asked)
    return _answer(book, asked, [topics[address] for address in found], names)


def answers(codes: Sequence[str], spoken: Language) -> dict[str, Report]:
    """Answer what each of some codes means by the built-in playbook, all from one look at it."""
    from winsell.reports.explain.gather import topics_of
    from winsell.store.playbooks import DEFAULT, load_playbook
    from winsell.words.lookup import Lookup

    book = _book(load_playbook(None))
    topics = topics_of(book, DEFAULT)
    lookup = Lookup({address: (one.name, one.ids) for address, one in topics.items()})
    names = _names(topics, lookup, spoken)
    return {code: _answer(book, code, [topics[one] for one in lookup.find(code)], names) for code in codes}


def _names(topics: Mapping[str, Topic], lookup: Lookup, spoken: Language) -> Names:
    from winsell.reports.explain.topic import Names
    from winsell.words.speak import Speaker

    speaker = Speaker(spoken)

    def leads_to(name: Fact) -> str | None:
        first = _first([topics[address] for address in lookup.find(speaker.say(name))])
        return first[0].address if len(first) == 1 else None

    return Names(topics, leads_to)


def _book(loaded: LoadedPlaybook) -> Book:
    from winsell.reports.explain.topic import Book, Vocabulary
    from winsell.words.catalogue import problem_places, sentences
    from winsell.words.fields import field_code, section_name
    from winsell.words.levels import ANCHORED, LEVELS, group_of
    from winsell.words.terms import TERMS

    words = Vocabulary(
        groups={group: tuple(terms) for group, terms in TERMS.items()},
        levels={group: tuple(levels) for group, levels in LEVELS.items()},
        anchored=ANCHORED,
        field_code=lambda model, key: field_code(section_name(model), key),
        group_of=group_of,
        problems=problem_places(),
        has=lambda code: code in sentences(),
    )
    return Book(loaded.playbook, loaded.tree, loaded.origins(), words)


def _answer(book: Book, asked: str, found: Sequence[Topic], names: Names) -> Report:
    """Answer in full if one meaning comes before all others, else with all that are on a level."""
    from winsell.reports.explain.report import explain_report, several_report

    ranked = sorted(found, key=lambda topic: topic.rank)
    if len(_first(found)) == 1:
        return explain_report(book, ranked[0], names, ranked[1:])
    return several_report(book, asked, ranked)


def _first(found: Sequence[Topic]) -> list[Topic]:
    """Keep the meanings that come before all others."""
    best = min((topic.rank for topic in found), default=0)
    return [topic for topic in found if topic.rank == best]


def _number(book: Book, topics: Mapping[str, Topic], asked: str) -> Report | None:
    """Answer for a number with the values of the playbook that are it."""
    from winsell.reports.explain.report import several_report

    wanted = _values(asked)
    numbers = [one for one in topics.values() if one.kind == "number" and _value(book, one) in wanted]
    return several_report(book, asked, numbers, code="explain.several-numbers") if numbers else None


def _like(book: Book, names: Names, lookup: Lookup, asked: str) -> Report:
    """Answer with what a screen shows in such a form; WinsellError if nothing is called so."""
    from winsell.reports.explain.report import explain_report, several_report
    from winsell.words.phrases import phrase_about

    like = [names.topics[address] for address in lookup.like(asked) or phrase_about(asked)]
    if len(like) == 1:
        return explain_report(book, like[0], names)
    if like:
        return several_report(book, asked, like, code="explain.several-like")
    near = lookup.nearest(asked)
    value = asked if len(asked) <= _QUOTED else f"{asked[:_QUOTED]}..."
    facts: dict[str, FactValue] = {"value": value}
    if not near:
        raise WinsellError((Problem("no-such-term-far", facts=facts),), USAGE)
    raise WinsellError((Problem("no-such-term", facts={**facts, "nearest": tuple(f"`{one}`" for one in near)}),), USAGE)


def _value(book: Book, topic: Topic) -> Decimal | None:
    value = book.value(topic.values[0])
    return Decimal(value) if isinstance(value, int | Decimal) else None


def _values(asked: str) -> tuple[Decimal, ...]:
    """Read a number, and `70 %` as 0.7 too."""
    text = asked.removesuffix("%").strip()
    try:
        number = Decimal(text) if len(text) <= _QUOTED else Decimal("NaN")
    except InvalidOperation:
        return ()
    if not number.is_finite():
        return ()
    return (number / 100,) if asked.endswith("%") else (number,)
