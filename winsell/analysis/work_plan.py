"""Step five, the work plan: the actions of the file and what nobody has planned yet, in red, yellow, white, green.

METHOD 10. In: the earlier steps of the line. Out: `WorkItem`s. A gap without an action makes an item of its own; an
open action for the same thing takes its place. Green needs an effect, not just an end.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from winsell.analysis.behaviour import BehaviourState, ElementState
from winsell.analysis.conditions import rivals_in_seats
from winsell.analysis.decision_chain import Chain
from winsell.analysis.inside import Inside
from winsell.analysis.lane import Lane
from winsell.analysis.moment import Moment
from winsell.analysis.relations import RelationStep
from winsell.analysis.screening import Screening
from winsell.analysis.silence import silence
from winsell.analysis.strategy import StrategyAdvice
from winsell.analysis.value_rows import graded_rows
from winsell.analysis.win_signs import SignState, WinSigns
from winsell.analysis.work_colour import COLOURS, WorkColour, colour_of
from winsell.analysis.work_for import exists_on, is_done, is_for
from winsell.base.fact import Fact, Named, Say
from winsell.base.finding import Where
from winsell.deal.deal import Action
from winsell.playbook.model import WorkKindId


@dataclass(frozen=True, slots=True)
class Need:
    """Something that should be done, whether or not anybody has planned it."""

    kind: WorkKindId
    where: Where
    say: Say
    colour: WorkColour


@dataclass(frozen=True, slots=True)
class WorkItem:
    """A line of the plan."""

    say: Say
    where: Where
    colour: WorkColour
    action: Action | None = None
    """The action of the file; None for an item that nobody has planned."""
    action_id: str | None = None
    overdue: bool = False
    done: bool = False


@dataclass(frozen=True, slots=True)
class Results:
    """The results that the plan follows from."""

    screening: Screening
    lane: Lane
    chain: Chain
    signs: WinSigns
    behaviour: BehaviourState
    inside: Inside
    advice: StrategyAdvice
    relations: tuple[RelationStep, ...]


def work_plan(moment: Moment, results: Results) -> tuple[WorkItem, ...]:
    """Put the plan together: red first, then yellow, white, green; planned before unplanned."""
    needs = list(_needs(moment, results)) if moment.outcome is None else []
    actions = [(id_, one) for id_, one in sorted(moment.deal.actions.items()) if exists_on(one, moment)]
    planned = [_planned(moment, id_, action, needs) for id_, action in actions]
    open_ = [action for _, action in actions if not is_done(action, moment)]
    unplanned = [need for need in needs if not any(_serves(action, need) for action in open_)]
    items = planned + [WorkItem(need.say, need.where, need.colour) for need in unplanned]
    return tuple(sorted(items, key=lambda item: (COLOURS.index(item.colour), item.action is None, _due(item))))


def _due(item: WorkItem) -> date:
    return item.action.due if item.action and item.action.due else date.max


def _serves(action: Action, need: Need) -> bool:
    if need.kind == "tactic":
        return action.tactic == need.where[-1]
    return is_for(action, need.where)


def _planned(moment: Moment, id_: str, action: Action, needs: Sequence[Need]) -> WorkItem:
    done = is_done(action, moment)
    overdue = not done and action.due is not None and action.due < moment.on
    critical = any(need.colour == "red" and _serves(action, need) for need in needs)
    colour: WorkColour = "red" if overdue or critical else "yellow"
    if done:
        colour = "green" if action.effect.at(moment.on).value == "strong" else "white"
    where = tuple((action.for_ or "").split(".")) if action.for_ else ()
    say = Say("work.planned", {"what": action.what})
    return WorkItem(say, where, colour, action, id_, overdue, done)


def _needs(moment: Moment, results: Results) -> Iterator[Need]:
    """Yield what should be done: on the fast lane what the questions and the number need, suspended the call alone."""
    if results.lane == "suspended":
        yield _restart_need(moment, results.screening)
        yield from _source_needs(moment, results.inside)
        return
    yield from _match_needs(results.screening)
    yield from _behaviour_needs(moment, results.behaviour, results.lane)
    if results.lane == "fast":
        yield from () if moment.tender_is_out else _event_needs(moment, results.screening)
        return
    yield from _whole_line(moment, results)


def _whole_line(moment: Moment, results: Results) -> Iterator[Need]:
    """Yield the rest of the line; once the tender is out, nothing that a lawful bidder may not ask (METHOD 16)."""
    if not moment.bidding_is_on:
        yield from _chair_needs(moment, results.chain)
    yield from _competitor_needs(moment)
    if moment.tender_is_out:
        return
    yield from _event_needs(moment, results.screening)
    yield from _strategy_needs(moment)
    yield from _tactic_needs(moment, results.advice)
    yield from (_relation_need(moment, step) for step in results.relations if _is_work(step))
    yield from _source_needs(moment, results.inside)
    yield from _value_needs(moment)
    yield from _sign_needs(moment, results.signs)


def _match_needs(screening: Screening) -> Iterator[Need]:
    """Turn what question 1 still asks into work: it stands before all else."""
    asked = next((one for one in screening.questions if one.id == "q1" and one.answer == "unknown"), None)
    for say in asked.missing if asked is not None else ():
        where = tuple(str(say.facts["where"]).split("."))
        yield Need("match", where, Say("work.find-out", {"ask": say}), "yellow")


def _restart_need(moment: Moment, screening: Screening) -> Need:
    """Ask for the call that finds out when a suspended project starts again; red after the playbook's days."""
    question = next(one for one in (*screening.questions, *screening.unasked) if one.id == "q2")
    late = silence(moment).longer_than(moment.playbook.event_rules.suspended_red_days)
    say = Say("work.find-out", {"ask": question.missing[0]})
    return Need("restart", ("events",), say, "red" if late else "yellow")


def _strategy_needs(moment: Moment) -> Iterator[Need]:
    """Ask for a decision of ours that the stage needs: nobody else can be asked for it."""
    needed = "strategy" in moment.playbook.stages[moment.stage].needs
    if needed and moment.deal.strategy.at(moment.on).value is None:
        yield Need("strategy", ("strategy",), Say("work.decide-strategy"), "yellow")


def _event_needs(moment: Moment, screening: Screening) -> Iterator[Need]:
    """Turn the strings and the open answers of question 2 into work."""
    question = next((one for one in screening.questions if one.id == "q2"), None)
    if question is not None and moment.outcome is None:
        for say in (*question.conditions, *question.missing):
            ask = say if say.code == "q2.confirm-again" else Say("work.find-out", {"ask": say})
            yield Need("event", ("events",), ask, colour_of(moment, "event"))


def _behaviour_needs(moment: Moment, behaviour: BehaviourState, lane: Lane) -> Iterator[Need]:
    for element in behaviour.elements:
        if not element.handled and _is_to_find_out(moment, element, lane):
            colour: WorkColour = "white" if element.colour == "green" else element.colour
            yield Need("behaviour", ("behaviour", element.id), _behaviour_say(element), colour)


def _is_to_find_out(moment: Moment, element: ElementState, lane: Lane) -> bool:
    """Tell whether an element is work: on the fast lane only what may be urgent, no people while bidding."""
    rules = moment.playbook.behaviour[element.id]
    if lane == "fast" and rules.critical_from is None:
        return False
    if element.id == "lessons" and not moment.reached(rules.due_from):
        return False
    return not (element.id == "people" and moment.bidding_is_on)


def _behaviour_say(element: ElementState) -> Say:
    """Say what is to be found out; where part of it is known, the rest."""
    if element.knowledge == "partial":
        return Say(f"work.behaviour-{element.id}-rest", {"why": element.entry.why})
    return Say(f"work.behaviour-{element.id}")


def _tactic_needs(moment: Moment, advice: StrategyAdvice) -> Iterator[Need]:
    """Propose the strategy's tactics, unless the seller has chosen some of them already."""
    actions = [action for action in moment.deal.actions.values() if exists_on(action, moment)]
    if any(action.tactic in advice.tactics for action in actions):
        return
    for tactic in advice.tactics:
        if moment.caution(tactic) is not None:
            continue  # what the law restricts is shown with its caution, and proposed to nobody
        facts: dict[str, Fact] = {"tactic": moment.tactic(tactic), "strategy": moment.strategy(advice.followed)}
        yield Need("tactic", ("strategy", tactic), Say("work.tactic", facts), colour_of(moment, "tactic"))


def _is_work(step: RelationStep) -> bool:
    """Tell whether a person needs anything: all key persons, and others once they have been seen to take sides."""
    return step.strategy is not None and (step.standing.key or step.standing.against)


def _relation_need(moment: Moment, step: RelationStep) -> Need:
    kind: WorkKindId = "contact" if step.state == "not-contacted" else "opponent" if step.standing.against else "person"
    strategy = moment.playbook.relation.get(step.strategy or "")
    label = Named(step.strategy or "", label=strategy.label if strategy else None)
    tactics = tuple(moment.tactic(tactic) for tactic in strategy.tactics) if strategy else ()
    facts: dict[str, Fact] = {"person": moment.person(step.id), "strategy": label, "tactics": tactics}
    if step.may_wait_until:
        facts["stage"] = moment.stage_name(step.may_wait_until)
    code = "work.relation-later" if step.may_wait_until else "work.relation"
    return Need(kind, ("people", step.id), Say(code, facts), step.colour)


def _chair_needs(moment: Moment, chain: Chain) -> Iterator[Need]:
    for id_ in chain.empty_chairs:
        say = Say("work.chair", {"chair": moment.chair(id_)})
        yield Need("chair", ("chairs", id_), say, colour_of(moment, "chair"))


def _competitor_needs(moment: Moment) -> Iterator[Need]:
    colour = colour_of(moment, "competitor")
    rivals = rivals_in_seats(moment)
    if not rivals:
        yield Need("competitor", ("competitors",), Say("work.name-competitors"), colour)
    for id_ in () if moment.bidding_is_on else rivals:  # who speaks for them is not asked then
        if moment.deal.competitors[id_].relation.at(moment.on).value is None:
            yield Need(
                "competitor", ("competitors", id_), Say("work.rival-chain", {"rival": moment.competitor(id_)}), colour
            )


def _source_needs(moment: Moment, inside: Inside) -> Iterator[Need]:
    if inside.count < 2:  # noqa: PLR2004 - one source is not safety, two are
        code = "work.first-source" if inside.count == 0 else "work.second-source"
        yield Need("source", ("sources",), Say(code), colour_of(moment, "source"))


def _value_needs(moment: Moment) -> Iterator[Need]:
    rows = graded_rows(moment)
    unique = [graded for graded in rows if graded.on_paper]
    if not unique:
        yield Need("value", ("value",), Say("work.find-difference"), colour_of(moment, "value"))
    elif unique[0].grade != "confirmed":
        say = Say("work.have-confirmed", {"claim": unique[0].row.claim})
        yield Need("value", ("value",), say, colour_of(moment, "value"))


def _sign_needs(moment: Moment, signs: WinSigns) -> Iterator[Need]:
    for state in signs.signs:
        wanted = state.sign.polarity == "win" and state.due and moment.caution(state.id) is None
        if wanted and state.colour in ("yellow", "red"):
            yield Need("sign", ("signs", state.id), _sign_say(moment, state), colour_of(moment, "sign"))


def _sign_say(moment: Moment, state: SignState) -> Say:
    """Say what to ask about a sign; one that was seen at a competitor speaks for that competitor."""
    facts: dict[str, Fact] = {"sign": Named(state.id, label=state.sign.label)}
    if state.at is not None:
        return Say("work.sign-elsewhere", facts | {"rival": moment.competitor(state.at)})
    return Say("work.sign-stale" if state.entry.value == "present" else "work.sign", facts)
