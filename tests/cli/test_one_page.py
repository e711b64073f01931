"""A page speaks with one voice: what one part calls urgent, no other part lets wait.

Held over all examples, on every day on which their trend has a point.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from winsell.cli.app import run

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
DEALS = [
    EXAMPLES / "sales-digitalisation.yaml",
    *(path for path in sorted((EXAMPLES / "team").glob("*.yaml")) if path.stem != "playbook"),
]
SEVERITIES = {"error": "red", "warning": "yellow", "hint": "white"}
NOW = "!!"
FIRST = 3


@pytest.fixture(scope="module", autouse=True)
def the_day() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WINSELL_TODAY", "2026-11-23")
        patch.setenv("COLUMNS", "240")  # a question may run over several lines
        yield


@pytest.fixture(scope="module", params=DEALS, ids=lambda path: path.stem)
def path(request: pytest.FixtureRequest) -> Path:
    """A deal, and all that is asked of it before the next: its pages are made once for all."""
    found: Path = request.param
    return found


@cache
def printed(*argv: str) -> str:
    with redirect_stdout(StringIO()) as out, redirect_stderr(StringIO()) as err:
        run(list(argv))
    assert "" == err.getvalue()
    return out.getvalue()


def days(path: Path) -> tuple[str, ...]:
    found = printed("analyze", str(path), "--as-of", "2026-11-23", "--json")
    return tuple(dict.fromkeys(point["on"] for point in json.loads(found)["trend"]))


def planned(path: Path, on: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(printed("plan", str(path), "--as-of", on, "--json"))
    return found


def analyzed(path: Path, on: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(printed("analyze", str(path), "--as-of", on, "--json"))
    return found


def work_of(found: dict[str, Any]) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = found["action_line"]["steps"][-1]["items"]
    return [item for item in items if item["done"] is None]


def places(gap: dict[str, Any]) -> Iterator[str]:
    """The places that a question is about: those of the chairs or persons whom it names, else its own."""
    facts = gap["ask"]["facts"]
    named = [f"{kind}.{id_}" for kind in ("chairs", "people") for id_ in facts.get(kind) or ()]
    yield from named or [gap["where"]]


def same(one: str, other: str) -> bool:
    return f"{one}.".startswith(f"{other}.") or f"{other}.".startswith(f"{one}.")


def test_what_is_to_be_found_out_first_is_in_the_plan_and_may_not_wait(path: Path) -> None:
    for on in days(path):
        found = planned(path, on)
        if found["screening"]["verdict"] == "drop" and found["screening"]["override"] is None:
            continue  # no answer would change a no
        work = work_of(found)
        for gap in [one for one in found["gaps"] if one["colour"] != "white"][:FIRST]:
            for place in places(gap):
                also = "chairs.approver" if place == "people.veto" else place
                about = [item for item in work if same(item["where"], place) or same(item["where"], also)]
                mine = [item["colour"] for item in about if not item["held"]]
                assert set(mine) - {"white"}, (on, place)


def test_a_page_on_which_nothing_is_urgent_has_nothing_red(path: Path) -> None:
    for on in days(path):
        page = printed("plan", str(path), "--as-of", on)
        if "Nothing is red" in page:
            assert [] == [line for line in page.splitlines() if line.startswith(NOW)], on


def test_an_empty_chair_is_as_urgent_in_the_chain_as_in_the_plan_and_among_the_risks(path: Path) -> None:
    for on in days(path):
        pages = [printed(command, str(path), "--as-of", on) for command in ("analyze", "plan")]
        marks = {line[:2] for page in pages for line in page.splitlines() if line[3:].startswith("Not known yet:")}
        assert len(marks) <= 1, on
        severities = [one["severity"] for one in analyzed(path, on)["findings"] if one["code"] == "WSP111"]
        assert not severities or {{"error": "!!", "warning": " !", "hint": " -"}[severities[0]]} == marks, on


ABOUT = {
    "WSC101": "competitors",
    "WSE103": "events",
    "WSE104": "events",
    "WSE106": "events",
    "WSP107": "sources",
    "WSV101": "value",
}
"""Findings whose matter is work too, by the place of that work; those about unmet persons name it themselves."""


def matter(finding: dict[str, Any]) -> str | None:
    unmet = finding["code"] in ("WSP102", "WSP103") and finding["where"].endswith(".contact")
    where: str | None = finding["where"].removesuffix(".contact") if unmet else ABOUT.get(finding["code"])
    return where


def test_a_risk_is_as_urgent_as_the_work_that_clears_it(path: Path) -> None:
    for on in days(path):
        unplanned = [item for item in work_of(planned(path, on)) if item["action"] is None]
        for one in analyzed(path, on)["findings"]:
            where = matter(one)
            colours = {item["colour"] for item in unplanned if where and same(item["where"], where)}
            assert not colours or SEVERITIES[one["severity"]] in colours, (on, one["code"], colours)


MARKS = {"!!": "red", " !": "yellow", " -": "white"}


def asked_first(page: str) -> dict[str, str]:
    """The questions under "Find out first" with their marks."""
    _, _, rest = page.partition("\nFind out first\n")
    lines = [line for line in rest.split("\n\n")[0].splitlines() if line.strip()]
    return {line[3:].strip(): line[:2] for line in lines if line[:2] in MARKS}


def test_a_question_is_as_urgent_before_an_opportunity_is_opened_as_in_the_analysis(path: Path) -> None:
    for on in days(path):
        screen, analysis = (
            asked_first(printed(command, str(path), "--as-of", on)) for command in ("screen", "analyze")
        )
        both = screen.keys() & analysis.keys()
        assert {one: screen[one] for one in both} == {one: analysis[one] for one in both}, on


def test_whom_the_fourth_step_calls_work_the_fifth_has(path: Path) -> None:
    for on in days(path):
        found = planned(path, on)
        steps = {one["id"]: one["colour"] for one in found["action_line"]["steps"][3]["people"] if one["strategy"]}
        work = work_of(found)
        for person, colour in steps.items():
            mine = {item["colour"] for item in work if same(item["where"], f"people.{person}")}
            assert colour == "white" or colour in mine or "red" in mine, (on, person, colour, mine)


def test_an_overdue_action_is_as_urgent_among_the_risks_as_in_the_plan(path: Path) -> None:
    for on in days(path):
        work = {f"actions.{item['action']}": item["colour"] for item in work_of(planned(path, on))}
        for one in analyzed(path, on)["findings"]:
            if one["code"] == "WSA102":
                assert SEVERITIES[one["severity"]] == work[one["where"]], on
