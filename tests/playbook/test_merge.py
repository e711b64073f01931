"""A company's playbook laid over the one that it extends."""

from __future__ import annotations

from typing import Any

import pytest

from tests.strategies import five_steps_data, read_plain
from winsell.playbook.merge import merge, order_stages, origins

NAMED: dict[str, Any] = {
    "winsell": 1,
    "kind": "playbook",
    "id": "parent",
    "version": "1",
    "name": {"en": "Parent", "zh": "父"},
    "extends": "another",
}
PARENT: dict[str, Any] = {
    "signs": {"a": {"label": {"en": "A"}, "due": "lead"}, "b": {"label": {"en": "B"}}},
    "targets": [1, 2, 3],
    "weights": {"fit": 1, "relation": 1},
}


@pytest.mark.parametrize(
    ("expected", "child"),
    [
        pytest.param(PARENT, {}, id="nothing said"),
        pytest.param(PARENT | {"weights": {"fit": 3, "relation": 1}}, {"weights": {"fit": 3}}, id="one leaf of a map"),
        pytest.param(PARENT | {"targets": [9]}, {"targets": [9]}, id="a list is replaced whole"),
        pytest.param(
            PARENT | {"signs": {"b": {"label": {"en": "B"}}}}, {"signs": {"a": None}}, id="an item is removed"
        ),
        pytest.param({key: PARENT[key] for key in PARENT if key != "weights"}, {"weights": None}, id="a section goes"),
        pytest.param(
            PARENT | {"signs": PARENT["signs"] | {"c": {"label": {"en": "C"}}}},
            {"signs": {"c": {"label": {"en": "C"}}}},
            id="an item is added",
        ),
        pytest.param(PARENT | {"name": {"en": "Own"}}, {"name": {"en": "Own"}}, id="the name is never half inherited"),
        pytest.param(PARENT, {"id": None}, id="an id that was left empty is no id"),
        pytest.param(PARENT | {"targets": {"a": 1}}, {"targets": {"a": 1}}, id="a map replaces a list"),
        pytest.param(PARENT | {"weights": 1}, {"weights": 1}, id="a number replaces a map"),
        pytest.param(PARENT, {"signs": {"nobody": None}}, id="what is not there cannot be removed"),
    ],
)
def test_maps_merge_by_key_and_all_else_is_replaced(expected: dict[str, Any], child: dict[str, Any]) -> None:
    assert expected == merge(PARENT, child)
    assert {"winsell": 1} | expected == merge(NAMED | PARENT, child)


def test_an_item_may_be_called_as_the_playbooks_own_keys() -> None:
    parent = {"tactics": {"name": {"en": "Name it", "zh": "点名"}}}
    assert {"tactics": {"name": {"en": "Say it", "zh": "点名"}}} == merge(
        parent, {"tactics": {"name": {"en": "Say it"}}}
    )


def test_the_order_of_the_parent_stays_and_new_items_follow() -> None:
    assert ["a", "b", "c"] == list(merge(PARENT, {"signs": {"c": {}, "a": {"due": "bidding"}}})["signs"])


def test_merging_changes_neither() -> None:
    child = {"signs": {"a": {"due": "bidding"}}}
    before = repr((PARENT, child))
    merge(PARENT, child)
    assert before == repr((PARENT, child))


def test_each_leaf_has_an_origin() -> None:
    child = {"weights": {"fit": 3}, "targets": [9], "signs": {"a": {"label": {"en": "Own"}}}}
    found = origins(merge(PARENT, child), child, "own", "parent")
    assert {
        ("signs", "a", "label", "en"): "own",
        ("signs", "a", "due"): "parent",
        ("signs", "b", "label", "en"): "parent",
        ("targets",): "own",
        ("weights", "fit"): "own",
        ("weights", "relation"): "parent",
    } == found


def test_an_empty_map_is_a_leaf_of_its_own() -> None:
    assert {("grades",): "own"} == origins({"grades": {}}, {"grades": {}}, "own", "parent")


@pytest.mark.parametrize(
    ("expected", "stages"),
    [
        pytest.param(["a", "b"], "{a: {}, b: {}}", id="nothing said"),
        pytest.param(["a", "c", "b"], "{a: {}, b: {}, c: {after: a}}", id="behind the one it names"),
        pytest.param(["a", "c", "d", "b"], "{a: {}, b: {}, c: {after: a}, d: {after: a}}", id="two behind one"),
        pytest.param(
            ["a", "c", "d", "b"], "{a: {}, b: {}, d: {after: c}, c: {after: a}}", id="behind one that moves too"
        ),
        pytest.param(["a", "c"], "{a: {}, c: {after: nowhere}}", id="behind nothing: at the end"),
        pytest.param(["a", "c", "d"], "{a: {}, c: {after: d}, d: {after: c}}", id="behind each other: at the end"),
        pytest.param(["a", "c"], "{a: , c: {after: a}}", id="beside an empty one"),
    ],
)
def test_a_stage_stands_behind_the_one_that_it_names(expected: list[str], stages: str) -> None:
    assert expected == list(order_stages(read_plain(f"stages: {stages}\n")["stages"]))


def test_a_company_adds_a_stage_in_the_middle() -> None:
    added = {"stages": {"pilot": {"label": {"en": "Pilot"}, "after": "value-proof"}}}
    order = list(order_stages(merge(five_steps_data(), added)["stages"]))
    assert order.index("pilot") == order.index("value-proof") + 1 == order.index("rfp-drafting") - 1
