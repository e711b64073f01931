"""`winsell plan`: the five-step line, from "can we win?" to dated work."""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.analysis.moves import last_move
from winsell.analysis.relations import RelationStep
from winsell.analysis.standing import Standing
from winsell.analysis.step_back import step_back
from winsell.analysis.strategy import HOLD_FIRE, Alternative
from winsell.analysis.urgency import chair_colour, contact_colour, rival_colour
from winsell.analysis.work_colour import COLOURS, WorkColour, colour_of, worst
from winsell.analysis.work_plan import WorkItem, strategy_is_open
from winsell.base.block import Block, Cell, Column, Heading, Line, Paragraph, Report, Tone
from winsell.base.fact import Fact, Named, Percent, Say, Term
from winsell.reports.after import after_award, look_back
from winsell.reports.analyze import find_first
from winsell.reports.capped import capped_table
from winsell.reports.contract import assessment_data, line_data
from winsell.reports.four_points import attitude_say, counted_signs, heard_say
from winsell.reports.heading import heading, opening
from winsell.reports.probability import carried_line, named_number
from winsell.reports.screen import verdict_say, verdict_tone
from winsell.reports.statement import statement_blocks
from winsell.reports.subject import Subject
from winsell.reports.work import count, count_unplanned, planned_for, still_open, work


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
    yield from after_award(subject, assessment)
    yield from look_back(subject, assessment)
    yield from _five_steps(assessment) if assessment.moment.outcome is None else still_open(assessment)


def _answer(assessment: Assessment) -> Iterator[Block]:
    """Open with what to do: the strategy, the aim, and how much is to be done now."""
    if assessment.moment.outcome is not None:
        return
    red, yellow = count(assessment, "red"), count(assessment, "yellow")
    lines = [Line(strategy_line(assessment), tone="strong")] if assessment.lane == "whole" else []
    back = step_back(assessment.moment, assessment.screening)
    if back is not None or assessment.screening.dropped:
        lines.insert(0, Line(Say(f"plan.{back or 'drop'}-first"), tone="red"))
    else_ = "plan.nothing-else-urgent" if assessment.screening.verdict == "drop" else "plan.nothing-urgent"
    counted: dict[str, Fact] = {"red": red, "open": count_unplanned(assessment) or None, "yellow": yellow}
    lines.append(Line(Say("plan.counts" if red else else_, counted)))
    lines.extend(_next_due(assessment))
    if assessment.target is not None:
        lines.append(Line(Say("plan.target", {"target": Percent(assessment.target), "now": _now(assessment)})))
    yield Paragraph(tuple(lines))


def _next_due(assessment: Assessment) -> Iterator[Line]:
    """Say which planned work is overdue, the longest first, and which comes next."""
    waiting = [one for one in assessment.plan if one.action is not None and not (one.done or one.held)]
    for code, late in (("plan.next-overdue", True), ("plan.next", False)):
        dated = [(one.action.due, one) for one in waiting if one.overdue is late and one.action and one.action.due]
        if dated:
            due, item = min(dated, key=lambda one: one[0])
            others = len(dated) - 1 or None if late else None
            say = Say(code, {"due": due, "others": others, **_what_and_who(item)})
            yield Line(say, tone="red" if late else "plain")


def _what_and_who(item: WorkItem) -> dict[str, Fact]:
    """Name a planned piece of work, and who does it: what the customer promised is theirs to do."""
    action = item.action
    who: Fact = Say("plan.customer") if action and action.customer else action.owner if action else None
    return {"what": item.say, "owner": who}


def _now(assessment: Assessment) -> Fact:
    value = assessment.probability.value
    return None if value is None else Percent(value)


def strategy_line(assessment: Assessment) -> Say:
    """Say which strategy is followed, and whether what is known speaks for another."""
    advice, moment = assessment.advice, assessment.moment
    followed = moment.strategy(advice.followed)
    if not advice.asked:
        return Say(_no_strategy(assessment))
    if advice.followed == HOLD_FIRE:
        return Say("plan.hold-fire")
    if advice.followed != advice.recommended:
        code = "plan.differs-hold" if advice.recommended == HOLD_FIRE else "plan.differs"
        return Say(code, {"stated": followed, "recommended": _strategy(assessment, advice.recommended)})
    if strategy_is_open(moment):
        return Say("plan.strategy-open", {"strategy": followed})
    code = "plan.strategy-provisional" if advice.provisional else "plan.strategy"
    return Say(code, {"strategy": followed, "expires": advice.expires})


def _no_strategy(assessment: Assessment) -> str:
    """Name the sentence that says why no strategy is asked for."""
    moment = assessment.moment
    return moment.in_its_words("plan.bids-in" if moment.bids_are_in else "plan.bid-counts")


def _strategy(assessment: Assessment, id_: str) -> Fact:
    return Say("strategy.hold-fire") if id_ == HOLD_FIRE else assessment.moment.strategy(id_)


def _five_steps(assessment: Assessment) -> Iterator[Block]:
    yield from _can_we_win(assessment)
    yield from _chain(assessment)
    if assessment.lane == "whole":
        yield from _competitive(assessment)
        yield from _relations(assessment)
    else:
        yield Paragraph((Line(Say(f"plan.left-out-{assessment.lane}"), tone="dim"),))
    yield from work(assessment)
    yield from find_first(assessment)


def _can_we_win(assessment: Assessment) -> Iterator[Block]:
    yield Heading(Say("plan.step-1"))
    behaviour = assessment.behaviour
    money, criteria = behaviour.element("money"), behaviour.element("criteria")
    lines = [Line(counted_signs(assessment.signs, "plan.signs"))]
    if assessment.probability.status != "awarded":
        lines.insert(0, Line(verdict_say(assessment), tone=verdict_tone(assessment)))
    lines += [
        Line(
            Say(
                "plan.element",
                {
                    "what": Say(assessment.moment.in_its_words(f"behaviour.{one.id}")),
                    "knowledge": Term("knowledge", one.knowledge),
                },
            ),
            one.colour,
        )
        for one in (money, criteria)
    ]
    lines += [Line(named_number(assessment, "plan.probability")), *carried_line(assessment)]
    yield Paragraph(tuple(lines))


def _chain(assessment: Assessment) -> Iterator[Block]:
    yield Heading(Say("plan.step-2"))
    insight, moment = assessment.chain.insight, assessment.moment
    code = "plan.insight" if insight.total else "chain.no-insight"
    facts: dict[str, Fact] = {"known": insight.known, "total": insight.total, "heard": heard_say(assessment)}
    lines = [Line(Say(code, facts))]
    lines += list(_unmet(assessment))
    colour = chair_colour(moment, assessment.lane)
    lines += [
        Line(Say("chain.empty-chair", {"chair": moment.chair(id_)}), colour) for id_ in assessment.chain.empty_chairs
    ]
    lines += list(_rivals(assessment))
    yield Paragraph(tuple(lines))


def _unmet(assessment: Assessment) -> Iterator[Line]:
    """Name the key persons whom nobody is known to have met, those who are to be met now before those who may wait."""
    unmet = [one for one in assessment.chain.key if not one.contacted]
    for colour in COLOURS:
        mine = [one for one in unmet if _contact_colour(assessment, one) == colour]
        for contact, code in (("none", "plan.unmet"), (None, "plan.unmet-unknown")):
            people = tuple(_unmet_name(assessment, one.id) for one in mine if one.contact == contact)
            if people:
                yield Line(Say(code, {"people": people}), colour)


def _unmet_name(assessment: Assessment, id_: str) -> Fact:
    """Name somebody whom nobody met in this deal, and how well we know them from another."""
    moment = assessment.moment
    elsewhere = moment.met_elsewhere(id_)
    if elsewhere is None:
        return moment.person(id_)
    return Say("plan.met-elsewhere", {"person": moment.person(id_), "contact": Term("contact", elsewhere)})


def _contact_colour(assessment: Assessment, one: Standing) -> WorkColour:
    """Colour the way to a person; where it is planned, as the plan does."""
    planned = (item.colour for item in planned_for(assessment, ("people", one.id)))
    return worst((contact_colour(assessment.moment, assessment.lane, one), *planned))


def _rivals(assessment: Assessment) -> Iterator[Line]:
    """Say of each competitor what is unknown, and what they will do next with our answer."""
    moment = assessment.moment
    if not moment.competitors:
        yield Line(Say("plan.no-competitor"), colour_of(moment, "competitor"))
    for id_, rival in moment.competitors.items():
        if not rival.takes_seat:
            yield Line(Say("plan.do-nothing", {"rival": moment.competitor(id_)}))
            continue
        unknown, friends = rival.relation.at(moment.on).value is None, _friends(assessment, id_)
        code = "plan.rival-backed" if friends else "plan.rival"
        if unknown:
            code = "plan.rival-half-known" if friends else "plan.rival-unknown"
        moves = _next_move(assessment, id_) if assessment.lane == "whole" else ()
        notes = (*moves, *_ways(assessment, id_))
        tone: Tone = rival_colour(moment, assessment.lane) if unknown else "plain"
        yield Line(Say(code, {"rival": moment.competitor(id_), "friends": friends}), tone, notes)


def _friends(assessment: Assessment, id_: str) -> tuple[Fact, ...]:
    """Name who is known to be for a competitor."""
    known = next((one.friends for one in assessment.rival_chains if one.competitor == id_), ())
    return tuple(assessment.moment.person(one) for one in known)


def _next_move(assessment: Assessment, id_: str) -> Iterator[Say]:
    """Say what a competitor did last, and what the method expects of one with that strategy, with our answer."""
    moment = assessment.moment
    rival = moment.competitors[id_]
    last = last_move(moment, rival)
    if last is not None:
        yield Say("plan.last-move", {"on": last.on, "what": last.what})
    strategy = moment.playbook.strategies.get(rival.strategy.at(moment.on).value or "")
    if strategy is not None and strategy.expect is not None and strategy.answer is not None:
        facts: dict[str, Fact] = {
            "expect": Named("expect", label=strategy.expect),
            "answer": Named("answer", label=strategy.answer),
        }
        yield Say("plan.next-move", facts)
    elif last is not None:
        yield Say("plan.next-move-asked")
    elif rival.kind != "in-house":  # the customer's own people follow no strategy against us
        yield Say("plan.next-move-unknown")


def _ways(assessment: Assessment, id_: str) -> Iterator[Say]:
    """Say what the file about a competitor knows of how they win and lose."""
    known = assessment.moment.dossier.competitor_files.get(id_)
    for way in ("wins_by", "loses_by"):
        how = getattr(known, way, None)
        if how is not None:
            yield Say(f"plan.{way.replace('_', '-')}", {"how": Named(way, label=how)})


def _competitive(assessment: Assessment) -> Iterator[Block]:
    yield Heading(Say("plan.step-3"))
    advice, moment = assessment.advice, assessment.moment
    lines = [Line(_recommendation(assessment), tone="strong", notes=tuple(_reasons(assessment)))]
    if advice.stated:
        lines.append(Line(Say("plan.stated", {"strategy": moment.strategy(advice.stated), "why": advice.stated_why})))
    lines += [Line(_would_change(assessment, one)) for one in _distinct(assessment)]
    if advice.if_behind is not None and advice.asked:
        lines.append(Line(Say("plan.if-behind", {"strategy": _strategy(assessment, advice.if_behind)})))
    if advice.recommended == HOLD_FIRE and advice.deciding:
        lines.append(Line(Say("plan.deciding"), notes=tuple(Say(f"decide.{one}") for one in advice.deciding)))
    if advice.tactics:
        code = "plan.tactics-later" if strategy_is_open(moment) else "plan.tactics"
        lines.append(Line(Say(code), notes=tuple(_with_caution(assessment, id_) for id_ in advice.tactics)))
    yield Paragraph(tuple(lines))
    yield from statement_blocks(assessment)


def _reasons(assessment: Assessment) -> Iterator[Say]:
    """Say why the strategy fits; what is only reckoned of unknown competitors is no knowledge, and says so."""
    advice = assessment.advice
    for one in advice.because if advice.asked else ():
        yield Say(f"because.{one}-reckoned" if one in advice.reckoned else f"because.{one}")


def _with_caution(assessment: Assessment, tactic: str) -> Fact:
    caution = assessment.moment.caution(tactic)
    name = assessment.moment.tactic(tactic)
    return name if caution is None else Say("law.caution", {"item": name, "caution": caution})


def _recommendation(assessment: Assessment) -> Say:
    advice = assessment.advice
    if not advice.asked:
        return Say(_no_strategy(assessment))
    if advice.recommended == HOLD_FIRE:
        return Say("plan.hold-fire")
    code = "plan.recommended-provisional" if advice.provisional else "plan.recommended"
    return Say(code, {"strategy": assessment.moment.strategy(advice.recommended), "expires": advice.expires})


def _distinct(assessment: Assessment) -> list[Alternative]:
    """Name each strategy that could take over once; none while nothing is known anyway, or none is asked for."""
    seen: dict[str, Alternative] = {}
    for one in assessment.advice.would_change:
        seen.setdefault(one.strategy, one)
    idle = assessment.advice.recommended == HOLD_FIRE or not assessment.advice.asked
    return [] if idle else list(seen.values())


def _would_change(assessment: Assessment, one: Alternative) -> Say:
    conditions = tuple(Say(f"if.{condition}") for condition in one.open)
    return Say("plan.would-change", {"strategy": assessment.moment.strategy(one.strategy), "conditions": conditions})


def _relations(assessment: Assessment) -> Iterator[Block]:
    yield Heading(Say("plan.step-4"))
    if assessment.moment.bidding_is_on:
        yield Paragraph((Line(Say(assessment.moment.in_its_words("plan.bids-open"))),))
        return
    steps = [step for step in assessment.relations if step.strategy is not None]
    if not steps:
        code = "plan.no-relation-strategy" if assessment.relations else "plan.nobody"
        yield Paragraph((Line(Say(code), tone="yellow"),))
        return
    first = {step.strategy: step for step in reversed(steps) if step.colour != "white"}
    columns = ("none", "person", "attitude", "contact", "relation", "none")
    rows = tuple(_relation(assessment, step, with_tactics=first.get(step.strategy) is step) for step in steps)
    yield from capped_table(tuple(Column(Say(f"column.{name}")) for name in columns), rows)


def _relation(assessment: Assessment, step: RelationStep, *, with_tactics: bool) -> tuple[Cell, ...]:
    """Say what to do about a person; the tactics of a strategy stand where it comes first."""
    moment = assessment.moment
    strategy = moment.playbook.relation[step.strategy or ""]
    planned = planned_for(assessment, ("people", step.id))
    colour = worst((step.colour, *(item.colour for item in planned)))
    how: Fact = ""
    if planned and planned[0].action is not None:
        how = Say("plan.by-plan", {"what": planned[0].action.what})
    elif step.may_wait_until:
        how = Say("plan.may-wait", {"stage": moment.stage_name(step.may_wait_until)})
    elif with_tactics and strategy.tactics:
        how = Say("plan.by", {"tactics": tuple(moment.tactic(id_) for id_ in strategy.tactics)})
    return (
        Cell(Term("colour", colour), colour),
        Cell(moment.person(step.id), "strong"),
        Cell(attitude_say(step.standing)),
        Cell(Term("contact", step.standing.contact or "unknown")),
        Cell(Named(step.strategy or "", label=strategy.label)),
        Cell(how),
    )
