"""After the award, and after the end: who can still stop it; what there is to look back on (METHOD 12)."""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.analysis.events import event_states
from winsell.analysis.standing import Standing
from winsell.analysis.urgency import chair_colour
from winsell.analysis.work_for import exists_on, is_done
from winsell.base.block import Block, Heading, Line, Paragraph, Tone
from winsell.base.fact import Fact, Say, Term
from winsell.deal.deal import Action
from winsell.reports.capped import capped_lines
from winsell.reports.learned import learned
from winsell.reports.subject import Subject

_SAID = {"buyer_says": "outcome.buyer-says", "turning_point": "outcome.turning-point"}
"""What an outcome tells beside our own reason."""


_UNDECIDED = ("lost", "no-decision", "tender-failed")
"""Ends to which a customer who had to act by no day comes easily."""


def after_award(subject: Subject, assessment: Assessment) -> Iterator[Block]:
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
    planned = [_day(subject, assessment, one) for one in _since_award(subject, assessment)]
    lines += [*capped_lines(planned), Line(Say("award.dates-rest" if planned else "award.dates"), "yellow")]
    yield Paragraph(tuple(lines))


def _since_award(subject: Subject, assessment: Assessment) -> list[Action]:
    """Return what was planned since the award and has a day; where the end is shown, what was planned after it too."""
    moment = assessment.moment
    awarded = moment.playbook.tender.awarded_from
    days = [entry.on for entry in moment.deal.stage.until(moment.on) if entry.value == awarded]
    since = next((day for day in (*days, moment.deal.outcome.at(moment.on).on) if day is not None), None)
    dated = [one for one in moment.deal.actions.values() if (one.due or one.done) and one.dropped is None]
    added = [one for one in dated if since is not None and one.added is not None and one.added >= since]
    return [one for one in added if subject.dated_by_outcome or exists_on(one, moment)]


def _day(subject: Subject, assessment: Assessment, action: Action) -> Line:
    """Say what was promised for which day; a day that is past without a word is the first thing to ask about."""
    done = action.done is not None and (subject.dated_by_outcome or is_done(action, assessment.moment))
    facts: dict[str, Fact] = {"what": action.what, "due": action.due, "done": action.done}
    if done:
        return Line(Say("award.done", facts))
    late = action.due is not None and action.due < assessment.moment.on
    return Line(Say("award.late", facts), "red") if late else Line(Say("award.due", facts))


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
    lessons = learned(subject, assessment)
    said = [Say(code, {"why": entry.extra[key]}) for key, code in _SAID.items() if key in entry.extra]
    if entry.value in _UNDECIDED and not any(state.deadline for state in event_states(assessment.moment)):
        said.append(Say("outcome.never-dated"))
    lesson = Say("outcome.lessons", {"why": lessons.why}) if lessons.why else None
    note = lesson if lessons.value is not None else Say("outcome.write-lessons")
    yield Paragraph((Line(Say("outcome.line", facts), notes=(*said, *((note,) if note else ()))),))
