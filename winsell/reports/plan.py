"""`winsell plan`: the five-step line, from "can we win?" to dated work."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from winsell.analysis.assessment import Assessment
from winsell.analysis.relations import RelationStep
from winsell.analysis.statement import Against
from winsell.analysis.strategy import HOLD_FIRE, Alternative
from winsell.analysis.work_plan import WorkItem
from winsell.base.block import Block, Checklist, Heading, Line, Paragraph, Report
from winsell.base.fact import Fact, Named, Percent, Say, Term
from winsell.reports.after import after_award, look_back
from winsell.reports.analyze import find_first
from winsell.reports.contract import assessment_data, line_data
from winsell.reports.heading import heading, opening
from winsell.reports.probability import number_say
from winsell.reports.screen import TONES, verdict_say
from winsell.reports.subject import Subject


def plan_report(subject: Subject, assessment: Assessment) -> Report:
    """Tell what to do, step by step; a deal that has ended gets its look back instead."""
    return Report(
        "plan",
        lambda: tuple(_blocks(subject, assessment)),
        lambda: {**opening("plan", subject, assessment), **assessment_data(assessment), **line_data(assessment)},
    )


def _blocks(subject: Subject, assessment: Assessment) -> Iterator[Block]:
    yield from heading(subject, assessment)
    yield from _answer(assessment)
    yield from after_award(assessment)
    yield from look_back(assessment)
    if assessment.moment.outcome is None:
        yield from _five_steps(assessment)


def _answer(assessment: Assessment) -> Iterator[Block]:
    """Open with what to do: the strategy, the aim, and how much is to be done now."""
    if assessment.moment.outcome is not None:
        return
    red = sum(item.colour == "red" for item in assessment.plan)
    yellow = sum(item.colour == "yellow" for item in assessment.plan)
    lines = [
        Line(_strategy_line(assessment), tone="strong"),
        Line(Say("plan.counts" if red else "plan.nothing-urgent", {"red": red, "yellow": yellow})),
    ]
    if assessment.target is not None:
        lines.append(Line(Say("plan.target", {"target": Percent(assessment.target), "now": _now(assessment)})))
    yield Paragraph(tuple(lines))


def _now(assessment: Assessment) -> Fact:
    value = assessment.probability.value
    return None if value is None else Percent(value)


def _strategy_line(assessment: Assessment) -> Say:
    advice, moment = assessment.advice, assessment.moment
    followed = moment.strategy(advice.followed)
    if advice.followed == HOLD_FIRE:
        return Say("plan.hold-fire")
    if advice.followed != advice.recommended:
        code = "plan.differs-hold" if advice.recommended == HOLD_FIRE else "plan.differs"
        return Say(code, {"stated": followed, "recommended": _strategy(assessment, advice.recommended)})
    code = "plan.strategy-provisional" if advice.provisional else "plan.strategy"
    return Say(code, {"strategy": followed, "expires": advice.expires})


def _strategy(assessment: Assessment, id_: str) -> Fact:
    return Say("strategy.hold-fire") if id_ == HOLD_FIRE else assessment.moment.strategy(id_)


def _five_steps(assessment: Assessment) -> Iterator[Block]:
    yield from _can_we_win(assessment)
    yield from _chain(assessment)
    yield from _competitive(assessment)
    yield from _relations(assessment)
    yield from _work(assessment)
    yield from find_first(assessment)


def _can_we_win(assessment: Assessment) -> Iterator[Block]:
    yield Heading(Say("plan.step-1"))
    signs, behaviour = assessment.signs, assessment.behaviour
    money, criteria = behaviour.element("money"), behaviour.element("criteria")
    sign_facts: dict[str, Fact] = {"present": signs.present, "partly": signs.partly, "due": signs.due}
    sign_line = Line(Say("signs.none-due" if signs.index is None else "plan.signs", sign_facts))
    lines = [sign_line]
    if assessment.probability.status != "awarded":
        lines.insert(0, Line(verdict_say(assessment.screening), tone=TONES[assessment.screening.verdict]))
    lines += [
        Line(
            Say("plan.element", {"what": Say(f"behaviour.{one.id}"), "knowledge": Term("knowledge", one.knowledge)}),
            one.colour,
        )
        for one in (money, criteria)
    ]
    lines.append(Line(Say("plan.probability", {"number": number_say(assessment)})))
    yield Paragraph(tuple(lines))


def _chain(assessment: Assessment) -> Iterator[Block]:
    yield Heading(Say("plan.step-2"))
    insight, moment = assessment.chain.insight, assessment.moment
    lines = [Line(Say("plan.insight", {"known": insight.known, "total": insight.total}))]
    unmet = tuple(moment.person(one.id) for one in assessment.chain.key if not one.contacted)
    if unmet:
        lines.append(Line(Say("plan.unmet", {"people": unmet}), "yellow"))
    lines += [
        Line(Say("chain.empty-chair", {"chair": moment.chair(id_)}), "red") for id_ in assessment.chain.empty_chairs
    ]
    lines += list(_rivals(assessment))
    yield Paragraph(tuple(lines))


def _rivals(assessment: Assessment) -> Iterator[Line]:
    """Say of each competitor what is unknown, and what he will do next with our answer."""
    moment = assessment.moment
    if not moment.competitors:
        yield Line(Say("plan.no-competitor"), "yellow")
    for id_, rival in moment.competitors.items():
        if not rival.takes_seat:
            yield Line(Say("plan.do-nothing", {"rival": moment.competitor(id_)}))
            continue
        if rival.relation.at(moment.on).value is None:
            yield Line(Say("plan.rival-unknown", {"rival": moment.competitor(id_)}), "yellow")
        yield Line(_next_move(assessment, id_))


def _next_move(assessment: Assessment, id_: str) -> Say:
    """Say what the method expects of a competitor who follows his strategy, and our answer."""
    moment = assessment.moment
    strategy = moment.playbook.strategies.get(moment.competitors[id_].strategy.at(moment.on).value or "")
    if strategy is None or strategy.expect is None or strategy.answer is None:
        return Say("plan.next-move-unknown", {"rival": moment.competitor(id_)})
    facts: dict[str, Fact] = {
        "rival": moment.competitor(id_),
        "expect": Named("expect", label=strategy.expect),
        "answer": Named("answer", label=strategy.answer),
    }
    return Say("plan.next-move", facts)


def _competitive(assessment: Assessment) -> Iterator[Block]:
    yield Heading(Say("plan.step-3"))
    advice, moment = assessment.advice, assessment.moment
    lines = [
        Line(_recommendation(assessment), tone="strong", notes=tuple(Say(f"because.{one}") for one in advice.because))
    ]
    if advice.stated:
        lines.append(Line(Say("plan.stated", {"strategy": moment.strategy(advice.stated), "why": advice.stated_why})))
    lines += [Line(_would_change(assessment, one)) for one in _distinct(assessment)]
    if advice.if_behind is not None:
        lines.append(Line(Say("plan.if-behind", {"strategy": _strategy(assessment, advice.if_behind)})))
    if advice.recommended == HOLD_FIRE and advice.deciding:
        lines.append(Line(Say("plan.deciding"), notes=tuple(Say(f"decide.{one}") for one in advice.deciding)))
    if advice.tactics:
        lines.append(Line(Say("plan.tactics"), notes=tuple(_with_caution(assessment, id_) for id_ in advice.tactics)))
    yield Paragraph(tuple(lines))
    yield from _statement(assessment)


def _with_caution(assessment: Assessment, tactic: str) -> Fact:
    caution = assessment.moment.caution(tactic)
    name = assessment.moment.tactic(tactic)
    return name if caution is None else Say("law.caution", {"item": name, "caution": caution})


def _recommendation(assessment: Assessment) -> Say:
    advice = assessment.advice
    if advice.recommended == HOLD_FIRE:
        return Say("plan.hold-fire")
    code = "plan.recommended-provisional" if advice.provisional else "plan.recommended"
    return Say(code, {"strategy": assessment.moment.strategy(advice.recommended), "expires": advice.expires})


def _distinct(assessment: Assessment) -> list[Alternative]:
    """Name each strategy that could take over once, and none while nothing is known anyway."""
    seen: dict[str, Alternative] = {}
    for one in assessment.advice.would_change:
        seen.setdefault(one.strategy, one)
    return [] if assessment.advice.recommended == HOLD_FIRE else list(seen.values())


def _would_change(assessment: Assessment, one: Alternative) -> Say:
    conditions = tuple(Say(f"if.{condition}") for condition in one.open)
    return Say("plan.would-change", {"strategy": assessment.moment.strategy(one.strategy), "conditions": conditions})


def _statement(assessment: Assessment) -> Iterator[Block]:
    statement, moment = assessment.statement, assessment.moment
    numbers = statement.numbers.row if statement.numbers else None
    lines = [
        Line(
            Say("statement.best", {"claim": statement.best.row.claim}) if statement.best else Say("statement.no-best")
        ),
        Line(
            Say("statement.numbers", {"now": numbers.now, "after": numbers.after})
            if numbers
            else Say("statement.no-numbers")
        ),
    ]
    lines += [Line(_against(one, moment.competitor(one.competitor))) for one in statement.against]
    if not statement.against:
        lines.append(Line(Say("statement.no-competitor")))
    yield Paragraph((Line(Say("statement.title"), tone="strong", notes=tuple(line.say for line in lines)),))


def _against(one: Against, rival: Named) -> Say:
    if one.row is None:
        return Say("statement.no-against", {"rival": rival})
    return Say("statement.against", {"rival": rival, "claim": one.row.row.claim})


def _relations(assessment: Assessment) -> Iterator[Block]:
    yield Heading(Say("plan.step-4"))
    if assessment.moment.bidding_is_on:
        yield Paragraph((Line(Say("plan.bids-open")),))
        return
    steps = [step for step in assessment.relations if step.strategy is not None]
    if not steps:
        code = "plan.no-relation-strategy" if assessment.relations else "plan.nobody"
        yield Paragraph((Line(Say(code), tone="yellow"),))
        return
    first = {step.strategy: step for step in reversed(steps) if not step.may_wait_until}
    yield Checklist(tuple(_relation(assessment, step, with_tactics=first.get(step.strategy) is step) for step in steps))


def _relation(assessment: Assessment, step: RelationStep, *, with_tactics: bool) -> Line:
    """Say what to do about a person; the tactics of a strategy stand where it comes first."""
    moment = assessment.moment
    strategy = moment.playbook.relation[step.strategy or ""]
    facts: dict[str, Fact] = {
        "person": moment.person(step.id),
        "strategy": Named(step.strategy or "", label=strategy.label),
        "attitude": Term("attitude", step.standing.entry.value or "unknown"),
        "contact": Term("contact", step.standing.contact or "unknown"),
        "stage": moment.stage_name(step.may_wait_until),
    }
    tactics = tuple(moment.tactic(id_) for id_ in strategy.tactics)
    notes = (Say("plan.by", {"tactics": tactics}),) if with_tactics else ()
    return Line(Say("plan.relation", facts), tone=step.colour, notes=notes)


def _work(assessment: Assessment) -> Iterator[Block]:
    yield Heading(Say("plan.step-5"))
    lines = [_item(item) for item in assessment.plan if not item.done]
    if assessment.target is not None:
        lines.append(Line(Say("plan.raise", {"target": Percent(assessment.target)}), tone="yellow"))
    yield Checklist(tuple(lines)) if lines else Paragraph((Line(Say("plan.nothing")),))
    done = sorted((item for item in assessment.plan if item.done), key=_done_on)
    if done:
        yield Paragraph((Line(Say("plan.done-title")), *(Line(_done(assessment, item), item.colour) for item in done)))


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


def _item(item: WorkItem) -> Line:
    action = item.action
    if action is None:
        code = "plan.later" if item.colour == "white" else "plan.unplanned"
        return Line(Say(code, {"what": item.say}), tone=item.colour)
    facts: dict[str, Fact] = {"what": action.what, "owner": action.owner, "due": action.due}
    return Line(Say("plan.overdue" if item.overdue else "plan.planned", facts), tone=item.colour)
