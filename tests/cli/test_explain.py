"""`winsell explain`: whatever a screen shows, a file says or the playbook holds has an answer; nonsense has one too."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest

from tests.strategies import ROOT, five_steps, five_steps_data, read_plain
from winsell.cli import explain as command
from winsell.cli.app import run
from winsell.playbook.merge import merge, order_stages
from winsell.playbook.model import Playbook
from winsell.reports.explain.findings import severities_of
from winsell.reports.explain.gather import topics_of
from winsell.reports.explain.report import explain_report
from winsell.reports.explain.terms import TERMS as METHOD
from winsell.reports.explain.topic import Kind, Names, Topic
from winsell.rules.registry import Rule, rules
from winsell.store.playbooks import LoadedPlaybook, load_playbook
from winsell.views.as_json import render_json
from winsell.views.screen import Screen
from winsell.views.terminal import render
from winsell.words.aliases import ALIASES
from winsell.words.catalogue import LANGUAGES, Language, sentences
from winsell.words.levels import LEVELS
from winsell.words.lookup import Lookup
from winsell.words.speak import Speaker
from winsell.words.terms import TERMS

OWN = """\
kind: playbook
id: ours
version: '3'
name: {en: Our way}
extends: five-steps
probability: {gamma: 3}
signs:
  baseline: {label: {en: they gave us their own figures, zh: 客户给了真实数据}, polarity: win, due_from: value-proof}
"""
TEAM = (ROOT / "examples" / "team" / "playbook.yaml").read_text("utf-8")
RULES = ROOT / "tests" / "rules"
HEAD = "kind: playbook\nid: ours\nversion: '1'\nname: {en: Our way}\nextends: five-steps\n"
REMOVES = """\
signs: {budget-asked: null, deepest-exchange: {late_after: null}}
strategies: {defend: {expect: null, answer: null}}
relation: {motivate: null}
rules: {WSP102: null}
events: {partner-told: null}
"""
ONLY_CHINESE = """\
types: {framework: {label: {zh: 框架协议}, questions: [q1, q3]}}
strategies: {wait: {label: {zh: 等待}, tactics: [pilot]}}
relation: {court: {label: {zh: 交往}, state: neutral, tactics: []}}
stages: {poc: {label: {zh: 概念验证}, after: value-proof}}
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def asked(capfd: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = run(["explain", *words])
    out, err = capfd.readouterr()
    return code, out, err


def as_json(capfd: pytest.CaptureFixture[str], *words: str) -> list[dict[str, Any]]:
    code, out, err = asked(capfd, *words, "--json")
    assert (0, "") == (code, err), words
    found: list[dict[str, Any]] = json.loads(out)["topics"]
    return found


def addresses(capfd: pytest.CaptureFixture[str], *words: str) -> list[str]:
    return [topic["address"] for topic in as_json(capfd, *words)]


# What can be asked, walked through whole.


@cache
def topics() -> dict[str, Topic]:
    loaded = load_playbook()
    return dict(topics_of(command._book(loaded), loaded.playbook.id))


@cache
def lookup() -> Lookup:
    return Lookup({address: (one.name, one.ids) for address, one in topics().items()})


def names(language: Language) -> Names:
    return command._names(topics(), lookup(), language)


def shown_words() -> Iterator[tuple[str, str]]:
    """Every word of a closed set, as a screen shows it, with its address."""
    for group, terms in TERMS.items():
        yield from ((word, f"{group}.{id_}") for id_, word in terms.items() if word)


def playbook_ids() -> Iterator[tuple[str, str]]:
    """Every id that the built-in playbook names, with its address."""
    sections = {"stage": "stages", "sign": "signs", "event": "events", "chair": "chairs", "strategy": "strategies"}
    more = {"relation": "relation", "tactic": "tactics", "type": "types", "question": "questions", "match": "matches"}
    for kind, section in {**sections, **more, "element": "behaviour"}.items():
        yield from ((id_, f"{kind}.{id_}") for id_ in getattr(five_steps(), section))


def numbers(tree: Any, above: str = "playbook") -> Iterator[str]:
    """The path of every number of the built-in playbook."""
    for key, value in tree.items():
        if isinstance(value, dict):
            yield from numbers(value, f"{above}.{key}")
        elif isinstance(value, int | Decimal) and not isinstance(value, bool):
            yield f"{above}.{key}"


EVERYTHING = [
    *shown_words(),
    *playbook_ids(),
    *((rule.CODE.lower(), rule.CODE) for rule in rules()),
    *((path.removeprefix("playbook."), path) for path in numbers(five_steps_data())),
    *((f"{group}.{id_}", f"{group}.{id_}") for group, levels in LEVELS.items() for id_ in levels),
    *((sentences()[f"term.{id_}"], id_) for id_ in METHOD),
    *((alias, address) for address, aliases in ALIASES.items() for alias in aliases),
]


def test_everything_that_a_screen_shows_can_be_asked_about() -> None:
    assert len(EVERYTHING) > 600
    lost = [(word, address) for word, address in EVERYTHING if address not in lookup().find(str(word))]
    assert [] == lost


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_answer_can_be_read_and_says_something(language: Any) -> None:
    speaker, book = Speaker(language), command._book(load_playbook())
    for address, topic in topics().items():
        assert len(speaker.say(topic.meaning)) > 2, address
        said = render(explain_report(book, topic, names(language)), speaker, Screen(width=60, ascii=True))
        assert said.count("\n") > 1, address
        assert max(map(len, said.splitlines())) <= 60, address


def test_every_address_that_an_answer_names_has_an_answer() -> None:
    known = topics()
    lost = {other for topic in known.values() for other in topic.related if other not in known}
    assert set() == lost


def test_every_alias_is_one_of_something() -> None:
    assert [] == [address for address in ALIASES if address not in topics()]


def test_the_glossary_and_the_method_have_the_same_words() -> None:
    glossary = {code.split(".")[1] for code in sentences() if code.startswith("term.")}
    computed = {code.split(".")[1] for code in sentences() if code.startswith("term.") and code.endswith(".computed")}
    assert set(METHOD) == glossary
    assert {id_ for id_, term in METHOD.items() if term.computed} == computed
    lost = [(id_, path) for id_, term in METHOD.items() for path in term.values if f"playbook.{path}" not in topics()]
    assert [("playbook", "extends")] == lost  # it stands in a company's own playbook only


def test_every_kind_of_thing_is_there() -> None:
    assert set(get_args(Kind)) == {topic.kind for topic in topics().values()}


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.CODE)
def test_a_finding_is_shown_as_bad_as_its_examples_say(rule: Rule) -> None:
    cases = read_plain((RULES / f"{rule.CODE}.yaml").read_text("utf-8"))["fail"].values()
    shown = {one["severity"] for case in cases for one in case["expect"]}
    assert shown == set(severities_of(command._book(load_playbook()), rule))


def own_book(text: str) -> LoadedPlaybook:
    """Lay a company's own playbook over the built-in one."""
    own = read_plain(text)
    tree = merge(five_steps_data(), own)
    tree["stages"] = order_stages(tree["stages"])
    return LoadedPlaybook(Playbook.model_validate(tree), tree, own, "five-steps")


@pytest.mark.parametrize("text", [OWN, HEAD + REMOVES, HEAD + ONLY_CHINESE, TEAM], ids=["own", "removes", "zh", "team"])
def test_every_playbook_has_all_its_answers(text: str) -> None:
    loaded = own_book(text)
    book = command._book(loaded)
    found = topics_of(book, "five-steps")
    for language in LANGUAGES:
        called = command._names(
            found, Lookup({address: (one.name, one.ids) for address, one in found.items()}), language
        )
        for address, topic in found.items():
            assert Speaker(language).say(topic.meaning), address
            assert render(explain_report(book, topic, called), Speaker(language), Screen(width=40)), address
            assert render_json(explain_report(book, topic, called)), address
    sections = ("stages", "signs", "events", "chairs", "strategies", "tactics")
    named = {id_ for section in sections for id_ in getattr(loaded.playbook, section)}
    assert named <= {address.partition(".")[2] for address in found}


# Through the front door.


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("wsp101", "WSP101"),
        ("mentor", "attitude.mentor"),
        ("strongly for us", "attitude.mentor"),
        ("win probability", "win-probability"),
        ("pWin", "win-probability"),
        ("赢单率", "win-probability"),
        ("赢单概率", "win-probability"),
        ("决策链得分", "decision-chain-score"),
        ("map", "map"),
        ("amber", "map.amber"),
        ("thin", "thin"),
        ("part", "basis.part"),
        ("coverage", "coverage"),
        ("FIND OUT FIRST", "verdict.hold"),
        ("先查清", "verdict.hold"),
        ("economic buyer", "role.approver"),
        ("formula", "formula"),
        ("weights.approver", "playbook.people.role_weights.approver"),
        ("people.attitude", "deal.people.attitude"),
        ("attitude", "deal.people.attitude"),
        ("signs.budget-asked", "sign.budget-asked"),
        ("客户内部谁能告诉我们", "gap"),
        ("客户内部谁能告诉谁", ""),
        ("客户立项报预算之前，先找我们要过预方案的费用估算", "sign.budget-asked"),
        ("A. Win signs", "win-sign"),
        ("D. 项目行为：这家客户怎么买", "project-behaviour"),
        ("4项风险", "finding"),
        ("3. Are we competitive?", "question.q3"),
        ("财", "element.money"),
        ("Decision chain:", "decision-chain"),
        ("win signs", "win-sign"),
    ],
)
def test_a_word_is_found(capfd: pytest.CaptureFixture[str], words: str, address: str) -> None:
    if not address:
        assert 2 == asked(capfd, words)[0]
        return
    assert address == addresses(capfd, *words.split())[0]
    code, out, err = asked(capfd, *words.split())
    assert (0, "") == (code, err)
    assert "called" not in out.splitlines()[0]


def test_a_finding_says_why_what_to_ask_and_what_clears_it(capfd: pytest.CaptureFixture[str]) -> None:
    _, out, _ = asked(capfd, "WSP102")
    for part in ("Why it loses deals: ", "Ask: ", "To clear it: ", "Red from Value proof on.", "Colour: yellow, red"):
        assert part in out
    assert "work.chair.critical_from" in out


def test_a_level_shows_its_number_and_its_neighbours(capfd: pytest.CaptureFixture[str]) -> None:
    _, out, _ = asked(capfd, "supporter")
    lines = [line.split() for line in out.splitlines()]
    assert ["for", "us", "supporter", "1"] in lines
    assert ["strongly", "for", "us", "mentor", "2"] in lines


def test_several_meanings_are_told_shortly_with_how_to_ask_for_one(capfd: pytest.CaptureFixture[str]) -> None:
    code, out, _ = asked(capfd, "defend")
    assert 0 == code
    assert out.startswith("2 things are called `defend`\n")
    assert ["relation.defend"] == addresses(capfd, "relation.defend")
    assert "strategy.defend" in out
    assert {"answer.yes", "match.yes"} <= set(addresses(capfd, "yes"))
    assert {"match.partly", "sign.partly"} <= set(addresses(capfd, "partly"))


@pytest.mark.parametrize("number", ["0.7", "70 %", "70%", ".7"])
def test_a_number_finds_the_values_of_the_playbook_that_are_it(capfd: pytest.CaptureFixture[str], number: str) -> None:
    found = ["playbook.probability.source_discounts.none", "playbook.review.in_time.undated"]
    assert found == addresses(capfd, number)


def test_an_own_playbook_is_asked_and_named(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (folder / "playbook.yaml").write_text(OWN, encoding="utf-8")
    (gamma,) = as_json(capfd, "gamma")
    assert [{"path": "probability.gamma", "value": 3, "origin": "ours"}] == gamma["values"]
    _, out, _ = asked(capfd, "they", "gave", "us", "their", "own", "figures")
    assert "In the playbook ours" in out
    assert "Source: the playbook ours" in out
    _, out, _ = asked(capfd, "formula")
    assert ["probability.gamma", "3", "ours"] in [line.split() for line in out.splitlines()]
    assert ["probability.seats", "2", "five-steps"] in [line.split() for line in out.splitlines()]
    (folder / "playbook.yaml").rename(folder / "elsewhere.yaml")
    assert 2 == asked(capfd, "baseline")[0]
    assert "sign.baseline" == addresses(capfd, "baseline", "--playbook", "elsewhere.yaml")[0]


def test_chinese_is_answered_in_chinese_where_it_is_asked_for(capfd: pytest.CaptureFixture[str]) -> None:
    _, out, _ = asked(capfd, "正面进攻", "--lang", "zh")
    assert out.startswith("正面进攻")


def test_nothing_shows_what_can_be_asked(capfd: pytest.CaptureFixture[str]) -> None:
    code, out, err = asked(capfd)
    assert (0, "") == (code, err)
    for word in ("win probability", "strongly for us", "budgetary price", "WSP101"):
        assert word in out


@pytest.mark.parametrize("format_", ["terminal", "markdown", "json"])
@pytest.mark.parametrize("words", [(), ("map",), ("defend",)], ids=["nothing", "one", "several"])
def test_every_answer_comes_in_every_format(
    capfd: pytest.CaptureFixture[str], words: tuple[str, ...], format_: str
) -> None:
    code, out, err = asked(capfd, *words, "--format", format_)
    assert (0, "") == (code, err)
    assert out.endswith("\n")


# What nothing is called.


@pytest.mark.parametrize(
    ("word", "near"),
    [("mentr", "mentor"), ("insihgt rate", "insight-rate"), ("WSP199", "WSP109"), ("赢单标", "赢单率")],
)
def test_a_mistyped_word_gets_the_nearest(capfd: pytest.CaptureFixture[str], word: str, near: str) -> None:
    code, out, err = asked(capfd, word)
    assert (2, "") == (code, out)
    assert err.startswith(f"winsell: there is no word `{word}` - did you mean ")
    assert f"`{near}`" in err
    assert 1 == err.count("\n")


@pytest.mark.parametrize(
    "word",
    ["\x1b[31mred", "\u202eabc", "{deal}", "[x]", "%s", "..", "-", "()", "x" * 5000, "1e999999", "NaN", "∞", "é́́́́́́", "\n"],
    ids=repr,
)
def test_hostile_words_end_in_one_clean_line_or_an_answer(capfd: pytest.CaptureFixture[str], word: str) -> None:
    code, out, err = asked(capfd, "--", word)
    assert code in {0, 2}
    assert (code == 2) == bool(err)
    assert err.count("\n") <= 1
    assert "something went wrong" not in err
    assert len(err) < 400
    assert "\x1b" not in out + err
    assert "\u202e" not in out + err


@pytest.mark.parametrize(
    ("own", "told", "untold"),
    [
        ('WSP102: {"off": true}', "This playbook turns it off.", "It speaks from"),
        ("WSP102: {until: rfp-drafting}", "It is silent from RFP drafting on.", "turns it off"),
        ("WSP103: {severity: hint}", "Colour: white", "Red from"),
    ],
)
def test_what_a_playbook_says_of_a_risk_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], own: str, told: str, untold: str
) -> None:
    head = "kind: playbook\nid: ours\nversion: '1'\nname: Ours\nextends: five-steps\n"
    (tmp_path / "ours.yaml").write_text(f"{head}rules:\n  {own}\n", encoding="utf-8")
    assert 0 == run(["explain", own.partition(":")[0], "--playbook", str(tmp_path / "ours.yaml"), "--lang", "en"])
    out = " ".join(capsys.readouterr().out.split())
    assert told in out
    assert untold not in out
