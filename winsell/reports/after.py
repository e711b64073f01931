"""After the award, and after the end: who can still stop it; what there is to look back on (METHOD 12)."""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.analysis.standing import Standing
from winsell.analysis.urgency import chair_colour
from winsell.base.block import Block, Heading, Line, Paragraph, Tone
from winsell.base.fact import Fact, Say, Term
from winsell.reports.capped import capped_lines
from winsell.reports.subject import Subject

_SAID = {"buyer_says": "outcome.buyer-says", "turning_point": "outcome.turning-point"}
"""What an outcome tells beside our own reason."""


def after_award(assessment: Assessment) -> Iterator[Block]:
    """Ask of an awarded deal who can still stop it, person by person and chair by chair."""
    if assessment.probability.status != "awarded":
        return
    yield Heading(Say("award.title"))
    stoppers = [one for one in assessment.chain.people if one.may_stop]
    lines = list(capped_lines([_stopper(assessment, one) for one in stoppers]))
    colour = chair_colour(assessment.moment, assessment.lane)
    lines += [
        Line(Say("award.chair", {"chair": assessment.moment.chair(id_)}), colour)
        for id_ in assessment.chain.empty_chairs
    ]
    lines.append(Line(Say("award.dates"), "yellow"))
    yield Paragraph(tuple(lines))


def _stopper(assessment: Assessment, one: Standing) -> Line:
    tone: Tone = "red" if one.against else "green" if one.supportive else "yellow"
    facts: dict[str, Fact] = {
        "person": assessment.moment.person(one.id),
        "attitude": Term("attitude", one.entry.value or "unknown"),
        "on": one.entry.on,
    }
    return Line(Say("award.person", facts), tone)


def look_back(subject: Subject, assessment: Assessment) -> Iterator[Block]:
    """Say of a closed deal how it ended and why, and what we learned: mostly written after its last day."""
    entry = assessment.moment.deal.outcome.at(assessment.moment.on)
    if entry.value is None:
        return
    yield Heading(Say("outcome.title"))
    facts: dict[str, Fact] = {"outcome": Term("outcome", entry.value), "on": entry.on, "why": entry.why}
    lessons = assessment.behaviour.element("lessons").entry
    if subject.dated_by_outcome:
        lessons = next(reversed([*assessment.moment.deal.behaviour.lessons]), lessons)
    said = [Say(code, {"why": entry.extra[key]}) for key, code in _SAID.items() if key in entry.extra]
    learned = Say("outcome.lessons", {"why": lessons.why}) if lessons.why else None
    note = learned if lessons.value is not None else Say("outcome.write-lessons")
    yield Paragraph((Line(Say("outcome.line", facts), notes=(*said, *((note,) if note else ()))),))
