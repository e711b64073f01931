"""The three screening questions and the verdict (METHOD 3 to 5.1).

In: a moment and its standings. Out: `Screening`: each question answers yes, no, unknown (the second also suspended),
with reasons as codes and the missing answers that would decide. Any no: drop. All yes: go. Else: hold, find out
first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from winsell.analysis.decision_chain import empty_chairs, nobody_approves
from winsell.analysis.events import EventState, event_states
from winsell.analysis.grade import questions_asked
from winsell.analysis.moment import Moment
from winsell.analysis.must_haves import failed_must_haves
from winsell.analysis.silence import last_word, silence, silence_facts
from winsell.analysis.standing import Standing, standings
from winsell.analysis.value_rows import GradedRow, graded_rows
from winsell.analysis.work_for import open_action_for
from winsell.base.fact import Fact, Money, Named, Say, Term

QuestionAnswer = Literal["yes", "no", "unknown", "suspended"]
Verdict = Literal["go", "hold", "drop"]
Says = tuple[Say, ...]


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """A question answered as far as the file goes."""

    id: str
    answer: QuestionAnswer
    reasons: Says = ()
    missing: Says = ()
    """What would decide it, the most telling first."""
    conditions: Says = ()
    """What still has to be done for a yes to stay one."""
    due: bool = True
    """Has the deal come to the stage that asks it?"""


@dataclass(frozen=True, slots=True)
class Screening:
    """The verdict and its questions."""

    verdict: Verdict
    questions: tuple[QuestionResult, ...]
    override: Say | None = None
    """Who goes on in spite of a drop, and why."""
    unasked: tuple[QuestionResult, ...] = ()
    """Questions that this type of deal need not pass; other analyses may still want their answers."""

    def answer(self, id_: str) -> QuestionAnswer:
        """Return a question's answer, asked or not."""
        return next(one.answer for one in (*self.questions, *self.unasked) if one.id == id_)

    @property
    def dropped(self) -> bool:
        """Tell whether the questions say drop, and nobody has decided to carry on all the same."""
        return self.verdict == "drop" and self.override is None

    @property
    def missing(self) -> Says:
        """The two or three answers that would decide, in the order of the questions; those not due yet come last."""
        open_ = [one for one in self.questions if one.answer in ("unknown", "suspended")]
        due, later = [one for one in open_ if one.due], [one for one in open_ if not one.due]
        each = 2 if len(due) > 1 else 3
        return (*(say for one in due for say in one.missing[:each]), *(say for one in later for say in one.missing))[:3]


def screen(moment: Moment, people: Sequence[Standing]) -> Screening:
    """Ask the three questions at once; one whose stage has not come is marked as not yet due."""
    results, asked = _results(moment, people), questions_asked(moment)
    questions = tuple(_with_due(moment, found) for id_, found in results.items() if id_ in asked)
    unasked = tuple(_with_due(moment, found) for id_, found in results.items() if id_ not in asked)
    verdict = verdict_of([question.answer for question in questions])
    return Screening(verdict, questions, _override(moment, questions) if verdict == "drop" else None, unasked)


def _results(moment: Moment, people: Sequence[Standing]) -> dict[str, QuestionResult]:
    return {"q1": _worth_winning(moment), "q2": _opportunity(moment), "q3": _competitive(moment, people)}


def verdict_of(answers: Sequence[QuestionAnswer]) -> Verdict:
    """Any no: drop. All yes: go. Else: hold."""
    if "no" in answers:
        return "drop"
    return "go" if all(answer == "yes" for answer in answers) else "hold"


def _with_due(moment: Moment, found: QuestionResult) -> QuestionResult:
    due = moment.reached(moment.playbook.questions[found.id].due_from)  # type: ignore[index]
    return QuestionResult(found.id, found.answer, found.reasons, found.missing, found.conditions, due)


def _override(moment: Moment, questions: Sequence[QuestionResult]) -> Say | None:
    """Say who carried on in spite of what speaks against it now; an approval from before knew nothing of that."""
    entry = moment.deal.approved.at(moment.on)
    if entry.value != "yes" or entry.why is None or entry.on is None:
        return None
    then = replace(moment, on=entry.on)
    known = _results(then, standings(then))
    if any(one.answer == "no" != known[one.id].answer for one in questions):
        return None
    return Say("screen.override", {"by": entry.by, "why": entry.why, "on": entry.on})


def _worth_winning(moment: Moment) -> QuestionResult:
    answers = {id_: _match(moment, id_) for id_ in moment.playbook.matches}
    reasons = tuple(say for _, say in answers.values())
    if any(answer == "no" for answer, _ in answers.values()):
        return QuestionResult("q1", "no", tuple(say for answer, say in answers.values() if answer == "no"))
    open_ = [id_ for id_, (answer, _) in answers.items() if answer != "yes"]
    missing = tuple(
        Say("q1.find-match", {"match": _match_name(moment, id_), "where": f"matches.{id_}"}) for id_ in open_
    )
    return QuestionResult("q1", "unknown" if open_ else "yes", reasons, missing)


def _match_name(moment: Moment, id_: str) -> Named:
    return Named(id_, label=moment.playbook.matches[id_].label)


def _match(moment: Moment, id_: str) -> tuple[str, Say]:
    stated = moment.deal.matches.get(id_)
    entry = stated.at(moment.on) if stated else None
    by_band = _amount_in_band(moment) if id_ == "amount" else None
    if by_band is not None:
        return by_band
    answer = (entry.value if entry else None) or "unknown"
    facts: dict[str, Fact] = {
        "match": _match_name(moment, id_),
        "answer": Term("match", answer),
        "why": entry.why if entry else None,
    }
    return answer, Say(f"q1.match-{answer}", facts)


def _amount_in_band(moment: Moment) -> tuple[str, Say] | None:
    """Compute the amount match where the playbook knows the band we like; None: it has to be stated."""
    amount = moment.deal.amount
    band = moment.playbook.ideal_amount.get(amount.currency) if amount else None
    if amount is None or band is None:
        return None
    answer = "yes" if amount.low <= band.high and (amount.high or amount.low) >= band.low else "no"
    facts = {
        "amount": Money(amount.low, amount.high, amount.currency),
        "band": Money(band.low, band.high, amount.currency),
    }
    return answer, Say(f"q1.amount-{answer}", facts)


def _opportunity(moment: Moment) -> QuestionResult:
    states = event_states(moment)
    stopped = [state for state in states if state.entry.firm == "stopped"]
    if stopped:
        return QuestionResult("q2", "no", tuple(_event_say(moment, "q2.stopped", state) for state in stopped))
    standing = [state for state in states if state.stands and _enough(moment, state)]
    lapsed = _lapsed(moment, standing)
    if standing and not lapsed:
        return _is_opportunity(moment, standing)
    fallen = [state for state in states if state.strong and state.was_confirmed and state.entry.firm is not None]
    fallen = [state for state in fallen if state.past_deadline or state.entry.firm in ("denied", "on-hold")]
    if fallen:
        return QuestionResult(
            "q2",
            "suspended",
            (*(_fallen_say(moment, s) for s in fallen), *_never_dated(states)),
            (_restart(moment),),
        )
    denied = [state for state in states if state.entry.firm == "denied"]
    if denied and not any(state.was_confirmed for state in states):
        return QuestionResult("q2", "no", tuple(_event_say(moment, "q2.denied", state) for state in denied))
    return _lapsed_opportunity(moment, standing) if lapsed else _open_opportunity(moment, states)


def _never_dated(states: Sequence[EventState]) -> Says:
    """Say so where nothing strong was ever tied to a day: what may be late is easily put off."""
    return () if any(state.deadline for state in states if state.strong) else (Say("q2.never-dated"),)


def _lapsed(moment: Moment, standing: Sequence[EventState]) -> bool:
    """Tell whether no date was ever named and the last word is far too old: then it proves nothing any more."""
    ages = [state.entry.age(moment.on) for state in standing]
    known = [age for age in ages if age is not None]
    undated = not any(state.deadline for state in standing)
    return undated and len(known) == len(ages) > 0 and min(known) > moment.playbook.event_rules.lapsed_after_days


def _lapsed_opportunity(moment: Moment, standing: Sequence[EventState]) -> QuestionResult:
    last = min((state.entry.age(moment.on) or 0 for state in standing), default=0)
    reasons = tuple(_event_say(moment, "q2.lapsed", state) for state in standing)
    missing = (
        Say("q2.confirm-again", {"days": last, "where": "events"}),
        Say("q2.find-date", {"where": "events.deadline"}),
    )
    return QuestionResult("q2", "unknown", reasons, missing)


def _restart(moment: Moment) -> Say:
    """Ask what would start it again: within the days that the playbook gives, or now if they have gone by."""
    allowed, silent = moment.playbook.event_rules.suspended_contact_days, silence(moment)
    facts: dict[str, Fact] = {"where": "events", "word": _last_word(moment)}
    if silent.longer_than(allowed):
        return Say("q2.find-restart-now", facts | silence_facts(moment, silent.since))
    return Say("q2.find-restart", facts | {"days": allowed})


def _last_word(moment: Moment) -> Say | None:
    """Repeat what the customer said last, so that whoever asks does not ask against it."""
    last = last_word(moment)
    if last is None:
        return None
    id_, entry = last
    return Say("q2.last-word", {"person": moment.person(id_), "on": entry.on, "why": entry.why})


def _enough(moment: Moment, state: EventState) -> bool:
    return state.strong or moment.playbook.event_rules.weak_is_enough


def _event_say(moment: Moment, code: str, state: EventState) -> Say:
    entry = state.entry
    facts = {
        "event": state.name,
        "why": entry.why,
        "source": moment.teller(entry.source),
        "on": entry.on,
        "where": f"events.{state.id}",
    }
    return Say(code, facts | _told(moment, entry.source))


def _told(moment: Moment, source: str | None) -> dict[str, Fact]:
    """Tell a person, who told us, from what tells by being there: a notice, a contract, a report."""
    person = source is not None and (moment.dossier.known_person(source) is not None or source in moment.deal.sources)
    return {"teller": moment.person(source) if source and person else None, "paper": None if person else source}


def _fallen_say(moment: Moment, state: EventState) -> Say:
    if state.past_deadline and state.entry.value == "confirmed":
        return Say("q2.past-deadline", {"event": state.name, "deadline": state.deadline})
    return _event_say(moment, f"q2.{state.entry.value}", state)


def _is_opportunity(moment: Moment, standing: Sequence[EventState]) -> QuestionResult:
    conditions = []
    ages = [state.entry.age(moment.on) for state in standing]
    youngest = min((age for age in ages if age is not None), default=None)
    if youngest is None or youngest > moment.playbook.event_rules.stale_after_days:
        conditions.append(Say("q2.confirm-again", {"days": youngest}))
    deadlines = [state.deadline for state in standing if state.deadline]
    if not deadlines:
        conditions.append(Say("q2.find-date"))
    reasons = [_event_say(moment, "q2.confirmed", state) for state in standing]
    if deadlines:
        reasons.append(Say("q2.deadline", {"deadline": min(deadlines)}))
    return QuestionResult("q2", "yes", tuple(reasons), (), tuple(conditions))


def _open_opportunity(moment: Moment, states: Sequence[EventState]) -> QuestionResult:
    confirmed = [state for state in states if state.entry.value == "confirmed"]
    weak = [state for state in confirmed if state.stands and not state.strong]
    unsourced = [state for state in confirmed if state.strong and not state.stands and not state.past_deadline]
    reasons = [_event_say(moment, "q2.weak-only", state) for state in weak]
    reasons += [_event_say(moment, "q2.guess" if state.guessed else "q2.no-source", state) for state in unsourced]
    missing = [
        _event_say(moment, "q2.check-guess" if state.guessed else "q2.find-source", state) for state in unsourced
    ] or [Say("q2.find-strong", {"where": "events"})]
    return QuestionResult(
        "q2",
        "unknown",
        tuple(reasons) or (Say("q2.nothing-known"),),
        (*missing, Say("q2.find-date", {"where": "events.deadline"})),
    )


def _competitive(moment: Moment, people: Sequence[Standing]) -> QuestionResult:
    vetoes = [one for one in people if one.may_stop and one.against]
    unanswered = [one for one in vetoes if not open_action_for(moment, ("people", one.id))]
    failed = failed_must_haves(moment)
    if unanswered or failed:
        against = "q3.veto-against-bidding" if moment.bidding_is_on else "q3.veto-against"
        says = [Say(against, {"person": moment.person(one.id), "why": one.entry.why}) for one in unanswered]
        return QuestionResult("q3", "no", (*says, *(Say("q3.must-have-failed", {"item": item}) for item in failed)))
    veto_line = _veto_line(moment, people, vetoes)
    unique = [graded for graded in graded_rows(moment) if graded.on_paper]
    if not unique:
        return QuestionResult("q3", "unknown", (Say("q3.no-unique-row"), veto_line), _missing_rows(moment, people))
    if not _looked_for_a_veto(moment, people):
        return QuestionResult("q3", "unknown", (*_rows(moment, unique), veto_line), (_FIND_VETO,))
    strings = (*_strings(moment, unique, vetoes), *_unasked_vetoes(moment, people), *_empty_chairs(moment, people))
    return QuestionResult("q3", "yes", (*_rows(moment, unique), veto_line), (), strings)


def _looked_for_a_veto(moment: Moment, people: Sequence[Standing]) -> bool:
    """Tell whether anybody who can stop it is listed, or told not to exist: nobody found by nobody is no finding."""
    return any(one.may_stop for one in people) or nobody_approves(moment)


def _rows(moment: Moment, unique: Sequence[GradedRow]) -> Says:
    """Say the best of them, what only we have first: what somebody has in part too is the weaker ground."""
    ours_alone = sorted(unique, key=lambda graded: bool(graded.shared_with) or graded.had_fully)
    return tuple(_row(moment, graded) for graded in ours_alone[:3])


def _row(moment: Moment, graded: GradedRow) -> Say:
    """Say how good a reason is; what a competitor has in part is not called unique."""
    rivals = tuple(moment.competitor(id_) for id_ in graded.shared_with)
    facts: dict[str, Fact] = {"claim": graded.row.claim, "grade": Term("row", graded.grade)}
    return Say(f"q3.row-{graded.grade}-shared", facts | {"rivals": rivals}) if rivals else Say("q3.row", facts)


def _missing_rows(moment: Moment, people: Sequence[Standing]) -> Says:
    """Ask for the difference, and for the vetoes unless it is known who has one and where they all stand."""
    rivals = [id_ for id_, rival in moment.competitors.items() if rival.takes_seat]
    open_ = not _looked_for_a_veto(moment, people) or any(one.may_stop and not one.known for one in people)
    return (_FIND_DIFFERENCE if rivals else _NAME_COMPETITORS, *((_FIND_VETO,) if open_ else ()))


_NAME_COMPETITORS = Say("q3.name-competitors", {"where": "competitors"})
_FIND_DIFFERENCE = Say("q3.find-difference", {"where": "value"})
_FIND_VETO = Say("q3.find-veto", {"where": "people.veto"})


def _strings(moment: Moment, unique: Sequence[GradedRow], vetoes: Sequence[Standing]) -> Says:
    code = "q3.veto-answered-by-bid" if moment.bidding_is_on else "q3.veto-worked-on"
    answered = () if moment.bids_are_in else vetoes
    says = [Say(code, {"person": moment.person(one.id)}) for one in answered]
    if all(graded.grade != "confirmed" for graded in unique) and not moment.tender_is_out:
        stage = moment.stage_name(moment.playbook.value_rules.confirm_before)
        says.append(Say("q3.have-confirmed", {"stage": stage}))
    return tuple(says)


def _unasked_vetoes(moment: Moment, people: Sequence[Standing]) -> Says:
    """Name who is against us and of whom nobody has asked whether he can stop it alone: left out is not no."""
    unasked = () if moment.bidding_is_on else tuple(one for one in people if one.against and one.person.veto is None)
    names = tuple(moment.person(one.id) for one in unasked if not one.may_stop)
    return (Say("q3.ask-veto", {"people": names, "count": len(names)}),) if names else ()


def _empty_chairs(moment: Moment, people: Sequence[Standing]) -> Says:
    """Name who is missing: a chair in which nobody is known to sit may hold the veto that nobody looked for."""
    chairs = () if moment.bidding_is_on else tuple(moment.chair(id_) for id_ in empty_chairs(moment, people))
    return (Say("q3.find-chairs", {"chairs": chairs}),) if chairs else ()


def _veto_line(moment: Moment, people: Sequence[Standing], vetoes: Sequence[Standing]) -> Say:
    """Say how far the search for an opponent with a veto has come; nobody found is not nobody there."""
    holders = [one for one in people if one.may_stop]
    if vetoes:
        names = tuple(moment.person(one.id) for one in vetoes)
        code = "q3.veto-opponents-bidding" if moment.bidding_is_on else "q3.veto-opponents"
        return Say(code, {"people": names, "count": len(vetoes)})
    if not holders:
        return Say("q3.veto-closed") if nobody_approves(moment) else Say("q3.no-veto-holder-known")
    unknown = sum(not one.known for one in holders)
    if unknown:
        return Say("q3.veto-search", {"unknown": unknown, "holders": len(holders)})
    heard = tuple(moment.person(one.id) for one in holders if one.heard)
    return Say("q3.veto-none-heard", {"people": heard}) if heard else Say("q3.veto-none")
