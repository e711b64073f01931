"""Step five, the work plan: the actions of the file and what nobody has planned yet, in red, yellow, white, green.

METHOD 10. In: the earlier steps of the line. Out: `WorkItem`s. A gap without an action makes an item of its own; an
open action for it takes its place. What is to be found out first is always there. Green needs an effect, not an end.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from winsell.analysis.behaviour import BehaviourState, ElementState
from winsell.analysis.conditions import rivals_in_seats
from winsell.analysis.decision_chain import Chain
from winsell.analysis.gaps import Gap, first
from winsell.analysis.inside import Inside
from winsell.analysis.lane import Lane
from winsell.analysis.moment import Moment
from winsell.analysis.moves import unanswered_moves
from winsell.analysis.own_conditions import asked_before
from winsell.analysis.relations import RelationStep, matters, may_turn
from winsell.analysis.screening import QuestionResult, Screening
from winsell.analysis.step_back import STEP_BACK, StepBack, has_begun, is_of_stepping_back, step_back
from winsell.analysis.strategy import StrategyAdvice
from winsell.analysis.urgency import chair_colour, deadline_colour, restart_colour, rival_colour, source_colour
from winsell.analysis.value_rows import graded_rows
from winsell.analysis.win_signs import SignState, WinSigns
from winsell.analysis.work_colour import COLOURS, WorkColour, at_most, colour_of, worst
from winsell.analysis.work_for import exists_on, is_done, is_for, is_held, still_counts
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
    held: bool = False
    """Must it wait: for the award, or for a suspended project to start again?"""
    chair: str | None = None
    """The empty chair that the action is to fill."""
    asked_by: date | None = None
    """The day by which our own approval asks for it, if it is planned for a later one."""


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
    gaps: tuple[Gap, ...]


def work_plan(moment: Moment, results: Results) -> tuple[WorkItem, ...]:
    """Put the plan together: red first, then yellow, white, green; planned before unplanned."""
    needs = _needs_now(moment, results) if moment.outcome is None else []
    actions = [(id_, one) for id_, one in sorted(moment.deal.actions.items()) if _is_shown(moment, one)]
    planned = [_planned(moment, results, id_, action, needs) for id_, action in actions]
    open_ = [action for _, action in actions if not is_done(action, moment)]
    unplanned = [need for need in needs if not any(_serves(action, need) for action in open_)]
    items = planned + [WorkItem(need.say, need.where, need.colour) for need in unplanned]
    return tuple(sorted(items, key=_order))


def _order(item: WorkItem) -> tuple[bool, int, bool, date]:
    """To step back comes before all else; then by colour, what is planned before what nobody has planned, by day."""
    return item.where != STEP_BACK, COLOURS.index(item.colour), item.action is None, _due(item)


_OF_LOSING = ("work.losing", "work.sign-elsewhere")


def _needs_now(moment: Moment, results: Results) -> list[Need]:
    """Yield what should be done; where the deed is to step back, that, and of the rest only what belongs to it."""
    needs = _with_gaps(moment, results, list(_needs(moment, results)))
    back = step_back(moment, results.screening)
    if back is None or results.lane == "suspended":
        return needs
    left = [need for need in needs if _is_left(back, need, results)]
    code = "work.step-back-unless" if back == "unless" else "work.no-bid" if moment.bidding_is_on else "work.step-back"
    return left if has_begun(moment) else [Need("strategy", STEP_BACK, Say(code), "red"), *left]


def _is_left(back: StepBack, need: Need, results: Results) -> bool:
    """Tell whether a piece of work is still to be done: how to step back, what would turn the no, or the one answer."""
    if back == "unless":
        return need.kind in ("match", "event") or need.where[0] == "events" or need.say.code in _OF_LOSING
    if need.kind == "tactic":
        return is_of_stepping_back(results.advice)
    stoppers = {("people", one.id) for one in results.chain.people if may_turn(back, one)}
    return need.where[0] == "criteria" or need.where in stoppers


def _is_shown(moment: Moment, action: Action) -> bool:
    return exists_on(action, moment) and (is_done(action, moment) or still_counts(moment, action))


def _with_gaps(moment: Moment, results: Results, needs: Sequence[Need]) -> list[Need]:
    """Take over what is to be found out first: it may not wait here, and what is not here yet is added."""
    turning = tuple(gap for gap in results.gaps if gap.ask.code == "gap.must-have")
    asked = turning if results.screening.dropped else first(results.gaps)
    places = [place for gap in asked for place in gap.matters]
    raised = [_raised(need) if any(_is_same(need.where, place) for place in places) else need for need in needs]
    covered = [need.where for need in needs] + [_where(one) for one in _open(moment)]
    missing = [gap for gap in asked if not all(any(_is_same(one, at) for one in covered) for at in gap.matters)]
    return raised + [Need("answer", gap.where, Say("work.find-out", {"ask": gap.ask}), gap.colour) for gap in missing]


def _raised(need: Need) -> Need:
    return replace(need, colour=worst((need.colour, "yellow")))


def _is_same(where: Where, place: Where) -> bool:
    """Tell whether two places are about the same thing, one being a part of the other; who competes is apart."""
    shared = min(len(where), len(place))
    apart = shared < max(len(where), len(place)) and where[:1] == ("competitors",) and shared == 1
    return shared > 0 and where[:shared] == place[:shared] and not apart


def _open(moment: Moment) -> list[Action]:
    return [one for one in moment.deal.actions.values() if exists_on(one, moment) and not is_done(one, moment)]


def _where(action: Action) -> Where:
    return tuple((action.for_ or "").split(".")) if action.for_ else ()


def _due(item: WorkItem) -> date:
    return item.action.due if item.action and item.action.due else date.max


def _serves(action: Action, need: Need) -> bool:
    if need.kind == "tactic":
        return action.tactic == need.where[-1]
    return is_for(action, need.where)


def _planned(moment: Moment, results: Results, id_: str, action: Action, needs: Sequence[Need]) -> WorkItem:
    done = is_done(action, moment)
    held = not done and is_held(moment, action, suspended=results.lane == "suspended")
    overdue = not done and action.due is not None and action.due < moment.on
    critical = any(need.colour == "red" and _serves(action, need) for need in needs)
    colour: WorkColour = "red" if overdue or critical else "yellow"
    if done or held:
        colour = "green" if done and action.effect.at(moment.on).value == "strong" else "white"
    chair = next((one for one in results.chain.empty_chairs if not done and is_for(action, ("chairs", one))), None)
    asked = None if done else asked_before(moment, id_, action)
    facts: dict[str, Fact] = {"what": action.what, "chair": None if chair is None else moment.chair(chair)}
    say = Say("work.planned", facts | {"asked": asked})
    return WorkItem(say, _where(action), colour, action, id_, overdue, done, held, chair, asked)


def _needs(moment: Moment, results: Results) -> Iterator[Need]:
    """Yield what should be done: on the fast lane what the questions and the number need, suspended the call alone."""
    if moment.bids_are_in:
        yield from _decision_needs(moment)
        return
    if results.lane == "suspended":
        yield _restart_need(moment, results.screening)
        yield from _source_needs(moment, results.inside)
        return
    yield from _match_needs(results.screening)
    if not moment.tender_is_out:  # without what makes the customer act, how he buys is of no use yet
        yield from _event_needs(moment, results.screening)
        yield from _losing_needs(results.signs)
    yield from _behaviour_needs(moment, results.behaviour, results.lane)
    if results.lane == "whole":
        yield from _whole_line(moment, results)


def _decision_needs(moment: Moment) -> Iterator[Need]:
    """Once bids are in nothing of ours can be changed: only the day of the result is left to prepare for."""
    if moment.deal.decision.at(moment.on).value is None:
        yield Need("answer", ("decision",), Say(moment.in_its_words("work.await-decision")), "yellow")


def _whole_line(moment: Moment, results: Results) -> Iterator[Need]:
    """Yield the rest of the line; once the tender is out, nothing that a lawful bidder may not ask (METHOD 16)."""
    if not moment.bidding_is_on:
        yield from _chair_needs(moment, results)
    yield from _competitor_needs(moment, results.lane)
    if moment.tender_is_out:
        return
    yield from _move_needs(moment, results.lane)
    yield from _strategy_needs(moment)
    yield from _tactic_needs(moment, results)
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
    say = Say("work.find-out", {"ask": question.missing[0]})
    return Need("restart", ("events",), say, restart_colour(moment))


def strategy_is_open(moment: Moment) -> bool:
    """Tell whether the stage needs our decision on a competitive strategy, and nobody has taken it."""
    needed = "strategy" in moment.playbook.stages[moment.stage].needs
    return needed and moment.deal.strategy.at(moment.on).value is None


def _strategy_needs(moment: Moment) -> Iterator[Need]:
    """Ask for a decision of ours that the stage needs: nobody else can be asked for it."""
    if strategy_is_open(moment):
        yield Need("strategy", ("strategy",), Say("work.decide-strategy"), "yellow")


def _event_needs(moment: Moment, screening: Screening) -> Iterator[Need]:
    """Turn the strings and the open answers of question 2 into work."""
    question = next((one for one in screening.questions if one.id == "q2"), None)
    if question is not None and moment.outcome is None:
        for say in (*question.conditions, *question.missing):
            ask = say if say.code == "q2.confirm-again" else Say("work.find-out", {"ask": say})
            yield Need("event", ("events",), ask, _event_colour(moment, say, question))


def _event_colour(moment: Moment, say: Say, question: QuestionResult) -> WorkColour:
    """Colour a question about what makes the customer act: what proves it, its day, or that it still holds."""
    if say.code == "q2.find-date":
        return deadline_colour(moment)
    colour = colour_of(moment, "event")
    return at_most(colour, "yellow") if say in question.conditions else colour


def _behaviour_needs(moment: Moment, behaviour: BehaviourState, lane: Lane) -> Iterator[Need]:
    for element in behaviour.elements:
        if not element.handled and _is_to_find_out(moment, element, lane):
            colour: WorkColour = "white" if element.colour == "green" else element.colour
            yield Need("behaviour", ("behaviour", element.id), _behaviour_say(moment, element), colour)


def _is_to_find_out(moment: Moment, element: ElementState, lane: Lane) -> bool:
    """Tell whether an element is work: on the fast lane only what may be urgent, no people while bidding."""
    rules = moment.playbook.behaviour[element.id]
    if lane == "fast" and rules.critical_from is None:
        return False
    if element.id == "lessons" and not moment.reached(rules.due_from):
        return False
    return not (element.id == "people" and moment.bidding_is_on)


def _behaviour_say(moment: Moment, element: ElementState) -> Say:
    """Say what is to be found out; where part of it is known, the rest."""
    if element.knowledge == "partial":
        return Say(moment.in_its_words(f"work.behaviour-{element.id}-rest"), {"why": element.entry.why})
    return Say(moment.in_its_words(f"work.behaviour-{element.id}"))


def _tactic_needs(moment: Moment, results: Results) -> Iterator[Need]:
    """Propose the strategy's tactics once it is decided upon, unless the seller has chosen some of them already."""
    advice = results.advice
    if strategy_is_open(moment):
        return
    wait = _deciders_may_wait(results)
    colour = "yellow" if results.screening.dropped else "white" if wait else colour_of(moment, "tactic")
    actions = [action for action in moment.deal.actions.values() if exists_on(action, moment)]
    if any(action.tactic in advice.tactics for action in actions):
        return
    for tactic in advice.tactics:
        if moment.caution(tactic) is not None:
            continue  # what the law restricts is shown with its caution, and proposed to nobody
        facts: dict[str, Fact] = {"tactic": moment.tactic(tactic), "strategy": moment.strategy(advice.followed)}
        yield Need("tactic", ("strategy", tactic), Say("work.tactic-later" if wait else "work.tactic", facts), colour)


def _deciders_may_wait(results: Results) -> bool:
    """Tell whether all who decide may be met later: a tactic is done with them, so that it waits as well.

    To step back in good order waits for nobody.
    """
    deciders = [step for step in results.relations if step.standing.person.role in ("approver", "decider")]
    return bool(deciders) and all(step.may_wait_until for step in deciders) and not results.screening.dropped


def _is_work(step: RelationStep) -> bool:
    return step.strategy is not None and matters(step.standing)


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


def _chair_needs(moment: Moment, results: Results) -> Iterator[Need]:
    for id_ in results.chain.empty_chairs:
        say = Say("work.chair", {"chair": moment.chair(id_)})
        yield Need("chair", ("chairs", id_), say, chair_colour(moment, results.lane))


def _competitor_needs(moment: Moment, lane: Lane) -> Iterator[Need]:
    rivals = rivals_in_seats(moment)
    if not rivals:
        colour = colour_of(moment, "competitor")
        yield Need("competitor", ("competitors",), Say("work.name-competitors"), colour)
    for id_ in () if moment.bidding_is_on else rivals:  # who speaks for them is not asked then
        if moment.deal.competitors[id_].relation.at(moment.on).value is None:
            say = Say("work.rival-chain", {"rival": moment.competitor(id_)})
            yield Need("rival", ("competitors", id_), say, rival_colour(moment, lane))


def _move_needs(moment: Moment, lane: Lane) -> Iterator[Need]:
    """Ask for an answer to what a competitor did lately."""
    for one in unanswered_moves(moment):
        facts: dict[str, Fact] = {"rival": moment.competitor(one.rival), "on": one.move.on, "what": one.move.what}
        colour = worst((rival_colour(moment, lane), "yellow"))
        yield Need("rival", ("competitors", one.rival, "moves"), Say("work.answer-move", facts), colour)


def _source_needs(moment: Moment, inside: Inside) -> Iterator[Need]:
    if inside.count < 2:  # noqa: PLR2004 - one source is not safety, two are
        code = "work.first-source" if inside.count == 0 else "work.second-source"
        yield Need("source", ("sources",), Say(code), source_colour(moment, inside.count))


def _value_needs(moment: Moment) -> Iterator[Need]:
    rows = graded_rows(moment)
    unique = [graded for graded in rows if graded.on_paper]
    if not unique:
        yield Need("value", ("value",), Say("work.find-difference"), colour_of(moment, "value"))
    elif unique[0].grade != "confirmed":
        say = Say("work.have-confirmed", {"claim": unique[0].row.claim})
        yield Need("value", ("value",), say, at_most(colour_of(moment, "value"), "yellow"))


def _losing_needs(signs: WinSigns) -> Iterator[Need]:
    """Ask for the company's answer to each sign of losing that shows."""
    for state in signs.signs:
        if state.answered_by is not None:
            facts: dict[str, Fact] = {"answer": state.answered_by, "sign": Named(state.id, label=state.sign.label)}
            yield Need("sign", ("signs", state.id), Say("work.losing", facts), state.colour)


def _sign_needs(moment: Moment, signs: WinSigns) -> Iterator[Need]:
    """Turn the signs of winning that are due and missing into work; not while one of losing is to be answered first."""
    losing = any(state.sign.polarity == "lose" and state.fully_shows for state in signs.signs)
    for state in signs.signs:
        wanted = state.sign.polarity == "win" and state.due and moment.caution(state.id) is None
        missing = state.at is None and not state.shows
        if wanted and state.colour in ("yellow", "red") and not (missing and losing):
            yield Need("sign", ("signs", state.id), _sign_say(moment, state), state.colour)


def _sign_say(moment: Moment, state: SignState) -> Say:
    """Say what to ask about a sign; one that was seen at a competitor speaks for that competitor."""
    facts: dict[str, Fact] = {"sign": Named(state.id, label=state.sign.label)}
    if state.at is not None:
        return Say("work.sign-elsewhere", facts | {"rival": moment.competitor(state.at)})
    if state.entry.value == "missed":
        return Say("work.sign-missed", facts)
    return Say("work.sign-stale" if state.entry.value == "present" else "work.sign", facts)
