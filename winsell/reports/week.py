"""`winsell week`: the week ahead over many deals, and the weekly report as a text for a messenger.

In: each deal as of today and as of the coming Friday, and the files that could not be read. Out: a report. The page is
the seller's own; the text leaves the house and carries no attitude, no source and no price.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from winsell import __version__
from winsell.analysis.assessment import Assessment
from winsell.analysis.gaps import Gap
from winsell.analysis.silence import silence_facts, silent_days
from winsell.analysis.week import (
    coming,
    due_by,
    friday_after,
    idle_since,
    moved,
    needed,
    silent_people,
    to_ask,
    turning_red,
)
from winsell.analysis.work_colour import COLOURS
from winsell.analysis.work_plan import WorkItem
from winsell.base.block import Block, Cell, Checklist, Column, Heading, Line, Paragraph, Report
from winsell.base.fact import Fact, Say, Term
from winsell.base.finding import Finding
from winsell.base.problem import Problem
from winsell.reports.capped import capped_checklist, capped_lines, capped_table
from winsell.reports.checked import problem_say
from winsell.reports.heading import REPORT
from winsell.reports.subject import Subject
from winsell.rules.overdue_action import CODE as OVERDUE

QUESTIONS = 3
_REASONS = ("verdict", "stage", "value")


@dataclass(frozen=True, slots=True)
class DealWeek:
    """A deal as of today, and what the same facts come to on Friday if nothing is done."""

    subject: Subject
    today: Assessment
    friday: Assessment
    turning: tuple[Finding, ...]
    """The findings that are red on Friday and not today."""

    def owned_by(self, owner: str | None) -> bool:
        """Tell whether the deal is somebody's."""
        return owner is None or _same(self.today.moment.deal.owner, owner)

    def due(self, owner: str | None, *, customer: bool) -> list[WorkItem]:
        """Return what is due by Friday and whoever is asked after answers for: as the action says, else the deal."""
        found = due_by(self.today, self.friday.moment.on, customer=customer)
        return [one for one in found if owner is None or _same(self.who(one), owner)]

    def who(self, item: WorkItem) -> str | None:
        """Name who answers for an action."""
        return (item.action.owner if item.action else None) or self.today.moment.deal.owner


def _same(name: str | None, owner: str) -> bool:
    return name is not None and name.strip().casefold() == owner.strip().casefold()


@dataclass(frozen=True, slots=True)
class Week:
    """What the report is about."""

    on: date
    owner: str | None
    deals: tuple[DealWeek, ...]
    problems: tuple[Problem, ...] = ()
    """What is wrong with the files that could not be read."""

    @property
    def own(self) -> list[DealWeek]:
        """The deals of whoever is asked after."""
        return [one for one in self.deals if one.owned_by(self.owner)]

    @property
    def open(self) -> int:
        """How many of them have not ended."""
        return sum(one.today.moment.outcome is None for one in self.own)

    @property
    def friday(self) -> date:
        """The Friday that is still ahead."""
        return friday_after(self.on)


def week_report(week: Week) -> Report:
    """Show the week: what is due, who is silent, what turns red, what to ask."""
    return Report("week", lambda: tuple(_blocks(week)), lambda: _data(week))


def week_text(week: Week) -> Report:
    """Tell the week for others: what moved, what is next, what is needed."""
    return Report("week", lambda: tuple(_text(week)), lambda: _data(week))


def _title(week: Week, of: date) -> Heading:
    """Name the week: ahead, that of the Friday which it looks to; in a report of what moved, that of the day."""
    year, number, _ = of.isocalendar()
    return Heading(Say("week.title", {"number": number, "year": str(year), "owner": week.owner}), level=1)


def _blocks(week: Week) -> Iterator[Block]:
    yield _title(week, week.friday)
    facts: dict[str, Fact] = {"on": week.on, "friday": week.friday, "count": week.open}
    yield Paragraph((Line(Say("week.of", facts), tone="dim"), *_unread(week)))
    yield from _due(week, customer=False)
    yield from _due(week, customer=True)
    silent = capped_lines(list(_silent(week)))
    yield Heading(Say("week.silent"))
    yield Paragraph(silent or (Line(Say("week.silent-none")),))
    red = list(_red(week))
    yield Heading(Say("week.red"))
    if red:
        yield from capped_checklist([Line(say, "red") for say in red])
    else:
        yield Paragraph((Line(Say("week.red-none")),))
    yield Heading(Say("week.ask"))
    asked = [Line(_asked(one, gap), gap.colour) for one, gap in questions(week.own)]
    yield Checklist(tuple(asked)) if asked else Paragraph((Line(Say("week.ask-none")),))


def _unread(week: Week) -> Iterator[Line]:
    """Name each file that could not be read, with the first thing that is wrong with it."""
    first: dict[str, Problem] = {}
    for problem in week.problems:
        first.setdefault(problem.path, problem)
    for path, problem in first.items():
        yield Line(Say("week.unread", {"path": path, "problem": problem_say(problem)}), "red")


def _due(week: Week, *, customer: bool) -> Iterator[Block]:
    code, none = ("week.due-customer", "week.due-customer-none") if customer else ("week.due", "week.due-none")
    found = [(one, item) for one in week.deals for item in one.due(week.owner, customer=customer)]
    found.sort(key=lambda pair: pair[1].action.due or date.max if pair[1].action else date.max)
    yield Heading(Say(code))
    if not found:
        yield Paragraph((Line(Say(none)),))
        return
    columns = [Column(Say(f"column.{name}")) for name in ("none", "due", "who", "deal")]
    rows = [_row(one, item) for one, item in found]
    yield from capped_table((*columns, Column(Say("column.what"), wraps=True)), rows)


def _row(one: DealWeek, item: WorkItem) -> tuple[Cell, ...]:
    action = item.action
    due = str(action.due) if action is not None and action.due is not None else None
    when = Cell(Say("plan.overdue", {"due": due}), "red") if item.overdue else Cell(due or "")
    what = item.say if item.chair is not None else action.what if action else ""
    urgency = Cell(Term("colour", item.colour), item.colour)
    return urgency, when, Cell(one.who(item) or ""), Cell(_called(one)), Cell(what)


def _called(one: DealWeek) -> str:
    return one.subject.id


def _silent(week: Week) -> Iterator[Line]:
    for one in week.own:
        moment, idle = one.today.moment, idle_since(one.today)
        if idle is not None:
            yield Line(Say("week.idle", {"deal": _called(one)} | silence_facts(moment, idle)), "yellow")
        for person in silent_people(one.today):
            facts: dict[str, Fact] = {"person": moment.person(person.id), "deal": _called(one), "on": person.since}
            yield Line(Say("week.silent-person", facts | silence_facts(moment, person.since)), "yellow")


def _red(week: Week) -> Iterator[Say]:
    for one in week.own:
        told = {place for finding in one.turning for place in (finding.where, *finding.roots)}
        for finding in one.turning:
            fact = Say(f"{finding.code}.fact{_case(finding)}", finding.facts)
            yield Say("week.red-risk", {"deal": _called(one), "code": finding.code, "fact": fact})
        for item in turning_red(one.today, one.friday):
            if item.where not in told:
                yield Say("week.red-work", {"deal": _called(one), "fact": item.say})


def _case(finding: Finding) -> str:
    case = finding.facts.get("case")
    return f".{case}" if case else ""


def new_and_red(today: Sequence[Finding], friday: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return the findings that are red on Friday and not today; what is overdue stands among what is due."""
    red = {(one.code, one.where) for one in today if one.severity == "error"}
    later = (one for one in friday if one.severity == "error" and one.code != OVERDUE)
    return tuple(one for one in later if (one.code, one.where) not in red)


def questions(deals: Sequence[DealWeek]) -> list[tuple[DealWeek, Gap]]:
    """Choose what to ask in this week: the biggest gap of each deal before the second of any."""
    ranked = [(rank, one, gap) for one in deals for rank, gap in enumerate(to_ask(one.today))]
    ranked.sort(key=lambda found: (found[0], _weight(found[2])))
    return [(one, gap) for _, one, gap in ranked[:QUESTIONS]]


def _weight(gap: Gap) -> tuple[int, int, float]:
    return COLOURS.index(gap.colour), _REASONS.index(gap.reason), -(gap.value or 0.0)


def _asked(one: DealWeek, gap: Gap) -> Say:
    return Say("week.ask-of", {"deal": _called(one), "ask": gap.ask})


# The text for a messenger.


def _text(week: Week) -> Iterator[Block]:
    yield _title(week, week.on)
    told = [(one, _told(week, one)) for one in week.deals]
    for number, code in enumerate(("week.text-moved", "week.text-next", "week.text-need")):
        lines = [Line(_of_deal(one, say)) for one, said in told for say in said[number]]
        yield Heading(Say(code))
        yield Paragraph(tuple(lines) or (Line(Say("week.text-nothing")),))
    still = tuple(_name(one) for one, said in told if not any(said) and _goes_on(week, one))
    if still:
        yield Heading(Say("week.text-still"))
        yield Paragraph((Line(still),))


def _goes_on(week: Week, one: DealWeek) -> bool:
    return one.owned_by(week.owner) and one.today.moment.outcome is None


def _of_deal(one: DealWeek, what: Say) -> Say:
    return Say("week.text-line", {"deal": _name(one), "what": what})


def _name(one: DealWeek) -> str:
    return one.today.moment.deal.deal


def _told(week: Week, one: DealWeek) -> tuple[list[Say], list[Say], list[Say]]:
    """Gather what a deal has to tell; of a deal of somebody else only what is due."""
    mine = one.owned_by(week.owner)
    items = [*one.due(week.owner, customer=False), *one.due(week.owner, customer=True)]
    next_ = list(coming(one.today, items, week.friday if mine else None))
    return (list(moved(one.today)) if mine else [], next_, list(needed(one.today)) if mine else [])


def _data(week: Week) -> dict[str, Any]:
    year, number, _ = week.friday.isocalendar()
    return {
        "winsell": __version__,
        "report": REPORT,
        "kind": "week",
        "as_of": week.on,
        "until": week.friday,
        "year": year,
        "week": number,
        "owner": week.owner,
        "deals": [_deal_data(week, one) for one in week.deals],
        "red": list(_red(week)),
        "questions": [{"deal": _called(one), "ask": gap.ask, "colour": gap.colour} for one, gap in questions(week.own)],
        "problems": [{"code": one.code, "path": one.path, "line": one.line} for one in week.problems],
    }


def _deal_data(week: Week, one: DealWeek) -> dict[str, Any]:
    told, idle = _told(week, one), idle_since(one.today)
    return {
        "id": one.subject.id,
        "path": one.subject.path,
        "title": _name(one),
        "owner": one.today.moment.deal.owner,
        "due": [_item_data(one, item) for item in one.due(week.owner, customer=False)],
        "due_customer": [_item_data(one, item) for item in one.due(week.owner, customer=True)],
        "idle_days": None if idle is None else silent_days(one.today.moment, idle),
        "silent": [{"id": who.id, "since": who.since, "days": who.days} for who in silent_people(one.today)],
        "moved": told[0],
        "next": told[1],
        "needed": told[2],
    }


def _item_data(one: DealWeek, item: WorkItem) -> dict[str, Any]:
    action = item.action
    return {
        "action": item.action_id,
        "what": action.what if action else None,
        "due": action.due if action else None,
        "owner": one.who(item),
        "overdue": item.overdue,
    }
