"""Every sentence that the program can say is there, and none is there that nothing says."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import winsell
from winsell.base.fact import Say
from winsell.words.catalogue import sentences
from winsell.words.findings import SENTENCES as FINDINGS
from winsell.words.plural import Plural
from winsell.words.speak import Speaker

ROOT = Path(winsell.__file__).parent
FLOORS = ("analysis", "reports", "cli", "rules", "views", "ask", "base")
PROBLEMS = ("base", "deal", "playbook", "store", "cli")


def calls(folder: str, names: set[str]) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Find the codes with which these functions are called: as written, and as a pattern where a part is computed."""
    for path in (ROOT / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and _name(node.func) in names:
                for argument in node.args[:2] if _name(node.func) == "_event_say" else node.args[:1]:
                    for where, code in _codes(argument, f"{path.name}:{node.lineno}"):
                        offers = r"(\.offers)?" if _name(node.func) == "in_its_words" else ""
                        yield where, re.compile(code.pattern + offers)


def _name(function: ast.expr) -> str:
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")


def _codes(argument: ast.expr, where: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    match argument:
        case ast.Constant(value=str(code)):
            yield where, re.compile(re.escape(code))
        case ast.JoinedStr(values=values):
            parts = [re.escape(str(one.value)) if isinstance(one, ast.Constant) else ".+" for one in values]
            yield where, re.compile("".join(parts))
        case ast.IfExp(body=body, orelse=orelse):
            yield from _codes(body, where)
            yield from _codes(orelse, where)
        case _:
            return


def assigned(folder: str) -> Iterator[re.Pattern[str]]:
    """Find codes that are put into a variable or a table before they are said."""
    for path in (ROOT / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and re.fullmatch(r"[\w.-]+", node.value):
                yield re.compile(re.escape(node.value))


COMPUTED = ("problem.", "help.", "field.", "level.", "term.", "rule.", "family.", "scale.")
"""What is said of every problem, command, key, level, term, rule and so on; other tests count these."""

SAID = [one for floor in FLOORS for one in calls(floor, {"Say", "_event_say", "_help", "in_its_words"})]


def test_the_search_finds_the_codes() -> None:
    assert len(SAID) > 150


def unsaid(said: list[tuple[str, re.Pattern[str]]]) -> list[tuple[str, str]]:
    known = [*sentences(), *(name.removeprefix("help.") for name in sentences())]
    return [(where, code.pattern) for where, code in said if not any(code.fullmatch(name) for name in known)]


def test_a_sentence_that_is_said_is_there() -> None:
    assert [] == unsaid(SAID)


def test_a_missing_sentence_would_be_found() -> None:
    missing = ("plan.py:1", re.compile("plan.no-such-sentence"))
    assert [("plan.py:1", "plan.no-such-sentence")] == unsaid([*SAID, missing])


def test_no_sentence_is_there_that_nothing_says() -> None:
    assert [] == unheard(list(sentences()))


def test_a_sentence_that_nothing_says_would_be_found() -> None:
    assert ["screen.nobody-says-this"] == unheard(["screen.go-ready", "screen.nobody-says-this"])


def unheard(names: list[str]) -> list[str]:
    """The sentences that no code says; a code of which not even the beginning is written says nothing about them."""
    patterns = [code for _, code in SAID] + [code for floor in FLOORS for code in assigned(floor)]
    telling = [code for code in patterns if not code.pattern.startswith(".+")]
    open_ = [name for name in names if name not in FINDINGS and not name.startswith(COMPUTED)]
    return [name for name in open_ if not any(code.fullmatch(name) for code in telling)]


def test_every_problem_has_its_sentence() -> None:
    from winsell.store.yaml_reader import READER_CODES

    codes = {f"problem.{code}" for code in READER_CODES}
    raised = [one for floor in PROBLEMS for one in calls(floor, {"Problem", "PydanticCustomError"})]
    assert codes <= set(sentences())
    for where, code in raised:
        assert any(code.fullmatch(name.removeprefix("problem.")) for name in sentences()), (where, code.pattern)


def is_well_formed(text: str) -> bool:
    """Tell whether all braces are places or doubled, brackets are closed, and no blank stands at an end."""
    bare = re.sub(r"\{\{|\}\}|\{\w+\}", "", text)
    return not set("{}") & set(bare) and text.count("[") == text.count("]") and text == text.strip()


def test_a_sentence_is_well_formed() -> None:
    forms = ((name, *((one.one, one.many) if isinstance(one, Plural) else (one,))) for name, one in sentences().items())
    assert [] == [name for name, *texts in forms if not all(map(is_well_formed, texts))]
    assert not any(map(is_well_formed, ("a {b", "a } b", "a [b", " a", "a ")))


def test_a_problem_says_what_to_do() -> None:
    problems = [name for name in sentences() if name.startswith("problem.")]
    assert [] == [name for name in problems if " - " not in str(sentences()[name])]


@pytest.mark.parametrize("name", sorted(name for name in sentences() if name.startswith("problem.")))
def test_a_problem_has_its_form_even_when_nothing_optional_is_known(name: str) -> None:
    sentence = str(sentences()[name])
    optional = {place for part in re.findall(r"\[([^\]]*)\]", sentence) for place in re.findall(r"\{(\w+)\}", part)}
    required = {place: "x" for place in re.findall(r"(?<!\{)\{(\w+)\}(?!\})", sentence) if place not in optional}
    said = Speaker().say(Say(name, dict(required)))
    assert re.fullmatch(r"\S(?:(?!  | - ).)* - [^\s?](?:(?!  | - ).)*[^\s,;]", said), said
    assert "unknown" not in said.replace("or `unknown`", "")
