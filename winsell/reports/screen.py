"""`winsell screen`: go, find out first, or drop; why; and what would decide."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from winsell.analysis.gaps import gap_colour
from winsell.analysis.own_conditions import OwnCondition, own_conditions
from winsell.analysis.screened import Screened
from winsell.analysis.screening import QuestionResult, Screening
from winsell.analysis.win_signs import SignState, signs_of_losing
from winsell.base.block import Block, Checklist, Heading, Line, Paragraph, Report, Tone
from winsell.base.fact import Fact, Named, Say, Term
from winsell.reports.heading import heading, opening
from winsell.reports.screening_data import screening_data
from winsell.reports.subject import Subject

TONES: dict[str, Tone] = {
    "go": "green",
    "hold": "yellow",
    "drop": "red",
    "yes": "green",
    "no": "red",
    "unknown": "yellow",
    "suspended": "yellow",
}


def screen_report(subject: Subject, screened: Screened) -> Report:
    """Tell the verdict, what to find out first, and then question by question."""
    return Report("screen", lambda: tuple(_blocks(subject, screened)), lambda: _data(subject, screened))


def _blocks(subject: Subject, screened: Screened) -> Iterator[Block]:
    yield from heading(subject, screened)
    yield from ended_blocks(screened)
    yield from _verdict(screened)
    yield from _first(screened)
    yield from _questions(screened)


def _data(subject: Subject, screened: Screened) -> dict[str, Any]:
    return {**opening("screen", subject, screened), "screening": screening_data(screened.screening)}


def verdict_say(screened: Screened) -> Say:
    """Put the verdict into one sentence, and what it hangs on."""
    screening = screened.screening
    if screening.verdict == "drop":
        wrong = tuple(Say(f"screen.drop-{one.id}") for one in screening.questions if one.answer == "no")
        return Say("screen.drop", {"questions": wrong})
    if screening.verdict == "hold" and screened.moment.outcome is not None:
        return Say("screen.never-settled", {"questions": tuple(_unsettled(screening))})
    if screening.verdict == "hold":
        suspended = any(one.answer == "suspended" for one in screening.questions)
        losing = len(signs_of_losing(screened.moment)) if screening.answer("q2") == "unknown" else 0
        code = "screen.hold-suspended" if suspended else "screen.hold-losing" if losing else "screen.hold"
        return Say(code, {"count": losing})
    right = tuple(Say(f"screen.go-{one.id}") for one in screening.questions)
    conditions, against = len(conditions_of(screened)), len(signs_of_losing(screened.moment))
    facts: dict[str, Fact] = {"questions": right, "vetoes": _vetoes(screened), "count": against or conditions}
    if against:
        return Say("screen.go-losing", facts)
    if facts["vetoes"]:
        return Say("screen.go-veto" if conditions else "screen.go-veto-fast", facts)
    return Say("screen.go-fast" if screening.unasked else "screen.go-conditions" if conditions else "screen.go", facts)


def _vetoes(screened: Screened) -> tuple[Fact, ...]:
    """Name who can stop it alone and is against us: work on them is planned at best, and so is the go."""
    moment = screened.moment
    opponents = [one for one in screened.chain.people if one.may_stop and one.against]
    return () if moment.outcome is not None else tuple(moment.person(one.id) for one in opponents)


def _unsettled(screening: Screening) -> Iterator[Say]:
    open_ = (one for one in screening.questions if one.answer in ("unknown", "suspended"))
    yield from (Say(f"screen.unsettled-{one.id}") for one in open_)


def conditions_of(screened: Screened) -> tuple[Say, ...]:
    """Return what a go hangs on: what the questions leave open, and what our own approval asked for."""
    asked = [say for one in screened.screening.questions for say in one.conditions]
    own = (one for one in own_conditions(screened.moment) if one.state != "met")
    return (*asked, *(_own_condition(one) for one in own))


_OWN_CONDITION = {
    "open": "screen.own-condition",
    "late": "screen.own-condition-late",
    "broken": "screen.own-condition-broken",
}


def _own_condition(one: OwnCondition) -> Say:
    return Say(
        _OWN_CONDITION[one.state], {"condition": one.what, "due": one.due, "why": one.why, "planned": one.planned}
    )


def verdict_line(screened: Screened) -> Line:
    """Put the verdict on a line, with the conditions of a go under it."""
    screening = screened.screening
    notes = conditions_of(screened) if screening.verdict == "go" else ()
    return Line(verdict_say(screened), tone=verdict_tone(screened), notes=notes)


def verdict_tone(screened: Screened) -> Tone:
    """Return the verdict's colour.

    No green while somebody else seems to be winning, our own yes does not hold, or one who can stop it is against us.
    """
    verdict = screened.screening.verdict
    own = any(one.state in ("late", "broken") for one in own_conditions(screened.moment))
    doubtful = own or signs_of_losing(screened.moment) or _vetoes(screened)
    return "yellow" if verdict == "go" and doubtful else TONES[verdict]


def _verdict(screened: Screened) -> Iterator[Block]:
    yield Paragraph((verdict_line(screened), *(Line(say) for say in approval_says(screened)), *_losing(screened)))


def _losing(screened: Screened) -> Iterator[Line]:
    """Name the signs of losing that the verdict counts, with what the playbook answers them with."""
    for one in signs_of_losing(screened.moment):
        facts: dict[str, Fact] = {"sign": Named(one.id, label=one.sign.label), "on": one.entry.on}
        if one.at is None:
            yield Line(Say("signs.lose", facts), "red", tuple(_answer_to(screened, one)))
        else:
            yield Line(Say("signs.lost-to", {**facts, "rival": screened.moment.competitor(one.at)}), "red")


def _answer_to(screened: Screened, one: SignState) -> Iterator[Say]:
    """Say what the playbook answers a sign of losing with; once the tender is out nothing of it may be done."""
    if one.answered_by is not None and not screened.moment.tender_is_out:
        yield Say("signs.answer", {"answer": one.answered_by})


def approval_says(screened: Screened) -> Iterator[Fact]:
    """Say whether our own company has said yes, or may."""
    screening = screened.screening
    if screening.override is not None:
        yield screening.override
    entry = screened.moment.deal.approved.at(screened.moment.on)
    facts: dict[str, Fact] = {"on": entry.on, "by": entry.by, "why": entry.why}
    if entry.value == "no":
        yield Say("screen.go-refused", facts)
    elif screening.verdict == "go" and not screening.unasked:
        if entry.value == "yes":
            yield Say("screen.go-approved", facts)
        elif screened.moment.outcome is None:
            yield Say("screen.go-ready")


def ended_blocks(screened: Screened) -> Iterator[Block]:
    """Say of a deal that has ended that it has, before the questions are looked back at."""
    entry = screened.moment.deal.outcome.at(screened.moment.on)
    if entry.value is not None:
        facts: dict[str, Fact] = {"outcome": Term("outcome", entry.value), "on": entry.on, "why": entry.why}
        yield Paragraph((Line(Say("screen.ended", facts), tone="strong"),))


def _first(screened: Screened) -> Iterator[Block]:
    """Name the two or three answers that would decide; none after the deal has ended."""
    screening = screened.screening
    if screened.moment.outcome is not None:
        return
    if screening.verdict == "hold" and screening.missing:
        yield Heading(Say("screen.find-first"))
        moment, chain = screened.moment, screened.chain
        yield Checklist(tuple(Line(say, tone=gap_colour(moment, screening, chain, say)) for say in screening.missing))


def _questions(screened: Screened) -> Iterator[Block]:
    for number, question in enumerate(screened.screening.questions, start=1):
        name = screened.moment.playbook.questions[question.id].label  # type: ignore[index]
        facts: dict[str, Fact] = {"number": number, "question": Named(question.id, label=name)}
        yield Heading(Say("screen.question", {**facts, "answer": Term("answer", question.answer)}))
        yield Paragraph(tuple(_answer(question, ended=screened.moment.outcome is not None)))


def _answer(question: QuestionResult, *, ended: bool) -> Iterator[Line]:
    """Show an answer with its reasons, and while the deal lives what is still to be done for it."""
    facts: dict[str, Fact] = {"answer": Term("answer", question.answer)}
    code = "screen.answer" if question.due or ended else "screen.answer-not-due"
    yield Line(Say(code, facts), tone=TONES[question.answer], notes=question.reasons)
    if question.conditions and not ended:
        yield Line(Say("screen.conditions"), tone="yellow", notes=question.conditions)
    if question.missing and not ended:
        yield Line(Say("screen.missing"), tone="yellow", notes=question.missing)
