"""What to do about each person: one relation strategy a head, in the order of work (METHOD 10.2).

In: a moment and its chain. Out: `RelationStep`s: those against us first, then those nobody has met, then the rest. The
mapping from states to strategies is the playbook's; no source maps them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from winsell.analysis.decision_chain import Chain
from winsell.analysis.lane import Lane
from winsell.analysis.moment import Moment
from winsell.analysis.standing import Standing
from winsell.analysis.step_back import StepBack
from winsell.analysis.work_colour import WorkColour, colour_of


@dataclass(frozen=True, slots=True)
class RelationStep:
    """What to do about one person."""

    standing: Standing
    state: str
    """An attitude, `not-contacted`, `heard` or `unknown`."""
    strategy: str | None
    """None if the playbook maps the state to nothing, or nothing may be done about anybody now."""
    colour: WorkColour
    """Red: now; yellow: to do; white: may wait."""
    may_wait_until: str | None
    """The stage by which he must be met, if that has not come yet."""

    @property
    def id(self) -> str:
        """The person's id."""
        return self.standing.id


def relation_steps(
    moment: Moment, chain: Chain, lane: Lane = "whole", back: StepBack | None = None
) -> tuple[RelationStep, ...]:
    """Give each person of the decision a strategy, in the order of work; while we step back only who may turn a no."""
    steps = [_step(moment, one, lane) for one in chain.people]
    waiting = [replace(one, colour="white") if back and not may_turn(back, one.standing) else one for one in steps]
    return tuple(sorted(waiting, key=_order))


def may_turn(back: StepBack, one: Standing) -> bool:
    """Tell whether work on a person may still turn a no: on whoever is against us and can stop it."""
    return back == "drop" and one.may_stop and one.against


def _order(step: RelationStep) -> tuple[float, float]:
    """Against us by attitude, then those to meet, then the rest, then those who may wait; the weightier first."""
    if step.standing.against:
        return (step.standing.value or 0.0) - 10, -step.standing.weight
    if step.state == "not-contacted":
        return 2.0 if step.may_wait_until else 0.0, -step.standing.weight
    return 1.0, -step.standing.weight


def state_of(one: Standing) -> str:
    """Name the state that decides the strategy; what he is known to be against beats not having met him."""
    if one.against:
        return one.entry.value or "unknown"
    if not one.contacted:
        return "not-contacted"
    return "heard" if one.hearsay else one.entry.value or "unknown"


def _step(moment: Moment, one: Standing, lane: Lane) -> RelationStep:
    """Choose what to do about a person.

    Nothing while the bids are open (METHOD 16), after the deal has ended, on the fast lane, and while suspended.
    """
    state = state_of(one)
    if moment.bidding_is_on or moment.outcome is not None or lane != "whole":
        return RelationStep(one, state, None, "white", None)
    strategy = strategy_for(moment, state)
    if strategy is None and state == "heard":  # a company's method may go by the hearsay
        strategy = strategy_for(moment, one.entry.value or "unknown")
    wait = may_wait(moment, one) if state == "not-contacted" else None
    return RelationStep(one, state, strategy, person_colour(moment, one), wait)


def strategy_for(moment: Moment, state: str) -> str | None:
    """Return the relation strategy that the playbook has for a state; None if it has none."""
    return next((id_ for id_, kind in moment.playbook.relation.items() if kind.state == state), None)


def may_wait(moment: Moment, one: Standing) -> str | None:
    """Return the stage by which a person must be met, if it has not come yet."""
    meet_by = moment.playbook.people.meet_by
    stage = meet_by.get(one.person.function or "other", meet_by.get("other"))
    return None if stage is None or moment.reached(stage) else stage


def matters(one: Standing) -> bool:
    """Tell whether something is to be done about a person: key persons, who can stop it, who is seen against us."""
    return one.key or one.may_stop or one.against


def person_colour(moment: Moment, one: Standing) -> WorkColour:
    """Colour what there is to do about a person at the deal's stage.

    Somebody unmet who may wait is white, and so is whoever does not matter to the decision.
    """
    if not matters(one):
        return "white"
    if state_of(one) == "not-contacted":
        if may_wait(moment, one) is not None:
            return "white"
        return "red" if one.key else "yellow"
    return colour_of(moment, "opponent" if one.against else "person")
