"""A company's playbook laid over the one that it extends.

In: two plain trees as read from YAML. Out: one tree, and for each leaf the id of the playbook that it comes from. Maps
merge by key, everything else is replaced whole, and `key: null` removes.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Tree = dict[str, Any]
Origins = dict[tuple[str, ...], str]

_OWN = frozenset({"winsell", "kind", "id", "version", "name", "extends"})
"""Keys that say which playbook this is: never inherited piecemeal."""


def merge(parent: Tree, child: Mapping[str, Any], whole: frozenset[str] = _OWN) -> Tree:
    """Return the parent with the child's values laid over it; neither is changed, and no key of `whole` is mixed."""
    merged = {key: value for key, value in parent.items() if key not in child}
    order = [key for key in parent if key in child] + [key for key in child if key not in parent]
    for key in order:
        value = child[key]
        if value is None:
            continue
        both_maps = isinstance(value, dict) and isinstance(parent.get(key), dict) and key not in whole
        merged[key] = merge(parent[key], value, frozenset()) if both_maps else value
    in_order = [key for key in [*parent, *(k for k in child if k not in parent)] if key in merged]
    return {key: merged[key] for key in in_order}


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
