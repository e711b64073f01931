"""The fields of a file, found by path: what the program writes, asks and completes by."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from tests.strategies import ROOT, read_plain
from winsell.base.scalar import looks_like_day
from winsell.deal.account import Account
from winsell.deal.competitor import CompetitorFile
from winsell.deal.deal import Deal
from winsell.deal.fields import Field, NoSuchFieldError, field_at, keys_of

MODELS: dict[str, type[BaseModel]] = {"deal": Deal, "account": Account, "competitor": CompetitorFile}
FILES = sorted(path for path in (ROOT / "examples").rglob("*.yaml") if path.stem != "playbook")


def _is_one_value(value: dict[str, Any]) -> bool:
    dated = any(looks_like_day(key) for key in value)
    return dated or {"is", "why"} <= value.keys() or (bool(value) and value.keys() <= {"en", "zh"})


def _paths(value: Any, above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every place of a file that is a field: histories, entries and texts in several languages end it."""
    yield above, value
    if isinstance(value, dict) and not _is_one_value(value):
        for key, one in value.items():
            if above != () or key != "checkpoints":
                yield from _paths(one, (*above, key))


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.stem)
def test_every_place_of_a_file_is_a_field_of_its_form(file: Path) -> None:
    data = read_plain(file.read_text("utf-8"))
    model = MODELS[data.get("kind", "deal")]
    for path, value in _paths(data):
        field = field_at(model, path)
        if field.kind in ("section", "things"):
            assert isinstance(value, dict), path
        if field.kind == "list":
            assert isinstance(value, list), path
        if field.words and isinstance(value, str):
            assert value in (*field.words, "unknown"), path


@pytest.mark.parametrize(
    ("path", "kind", "words"),
    [
        ("people.cio.attitude", "history", ("mentor", "supporter", "neutral", "non-supporter", "enemy")),
        ("people.cio.title", "value", ()),
        ("events.x.deadline", "history", ()),
        ("value.x.they_have.y", "value", ("no", "partly", "fully", "unknown")),
        ("value.x.matters_to", "value", ()),
        ("sources.x.scope", "history", ("project", "competitors", "decision")),
        ("grade.is", "value", ("A", "B", "C", "D", "E")),
        ("actions.x.for", "value", ()),
        ("people", "things", ()),
        ("activities", "list", ()),
        ("amount", "section", ()),
    ],
)
def test_a_field_says_what_may_stand_there(path: str, kind: str, words: tuple[str, ...]) -> None:
    field = field_at(Deal, tuple(path.split(".")))
    assert (field.kind, field.words) == (kind, words)


def test_an_entry_of_a_sign_may_say_where_it_was_seen() -> None:
    assert field_at(Deal, ("signs", "x")).extra == ("at",)


@pytest.mark.parametrize(
    ("path", "nearest"),
    [
        ("peple", ("people",)),
        ("people.cio.atitude", ("people", "cio", "attitude")),
        ("people.cio.attitude.x", None),
        ("amount.low.x", None),
        ("people.cio.zzz", None),
    ],
)
def test_what_is_no_field_names_the_nearest(path: str, nearest: tuple[str, ...] | None) -> None:
    with pytest.raises(NoSuchFieldError) as caught:
        field_at(Deal, tuple(path.split(".")))
    assert caught.value.nearest == nearest


def test_the_keys_of_a_section_stand_in_the_order_of_the_file() -> None:
    assert keys_of(Field((), "section", Deal))[:4] == ("winsell", "kind", "id", "deal")
    assert keys_of(field_at(Deal, ("people",))) == ()
