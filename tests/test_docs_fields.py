"""Every key and every level has its meaning on the words floor, in the schemas, and on the pages made of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pytest
from pydantic import BaseModel, Field

from docs import make
from winsell.analysis import decision_chain, screening, standing, value_rows, win_probability, work_colour
from winsell.base import scalar
from winsell.base.finding import Severity
from winsell.base.part import Part
from winsell.base.problem import WinsellError
from winsell.playbook import model as playbook_model
from winsell.playbook.check import NEEDS
from winsell.playbook.model import Playbook
from winsell.store.load import KINDS, as_model, load_case, read_document
from winsell.store.playbooks import load_playbook
from winsell.store.schemas import schema_of
from winsell.words import fields
from winsell.words.catalogue import LANGUAGES, Language, sentences
from winsell.words.fields import field_code, section_name
from winsell.words.levels import LEVELS, group_of
from winsell.words.schema import described
from winsell.words.speak import Speaker
from winsell.words.terms import TERMS

FILES: tuple[type[BaseModel], ...] = (*KINDS.values(), Playbook)
COMMAND = "the pages are older than the program: run `python docs/make.py`, and read what changed"
PAGES = make.pages()
IDS = [f"{page.language}/{page.name}" for page in PAGES]
DEAL_HEAD = "deal: an example\ncustomer: somebody\n"
PLAYBOOK_HEAD = 'kind: playbook\nid: own\nversion: "1"\nname: {en: Own}\nextends: five-steps\n'


# Keys.


def models(root: type[BaseModel] = Part) -> Iterator[type[BaseModel]]:
    """Every part of a file that the program itself has."""
    for model in root.__subclasses__():
        if model.__module__.startswith("winsell."):
            yield model
        yield from models(model)


def written_keys(model: type[BaseModel]) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items()]


KEYS = [(section_name(model.__name__), key) for model in models() for key in ("", *written_keys(model))]
ENTRY_KEYS = [("entry", key) for key in ("", *make.sections()["entry"]["properties"])]
ALL_KEYS = [*KEYS, *ENTRY_KEYS, ("history", "")]


def unsaid(keys: list[tuple[str, str]]) -> list[tuple[str, str]]:
    def is_said(section: str, key: str) -> bool:
        try:
            return bool(field_code(section, key))
        except KeyError:
            return False

    return [(section, key) for section, key in keys if not is_said(section, key)]


def said_of_nothing(keys: list[tuple[str, str]]) -> list[str]:
    return sorted(set(fields.SENTENCES) - {field_code(*key) for key in keys})


def test_every_section_and_every_key_has_its_sentence() -> None:
    assert len(KEYS) > 350
    assert [] == unsaid(ALL_KEYS)


def test_a_key_without_a_sentence_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(fields.SENTENCES, "field.deal.owner")
    assert [("deal", "owner")] == unsaid(ALL_KEYS)


def test_no_sentence_is_there_of_a_key_that_no_file_has() -> None:
    assert [] == said_of_nothing(ALL_KEYS)


def test_a_sentence_without_a_key_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(fields.SENTENCES, "field.deal.colour", "The colour of the deal.")
    assert ["field.deal.colour"] == said_of_nothing(ALL_KEYS)


def test_no_two_sections_of_files_share_a_name() -> None:
    assert [] == [name for name, count in Counter(KEYS).items() if count > 1]


def test_no_sentence_is_written_twice() -> None:
    written = [list(fields._sentences(module.SECTIONS)) for module in (fields.deal, fields.people, fields.playbook)]
    assert len(fields.SENTENCES) == sum(map(len, written))


def test_what_is_said_of_any_section_is_said_of_two_at_least() -> None:
    used = Counter(field_code(*key) for key in ALL_KEYS)
    assert [] == [code for code in fields.SENTENCES if code.startswith("field.any.") and used[code] < 2]


def descriptions(model: type[BaseModel]) -> list[str]:
    return [name for name, field in model.model_fields.items() if field.description is not None]


def test_no_model_holds_a_sentence() -> None:
    assert {} == {model.__name__: found for model in models() if (found := descriptions(model))}


def test_a_sentence_in_a_model_would_be_found() -> None:
    class Told(Part):
        why: str = Field(description="A sentence.")

    assert ["why"] == descriptions(Told)


def test_sentences_are_gender_neutral_and_end_like_sentences() -> None:
    told = {
        **fields.SENTENCES,
        **{f"{group}.{id_}": text for group, sets in LEVELS.items() for id_, text in sets.items()},
    }
    assert [] == [
        code for code, text in told.items() if re.search(r"\b(he|him|his|she|her)\b", str(text), re.IGNORECASE)
    ]
    assert [] == [code for code, text in told.items() if not str(text).endswith((".", "?", "`."))]


# Levels.


def closed_sets() -> dict[str, tuple[str, ...]]:
    """Every closed set of words that has a name of its own, where files and results get them from."""
    modules = (scalar, playbook_model, decision_chain, screening, standing, value_rows, win_probability, work_colour)
    named = {f"{module.__name__}.{name}": one for module in modules for name, one in vars(module).items()}
    named["severity"] = Severity
    found = {name: get_args(one) for name, one in named.items() if get_origin(one) is Literal}
    return found | {"needs": tuple(NEEDS)}


def undescribed_sets(sets: Mapping[str, tuple[str, ...]]) -> list[str]:
    groups = {name: group_of(values) for name, values in sets.items()}
    return [name for name, group in groups.items() if group is None or not set(sets[name]) <= set(LEVELS[group])]


def test_every_level_of_every_closed_set_says_how_to_recognise_it() -> None:
    sets = closed_sets()
    assert len(sets) > 40
    assert [] == undescribed_sets(sets)


def test_a_closed_set_without_meanings_would_be_found() -> None:
    assert ["moods"] == undescribed_sets({"moods": ("glad", "sad"), "scope": ("project", "competitors", "decision")})


def test_no_two_groups_hold_the_same_words() -> None:
    groups = [group for group in LEVELS if group not in {"unknown", "fit", "relation", "price", "support"}]
    assert [] == [group for group in groups if group != group_of(tuple(LEVELS[group]))]


def test_the_levels_are_those_that_the_screen_has_words_for() -> None:
    both = set(LEVELS) & set(TERMS) - {"unknown"}
    assert len(both) > 15
    assert {} == {
        group: set(TERMS[group]) ^ set(LEVELS[group]) for group in both if set(TERMS[group]) != set(LEVELS[group])
    }


# The schemas.


def without_meaning(schema: Any, path: str = "") -> Iterator[str]:
    if isinstance(schema, list):
        for one in schema:
            yield from without_meaning(one, path)
    if isinstance(schema, dict):
        properties = schema.get("properties", {})
        yield from (f"{path}.{key}" for key, part in properties.items() if "description" not in part)
        if group_of(schema.get("enum", ())) and len(schema.get("markdownEnumDescriptions", ())) != len(schema["enum"]):
            yield f"{path}={schema['enum']}"
        for key, part in schema.items():
            yield from without_meaning(part, f"{path}.{key}")


@pytest.mark.parametrize("kind", make.KINDS)
@pytest.mark.parametrize("speaker", [Speaker("en"), Speaker("zh")], ids=["en", "zh"])
def test_a_schema_says_what_each_key_and_each_level_means(kind: str, speaker: Speaker) -> None:
    assert [] == list(without_meaning(described(schema_of(kind), kind, speaker)))


@pytest.mark.parametrize("kind", make.KINDS)
def test_a_schema_as_the_store_makes_it_holds_no_sentence(kind: str) -> None:
    parts = schema_of(kind)["$defs"]
    assert list(without_meaning(schema_of(kind)))
    assert not {
        name for name, part in parts.items() if any("description" in one for one in part["properties"].values())
    }


def test_steps_of_a_number_stand_beside_it() -> None:
    deal = described(schema_of("deal"), "deal", Speaker())
    assert "- `75`: Meets all" in deal["$defs"]["Us"]["properties"]["fit"]["markdownDescription"]
    assert "- `-5`: Firmly against us" in deal["$defs"]["Person"]["properties"]["support"]["markdownDescription"]


# The pages.


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_a_page_is_up_to_date(page: make.Page) -> None:
    assert page.path.read_text(encoding="utf-8") == page.text(), COMMAND


def test_a_page_that_is_older_than_a_sentence_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sentences(), "field.deal.owner", "Who answers for it.")
    page = make.Page("deal-file", "en")
    assert page.path.read_text(encoding="utf-8") != page.text()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_tell_every_key_once(language: Language) -> None:
    pages = [make.Page(name, language) for name in make.PAGES]
    told = Counter(key for page in pages if page.text() for key in page.told)
    assert {} == {key: count for key, count in told.items() if count > 1}
    assert {key for key in ALL_KEYS if key[1]} == set(told)


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_every_link_on_a_page_leads_somewhere(page: make.Page) -> None:
    text = page.text()
    anchors = re.findall(r'<a id="([^"]+)">', text)
    assert [] == [anchor for anchor, count in Counter(anchors).items() if count > 1]
    assert set() == set(re.findall(r"\]\(#([^)]+)\)", text)) - set(anchors)
    for name, anchor in re.findall(r"\]\(([^#)]+)#?([^)]*)\)", text):
        other = (page.path.parent / name).read_text(encoding="utf-8")
        assert not anchor or f'<a id="{anchor}">' in other


def directives(language: str, name: str) -> list[str]:
    text = (make.DOCS / "templates" / language / f"{name}.md").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.startswith(("<!--", "```", "#")) or line.endswith(":")]


@pytest.mark.parametrize("name", make.PAGES)
def test_both_languages_have_the_same_parts_in_the_same_order(name: str) -> None:
    parts = [[re.sub(r"^(#+) .*", r"\1", line) for line in directives(one, name) if "```" in line or line[0] in "<#"]
             for one in LANGUAGES]  # fmt: skip
    assert parts[0] == parts[1]


def places(language: str, name: str) -> set[str]:
    """Gather the places within lines that stand for something of the playbook or the glossary."""
    text = (make.DOCS / "templates" / language / f"{name}.md").read_text(encoding="utf-8")
    return set(re.findall(r"\{\{.+?\}\}", text))


@pytest.mark.parametrize("name", make.PAGES)
def test_both_languages_take_the_same_numbers_from_the_playbook(name: str) -> None:
    assert places("en", name) == places("zh", name)


def test_the_method_page_takes_its_numbers_from_the_playbook() -> None:
    assert len(places("en", "method")) > 80


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_no_place_is_left_over(page: make.Page) -> None:
    assert [] == re.findall(r"\{\{\w+:.*", page.text())


def written(place: str, language: Language = "en") -> str:
    return make.Page("method", language)._line(place)[0]


@pytest.mark.parametrize(
    ("expected", "place"),
    [
        ("2", "{{value: probability.gamma}}"),
        ("0.5", "{{value: probability.weights.fit}}"),
        ("C, D", "{{value: grades.fast_lane}}"),
        ("85 %", "{{percent: probability.source_discounts.one}}"),
        ("35 %, 50 %, 70 %", "{{percent: probability.targets}}"),
        ("Value proof", "{{label: stages.value-proof}}"),
        ("who pays", "{{label: chairs.payer}}"),
        ("Qualification", "{{stage: questions.q2.due_from}}"),
        ("direction of the project; capability it needs; size of the amount", "{{labels: matches}}"),
        ("inner circle 3, political structure 2, outside 1, unknown 2", "{{words: people.influence_weights politics}}"),
        ("win sign", "{{term: win-sign}}"),
        ("a 2, b 0.5", "a {{value: probability.gamma}}, b {{value: probability.weights.fit}}"),
    ],
)
def test_a_place_says_what_the_playbook_says(expected: str, place: str) -> None:
    assert expected == written(place)


def test_a_label_of_some_items_leaves_the_others_out() -> None:
    assert "they talk about nothing but price" not in written("{{labels: signs polarity=win}}")
    assert "they talk about nothing but price" in written("{{labels: signs polarity=lose}}")


@pytest.mark.parametrize(
    "place",
    [
        "{{value: probability.gama}}",
        "{{value: probability.gamma.more}}",
        "{{percent: probability.discounts.one}}",
        "{{label: chairs.nobody}}",
        "{{stage: questions.q2.label.en}}",
        "{{labels: matchs}}",
        "{{labels: signs colour=red}}",
        "{{words: people.influence_weights mood}}",
        "{{term: luck}}",
        "{{number: probability.gamma}}",
    ],
)
def test_a_place_that_means_nothing_fails(place: str) -> None:
    with pytest.raises(KeyError):
        written(place)


def test_a_ceiling_of_the_playbook_stands_on_the_page() -> None:
    row = "| Nobody is known who pays. | 50 % from Value proof, 35 % from Bidding |"
    assert row in make.Page("method", "en").text()


def read(text: str, name: str, folder: Path) -> BaseModel:
    """Read an example as a user's file would be: what is a part is laid under the least that a file must say."""
    whole = re.search(r"^(kind|deal): ", text, re.MULTILINE) is not None
    path = folder / "example.yaml"
    path.write_text(text if whole else (DEAL_HEAD if name == "deal-file" else PLAYBOOK_HEAD) + text, encoding="utf-8")
    document = read_document(str(path))
    kind = document.data.get("kind", "deal") if isinstance(document.data, dict) else "deal"
    if kind == "playbook":
        return load_playbook(str(path)).playbook
    return load_case(str(path)).dossier.deal if kind == "deal" else as_model(str(path), document, KINDS[kind])


EXAMPLES = [pytest.param(text, page.name, id=f"{page.language}/{page.name}-{number}")
            for page in PAGES for number, text in enumerate(make.examples(page.text()))]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), EXAMPLES)
def test_every_example_is_a_valid_file(text: str, name: str, tmp_path: Path) -> None:
    assert read(text, name, tmp_path).model_fields_set


@pytest.mark.parametrize(
    ("name", "text"), [("deal-file", "owners: li\n"), ("playbook", "signs: {x: {polarity: up}}\n")]
)
def test_an_example_that_is_not_valid_would_be_found(name: str, text: str, tmp_path: Path) -> None:
    with pytest.raises(WinsellError):
        read(text, name, tmp_path)


def shown(value: object) -> Iterator[tuple[str, str]]:
    """Name the sections and keys that an example has set."""
    if isinstance(value, BaseModel):
        for name in value.model_fields_set:
            yield section_name(type(value).__name__), type(value).model_fields[name].alias or name
            yield from shown(getattr(value, name))
    elif isinstance(value, Mapping | tuple):
        for one in value.values() if isinstance(value, Mapping) else value:
            yield from shown(one)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_but_a_playbooks_is_shown_in_an_example(language: Language, tmp_path: Path) -> None:
    page = make.Page("deal-file", language)
    keys = {key for text in make.examples(page.text()) for key in shown(read(text, page.name, tmp_path))}
    assert set() == {key for key in page.told if key[0] != "entry"} - keys


def test_files_of_all_kinds_are_covered() -> None:
    assert {"account", "competitor", "deal", "playbook"} == set(make.KINDS)
    assert len(FILES) == len(make.KINDS)
