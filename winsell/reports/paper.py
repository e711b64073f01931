"""`winsell screen --paper`: the approval paper, one page for whoever decides to bid or not (METHOD 5.1).

In: an assessment. Out: a report: the deal, the verdict, why us, who can stop it, what we need, on which conditions, and
what would make us stop. The decision and the signature are left to the reader; of a deal that has ended it is a look
back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from winsell.analysis.assessment import Assessment
from winsell.analysis.events import event_states
from winsell.analysis.screening import QuestionResult
from winsell.analysis.urgency import chair_colour
from winsell.analysis.work_for import exists_on, is_done, still_counts
from winsell.base.block import Block, Definition, Definitions, Heading, Line, Paragraph, Report
from winsell.base.fact import Fact, Money, Named, Say, Term
from winsell.deal.deal import Action
from winsell.reports.after import look_back
from winsell.reports.capped import capped_lines
from winsell.reports.four_points import attitude_say
from winsell.reports.heading import amount, opening
from winsell.reports.screen import TONES, approval_says, conditions_of, ended_blocks, verdict_say, verdict_tone
from winsell.reports.screening_data import screening_data
from winsell.reports.statement import statement_blocks
from winsell.reports.subject import Subject, later_line


def paper_report(subject: Subject, assessment: Assessment) -> Report:
    """Put all that the decision needs on one page."""
    return Report("paper", lambda: tuple(_blocks(subject, assessment)), lambda: _data(subject, assessment))


def _blocks(subject: Subject, assessment: Assessment) -> Iterator[Block]:
    yield Heading(Say("paper.title", {"deal": assessment.moment.deal.deal}), level=1)
    yield Definitions(tuple(_head(assessment)))
    yield from ended_blocks(assessment)
    later = later_line(subject)
    approval = [Line(say) for say in approval_says(assessment)]
    questions = [_question(assessment, one) for one in assessment.screening.questions]
    verdict = Line(verdict_say(assessment), verdict_tone(assessment))
    yield Paragraph((verdict, *approval, *questions, *((later,) if later else ())))
    yield from _why_us(assessment)
    yield from _chain(assessment)
    if assessment.moment.outcome is not None:
        yield from look_back(subject, assessment)
        return
    yield from _list("paper.need", _needs(assessment))
    yield from _list("paper.conditions", tuple(_conditions(assessment)) or (Say("paper.conditions-none"),))
    yield from _list("paper.stop", stops(assessment))
    if assessment.lane == "suspended":
        yield Paragraph((Line(Say("paper.wait"), "yellow"),))
    else:
        yield Paragraph((Line(Say("paper.decision")), Line(Say("paper.signature"))))


def _list(code: str, said: Iterable[Say]) -> Iterator[Block]:
    yield Heading(Say(code))
    yield Paragraph(capped_lines([Line(say) for say in said]))


def _head(assessment: Assessment) -> Iterator[Definition]:
    deal, moment = assessment.moment.deal, assessment.moment
    kind = moment.playbook.types.get(deal.type or "")
    how: dict[str, Fact] = {
        "type": Named(deal.type or "", label=kind.label) if kind else None,
        "procurement": Term("procurement", deal.procurement) if deal.procurement else None,
        "method": Term("method", deal.method) if deal.method else None,
        "stage": moment.stage_name(moment.stage),
    }
    yield Definition(Say("paper.customer"), deal.customer)
    yield Definition(Say("paper.what"), Say("paper.what-is", how))
    yield Definition(Say("paper.amount"), amount(assessment))
    yield Definition(Say("paper.owner"), deal.owner)
    yield Definition(Say("paper.as-of"), Say("paper.day", {"on": moment.on}))


def _question(assessment: Assessment, question: QuestionResult) -> Line:
    """Put a question, its answer and the first reason into one line."""
    name = assessment.moment.playbook.questions[question.id].label  # type: ignore[index]
    shown = question.missing if question.answer == "unknown" and question.missing else question.reasons
    facts: dict[str, Fact] = {
        "question": Named(question.id, label=name),
        "answer": Term("answer", question.answer),
        "why": shown[0] if shown else None,
    }
    return Line(Say("paper.question", facts), TONES[question.answer])


def _why_us(assessment: Assessment) -> Iterator[Block]:
    yield Heading(Say("paper.why-us"))
    moment = assessment.moment
    rivals = tuple(moment.competitor(id_) for id_, rival in moment.competitors.items() if rival.takes_seat)
    if rivals:
        yield Paragraph((Line(Say("paper.rivals", {"rivals": rivals})),))
    else:
        yield Paragraph((Line(Say("paper.rivals-none"), "yellow"),))
    yield from statement_blocks(assessment)


def _chain(assessment: Assessment) -> Iterator[Block]:
    """Name who can stop it, and the chairs in which nobody is known to sit."""
    yield Heading(Say("paper.chain"))
    moment = assessment.moment
    lines = []
    for one in assessment.chain.people:
        if one.may_stop:
            code = "paper.can-stop" if moment.outcome is None else "paper.could-stop"
            say = Say(code, {"person": moment.person(one.id), "attitude": attitude_say(one)})
            lines.append(Line(say, "red" if one.against else "plain"))
    if not lines:
        lines.append(Line(Say("paper.can-stop-unknown"), "yellow"))
    if assessment.chain.empty_chairs:
        chairs = tuple(moment.chair(id_) for id_ in assessment.chain.empty_chairs)
        lines.append(Line(Say("paper.empty-chairs", {"chairs": chairs}), chair_colour(moment, assessment.lane)))
    yield Paragraph(capped_lines(lines))


def _needs(assessment: Assessment) -> Iterator[Say]:
    """Yield the resources that the plan asks for, and the spending limit."""
    moment = assessment.moment
    for action in _open(assessment):
        if action.resource or action.days or action.money:
            facts: dict[str, Fact] = {
                "resource": action.resource,
                "what": action.what,
                "days": None if action.days is None else f"{action.days:g}",
                "money": _money(assessment, action.money),
            }
            yield Say("paper.need-resource" if action.resource else "paper.need-effort", facts)
    limit = moment.deal.approved.at(moment.on).extra.get("spending_limit")
    yield Say("paper.limit", {"limit": _money(assessment, limit)}) if limit else Say("paper.limit-open")


def _open(assessment: Assessment) -> list[Action]:
    moment = assessment.moment
    there = [one for one in moment.deal.actions.values() if exists_on(one, moment) and still_counts(moment, one)]
    return [one for one in there if not is_done(one, moment)]


def _money(assessment: Assessment, sum_: Any) -> Fact:
    """Put a sum into the deal's currency; without one it stays a number."""
    if sum_ is None:
        return None
    stated = assessment.moment.deal.amount
    return f"{sum_:,}" if stated is None else Money(sum_, None, stated.currency)


def _conditions(assessment: Assessment) -> Iterator[Say]:
    """Yield what a go hangs on; before a go, what is to be found out first."""
    if assessment.screening.verdict == "go":
        yield from conditions_of(assessment)
    else:
        yield from (Say("paper.first", {"ask": say}) for say in assessment.screening.missing)


def stops(assessment: Assessment) -> Iterator[Say]:
    """Yield what would make us stop: what the go stands on, turned round."""
    moment = assessment.moment
    standing = [state for state in event_states(moment) if state.strong and state.stands]
    for state in standing[:2]:
        yield Say("paper.stop-event", {"event": state.name, "deadline": state.deadline})
    if not standing:
        yield Say("paper.stop-no-event")
    must = tuple(criterion.name for criterion in moment.deal.criteria.values() if criterion.mandatory)
    yield Say("paper.stop-must-have", {"items": must or None})
    holders = tuple(moment.person(one.id) for one in assessment.chain.people if one.may_stop and not one.against)
    if not moment.bidding_is_on:
        yield Say("paper.stop-veto", {"people": holders}) if holders else Say("paper.stop-veto-unknown")
    if moment.deal.approved.at(moment.on).extra.get("spending_limit"):
        yield Say("paper.stop-limit")


def _data(subject: Subject, assessment: Assessment) -> dict[str, Any]:
    moment = assessment.moment
    best = assessment.statement.best
    return {
        **opening("paper", subject, assessment),
        "screening": screening_data(assessment.screening),
        "competitors": [id_ for id_, rival in moment.competitors.items() if rival.takes_seat],
        "why_us": best.row.claim if best else None,
        "can_stop": [one.id for one in assessment.chain.people if one.may_stop],
        "empty_chairs": list(assessment.chain.empty_chairs),
        "needs": [] if moment.outcome is not None else list(_needs(assessment)),
        "conditions": [] if moment.outcome is not None else list(_conditions(assessment)),
        "stop": [] if moment.outcome is not None else list(stops(assessment)),
    }
