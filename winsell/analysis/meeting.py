"""Before a meeting with one person: why we may come, what was said, what is owed, what to ask (METHOD 7.5).

In: an assessment and a person's id. Out: a `Meeting`. It is made for a page that others may read: no score, no source,
no attitude and no probability goes in, nothing that somebody told us of somebody else, and no action that is done
behind a person's back. While bids are open there is nothing but the official channel (METHOD 16).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from winsell.analysis.assessment import Assessment
from winsell.analysis.events import event_states
from winsell.analysis.meeting_questions import questions_for
from winsell.analysis.moment import Moment
from winsell.analysis.relations import state_of, strategy_for
from winsell.analysis.standing import Standing, behind_alias, standing_of
from winsell.analysis.value_rows import graded_rows
from winsell.analysis.work_for import exists_on, is_done, is_for, is_held, still_counts
from winsell.base.fact import Fact, Named, Say
from winsell.deal.deal import Action
from winsell.deal.person import Person
from winsell.deal.timeline import Entry

When = Literal["open", "bidding", "awarded", "won", "suspended", "ended"]
"""In which kind of time we meet: `open` is any in which we may work for the deal, `ended` any end but a win."""

_REASONS = 2
_FIRST_HAND = ("act", "said", None)
_WHO_NEEDS_IT = ("approver", "decider", "user", "business", "board")
"""Whom the day by which the customer must have it concerns."""


@dataclass(frozen=True, slots=True)
class Word:
    """The last that somebody let us know."""

    on: date
    text: str


@dataclass(frozen=True, slots=True)
class Owed:
    """What we promised somebody, or planned for them, and have not done."""

    action: Action
    held: bool
    """Must it wait, for the award or for a suspended project to start again?"""
    late: bool


@dataclass(frozen=True, slots=True)
class Meeting:
    """What to know before meeting somebody."""

    id: str
    standing: Standing
    when: When
    left: date | None
    """Since when he is not there any more."""
    reasons: tuple[Say, ...]
    """Why he should see us; empty: there is no valid reason."""
    has_talked: bool
    """Is there a talk in which something can have been promised?"""
    last_talk: date | None
    last_word: Word | None
    """What he last said to us or did before our eyes; None also of somebody whose help stays out of sight."""
    owed: tuple[Owed, ...]
    questions: tuple[Say, ...]
    act: Fact
    """What to ask him to do; None: nothing."""
    act_due: date | None
    company: Say


def meeting_with(assessment: Assessment, id_: str) -> Meeting:
    """Prepare a meeting with a person of the deal or of the account."""
    moment = _with_person(assessment.moment, id_)
    one, when = standing_of(moment, id_), when_of(assessment)
    left = one.person.left if one.person.left is not None and one.person.left <= moment.on else None
    owed = tuple(_owed(moment, id_, suspended=when == "suspended"))
    act, due = (None, None) if left else _act(moment, one, _groups(assessment, one, when))
    return Meeting(
        id=id_,
        standing=one,
        when=when,
        left=left,
        reasons=() if left else tuple(_reasons(moment, one, when, owed))[:_REASONS],
        has_talked=_has_talked(moment, one),
        last_talk=last_talk(moment, id_),
        last_word=_last_word(moment, id_),
        owed=owed,
        questions=() if left else questions_for(assessment, one, when),
        act=act,
        act_due=due,
        company=_company(moment, one, when, owed),
    )


def when_of(assessment: Assessment) -> When:
    """Tell in which kind of time a meeting falls."""
    if assessment.moment.outcome is not None:
        return "won" if assessment.moment.outcome in ("won", "won-part") else "ended"
    if assessment.moment.bidding_is_on:
        return "bidding"
    if assessment.moment.tender_is_out:
        return "awarded"
    return "suspended" if assessment.lane == "suspended" else "open"


def _with_person(moment: Moment, id_: str) -> Moment:
    """Let somebody whom only the account knows be looked at too."""
    if id_ in moment.dossier.people:
        return moment
    known = moment.dossier.known_person(id_)
    shared = {key: getattr(known, key) for key in ("name", "title", "function", "politics", "since", "left")}
    people = {**moment.dossier.people, id_: Person().model_copy(update=shared)}
    return Moment(replace(moment.dossier, people=people), moment.playbook, moment.on)


def _reasons(moment: Moment, one: Standing, when: When, owed: tuple[Owed, ...]) -> Iterator[Say]:
    """Yield what he gets out of seeing us, the best first."""
    if when == "bidding":
        return
    if when == "ended":
        yield Say("brief.reason-look-back")
        return
    for item in owed:
        if not item.held and _has_talked(moment, one):
            yield Say("brief.reason-owed", {"what": item.action.what})
            break
    if when in ("suspended", "won"):
        yield Say("brief.reason-restart" if when == "suspended" else "brief.reason-won")
        return
    yield from _what_matters(moment, one)
    yield from _deadline(moment, one)
    if one.person.wins:
        yield Say("brief.reason-wins", {"wins": one.person.wins})


def _has_talked(moment: Moment, one: Standing) -> bool:
    """Tell whether there is a talk in which something can have been promised."""
    return one.contacted or last_talk(moment, one.id) is not None


def _what_matters(moment: Moment, one: Standing) -> Iterator[Say]:
    """Yield our claims that matter to him, those with the customer's own numbers first, and his criteria."""
    rows = [graded.row for graded in graded_rows(moment) if one.id in graded.row.matters_to]
    for row in sorted(rows, key=lambda row: not (row.now and row.after)):
        code = "brief.reason-numbers" if row.now and row.after else "brief.reason-claim"
        yield Say(code, {"claim": row.claim, "now": row.now, "after": row.after})
    if not moment.tender_is_out:
        for criterion in moment.deal.criteria.values():
            if criterion.owner == one.id:
                yield Say("brief.reason-criterion", {"criterion": criterion.name})


def _deadline(moment: Moment, one: Standing) -> Iterator[Say]:
    if not {one.person.role, one.person.function} & set(_WHO_NEEDS_IT):
        return
    for state in event_states(moment):
        if state.stands and state.deadline is not None:
            consequence = moment.deal.events[state.id].consequence
            yield Say("brief.reason-deadline", {"deadline": state.deadline, "consequence": consequence})


def _owed(moment: Moment, id_: str, *, suspended: bool) -> Iterator[Owed]:
    """Yield our open actions for him that may be spoken of, the first due first; none while bids are open."""
    if moment.bidding_is_on:
        return
    mine = [one for one in moment.deal.actions.values() if is_for(one, ("people", id_)) and not one.customer]
    open_ = [one for one in mine if exists_on(one, moment) and not is_done(one, moment) and still_counts(moment, one)]
    for one in sorted(open_, key=lambda one: one.due or date.max):
        if may_be_said(moment, one):
            held = is_held(moment, one, suspended=suspended)
            yield Owed(one, held, late=one.due is not None and one.due < moment.on and not held)


def may_be_said(moment: Moment, action: Action) -> bool:
    """Tell whether an action may be spoken of: what is done behind somebody's back stands on no page."""
    unspoken = moment.playbook.meeting.unspoken
    return not {action.tactic, action.strategy} & set(unspoken) and (action.for_ or "").partition(".")[0] != "sources"


def _groups(assessment: Assessment, one: Standing, when: When) -> tuple[str, ...]:
    """Name the groups of acts that fit, the closest first: the time's own, the function's, the relation strategy's.

    Of those who are for us an approver is not asked to bring the approver; the others are, while nobody has met them.
    """
    if when in ("bidding", "won", "ended"):
        return ()
    if when == "suspended":
        return ("suspended",)
    fast = ("fast",) if assessment.lane == "fast" else ()
    strategy = strategy_for(assessment.moment, state_of(one))
    friend = _as_a_friend(assessment, one) if one.supportive and not one.heard else None
    return (*fast, *(word for word in (one.person.function, friend, strategy) if word is not None))


def _as_a_friend(assessment: Assessment, one: Standing) -> str | None:
    """Name the group of acts for who is for us: an approver's own, or the door to the approver whom nobody has met."""
    approvers = [person for person in assessment.chain.people if person.person.role == "approver"]
    if one.person.role == "approver":
        return "approver"
    return "door" if approvers and not any(person.contacted for person in approvers) else None


def _act(moment: Moment, one: Standing, groups: tuple[str, ...]) -> tuple[Fact, date | None]:
    """Choose the one thing to ask him to do: what he promised first, else what his strategy and the stage call for."""
    if not groups:
        return None, None
    promised = [
        action
        for action in moment.deal.actions.values()
        if action.customer and is_for(action, ("people", one.id)) and may_be_said(moment, action)
        if exists_on(action, moment) and not is_done(action, moment)
    ]
    if promised:
        first = min(promised, key=lambda action: action.due or date.max)
        return first.what, first.due
    known = moment.playbook.meeting.acts
    group = next((group for group in groups if group in known), None)
    acts = known.get(group or "", {})
    stage = next((stage for stage in reversed(moment.playbook.stages) if stage in acts and moment.reached(stage)), None)
    return (None if stage is None else Named(f"{group}.{stage}", label=acts[stage])), None


def _company(moment: Moment, one: Standing, when: When, owed: tuple[Owed, ...]) -> Say:
    """Say who comes along: who is planned, nobody, or who fits him."""
    rules = moment.playbook.meeting
    if when == "bidding":
        return Say("brief.company-nobody")
    for item in owed:
        if item.action.resource and not item.held:
            return Say("brief.company-planned", {"who": item.action.resource})
    if when in ("suspended", "ended") or strategy_for(moment, state_of(one)) in rules.alone:
        return Say("brief.company-alone")
    first = one.person.role if one.person.role == "approver" else None
    for word in (first, one.person.function, one.person.role):
        if word in rules.company:
            return Say("brief.company-fits", {"who": Named(word, label=rules.company[word])})
    return Say("brief.company-open")


def last_talk(moment: Moment, id_: str) -> date | None:
    """Return the last day on which he and we are known to have talked."""
    met = [one.on for one in moment.deal.activities if id_ in one.people and one.on <= moment.on]
    said = (entry.on for entry in _own_words(moment, id_) if entry.on is not None)
    return max([*met, *said], default=None)


def _last_word(moment: Moment, id_: str) -> Word | None:
    """Return what he last said or did before our eyes; what an inside source said stays off the page."""
    if _helps_inside(moment, id_) or moment.bidding_is_on:
        return None
    words = [Word(entry.on, entry.why) for entry in _own_words(moment, id_) if entry.on and entry.why]
    return max(words, key=lambda word: word.on, default=None)


def _helps_inside(moment: Moment, id_: str) -> bool:
    return any((source.person or alias) == id_ for alias, source in moment.deal.sources.items())


def _own_words(moment: Moment, id_: str) -> Iterator[Entry[Any]]:
    """Yield what he let us know himself, about where he stands and about why the customer must buy."""
    person = moment.dossier.people[id_]
    said: list[Entry[Any]] = [*person.attitude.until(moment.on), *person.support.until(moment.on)]
    for entry in said:
        if entry.value is not None and entry.how in _FIRST_HAND and _is_his_own(moment, id_, entry):
            yield entry
    for event in moment.deal.events.values():
        for entry in event.status.until(moment.on):
            if entry.how == "said" and behind_alias(moment, entry.source) == id_:
                yield entry


def _is_his_own(moment: Moment, id_: str, entry: Entry[Any]) -> bool:
    """Tell whether nobody else told us; a source that is no person is an occasion."""
    teller = behind_alias(moment, entry.source)
    return teller in (None, id_) or (moment.dossier.known_person(teller) is None and teller not in moment.deal.sources)
