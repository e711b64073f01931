"""`winsell explain` asked with what stands on a screen: words with their numbers, numbers alone, in both languages."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from tests.cli.test_explain import HEAD, TEAM, addresses, as_json, asked, lookup, names, topics
from tests.cli.test_explain_names import reports
from tests.strategies import five_steps
from tests.test_errors import PAGES
from winsell.base.block import Block, Cell, Table
from winsell.base.fact import Fact, Say, Term
from winsell.words.catalogue import LANGUAGES, Language, problem_places, template
from winsell.words.phrases import ABOUT, phrase_about
from winsell.words.speak import Speaker


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("shown", "address"),
    [
        ("+35", "decision-chain-score"),
        ("max 50 %", "ceiling"),
        ("上限50%", "ceiling"),
        ("Score +42", "decision-chain-score"),
        ("grade B", "grade.B"),
        ("B类", "grade.B"),
        ("GO, on one condition", "condition"),
        ("GO, on 2 conditions: is it worth winning", "condition"),
        ("跟进，附1个条件：值得赢", "condition"),
        ("Map green", "map.green"),
        ("overdue", "WSA102"),
        ("已逾期", "WSA102"),
        ("负责人", "deal.owner"),
        ("owner", "deal.owner"),
        ("无/不计", "not-computed"),
        ("过单", "review"),
        ("当日", "as-of"),
        ("this day", "as-of"),
        ("max 50 %  until we know who pays", "ceiling"),
        ("上限50%  查清谁付款之前", "ceiling"),
        ("+ GO, on 2 conditions: worth winning, an opportunity", "condition"),
        ("+ 跟进，附2个条件：值得赢、是机会", "condition"),
        ("Score +35 (between +22 and +49 if the unknown were against us or for us)", "decision-chain-score"),
        ("决策链得分+4（未知的人若全反对是-3，全支持是+12）", "decision-chain-score"),
        ("Map red: no key person is known to be for us", "map.red"),
        ("Map green by hearsay, all from IT architect: who decides", "map"),
        ("关系图谱：黄色（有关键人支持我们，但都不是拍板的人）", "map"),
        ("!! now", "colour.red"),
        ("!! 马上办", "colour.red"),
        ("2026-11-20, overdue", "WSA102"),
        ("2026-11-20，已逾期", "WSA102"),
        ("2026-10-16，暂缓", "colour.white"),
        ("neutral (too old)", "attitude.neutral"),
        ("正向（听说）", "attitude.supporter"),
        ("owner: wang", "deal.owner"),
        ("负责人：wang", "deal.owner"),
        ("无", "not-computed"),
        ("无 / 不计", "not-computed"),
        ("客户", "deal.customer"),
        ("Step 1", "five-steps"),
        ("步骤五", "five-steps"),
        ("- may wait", "colour.white"),
        ("one empty chair", "chair"),
        ("2 empty chairs", "chair"),
        ("due from RFP drafting", "win-sign"),
        ("招标准备阶段起再看", "win-sign"),
        ("GO on conditions", "condition"),
        ("附2个条件", "condition"),
        ("听说", "how.heard"),
        ("提前", "win-sign-index"),
        ("forecast", "review"),
        ("The number", "win-probability"),
        ("新风险", "review"),
        ("Still right?", "competitive-strategy"),
        ("Spending limit", "approval-paper"),
        ("费用上限", "approval-paper"),
        ("Turns red", "work-colour"),
        ("decision near", "review"),
        ("kept", "review"),
    ],
)
def test_what_a_screen_says_is_found(capfd: pytest.CaptureFixture[str], shown: str, address: str) -> None:
    assert address == addresses(capfd, *shown.split())[0]
    for typed, language in ((shown.split(), "en"), ([shown], "zh")):
        code, out, err = asked(capfd, *typed, "--lang", language)
        assert (0, "") == (code, err)
        assert not re.search(r"things|有\d+项", out.splitlines()[0])


def test_every_word_in_a_cell_of_a_screen_is_found_as_it_stands_there() -> None:
    rows = [row for report in reports() for block in report.blocks for row in rows_of(block)]
    words = [cell.fact for row in rows for cell in row if is_word(cell.fact)]
    said = {Speaker(language).say(word) for language in LANGUAGES for word in words}
    assert len(said) > 40
    assert set() == {word for word in said if word and not lookup().find(word)}


def rows_of(block: Block) -> tuple[tuple[Cell, ...], ...]:
    return block.rows if isinstance(block, Table) else ()


def is_word(fact: Fact) -> bool:
    """Tell whether a cell holds a word of the program, alone or with what qualifies it; the rest is the seller's.

    What the rows of a review tell of a change is a sentence, and its words stand in the deal's own tables.
    """
    if isinstance(fact, Say):
        return not fact.code.startswith(("diff.", "review.")) and (
            fact.code in ("plan.overdue", "plan.on-hold") or any(isinstance(one, Term) for one in fact.facts.values())
        )
    return isinstance(fact, Term)


@pytest.mark.parametrize(
    ("shown", "meant"),
    [
        ("41 %", "win-probability insight-rate win-sign-index coverage share"),
        ("41%", "win-probability insight-rate win-sign-index coverage share"),
        ("2/7", "insight-rate win-sign-index"),
    ],
)
def test_a_number_of_a_screen_leads_to_what_is_shown_so(
    capfd: pytest.CaptureFixture[str], shown: str, meant: str
) -> None:
    assert meant.split() == addresses(capfd, shown)


def test_a_grade_of_an_own_playbook_shows_its_limits(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (folder / "playbook.yaml").write_text(TEAM, encoding="utf-8")
    (grade,) = as_json(capfd, "grade", "B")
    assert ["grades.absolute.CNY.B", "grades.absolute.EUR.B"] == [one["path"] for one in grade["values"]]
    assert "limits of the playbook in use say: the whole method" in asked(capfd, "B类")[1]
    assert "limits of the playbook in use say: the fast lane" in asked(capfd, "C类")[1]


def test_the_overview_gives_programs_what_it_names(capfd: pytest.CaptureFixture[str]) -> None:
    assert {"win-probability", "attitude.mentor", "sign.budget-asked", "WSP101"} <= set(addresses(capfd))
    assert not {"deal.owner", "playbook.probability.gamma"} & set(addresses(capfd))


def test_a_single_tactic_is_told_as_one(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    one, *others = five_steps().tactics
    own = {
        "tactics": dict.fromkeys(others),
        "strategies": {id_: {"tactics": [one], "incumbent_tactics": []} for id_ in five_steps().strategies},
        "relation": {id_: {"tactics": [one]} for id_ in five_steps().relation},
        "meeting": {"unspoken": [one]},
    }
    said = "".join(f"{name}: {json.dumps(section)}\n" for name, section in own.items())
    (folder / "playbook.yaml").write_text(HEAD + said, encoding="utf-8")
    code, out, err = asked(capfd)
    assert (0, "") == (code, err)
    assert "one; its strategies name it" in out


# What a screen says beside its words.


@pytest.mark.parametrize(
    ("shown", "address"),
    [
        ("not yet due at this stage", "screening"),
        ("sponsor", "attitude.supporter"),
        ("budgetary", "sign.budget-asked"),
        ("按轻重加权", "weight"),
        ("谁付款", "chair.payer"),
        ("Nothing to compute", "not-computed"),
        ("怎么解除", "finding"),
        ("until we know who pays", "ceiling"),
        ("What would decide", "five-steps"),
        ("Our own approval asks for it: a local partner for the night shift", "condition"),
        ("Of 5 key persons not one is known to be for us.", "WSP112"),
    ],
)
def test_a_phrase_copied_from_a_screen_is_found(capfd: pytest.CaptureFixture[str], shown: str, address: str) -> None:
    assert address == addresses(capfd, *shown.split())[0]


def sayings(part: object) -> Iterator[Say]:
    """Every sentence in a part of a report, those within others too."""
    if isinstance(part, Say):
        yield part
        yield from (one for fact in part.facts.values() for one in sayings(fact))
    elif isinstance(part, tuple):
        yield from (one for item in part for one in sayings(item))
    elif is_dataclass(part):
        yield from (one for field in fields(part) for one in sayings(getattr(part, field.name)))


OF_THE_FILE = ("check.", "column.", "finding.", "head.", "answer.", "list.", "moved.", "explain.", "element.")
"""Frames of names, columns that are asked about by themselves, and parts of sentences."""


def labels() -> set[str]:
    """What stands before a colon, or alone without anything of the seller's, on the screens of every example."""
    said = {one.code: one for report in reports() for block in report.blocks for one in sayings(block)}
    found: set[str] = set()
    for code, one in said.items():
        for language in LANGUAGES:
            bare = re.sub(r"\[[^\[\]]*\]", "", template(code, one.facts, language))
            label = re.split("[:：]", bare)[0]
            if "{" not in label and not code.startswith(OF_THE_FILE):
                found.add(label.strip(" ."))
    return found


def test_every_label_of_every_screen_can_be_asked_about() -> None:
    known, every = lookup(), labels()
    assert len(every) > 300
    assert set() == {one for one in every if one and not (known.find(one) or known.like(one) or phrase_about(one))}


def test_what_the_sentences_of_the_screens_are_about_can_be_asked_about() -> None:
    assert set(ABOUT.values()) <= set(topics())


# What is wrong with a file.


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_of_what_is_wrong_with_a_file_is_answered(
    capfd: pytest.CaptureFixture[str], language: Language
) -> None:
    for name in problem_places():
        found = names(language).topics[f"problem.{name}"]
        assert (name, f"problem.{name}") == (found.name, lookup().find(f"problem.{name}")[0])
        assert lookup().find(name)
    code, out, err = asked(capfd, "unclosed-bracket", "--lang", language)
    assert (0, "") == (code, err)
    assert "`...`" in out


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_of_the_page_of_errors_leads_to_its_name(language: Language) -> None:
    lines = PAGES[language].read_text(encoding="utf-8").splitlines()
    messages = {re.sub(r"^(?:\W*\w* *)?deal\.yaml:(?:\d+:)? ", "", one) for one in lines if "deal.yaml:" in one}
    assert len(messages) > 100
    assert set() == {one for one in messages if not any(at.startswith("problem.") for at in phrase_about(one))}


def test_a_sign_of_a_row_is_found_alone(capfd: pytest.CaptureFixture[str]) -> None:
    for sign in ("!!", "!", "-", "+"):
        assert ["work-colour"] == addresses(capfd, sign)


@pytest.mark.parametrize("asked_for", ["save", "undo-chnged", "a number that is not whole"])
def test_the_name_of_a_message_is_not_suggested_to_who_asks_for_a_word(asked_for: str) -> None:
    found = lookup()
    assert not [one for one in found.nearest(asked_for) if found.find(one)[0].startswith("problem.")]
