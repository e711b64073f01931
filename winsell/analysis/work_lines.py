"""What is left to do, line by line: whoever counts the work of a plan counts these, so that no two pages differ.

In: the items of a plan. Out: `WorkLine`s in their order. What is asked of several persons, or of several chairs, is one
line; an action stands for itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from winsell.analysis.work_plan import WorkItem
from winsell.base.fact import Fact, Named, Say

_TOGETHER = {"work.relation": "person", "work.relation-later": "person", "work.chair": "chair"}
"""Work that nobody has planned and that reads better in one line: by its sentence, what differs."""


@dataclass(frozen=True, slots=True)
class WorkLine:
    """A line of the work plan: one item, or several of which the same is asked."""

    items: tuple[WorkItem, ...]
    say: Say

    @property
    def first(self) -> WorkItem:
        """The item that gives the line its colour and its action."""
        return self.items[0]


def work_lines(plan: Sequence[WorkItem]) -> tuple[WorkLine, ...]:
    """Put what is left to do into lines: one for all persons of whom the same is asked, one for all chairs."""
    items = [item for item in plan if not item.done]
    return tuple(WorkLine(tuple(group), _said(group)) for group in _groups(items).values())


def unplanned_red(plan: Sequence[WorkItem]) -> tuple[WorkLine, ...]:
    """Return the red lines on which nobody works."""
    return tuple(one for one in work_lines(plan) if one.first.colour == "red" and one.first.action is None)


def _groups(items: Iterable[WorkItem]) -> dict[object, list[WorkItem]]:
    groups: dict[object, list[WorkItem]] = {}
    for item in items:
        groups.setdefault(_kind(item), []).append(item)
    return groups


def _kind(item: WorkItem) -> object:
    """Return what the items of a line have in common; an action stands for itself."""
    if item.action is not None or item.say.code not in _TOGETHER:
        return item.where, item.action_id, item.say.code, id(item)
    return item.colour, item.say.code, *(_id(item.say.facts.get(name)) for name in ("strategy", "stage"))


def _id(fact: Fact) -> str | None:
    return fact.id if isinstance(fact, Named) else None


def _said(group: Sequence[WorkItem]) -> Say:
    say = group[0].say
    if len(group) == 1:
        return say
    name = _TOGETHER[say.code]
    return Say(say.code, {**say.facts, name: tuple(item.say.facts[name] for item in group)})
