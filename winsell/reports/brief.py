"""`winsell brief`: one screen a person before a meeting, which may be printed and left in a taxi.

In: the deal and the meetings. Out: a report. The page shows no score, no source, no attitude, no probability and no sum
of money; who asks for the data of the contract gets the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from winsell.analysis.assessment import Assessment
from winsell.analysis.meeting import Meeting, Owed, when_of
from winsell.analysis.stakes import loss_of
from winsell.base.block import Block, Heading, Line, Paragraph, Report
from winsell.base.fact import Fact, Say, Term
from winsell.reports.capped import capped_lines
from winsell.reports.heading import opening
from winsell.reports.subject import Subject

_OLD = 90
"""After so many days a word is to be asked about again; shown only, it decides nothing."""


def brief_report(subject: Subject, assessment: Assessment, meetings: Sequence[Meeting]) -> Report:
    """Tell of each person what to know before the meeting."""
    return Report(
        "brief",
        lambda: tuple(_blocks(assessment, meetings)),
        lambda: {**opening("brief", subject, assessment), "people": [_data(one) for one in meetings]},
    )


def _blocks(assessment: Assessment, meetings: Sequence[Meeting]) -> Iterator[Block]:
    deal, moment = assessment.moment.deal, assessment.moment
    names = tuple(_name(assessment, one) for one in meetings)
    yield Heading(Say("brief.title", {"people": names}), level=1)
    facts: dict[str, Fact] = {"deal": deal.deal, "customer": deal.customer, "on": moment.on}
    yield Paragraph((Line(Say("brief.of", facts), tone="dim"), *_time(assessment)))
    for one in meetings:
        if len(meetings) > 1:
            yield Heading(_name(assessment, one))
        yield from _person(assessment, one)


def _name(assessment: Assessment, one: Meeting) -> Say:
    """Name a person with the post, unless the name is the post."""
    title = one.standing.person.title if one.standing.person.name else None
    return Say("brief.person", {"person": assessment.moment.person(one.id), "title": title})


def _time(assessment: Assessment) -> Iterator[Line]:
    """Say what holds for all meetings at such a time."""
    when = when_of(assessment)
    if when == "bidding":
        yield Line(Say(assessment.moment.in_its_words("brief.bidding")), tone="red")
    elif when == "suspended":
        yield Line(Say("brief.suspended"), tone="yellow")
    elif when in ("won", "ended"):
        entry = assessment.moment.deal.outcome.at(assessment.moment.on)
        yield Line(Say(f"brief.{when}", {"outcome": Term("outcome", entry.value or ""), "on": entry.on}), tone="strong")


def _person(assessment: Assessment, one: Meeting) -> Iterator[Block]:
    if one.left is not None:
        yield Paragraph((Line(Say("brief.left", {"on": one.left}), tone="red"),))
        return
    if one.when == "bidding":
        yield Paragraph(tuple(_last(assessment, one)))
        return
    yield Paragraph((_reason(one),))
    yield Paragraph((*_last(assessment, one), *(_stakes(one, assessment) if one.when in ("open", "awarded") else ())))
    if one.owed:
        lines = capped_lines([Line(_owed(item, one)) for item in one.owed])
        title = Say("brief.owed" if one.has_talked else "brief.owed-plan")
        yield Paragraph((Line(title, tone="strong", notes=tuple(line.say for line in lines)),))
    else:
        yield Paragraph((Line(Say("brief.owed-nothing")),))
    yield from _talk(one)


def _reason(one: Meeting) -> Line:
    if one.reasons:
        return Line(Say("brief.reason"), tone="strong", notes=one.reasons)
    return Line(Say("brief.reason-none"), tone="red", notes=(Say("brief.reason-find"),))


def _last(assessment: Assessment, one: Meeting) -> Iterator[Line]:
    word, on = one.last_word, assessment.moment.on
    if word is not None:
        code = "brief.last-word-old" if (on - word.on).days > _OLD and one.when == "open" else "brief.last-word"
        yield Line(Say(code, {"on": word.on, "text": word.text}))
    if one.last_talk is None:
        yield Line(Say("brief.never-talked"))
    elif word is None or one.last_talk > word.on:
        yield Line(Say("brief.last-talk", {"on": one.last_talk}))


def _stakes(one: Meeting, assessment: Assessment) -> Iterator[Line]:
    """Say what he wins and loses by our win; where nobody knows, a question stands for it."""
    person = one.standing.person
    loss = loss_of(person, assessment.moment.playbook.people)
    if person.wins and not any(say.code == "brief.reason-wins" for say in one.reasons):
        yield Line(Say("brief.wins", {"what": person.wins}))
    if loss != "unknown":
        yield Line(Say("brief.loses-nothing" if loss == "nothing" else "brief.loses", {"what": person.loses}))
    elif not person.wins:
        yield Line(Say("brief.stakes-unknown"))


def _owed(item: Owed, one: Meeting) -> Say:
    """Say what is to be brought; nothing is due to somebody with whom nobody has talked, whatever is planned."""
    facts: dict[str, Fact] = {"what": item.action.what, "due": item.action.due, "owner": item.action.owner}
    late = "brief.owed-late" if one.has_talked else "brief.owed-past"
    return Say("brief.owed-held" if item.held else late if item.late else "brief.owed-item", facts)


def _talk(one: Meeting) -> Iterator[Block]:
    """Say what to ask, which act to ask for, and who comes along."""
    lines = [Line(Say("brief.ask"), tone="strong", notes=one.questions)] if one.questions else []
    if one.act is not None:
        lines.append(Line(Say("brief.act", {"act": one.act, "due": one.act_due}), tone="strong"))
    yield Paragraph((*lines, Line(one.company)))


def _data(one: Meeting) -> dict[str, Any]:
    person = one.standing.person
    return {
        "id": one.id,
        "name": person.name,
        "title": person.title,
        "when": one.when,
        "left": one.left,
        "reasons": list(one.reasons),
        "last_talk": one.last_talk,
        "last_word": None if one.last_word is None else {"on": one.last_word.on, "text": one.last_word.text},
        "wins": person.wins,
        "loses": person.loses,
        "owed": [
            {"what": item.action.what, "due": item.action.due, "owner": item.action.owner, "held": item.held}
            for item in one.owed
        ],
        "questions": list(one.questions),
        "act": one.act,
        "act_due": one.act_due,
        "company": one.company,
    }
