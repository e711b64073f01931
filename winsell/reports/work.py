"""Step five as blocks: what is to be done, by whom and until when, in few lines; and what has been done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from winsell.analysis.assessment import Assessment
from winsell.analysis.work_colour import WorkColour
from winsell.analysis.work_for import is_for
from winsell.analysis.work_lines import unplanned_red, work_lines
from winsell.analysis.work_plan import WorkItem
from winsell.base.block import Block, Cell, Column, Heading, Line, Paragraph
from winsell.base.fact import Fact, Say, Term
from winsell.base.finding import Where
from winsell.reports.capped import capped_lines, capped_table

Row = tuple[WorkItem, Say]
"""An item, and what its line says: it may stand for several."""


def work(assessment: Assessment) -> Iterator[Block]:
    """Show what is left to do, then what has been done."""
    yield Heading(Say("plan.step-5"))
    rows = _open(assessment)
    if rows:
        yield from _table(rows)
    else:
        yield Paragraph((Line(Say("plan.nothing")),))
    done = sorted((item for item in assessment.plan if item.done), key=_done_on)
    if done:
        lines = [Line(_done(assessment, item), item.colour) for item in done]
        yield Paragraph((Line(Say("plan.done-title")), *capped_lines(lines)))


def planned_for(assessment: Assessment, where: Where) -> list[WorkItem]:
    """Return the actions of the plan that are for a thing and not done yet, the most urgent first."""
    return [one for one in assessment.plan if one.action and not one.done and is_for(one.action, where)]


def still_open(assessment: Assessment) -> Iterator[Block]:
    """Show the actions that a deal that has ended still waits for: a contract is to be signed after the award."""
    rows = [row for row in _open(assessment) if row[0].action is not None]
    if rows:
        yield Heading(Say("plan.still-open"))
        yield from _table(rows)


def count(assessment: Assessment, colour: WorkColour) -> int:
    """Count the lines of a colour."""
    return sum(item.colour == colour for item, _ in _open(assessment))


def count_unplanned(assessment: Assessment) -> int:
    """Count the red lines on which nobody works: as many as the risk about them says."""
    return len(unplanned_red(assessment.plan))


def _open(assessment: Assessment) -> list[Row]:
    return [(line.first, line.say) for line in work_lines(assessment.plan)]


def _table(rows: Sequence[Row]) -> Iterator[Block]:
    names = ("none", "due", "who", "what")
    columns = tuple(Column(Say(f"column.{name}"), wraps=name == "what") for name in names)
    yield from capped_table(columns, [_row(item, say) for item, say in rows])


def _row(item: WorkItem, say: Say) -> tuple[Cell, ...]:
    """Say what is to be done, by whom and until when, or that nobody has planned it."""
    action, urgency = item.action, Cell(Term("colour", item.colour), item.colour)
    if action is None:
        return urgency, Cell("" if item.colour == "white" else Say("plan.unplanned"), "dim"), Cell(""), Cell(say)
    who: Fact = Say("plan.customer") if action.customer else action.owner or ""
    return (
        urgency,
        _when(item, action.due),
        Cell(who),
        Cell(action.what if item.chair is None and item.asked_by is None else say),
    )


def _when(item: WorkItem, due: date | None) -> Cell:
    if item.held:
        return Cell(Say("plan.on-hold", {"due": None if due is None else str(due)}), "dim")
    if item.overdue:
        return Cell(Say("plan.overdue", {"due": str(due)}), "red")
    return Cell("" if due is None else due)


def _done_on(item: WorkItem) -> date:
    return item.action.done if item.action and item.action.done else date.max


def _done(assessment: Assessment, item: WorkItem) -> Say:
    action = item.action
    effect = action.effect.at(assessment.moment.on).value if action else None
    facts: dict[str, Fact] = {
        "what": action.what if action else None,
        "done": action.done if action else None,
        "effect": Term("effect", effect) if effect else None,
    }
    return Say("plan.done", facts)
