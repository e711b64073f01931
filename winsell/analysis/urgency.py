"""How urgent a matter is: one colour a place of the file, whichever part of a page speaks of it (METHOD 10).

In: a moment, its lane and its chain. Out: a colour. The plan, the list of what to find out first, the lines about the
chain and the rules that speak of the same matter all ask here, so that none calls urgent what another lets wait.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from winsell.analysis.behaviour import ELEMENTS, project_behaviour
from winsell.analysis.decision_chain import Chain
from winsell.analysis.inside import inside_sources
from winsell.analysis.lane import Lane
from winsell.analysis.moment import Moment
from winsell.analysis.relations import person_colour
from winsell.analysis.silence import silence
from winsell.analysis.standing import Standing
from winsell.analysis.win_signs import win_signs
from winsell.analysis.work_colour import WorkColour, at_most, colour_of, worst
from winsell.analysis.work_for import WON
from winsell.base.fact import Named, Say
from winsell.base.finding import Where


@dataclass(frozen=True, slots=True)
class Matter:
    """What is unknown, and what it is judged by."""

    moment: Moment
    lane: Lane
    chain: Chain
    where: Where
    ask: Say


def urgency(matter: Matter) -> WorkColour:
    """Colour what is to be found out first: it is named because it matters now, so that it never may wait."""
    return worst((_COLOURS[matter.where[0]](matter), "yellow"))


def chair_colour(moment: Moment, lane: Lane) -> WorkColour:
    """Colour an empty chair."""
    return _as_people_may_be_asked(moment, lane, colour_of(moment, "chair"))


def contact_colour(moment: Moment, lane: Lane, one: Standing) -> WorkColour:
    """Colour what there is to learn of a person, or to do about them."""
    return _as_people_may_be_asked(moment, lane, person_colour(moment, one))


def _as_people_may_be_asked(moment: Moment, lane: Lane, colour: WorkColour) -> WorkColour:
    """Let people wait while bids are open, off the whole line, and after the end unless the deal was won."""
    if moment.outcome in WON:
        return at_most(colour, "yellow")
    return "white" if moment.bidding_is_on or lane != "whole" or moment.outcome is not None else colour


def source_colour(moment: Moment, count: int) -> WorkColour:
    """Colour the want of inside sources; one voice is a danger, and not the same as none."""
    colour = colour_of(moment, "source")
    return colour if count == 0 else at_most(colour, "yellow")


def restart_colour(moment: Moment) -> WorkColour:
    """Colour the call that asks when a suspended project starts again: red after the playbook's days."""
    return "red" if silence(moment).longer_than(moment.playbook.event_rules.suspended_red_days) else "yellow"


def deadline_colour(moment: Moment) -> WorkColour:
    """Colour the question by which day the customer must have it."""
    if moment.reached(moment.playbook.event_rules.deadline_critical_from):
        return "red"
    return at_most(colour_of(moment, "event"), "yellow")


def rival_colour(moment: Moment, lane: Lane) -> WorkColour:
    """Colour what is unknown of a named competitor: who speaks for them is not asked while bids are open."""
    waits = moment.bidding_is_on or lane == "suspended" or moment.outcome is not None
    return "white" if waits else colour_of(moment, "rival")


def _event(matter: Matter) -> WorkColour:
    if matter.lane == "suspended":
        return restart_colour(matter.moment)
    deadline = matter.where[1:] == ("deadline",)
    return deadline_colour(matter.moment) if deadline else colour_of(matter.moment, "event")


def _competitor(matter: Matter) -> WorkColour:
    moment = matter.moment
    return colour_of(moment, "competitor") if len(matter.where) == 1 else rival_colour(moment, matter.lane)


def _source(matter: Matter) -> WorkColour:
    return source_colour(matter.moment, inside_sources(matter.moment, matter.chain.people).count)


def _element(matter: Matter) -> WorkColour:
    elements = project_behaviour(matter.moment).elements
    return worst(one.colour for one in elements if one.id == matter.where[-1] and one.id in ELEMENTS)


def _people(matter: Matter) -> WorkColour:
    """Colour the persons whom a question names; one that names nobody is about who sits at the decision."""
    named = _named(matter)
    people = [one for one in matter.chain.people if one.id in named]
    if not people:
        return chair_colour(matter.moment, matter.lane)
    return worst(contact_colour(matter.moment, matter.lane, one) for one in people)


def _named(matter: Matter) -> Iterable[str]:
    people = matter.ask.facts.get("people")
    named = [one.id for one in people if isinstance(one, Named)] if isinstance(people, tuple) else []
    return (*named, *matter.where[1:2])


def _signs(matter: Matter) -> WorkColour:
    states = win_signs(matter.moment).signs
    return worst(one.colour for one in states if one.sign.polarity == "win" and one.due)


def _must_have(matter: Matter) -> WorkColour:
    """Colour a must-have: one that we fail is red at every stage, one that nobody has looked at as our reasons are."""
    return colour_of(matter.moment, "value") if matter.where[1:] == ("ours",) else "red"


_COLOURS: dict[str, Callable[[Matter], WorkColour]] = {
    "matches": lambda _: "yellow",
    "us": lambda _: "yellow",
    "criteria": _must_have,
    "value": lambda matter: colour_of(matter.moment, "value"),
    "events": _event,
    "competitors": _competitor,
    "chairs": lambda matter: chair_colour(matter.moment, matter.lane),
    "people": _people,
    "sources": _source,
    "behaviour": _element,
    "signs": _signs,
}
"""By the section of the file in which the answer stands."""
