"""The worked example of the method pages: the real program, reading the file that is shown, gives each figure."""

from __future__ import annotations

import ast
import json
import operator
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from docs import make
from winsell.base.fact import Percent, Points, Say
from winsell.cli.app import run
from winsell.store.load import read_document
from winsell.words.catalogue import LANGUAGES, Language
from winsell.words.speak import Speaker

Json = Mapping[str, Any]
COMMAND = re.compile(r"`winsell (analyze \S+\.yaml --as-of \S+)`")


def percent(language: Language, value: float) -> str:
    return Speaker(language).say(Percent(value))


def points(language: Language, value: float) -> str:
    return Speaker(language).say(Points(value))


def score(language: Language, value: float) -> str:
    return Speaker(language).say(Points(value, signed=True))


def step(report: Json, code: str) -> float:
    """Take the points that a step of the win probability ended with."""
    facts = next(one["facts"] for one in report["win_probability"]["steps"] if one["code"] == code)
    return float(facts["points"] if "points" in facts else facts["share"])


def weight(report: Json, person: str) -> float:
    return float(next(one["weight"] for one in report["decision_chain"]["people"] if one["id"] == person))


def chair_weight(report: Json) -> float:
    """The weight of the only empty chair: what is left of the share of known weight."""
    known = weight(report, "coo") + weight(report, "plant-manager")
    assert report["decision_chain"]["empty_chairs"] == ["user"]
    return known / float(report["decision_chain"]["insight"]["weighted"]) - known


FIGURES: tuple[tuple[Callable[[Language, float], str], Callable[[Json], float]], ...] = (
    (points, lambda report: weight(report, "coo")),
    (points, lambda report: weight(report, "plant-manager")),
    (points, chair_weight),
    (score, lambda report: report["decision_chain"]["score"]),
    (score, lambda report: report["decision_chain"]["low"]),
    (score, lambda report: report["decision_chain"]["high"]),
    (percent, lambda report: report["decision_chain"]["insight"]["rate"]),
    (points, lambda report: step(report, "step.our-relation-derived")),
    (points, lambda report: step(report, "step.our-sum")),
    (points, lambda report: step(report, "step.rival-known")),
    (points, lambda report: step(report, "step.rival-equal")),
    (percent, lambda report: step(report, "step.share")),
    (percent, lambda report: report["win_probability"]["value"]),
    (percent, lambda report: report["win_probability"]["low"]),
    (percent, lambda report: report["win_probability"]["high"]),
    (percent, lambda report: report["win_signs"]["index"]),
    (percent, lambda report: report["behaviour"]["coverage"]),
)
"""How each row's figure is written and where the program has it, in the order of the rows."""


def page(language: Language) -> str:
    return make.Page("method", language).text()


def rows(text: str, number: int) -> list[list[str]]:
    """The rows of the example's first or second table."""
    example = text[text.index("```yaml") :]
    tables = re.findall(r"^\|(?:---\|)+\n((?:\|.*\n)+)", example, re.MULTILINE)
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in tables[number].splitlines()]


def deal(text: str) -> str:
    (found,) = make.examples(text)
    return found


def analysed(text: str, how: str, folder: Path, capfd: pytest.CaptureFixture[str]) -> dict[str, Any]:
    """Run the command of the page on a file."""
    command, name, *options = how.split()
    (folder / name).write_text(text, encoding="utf-8")
    assert run([command, str(folder / name), *options, "--json"]) == 0
    report = json.loads(capfd.readouterr().out)
    assert isinstance(report, dict)
    return report


def command(text: str) -> str:
    (found,) = COMMAND.findall(text)
    return str(found)


_SIGNS: Mapping[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
}


def reckoned(arithmetic: str) -> float:
    """Do the arithmetic that a row shows."""
    return _value(ast.parse(arithmetic.replace("×", "*").replace("²", "**2"), mode="eval").body)


def _value(node: ast.expr) -> float:
    match node:
        case ast.Constant(value=int() | float() as number):
            return float(number)
        case ast.BinOp(left=left, op=sign, right=right):
            return _SIGNS[type(sign)](_value(left), _value(right))
        case ast.Call(func=ast.Name(id="max"), args=numbers):
            return max(map(_value, numbers))
        case _:
            raise ValueError(ast.dump(node))


def with_line(whole: Any, line: Any) -> Any:
    """Put one more line into a deal; an entry on a day of its own stands beside those of other days."""
    if not isinstance(whole, dict) or not isinstance(line, dict):
        return line
    return {**whole, **{key: with_line(whole.get(key), value) for key, value in line.items()}}


def loaded(text: str, folder: Path) -> Any:
    path = folder / "read.yaml"
    path.write_text(text, encoding="utf-8")
    return read_document(str(path)).data


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_program_gives_every_figure_of_the_example(
    language: Language, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    text = page(language)
    report = analysed(deal(text), command(text), tmp_path, capfd)
    assert [figure for _, _, figure in rows(text, 0)] == [write(language, take(report)) for write, take in FIGURES]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_arithmetic_shown_is_what_the_program_does(
    language: Language, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    text = page(language)
    report = analysed(deal(text), command(text), tmp_path, capfd)
    shown = [reckoned(arithmetic) for _, arithmetic, _ in rows(text, 0)]
    assert shown == pytest.approx([float(take(report)) for _, take in FIGURES], abs=1e-5)


def outcome(language: Language, report: Json) -> str:
    """Write a win probability as the page does."""
    found = report["win_probability"]
    if found["value"] is None:
        return Speaker(language).say(Say("term.not-computed"))
    value, low, high = (percent(language, found[key]) for key in ("value", "low", "high"))
    return f"{value} ({low[:-2]}-{high[:-2]})" if language == "en" else f"{value}（{low}至{high}）"


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_more_line_does_to_the_example_what_the_page_says(
    language: Language, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    text = page(language)
    whole = loaded(deal(text), tmp_path)
    for _, line, stated in rows(text, 1):
        changed = with_line(whole, loaded(line.strip("`"), tmp_path))
        report = analysed(json.dumps(changed), command(text), tmp_path, capfd)
        assert stated == outcome(language, report), line


def test_both_languages_show_the_same_deal_but_for_its_words(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    reports = [analysed(deal(page(one)), command(page(one)), tmp_path, capfd) for one in LANGUAGES]
    assert reports[0]["win_probability"]["value"] == reports[1]["win_probability"]["value"]
    assert reports[0]["gaps"] == reports[1]["gaps"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_what_the_screen_says(
    language: Language, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    text = page(language)
    name, *options = command(text).split()[1:]
    (tmp_path / name).write_text(deal(text), encoding="utf-8")
    run(["analyze", str(tmp_path / name), *options, "--lang", language])
    (shown,) = re.findall(r"`(31 ?%[^`]*)`", text)
    assert shown in capfd.readouterr().out
    assert shown.startswith(rows(text, 0)[12][2])


def test_a_figure_that_has_drifted_would_be_found(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    text = page("en")
    report = analysed(deal(text).replace("{is: 80,", "{is: 75,"), command(text), tmp_path, capfd)
    assert [figure for _, _, figure in rows(text, 0)] != [write("en", take(report)) for write, take in FIGURES]
