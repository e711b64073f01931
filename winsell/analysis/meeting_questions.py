"""The two or three things that only the person we are about to meet can tell us (METHOD 7.5, 8.6, 16).

In: an assessment, who is met, and when. Out: questions that can be asked across the table, as `Say`s. First what is to
be found out anyway and this person can know; then what nobody else knows: their part, what they need to see, what they
get and fear. None while bids are open.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import get_args

from winsell.analysis.assessment import Assessment
from winsell.analysis.gaps import Gap
from winsell.analysis.moment import Moment
from winsell.analysis.stakes import loss_of
from winsell.analysis.standing import Standing
from winsell.analysis.value_rows import graded_rows
from winsell.base.fact import Fact, Named, Say
from winsell.base.finding import Where
from winsell.playbook.meeting import Asked

MOST = 3
_OF_THE_DEAL = 2
"""So many at most are about the deal, so that one is left for the person."""
_PLACES: dict[Where, str] = {
    ("events",): "events",
    ("events", "deadline"): "deadline",
    ("behaviour", "money"): "money",
    ("behaviour", "criteria"): "criteria",
    ("behaviour", "people"): "past-people",
    ("competitors",): "competitors",
    ("us", "fit"): "fit",
    ("people", "veto"): "veto",
}
"""What a gap asks for, by its place in the file; the rest is for nobody across a table."""
_BY_STATUTE = ("government", "statutory-tender")
_ASKED: tuple[str, ...] = get_args(Asked)


def questions_for(assessment: Assessment, one: Standing, when: str) -> tuple[Say, ...]:
    """Choose the questions."""
    moment = assessment.moment
    if when == "bidding":
        return ()
    if when == "won":
        return (Say("brief.ask-signature"), Say("brief.ask-first-step"), Say("brief.ask-ended-decided"))
    if when == "ended":
        return tuple(Say(f"brief.ask-ended-{name}") for name in ("decided", "turned", "next"))
    if when == "suspended":
        return (Say("brief.ask-restart"), Say("brief.ask-still"))
    about = () if when == "awarded" else tuple(_once(_about_the_deal(assessment, one)))
    own = _own(moment, one, awarded=when == "awarded")
    return tuple(_once((*about[:_OF_THE_DEAL], *own)))[:MOST]


def _once(found: Iterable[Say]) -> Iterator[Say]:
    seen: set[tuple[str, Fact]] = set()
    for say in found:
        key = (say.code, say.facts.get("chair"))
        if key not in seen:
            seen.add(key)
            yield say


def _about_the_deal(assessment: Assessment, one: Standing) -> Iterator[Say]:
    """Yield what is to be found out and this person can answer, in the order in which it matters."""
    for gap in assessment.gaps:
        for topic, facts in _topics(assessment.moment, one, gap):
            if topic == "stand" or _can_answer(assessment.moment, one, topic):
                yield Say(_code(assessment.moment, topic), facts)


def _topics(moment: Moment, one: Standing, gap: Gap) -> Iterator[tuple[str, dict[str, Fact]]]:
    """Yield what a gap asks for: where this person stands, who sits in a chair, or a thing."""
    named = (person.id for person in _names(gap.ask.facts.get("people")))
    if one.contacted and (one.id in named or gap.where == ("people", one.id)):
        yield "stand", {}
    chairs = _names(gap.ask.facts.get("chairs"))
    if gap.where[0] == "chairs":
        chairs = [moment.chair(gap.where[-1])]
    for chair in chairs:
        yield (chair.id if chair.id in _ASKED else "chair"), {"chair": chair}
    if not chairs and gap.where in _PLACES:
        yield _PLACES[gap.where], {}


def _names(fact: Fact) -> Sequence[Named]:
    return [one for one in fact if isinstance(one, Named)] if isinstance(fact, tuple) else []


def _can_answer(moment: Moment, one: Standing, topic: str) -> bool:
    """Tell whether this person is one to ask; of whom neither role nor function is known, only what anybody may be."""
    words: set[str] = {word for word in (one.person.role, one.person.function) if word} or {"unknown"}
    return bool(words & set(moment.playbook.meeting.asked.get(topic, ())))  # type: ignore[call-overload]


def _code(moment: Moment, topic: str) -> str:
    if topic in ("approver", "user", "it", "payer", "procurement", "chair"):
        return "brief.ask-chair"
    if topic == "criteria" and moment.deal.procurement in _BY_STATUTE:
        return "brief.ask-criteria-public"
    return moment.in_its_words(f"brief.ask-{topic}")


def _own(moment: Moment, one: Standing, *, awarded: bool) -> Iterator[Say]:
    """Yield what nobody else can tell us, the first thing first."""
    if awarded:
        yield Say("brief.ask-signature")
        yield Say("brief.ask-first-step")
    elif one.person.role is None:
        yield Say("brief.ask-part")
    for graded in graded_rows(moment):
        if one.id in graded.row.matters_to and graded.grade != "confirmed":
            yield Say("brief.ask-claim", {"claim": graded.row.claim})
            break
    if one.person.wins is None:
        yield Say("brief.ask-wins")
    if loss_of(one.person, moment.playbook.people) == "unknown":
        yield Say("brief.ask-loses")
    if not one.known and one.contacted:
        yield Say("brief.ask-stand")
    yield from _usual(one)


def _usual(one: Standing) -> Iterator[Say]:
    """Yield what can be asked of anybody of whom all else is known."""
    if one.contacted:
        yield Say("brief.ask-changed")
    yield Say("brief.ask-whom")
