"""`winsell review DEAL`: the page that a manager and a seller look at together (METHOD 12).

It opens with what each owes the other and what changed, never with what is. A row is a line: its name stands before the
first of its kind.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from winsell.analysis.asked import Unanswered, place_of
from winsell.analysis.assessment import Assessment
from winsell.analysis.course import Stated
from winsell.analysis.gaps import Gap, first
from winsell.analysis.last_look import could_be_looked_at, last_review
from winsell.analysis.promises import Promise
from winsell.base.block import Block, Cell, Column, Line, Report, Table, Tone
from winsell.base.fact import Fact, Say, Term
from winsell.base.finding import Finding
from winsell.deal.deal import Review
from winsell.reports.after import after_award, look_back
from winsell.reports.contract import assessment_data, findings_data, percent
from winsell.reports.course import apart, said_and_was
from winsell.reports.difference.report import Compared, change_data, moved_data
from winsell.reports.difference.tell import Told, tell
from winsell.reports.four_points import agreement
from winsell.reports.heading import heading, opening
from winsell.reports.moved import probability_line
from winsell.reports.plan import strategy_line
from winsell.reports.probability import number_say
from winsell.reports.review.owed import needs, next_step, promised
from winsell.reports.risks import TONES, parts
from winsell.reports.subject import Subject
from winsell.reports.trends import at_a_glance

PROMISES, CHANGES, RISKS, NEW = 6, 5, 3, 3
"""How many lines of a kind fit on one screen; the rest is counted."""
_ELSEWHERE = ("actions", "reviews")
"""What stands in other rows of the page."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a page is made of."""

    subject: Subject
    assessment: Assessment
    findings: tuple[Finding, ...]
    compared: Compared
    """With the state at the last look."""
    new: tuple[Finding, ...]
    promises: tuple[Promise, ...]
    unanswered: tuple[Unanswered, ...]
    said: tuple[Stated, ...]

    @property
    def since(self) -> date:
        """The day of the last look."""
        return self.compared.before.found.moment.on

    @property
    def last(self) -> Review | None:
        """The last review before the day of the page."""
        moment = self.assessment.moment
        return last_review(moment.deal, moment.on)


Row = tuple[str, Line]


def review_report(page: Page) -> Report:
    """Show the page."""
    return Report("review", lambda: tuple(_blocks(page)), lambda: _data(page))


def _blocks(page: Page) -> Iterator[Block]:
    yield from heading(page.subject, page.assessment)
    yield from look_back(page.subject, page.assessment)
    yield table(first_rows(page))
    yield from after_award(page.subject, page.assessment)
    yield from at_a_glance(page.assessment, page.since)
    yield table(_rest(page))


def table(rows: Iterable[Row]) -> Table:
    """Lay rows out, each kind with its name once."""
    laid, before = [], ""
    for kind, line in rows:
        name: Fact = Say(f"review.{kind}") if kind != before else ""
        tone: Tone = line.tone if line.tone in ("red", "yellow", "green") else "dim"
        said = Say("review.with-notes", {"what": line.say, "notes": line.notes}) if line.notes else line.say
        laid.append((Cell(name, tone), Cell(said, "strong" if line.tone == "strong" else "plain")))
        before = kind
    columns = Column(Say("column.none")), Column(Say("column.none"), wraps=True)
    return Table(columns, tuple(laid))


def first_rows(page: Page) -> Iterator[Row]:
    """What each owes the other, what changed, the number, and the next step."""
    ended = page.assessment.moment.outcome is not None
    if not ended:
        yield from _or("needs", needs(page.assessment, page.findings, page.since), Say("review.needs-nothing"))
    yield from _or(
        "promises", promised(page.assessment.moment, page.promises, PROMISES), Say("review.promised-nothing")
    )
    yield from (("unanswered", _question(page, one)) for one in page.unanswered)
    nothing = (
        "review.changed-nothing"
        if could_be_looked_at(page.assessment.moment.deal, page.since)
        else "review.changed-first"
    )
    yield from _or("changed", changed(page), Say(nothing, {"on": page.since, "path": page.subject.id}))
    yield from (("number", line) for line in _number(page))
    if not ended:
        yield "next-row", next_step(page.assessment)


def _or(kind: str, lines: Iterable[Line], nothing: Say) -> Iterator[Row]:
    """Go through the lines of a kind; where there is none, say that there is nothing."""
    yield from ((kind, line) for line in [*lines] or [Line(nothing, "dim")])


def _question(page: Page, one: Unanswered) -> Line:
    days = (page.assessment.moment.on - one.since).days
    # How long they have been silent by now was not asked then, and stands elsewhere.
    ask = Say("q2.restart") if one.gap.ask.code.startswith("q2.find-restart") else one.gap.ask
    return Line(Say("review.question-of", {"ask": ask, "days": days, "on": one.since}), "yellow")


def told_of(page: Page) -> list[Told]:
    """Put what changed into lines, but for what other rows tell."""
    told = tell(page.compared.pair, page.compared.changes)
    return [one for one in told if any(change.where[0] not in _ELSEWHERE for change in one.changes)]


def changed(page: Page) -> Iterator[Line]:
    """Tell what changed since the last look, the weightiest first."""
    told = told_of(page)
    yield from (Line(one.line.say, one.line.tone) for one in told[:CHANGES])
    facts: dict[str, Fact] = {"count": len(told) - CHANGES, "path": page.subject.id, "on": page.since}
    if told:
        yield Line(Say("review.changed-more" if len(told) > CHANGES else "review.changed-all", facts), "dim")


def _number(page: Page) -> Iterator[Line]:
    """Give the number with its basis, why it moved in parts that sum up, and where what was said parts from it."""
    yield Line(number_say(page.assessment), "strong")
    moved = page.compared.moved
    told = page.assessment.moment.outcome is not None and moved.before.value is None
    if (moved.before.status, moved.before.value) != (moved.after.status, moved.after.value) and not told:
        line = probability_line(moved, page.compared.pair)
        yield Line(line.say, notes=line.notes)
    far = page.assessment.moment.playbook.review.probability_moved
    yield from (Line(said_and_was(one), "yellow") for one in page.said[-2:] if apart(one, far))


# What follows below.


def _rest(page: Page) -> Iterator[Row]:
    assessment = page.assessment
    if assessment.moment.outcome is not None:
        if page.last is not None and page.last.verdict:
            yield "verdict", Line(Say("review.last-verdict", _verdict_facts(page)))
        return
    agreed = agreement(assessment)
    yield "agree", Line(Say("review.do-they-agree", {"answer": agreed.say}), agreed.tone)
    yield from (("agree", Line(note, agreed.tone)) for note in agreed.notes)
    yield from _or("risks", _new_risks(page), Say("review.risks-nothing", {"on": page.since}))
    nothing = Say("review.questions-first" if page.unanswered else "review.questions-nothing")
    yield from _or("questions", (Line(gap.ask) for gap in to_ask(page)), nothing)
    if assessment.lane == "whole":
        yield "strategy", Line(strategy_line(assessment))
    yield from _or("new", _proposed(assessment), Say("review.new-nothing"))
    yield "verdict", _verdict(page)


def to_ask(page: Page) -> tuple[Gap, ...]:
    """Return the few questions from the biggest unknowns, beside those that were asked last time and are open."""
    open_ = {one.gap.where for one in page.unanswered}
    return first([gap for gap in page.assessment.gaps if gap.where not in open_])


def _new_risks(page: Page) -> Iterator[Line]:
    shown = [one for one in page.new if one.severity != "hint"]
    yield from (Line(parts(one)[0], TONES[one.severity]) for one in shown[:RISKS])
    if len(shown) > RISKS:
        yield Line(Say("review.risks-more", {"count": len(shown) - RISKS, "path": page.subject.id}), "dim")


def _proposed(assessment: Assessment) -> Iterator[Line]:
    """Propose what nobody has planned yet, the most urgent first: nothing that may wait, and no question.

    Of a suspended project the question is the work: somebody has to call.
    """
    open_ = (one for one in assessment.plan if one.action is None and not (one.done or one.held))
    calls = assessment.lane == "suspended"
    urgent = [one for one in open_ if one.colour in ("red", "yellow") and (calls or one.say.code != "work.find-out")]
    for one in urgent[:NEW]:
        yield Line(Say("review.call") if one.say.code == "work.find-out" else one.say, one.colour)


def _verdict(page: Page) -> Line:
    words = tuple(Term("review", one) for one in ("push", "fix", "watch", "stop"))
    return Line(Say("review.verdicts", {"words": words, **_verdict_facts(page)}))


def _verdict_facts(page: Page) -> dict[str, Fact]:
    """Say what the last review decided."""
    last = page.last
    return {
        "last": Term("review", last.verdict) if last is not None and last.verdict else None,
        "on": last.on if last is not None else None,
        "note": last.note if last is not None else None,
        "path": page.subject.id,
    }


# The contract.


def _data(page: Page) -> Mapping[str, Any]:
    return {**opening("review", page.subject, page.assessment), **page_data(page)}


def page_data(page: Page) -> Mapping[str, Any]:
    """Give the page with nothing cut."""
    assessment, last = page.assessment, page.last
    return {
        "since": page.since,
        "last_review": review_data(last) if last is not None else None,
        "needs": [line.say for line in needs(assessment, page.findings, page.since)],
        "promises": [_promise_data(one) for one in page.promises],
        "unanswered": [{"where": place_of(one.gap), "ask": one.gap.ask, "since": one.since} for one in page.unanswered],
        "changed": [change_data(one) for one in page.compared.changes],
        "moved": moved_data(page.compared.moved),
        "stated": [stated_data(one) for one in page.said],
        "next": next_step(assessment).say,
        **assessment_data(assessment),
        "new_findings": findings_data(page.subject, page.new),
        "proposed": [line.say for line in _proposed(assessment)],
    }


def _promise_data(one: Promise) -> Mapping[str, Any]:
    return {
        "id": one.id,
        "what": one.action.what,
        "owner": one.action.owner,
        "customer": bool(one.action.customer),
        "managers": one.managers,
        "due": one.action.due,
        "done": one.action.done if one.became == "kept" else None,
        "state": one.became,
    }


def review_data(one: Review) -> Mapping[str, Any]:
    """Give a review as it was written down."""
    return {
        "on": one.on,
        "by": one.by,
        "with": list(one.people),
        "verdict": one.verdict,
        "note": one.note,
        "asked": list(one.asked),
    }


def stated_data(one: Stated) -> Mapping[str, Any]:
    """Give what was said, what the method gave then, and what today's facts give for that day."""
    computed: Sequence[Any] = (one.computed.status, percent(one.computed.value))
    return {
        "on": one.on,
        "by": one.by,
        "value": percent(one.value),
        "method": None if one.method is None else one.method.model_dump(),
        "computed": {"status": computed[0], "value": computed[1]},
    }
