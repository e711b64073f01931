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
from winsell.analysis.relations import may_wait
from winsell.analysis.screening import Screening
from winsell.analysis.standing import Standing
from winsell.analysis.value_rows import graded_rows
from winsell.analysis.win_probability import WinProbability
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
        if need in NEEDS and need not in OURS:
            where, is_open = NEEDS[need]
            if is_open(scene):
                yield where, Say(_code(scene, need), {"where": ".".join(where), **_facts(scene, need)})


def _code(scene: Scene, need: str) -> str:
    """Name the question; where part of the answer is known, only the rest is asked for."""
    return scene.moment.in_its_words(f"gap.{need}-rest" if partly_known(scene.moment, need) else f"gap.{need}")


def partly_known(moment: Moment, element: str) -> bool:
    """Tell whether a part of an element of project behaviour is known."""
    history = getattr(moment.deal.behaviour, element, None)
    return history is not None and history.at(moment.on).value == "partial"


def _facts(scene: Scene, need: str) -> dict[str, Fact]:
    """Name what is unknown: the names are the work."""
    moment = scene.moment
    if partly_known(moment, need):
        return {"why": getattr(moment.deal.behaviour, need).at(moment.on).why}
    if need == "attitudes":
        unknown = tuple(moment.person(one.id) for one in _to_find_out(scene))
        return {"people": unknown, "count": len(unknown)}
    if need == "key-persons":
        return {"chairs": tuple(moment.chair(id_) for id_ in scene.chain.empty_chairs)}
    if need == "four-answers":
        unjudged = tuple(_unjudged(scene))
        return {"unknown": unjudged, "count": len(unjudged)}
    return {}


def _to_find_out(scene: Scene) -> list[Standing]:
    """List the key persons of whom we do not know where they stand, but for those who may wait."""
    unknown = [one for one in scene.chain.key if not one.known]
    return [one for one in unknown if one.contacted or may_wait(scene.moment, one) is None]


def _unjudged(scene: Scene) -> Iterator[Fact]:
    """Name whose fit or closeness is unknown."""
    us, on = scene.moment.deal.us, scene.moment.on
    if us.fit.at(on).value is None:
        yield Say("gap.ourselves")
    rivals = [(id_, rival) for id_, rival in scene.moment.competitors.items() if rival.takes_seat]
    for id_, rival in rivals:
        if rival.fit.at(on).value is None or rival.relation.at(on).value is None:
            yield scene.moment.competitor(id_)
    if len(rivals) < scene.moment.playbook.probability.seats:
        yield Say("gap.unnamed-competitor")


def _matches(scene: Scene) -> bool:
    return scene.screening.answer("q1") == "unknown"


def _strong_event(scene: Scene) -> bool:
    return scene.screening.answer("q2") == "unknown"


def _event_deadline(scene: Scene) -> bool:
    question = next(one for one in (*scene.screening.questions, *scene.screening.unasked) if one.id == "q2")
    return any(say.code == "q2.find-date" for say in (*question.conditions, *question.missing))


def _inside_source(scene: Scene) -> bool:
    return inside_sources(scene.moment, scene.chain.people).count == 0


def _competitors(scene: Scene) -> bool:
    named = [rival for rival in scene.moment.competitors.values() if rival.takes_seat]
    return len(named) < scene.moment.playbook.probability.seats


def _value_rows(scene: Scene) -> bool:
    return not any(graded.on_paper for graded in graded_rows(scene.moment))


def _veto_holders(scene: Scene) -> bool:
    holders = [one for one in scene.chain.people if one.may_stop]
    return not holders or any(not one.known for one in holders)


def _strategy(scene: Scene) -> bool:
    return scene.moment.deal.strategy.at(scene.moment.on).value is None


def _key_persons(scene: Scene) -> bool:
    return bool(scene.chain.empty_chairs)


def _four_answers(scene: Scene) -> bool:
    return any(True for _ in _unjudged(scene))


def _money(scene: Scene) -> bool:
    return scene.moment.deal.behaviour.money.at(scene.moment.on).value in (None, "partial")


def _criteria(scene: Scene) -> bool:
    return scene.moment.deal.behaviour.criteria.at(scene.moment.on).value in (None, "partial")


def _attitudes(scene: Scene) -> bool:
    return bool(_to_find_out(scene))


def _signs(scene: Scene) -> bool:
    return any(state.due and state.entry.value is None for state in win_signs(scene.moment).signs)


def _prices(scene: Scene) -> bool:
    return scene.moment.deal.us.price.at(scene.moment.on).value is None


def _lessons(scene: Scene) -> bool:
    return scene.moment.deal.behaviour.lessons.at(scene.moment.on).value is None


OURS = ("strategy",)
"""What a stage needs and nobody can find out, since it is ours to decide: the work plan asks for it."""

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
