"""Everything that is computed of one deal on one day: one field an analysis.

In: a dossier, a playbook and a day, nothing else: the same three give the same assessment on every machine.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from winsell.analysis.behaviour import BehaviourState, project_behaviour
from winsell.analysis.conditions import Position
from winsell.analysis.consistency import Consistency, Witnesses, consistency
from winsell.analysis.decision_chain import RivalChain, decision_chain, rival_chains
from winsell.analysis.evidenced import evidenced_only, without_voice
from winsell.analysis.gaps import Gap, gaps
from winsell.analysis.grade import grade
from winsell.analysis.inside import Inside, inside_sources
from winsell.analysis.lane import lane_of
from winsell.analysis.moment import Moment
from winsell.analysis.relations import RelationStep, relation_steps
from winsell.analysis.screened import Screened
from winsell.analysis.screening import Screening, screen
from winsell.analysis.standing import standings
from winsell.analysis.statement import Statement, statement
from winsell.analysis.step_back import step_back
from winsell.analysis.strategy import StrategyAdvice, advise
from winsell.analysis.trend import TrendPoint, trend
from winsell.analysis.win_probability import WinProbability, win_probability
from winsell.analysis.win_signs import WinSigns, win_signs
from winsell.analysis.work_plan import Results, WorkItem, work_plan
from winsell.analysis.world import WorldChange, world_changes
from winsell.deal.dossier import Dossier
from winsell.playbook.model import Playbook


@dataclass(frozen=True, slots=True)
class Assessment(Screened):
    """The results of all analyses of one deal on one day."""

    signs: WinSigns
    rival_chains: tuple[RivalChain, ...]
    inside: Inside
    probability: WinProbability
    evidenced: float | None
    """The probability with every answer that lacks a source or a date taken as unknown, 0..1."""
    without_voice: WinProbability | None
    """The probability without what one person told us of others, if most of what we know is that person's word."""
    behaviour: BehaviourState
    trend: tuple[TrendPoint, ...]
    consistency: Consistency
    world: tuple[WorldChange, ...]
    """What has changed at the customer and still counts, the newest first."""
    gaps: tuple[Gap, ...]
    advice: StrategyAdvice
    relations: tuple[RelationStep, ...]
    statement: Statement
    plan: tuple[WorkItem, ...]
    target: float | None
    """The win probability to work towards, 0..1."""


def assess(dossier: Dossier, playbook: Playbook, on: date, last: int | None = None) -> Assessment:
    """Run all analyses of a deal as of a day; `last` says of how many points a trend is wanted, two at least."""
    moment = Moment(dossier, playbook, on)
    people = standings(moment)
    chain, screening, inside = decision_chain(moment, people), screen(moment, people), inside_sources(moment, people)
    probability = win_probability(moment, screening, chain, inside)
    signs, behaviour, points = win_signs(moment), project_behaviour(moment), trend(moment, last)
    advice = advise(Position(moment, screening, chain, probability))
    lane = lane_of(moment, screening)
    witnesses = consistency(moment, Witnesses(chain, signs, points, probability))
    relations = relation_steps(moment, chain, lane, step_back(moment, screening))
    unknown = gaps(moment, screening, chain, probability)
    return Assessment(
        moment=moment,
        grade=grade(moment),
        lane=lane,
        screening=screening,
        signs=signs,
        chain=chain,
        rival_chains=rival_chains(moment, people),
        inside=inside,
        probability=probability,
        evidenced=_evidenced(moment, screening, probability),
        without_voice=_without_voice(moment, screening, probability, witnesses),
        behaviour=behaviour,
        trend=points,
        consistency=witnesses,
        world=world_changes(moment),
        gaps=unknown,
        advice=advice,
        relations=relations,
        statement=statement(moment, probability),
        plan=work_plan(moment, Results(screening, lane, chain, signs, behaviour, inside, advice, relations, unknown)),
        target=_target(moment, probability),
    )


def _evidenced(moment: Moment, screening: Screening, probability: WinProbability) -> float | None:
    if probability.value is None:
        return None
    return _probability_of(evidenced_only(moment), screening).value


def _without_voice(
    moment: Moment, screening: Screening, probability: WinProbability, witnesses: Consistency
) -> WinProbability | None:
    voice = witnesses.one_voice
    if voice is None or probability.status != "computed":
        return None
    return number_without(moment, screening, voice.source)


def number_without(moment: Moment, screening: Screening, voice: str) -> WinProbability:
    """Compute the probability without what one person told us of others."""
    return _probability_of(without_voice(moment, voice), screening)


def _probability_of(bare: Moment, screening: Screening) -> WinProbability:
    """Compute the probability of a deal that lacks some of its answers; what it is asked for stays the same."""
    people = standings(bare)
    return win_probability(bare, screening, decision_chain(bare, people), inside_sources(bare, people))


def _target(moment: Moment, probability: WinProbability) -> float | None:
    """Return the deal's own target until it is reached, then the next of the playbook's.

    None without a number or once bids are in, and none of the playbook's while bids are open: then the bid is judged,
    not worked up.
    """
    stated = moment.deal.target.at(moment.on).value
    value = probability.value
    if value is None or moment.bids_are_in:
        return None
    if stated is not None and value < stated / 100:
        return stated / 100
    if probability.status != "computed" or moment.bidding_is_on:
        return None
    return next((step for step in sorted(moment.playbook.probability.targets) if step > value), None)
