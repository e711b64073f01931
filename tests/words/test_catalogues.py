"""Every language says all that English says, with the same facts; `python .ci/catalogues.py` brings it up to date."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

import winsell
from winsell.base.fact import Say
from winsell.words.catalogue import LANGUAGES, messages
from winsell.words.plural import Plural, Sentence
from winsell.words.speak import Speaker

LOCALE = Path(winsell.__file__).parent / "words" / "locale"
OTHERS = [language for language in LANGUAGES if language != "en"]
COMMAND = "python .ci/catalogues.py"


def catalogue(language: str) -> Catalog:
    with (LOCALE / language / "LC_MESSAGES" / "winsell.po").open("rb") as text:
        return read_po(text, locale=language, abort_invalid=True)


def said(language: str) -> dict[str, Message]:
    return {message.context: message for message in catalogue(language) if message.context}


def strings(message: Message) -> tuple[str, ...]:
    return tuple(message.string) if isinstance(message.string, (tuple, list)) else (str(message.string),)


def forms(sentence: Sentence) -> tuple[str, ...]:
    return (sentence.one, sentence.many) if isinstance(sentence, Plural) else (sentence,)


def places(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text.replace("{{", "").replace("}}", "")))


def optional(text: str) -> set[str]:
    """The places whose absence leaves a part out."""
    return {place for part in re.findall(r"\[([^\[\]]*)\]", text) for place in places(part)}


def complaints(code: str, english: Sentence, message: Message) -> list[str]:
    """What is wrong with one translation."""
    ids = message.id if isinstance(message.id, (tuple, list)) else (message.id,)
    found = ["the English has changed"] if tuple(ids) != forms(english) or message.fuzzy else []
    allowed = set().union(*map(places, forms(english)))
    for text in strings(message):
        found += [] if text else ["not translated"]
        found += [f"no such place: {one}" for one in places(text) - allowed]
        found += [f"missing place: {one}" for one in places(forms(english)[-1]) - places(text) if text]
        spared = set.intersection(*map(optional, forms(english))) & places(text)
        found += [f"no longer optional: {one}" for one in spared - optional(text)]
        found += [f"wide in some terminals only: {one}" for one in text if unicodedata.east_asian_width(one) == "A"]
        found += ["brackets"] if text.count("[") != text.count("]") or text != text.strip() else []
        found += ["half of a problem"] if code.startswith("problem.") and text.count(" - ") != 1 else []
    return found


@pytest.mark.parametrize("language", OTHERS)
def test_a_catalogue_says_all_there_is(language: str) -> None:
    found, wanted = said(language), messages()
    assert list(wanted) == list(found), f"run {COMMAND}"
    wrong = {code: complaints(code, wanted[code], found[code]) for code in wanted}
    assert {} == {code: one for code, one in wrong.items() if one}


@pytest.mark.parametrize(
    ("english", "id_", "string", "wrong"),
    [
        ("{a} of {b}", "{a} of {b}", "{b}中的{a}", []),
        ("{a} of {b}", "{a} of {b}", "", ["not translated"]),
        ("{a} of {b}", "{a} from {b}", "{b}中的{a}", ["the English has changed"]),
        ("{a} of {b}", "{a} of {b}", "{a}", ["missing place: b"]),
        ("{a}", "{a}", "{a}{c}", ["no such place: c"]),
        ("{a}[, {b}]", "{a}[, {b}]", "{a}，{b}", ["no longer optional: b"]),
        ("{a}", "{a}", "“{a}", ["wide in some terminals only: “"]),
    ],
)
def test_a_wrong_translation_is_found(english: str, id_: str, string: str, wrong: list[str]) -> None:
    assert wrong == complaints("x.y", english, Message(id_, string, context="x.y"))


@pytest.mark.parametrize("language", OTHERS)
def test_the_sentences_are_in_that_language(language: str) -> None:
    """No translation is the English again, unless there is nothing in it to translate, or it is YAML to be pasted."""
    for code, message in said(language).items():
        for text in strings(message):
            bare = re.sub(r"\{\w+\}|`[^`]*`|[^A-Za-z]", "", str(forms(messages()[code])[-1]))
            assert len(bare) < 4 or code.startswith("welcome.line-") or re.search(r"[\u4e00-\u9fff]", text), (
                code,
                text,
            )


def test_the_binary_catalogue_is_what_the_program_reads() -> None:
    for language in OTHERS:
        assert (LOCALE / language / "LC_MESSAGES" / "winsell.mo").exists()
        text = Speaker(language).say(Say("screen.go-q1"))
        assert text == strings(said(language)["screen.go-q1"])[0] != "worth winning"
