"""What the commands print with --json, held against the published schema of the reports."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, get_args

import jsonschema
import pytest

from tests.cli.test_commands import (
    CHINESE,
    DROPPED,
    EXAMPLE,
    FIVE_LINES,
    NAMED_ONLY,
    ONE_FRIEND,
    ROOT,
    as_json,
    folder,  # noqa: F401 - a fixture
    printed,
    write,
)
from winsell.reports.explain.topic import Kind

DEALS = [FIVE_LINES, NAMED_ONLY, ONE_FRIEND, DROPPED, CHINESE, None]
DAYS = ((), ("--as-of", "2021-08"), ("--as-of", "2022-01"))
ASKED = {
    "term": ["insight rate"],
    "finding": ["WSP101"],
    "level": ["supporter"],
    "stage": ["bidding"],
    "strategy": ["frontal"],
    "key": ["playbook.probability.gamma"],
    "number": ["70 %"],
    "field": ["deal.people"],
    "overview": [],
}


@pytest.fixture
def schema(capfd: pytest.CaptureFixture[str]) -> dict[str, Any]:
    return checked(printed(capfd, "schema", "report")[1])


@cache
def checked(text: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(text)
    jsonschema.Draft202012Validator.check_schema(found)
    return found


def branch(schema: dict[str, Any], title: str) -> dict[str, Any]:
    """The part of the schema about one kind of report, by itself: what is wrong is told better so."""
    (found,) = [one for one in schema["oneOf"] if one["title"] == title]
    return {**found, "$defs": schema["$defs"]}


def untold(data: Any, schema: dict[str, Any], whole: dict[str, Any], path: str = "") -> Iterator[str]:
    """The keys that are printed and stand nowhere in the schema; a sentence's facts are its own."""
    for one in variants(schema, whole):
        if isinstance(data, list) and "items" in one:
            for value in data:
                yield from untold(value, one["items"], whole, f"{path}[]")
        if isinstance(data, dict) and "properties" in one:
            yield from (f"{path}.{key}" for key in data if key not in one["properties"])
            for key in data.keys() & one["properties"].keys():
                yield from untold(data[key], one["properties"][key], whole, f"{path}.{key}")


def variants(schema: dict[str, Any], whole: dict[str, Any]) -> list[dict[str, Any]]:
    if "$ref" in schema:
        return variants(whole["$defs"][schema["$ref"].rpartition("/")[2]], whole)
    if "anyOf" in schema:
        return [one for part in schema["anyOf"] for one in variants(part, whole)]
    return [schema]


def hold(data: dict[str, Any], schema: dict[str, Any], title: str) -> None:
    jsonschema.Draft202012Validator(branch(schema, title)).validate(data)
    jsonschema.Draft202012Validator(schema).validate(data)
    assert [] == sorted(set(untold(data, branch(schema, title), schema)))


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("day", DAYS, ids=["today", "midway", "ended"])
@pytest.mark.parametrize("text", DEALS)
@pytest.mark.parametrize("command", ["screen", "analyze", "plan", "check", "diff", "log", "trend", "review"])
def test_a_report_of_a_deal_holds_to_the_schema(
    schema: dict[str, Any], capfd: pytest.CaptureFixture[str], command: str, text: str | None, day: tuple[str, ...]
) -> None:
    name = EXAMPLE if text is None else write(Path(), text)
    hold(as_json(capfd, command, name, *day), schema, command)


@pytest.mark.usefixtures("folder")
def test_two_days_of_many_things_hold_to_the_schema(schema: dict[str, Any], capfd: pytest.CaptureFixture[str]) -> None:
    for path in sorted((ROOT / "examples" / "team").glob("*.yaml")):
        if path.stem != "playbook":
            hold(as_json(capfd, "diff", str(path), "2026-01-01"), schema, "diff")
            hold(as_json(capfd, "log", str(path), "--written"), schema, "log")
    hold(as_json(capfd, "trend", str(ROOT / "examples" / "team")), schema, "trend")


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("day", DAYS, ids=["today", "midway", "ended"])
@pytest.mark.parametrize("text", DEALS)
def test_a_week_and_a_paper_hold_to_the_schema(
    schema: dict[str, Any], capfd: pytest.CaptureFixture[str], text: str | None, day: tuple[str, ...]
) -> None:
    name = EXAMPLE if text is None else write(Path(), text)
    hold(as_json(capfd, "week", name, *day), schema, "week")
    hold(as_json(capfd, "screen", name, "--paper", *day), schema, "paper")


@pytest.mark.parametrize("day", DAYS, ids=["today", "midway", "ended"])
def test_a_brief_holds_to_the_schema(
    schema: dict[str, Any], capfd: pytest.CaptureFixture[str], day: tuple[str, ...]
) -> None:
    whom = ("--with", "cio", "--with", "it-director", "--with", "buyer")
    hold(as_json(capfd, "brief", EXAMPLE, *whom, *day), schema, "brief")


@pytest.mark.usefixtures("folder")
def test_a_review_of_many_deals_holds_to_the_schema(schema: dict[str, Any], capfd: pytest.CaptureFixture[str]) -> None:
    team = str(ROOT / "examples" / "team")
    for kind, option in (
        ("triage", ("--minutes", "30")),
        ("agenda", ("--agenda",)),
        ("forecast", ("--forecast", "2027")),
    ):
        for day in ("2026-06", "2026-11-23"):
            hold(as_json(capfd, "review", team, *option, "--as-of", day), schema, kind)


@pytest.mark.usefixtures("folder")
def test_a_check_of_what_is_not_valid_holds_to_the_schema(
    schema: dict[str, Any], capfd: pytest.CaptureFixture[str]
) -> None:
    write(Path(), "deal: x\nnope: 1\n", "broken.yaml")
    found = as_json(capfd, "check", "broken.yaml", "missing.yaml", write(Path(), ONE_FRIEND))
    assert [False, False, True] == [file["valid"] for file in found["files"]]
    hold(found, schema, "check")


@pytest.mark.parametrize("asked", ASKED.values(), ids=ASKED)
def test_an_explanation_holds_to_the_schema(
    schema: dict[str, Any], capfd: pytest.CaptureFixture[str], asked: list[str]
) -> None:
    found = as_json(capfd, "explain", *asked)
    assert found["topics"]
    hold(found, schema, "explain")


def test_the_schema_knows_every_kind_of_thing_that_can_be_explained(schema: dict[str, Any]) -> None:
    topic = branch(schema, "explain")["properties"]["topics"]["items"]["properties"]
    assert list(get_args(Kind)) == topic["kind"]["enum"]


@pytest.mark.usefixtures("folder")
def test_a_welcome_holds_to_the_schema(schema: dict[str, Any], capfd: pytest.CaptureFixture[str]) -> None:
    hold(as_json(capfd, "welcome"), schema, "welcome")
    write(Path(), NAMED_ONLY)
    found = as_json(capfd, "welcome")
    assert ["deal.yaml"] == found["deals"]
    hold(found, schema, "welcome")


def test_a_shown_playbook_holds_to_the_schema(schema: dict[str, Any], capfd: pytest.CaptureFixture[str]) -> None:
    hold(as_json(capfd, "playbook", "show"), schema, "playbook show")


def test_data_that_lacks_a_key_or_has_a_wrong_word_does_not_hold(
    schema: dict[str, Any], capfd: pytest.CaptureFixture[str]
) -> None:
    validator = jsonschema.Draft202012Validator(schema)
    found = as_json(capfd, "explain", "WSP101")
    for wrong in ({**found, "kind": "explained"}, {key: found[key] for key in found if key != "topics"}):
        with pytest.raises(jsonschema.ValidationError):
            validator.validate(wrong)
    found["topics"][0]["unheard"] = 1
    assert [".topics[].unheard"] == list(untold(found, branch(schema, "explain"), schema))
