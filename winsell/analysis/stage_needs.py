"""What the present stage asks for: at most three data, by the playbook (METHOD 14).

A playbook names needs; here each need knows whether it is still open and which question closes it. A need that the
program does not know is reported by the playbook check and never opens.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from winsell.analysis.decision_chain import Chain
from winsell.analysis.inside import inside_sources
from winsell.analysis.moment import Moment
from winsell.analysis.screening import Screening
from winsell.analysis.value_rows import graded_rows
from winsell.analysis.win_probability import WinProbability, takes_seat
from winsell.analysis.win_signs import win_signs
from winsell.base.fact import Fact, Say
from winsell.base.finding import Where


@dataclass(frozen=True, slots=True)
class Scene:
    """What a need is judged by."""

    moment: Moment
    screening: Screening
    chain: Chain
    probability: WinProbability


def open_needs(
    moment: Moment, screening: Screening, chain: Chain, probability: WinProbability
) -> Iterator[tuple[Where, Say]]:
    """Yield the place and the question of each need of the present stage that is still open."""
    scene = Scene(moment, screening, chain, probability)
    for need in moment.playbook.stages[moment.stage].needs:
        if need in NEEDS:
            where, is_open = NEEDS[need]
            if is_open(scene):
                yield where, Say(f"gap.{need}", {"where": ".".join(where), **_facts(scene, need)})


def _facts(scene: Scene, need: str) -> dict[str, Fact]:
    """Name the persons whose attitudes are unknown: the names are the work."""
    if need != "attitudes":
        return {}
    unknown = tuple(scene.moment.person(one.id) for one in scene.chain.key if not one.known)
    return {"people": unknown, "count": len(unknown)}


def _matches(scene: Scene) -> bool:
    return scene.screening.answer("q1") == "unknown"


def _strong_event(scene: Scene) -> bool:
    return scene.screening.answer("q2") == "unknown"


def _event_deadline(scene: Scene) -> bool:
    days = [event.deadline.at(scene.moment.on).value for event in scene.moment.deal.events.values()]
    return not any(days)


def _inside_source(scene: Scene) -> bool:
    return inside_sources(scene.moment, scene.chain.people).count == 0


def _competitors(scene: Scene) -> bool:
    named = [rival for rival in scene.moment.competitors.values() if takes_seat(rival)]
    return len(named) < scene.moment.playbook.probability.seats


def _value_rows(scene: Scene) -> bool:
    return not any(graded.on_paper for graded in graded_rows(scene.moment))


def _veto_holders(scene: Scene) -> bool:
    holders = [one for one in scene.chain.people if one.may_stop]
    return not holders or any(not one.known for one in holders)


def _strategy(scene: Scene) -> bool:
    return scene.moment.deal.strategy.at(scene.moment.on).value is None


def _key_persons(scene: Scene) -> bool:
    return not scene.chain.key or bool(scene.chain.empty_chairs)


def _four_answers(scene: Scene) -> bool:
    us, on = scene.moment.deal.us, scene.moment.on
    rivals = [rival for rival in scene.moment.competitors.values() if takes_seat(rival)]
    theirs = [rival.fit.at(on).value is not None and rival.relation.at(on).value is not None for rival in rivals]
    return us.fit.at(on).value is None or len(rivals) < scene.moment.playbook.probability.seats or not all(theirs)


def _money(scene: Scene) -> bool:
    return scene.moment.deal.behaviour.money.at(scene.moment.on).value in (None, "partial")


def _criteria(scene: Scene) -> bool:
    return scene.moment.deal.behaviour.criteria.at(scene.moment.on).value in (None, "partial")


def _attitudes(scene: Scene) -> bool:
    return any(not one.known for one in scene.chain.key)


def _signs(scene: Scene) -> bool:
    return any(state.due and state.entry.value is None for state in win_signs(scene.moment).signs)


def _prices(scene: Scene) -> bool:
    return scene.moment.deal.us.price.at(scene.moment.on).value is None


def _lessons(scene: Scene) -> bool:
    return scene.moment.deal.behaviour.lessons.at(scene.moment.on).value is None


NEEDS: dict[str, tuple[Where, Callable[[Scene], bool]]] = {
    "matches": (("matches",), _matches),
    "strong-event": (("events",), _strong_event),
    "event-deadline": (("events", "deadline"), _event_deadline),
    "inside-source": (("sources",), _inside_source),
    "competitors": (("competitors",), _competitors),
    "value-rows": (("value",), _value_rows),
    "veto-holders": (("people", "veto"), _veto_holders),
    "strategy": (("strategy",), _strategy),
    "key-persons": (("people",), _key_persons),
    "four-answers": (("us",), _four_answers),
    "money": (("behaviour", "money"), _money),
    "criteria": (("behaviour", "criteria"), _criteria),
    "attitudes": (("people", "attitude"), _attitudes),
    "signs": (("signs",), _signs),
    "prices": (("us", "price"), _prices),
    "lessons": (("behaviour", "lessons"), _lessons),
}
"""Each need of the program: where in the file its answer stands, and whether it is open."""
