"""A company's playbook laid over the one that it extends.

In: two plain trees as read from YAML. Out: one tree, and for each leaf the id of the playbook that it comes from. Maps
merge by key, everything else is replaced whole, and `key: null` removes.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Tree = dict[str, Any]
Origins = dict[tuple[str, ...], str]

_OWN = frozenset({"kind", "id", "version", "name", "extends"})
"""Keys that say which playbook this is: never inherited, or two methods would go by one name and version."""


def merge(parent: Tree, child: Mapping[str, Any]) -> Tree:
    """Return the parent's method with the child's values laid over it, under the child's own name; changes neither."""
    named = {key: value for key, value in child.items() if key in _OWN and value is not None}
    return named | _lay_over(_method(parent), _method(child))


def _method(tree: Mapping[str, Any]) -> Tree:
    return {key: value for key, value in tree.items() if key not in _OWN}


def _lay_over(below: Mapping[str, Any], above: Mapping[str, Any]) -> Tree:
    keys = [*below, *(key for key in above if key not in below)]
    laid = {key: _laid(below.get(key), above[key]) if key in above else below[key] for key in keys}
    return {key: value for key, value in laid.items() if value is not None or key not in above}


def _laid(below: Any, above: Any) -> Any:
    both_maps = isinstance(below, dict) and isinstance(above, dict)
    return _lay_over(below, above) if both_maps else above


def origins(tree: Mapping[str, Any], own: Mapping[str, Any], owner: str, parent: str) -> Origins:
    """Say for each leaf of a merged tree whether `owner` wrote it (it stands in `own`) or `parent` did."""
    found: Origins = {}
    _collect(tree, own, (owner, parent), (), found)
    return found


def _collect(
    tree: Mapping[str, Any], own: Mapping[str, Any], names: tuple[str, str], path: tuple[str, ...], found: Origins
) -> None:
    for key, value in tree.items():
        mine = own.get(key) if isinstance(own, dict) else None
        if isinstance(value, dict) and value:
            _collect(value, mine if isinstance(mine, dict) else {}, names, (*path, key), found)
        else:
            found[(*path, key)] = names[0] if key in own else names[1]


def order_stages(stages: Tree) -> Tree:
    """Put each stage that says `after:` behind the stage that it names."""
    order = [key for key, stage in stages.items() if not _after(stage)]
    waiting = [key for key in stages if key not in order]
    while waiting:
        placed = [key for key in waiting if _after(stages[key]) in order]
        for key in reversed(placed):
            order.insert(order.index(_after(stages[key]) or "") + 1, key)
        waiting = [key for key in waiting if key not in placed] if placed else []
    return {key: stages[key] for key in order} | {key: stages[key] for key in stages if key not in order}


def _after(stage: object) -> str | None:
    return stage.get("after") if isinstance(stage, dict) else None
