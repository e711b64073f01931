"""Which deals to look at first: a sum whose every part is shown (METHOD 0, 12).

In: moments of open deals, each with the day since which it is looked at. Out: `Triaged`s, the largest sum first. What
is dear to compute, the risks that are new, is looked for only in the deals that it could still bring to the front. It
ranks deals, never people: nothing here knows whose a deal is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import fsum
from typing import Literal, get_args

from winsell.analysis.events import event_states
from winsell.analysis.grade import grade
from winsell.analysis.moment import Moment
from winsell.analysis.silence import silence_facts, silent_days
from winsell.analysis.state import last_told
from winsell.analysis.trend import chain_and_probability
from winsell.analysis.win_probability import WinProbability
from winsell.analysis.work_for import exists_on, is_done, is_held
from winsell.base.fact import Fact, Percent, Points, Say
from winsell.base.rounding import whole
from winsell.base.scalar import Grade
from winsell.deal.deal import Action

Kind = Literal["value", "probability", "risks", "promises", "silence", "decision"]
HUNDRED = 100.0
_UNKNOWN_VALUE = 0.5
"""A deal of which nobody has said what it may bring counts as one of middling size: unknown is not small."""


@dataclass(frozen=True, slots=True)
class NewRisks:
    """How many risks are there now and were not at the last look, or were milder."""

    red: int = 0
    yellow: int = 0


@dataclass(frozen=True, slots=True)
class Reason:
    """A part of the sum."""

    kind: Kind
    share: float
    """0..1: how much of what it may weigh."""
    points: float
    """What it adds, of a hundred."""
    say: Say


@dataclass(frozen=True, slots=True)
class Triaged:
    """A deal, and why it is to be looked at."""

    id: str
    moment: Moment
    since: date
    grade: Grade | None
    before: WinProbability
    now: WinProbability
    reasons: tuple[Reason, ...]
    """The largest first."""
    looked: bool = False
    """Were the risks looked for? If not, the sum lacks them."""

    @property
    def points(self) -> float:
        """The sum, 0..100."""
        return fsum(one.points for one in self.reasons)

    @property
    def most(self) -> float:
        """The sum that no new risk could exceed."""
        return self.points if self.looked else self.points + _weighing(self.moment, "risks")

    @property
    def only_assumed(self) -> bool:
        """Tell whether nothing is known of any competitor, so that the number rests on the rule for the unknown."""
        return self.now.status == "computed" and self.now.basis == "assumed"


def triaged(id_: str, moment: Moment, since: date) -> Triaged:
    """Look at a deal by all that is cheap to compute."""
    then = replace(moment, on=min(since, moment.on))
    (_, before), (_, now) = chain_and_probability(then), chain_and_probability(moment)
    size = grade(moment)
    shares = {
        "value": _value(moment, size),
        "probability": _moved(moment, before, now),
        "promises": _promises(moment, suspended=now.status == "suspended"),
        "silence": _silence(moment),
        "decision": _decision(moment),
    }
    reasons = (_reason(moment, kind, found) for kind, found in shares.items() if found is not None)
    return Triaged(id_, moment, then.on, size, before, now, _largest_first(reasons))


def with_risks(one: Triaged, found: NewRisks) -> Triaged:
    """Add the risks that are new."""
    full = one.moment.playbook.review.new_risks
    share = min(1.0, (found.red + found.yellow / 2) / full) if full else float(bool(found.red))
    reasons = one.reasons
    if found.red or found.yellow:
        say = _both("risks", red=found.red, yellow=found.yellow)
        reasons = _largest_first((*reasons, _reason(one.moment, "risks", (share, say))))
    return replace(one, reasons=reasons, looked=True)


def first_of(found: Iterable[Triaged], risks_of: Callable[[Triaged], NewRisks], minutes: int) -> list[Triaged]:
    """Return the deals with the largest sums for which the minutes last, in that order; at least one.

    Risks are looked for in a deal only while its sum, with all that they could add, might still bring it in.
    """
    looked: list[Triaged] = []
    for one in sorted(found, key=lambda one: (-one.most, one.id)):
        chosen = within(sorted(looked, key=rank), minutes)
        if chosen and len(chosen) < len(looked) and rank(chosen[-1]) < (-one.most, one.id):
            return chosen
        looked.append(with_risks(one, risks_of(one)))
    return within(sorted(looked, key=rank), minutes)


def rank(one: Triaged) -> tuple[float, str]:
    """Put the largest sum first; equals by their ids."""
    return -one.points, one.id


def within(ranked: Sequence[Triaged], minutes: int) -> list[Triaged]:
    """Return the first deals for which the minutes last, each with those that its playbook gives it; at least one."""
    taken = 0
    for at, one in enumerate(ranked):
        taken += one.moment.playbook.review.minutes_a_deal
        if taken > minutes and at:
            return list(ranked[:at])
    return list(ranked)


def _largest_first(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    order = get_args(Kind)
    return tuple(sorted(reasons, key=lambda one: (-one.points, order.index(one.kind))))


def _weighing(moment: Moment, kind: Kind) -> float:
    weights = moment.playbook.review.weights
    return HUNDRED * weights[kind] / fsum(weights.values())


_Found = tuple[float, Say] | None


def _reason(moment: Moment, kind: str, found: tuple[float, Say]) -> Reason:
    share, say = found
    named: Kind = kind  # type: ignore[assignment]
    return Reason(named, share, share * _weighing(moment, named), say)


def _value(moment: Moment, size: Grade | None) -> _Found:
    """The grade, which is the size of a deal in whatever currency."""
    if size is None:
        amount = moment.deal.amount
        why = Say("triage.no-limits", {"currency": amount.currency}) if amount is not None else Say("triage.no-grade")
        return _UNKNOWN_VALUE, why
    grades = get_args(Grade)
    share = 1 - grades.index(size) / (len(grades) - 1)
    return (share, Say("triage.grade", {"grade": size})) if share else None


def _moved(moment: Moment, before: WinProbability, now: WinProbability) -> _Found:
    """How far the number moved, measured by what the playbook takes for a move; one that came or went moved far."""
    if before.value is None or now.value is None:
        if (before.value is None) == (now.value is None):
            return None
        code = "triage.number-came" if before.value is None else "triage.number-gone"
        value = now.value if now.value is not None else before.value
        return 1.0, Say(code, {"value": Percent(value or 0.0), "status": Say(f"probability.short-{now.status}")})
    points = whole(100 * now.value) - whole(100 * before.value)
    if not points:
        return None
    facts: dict[str, Fact] = {"points": Points(points, signed=True), "before": Percent(before.value)}
    far = moment.playbook.review.probability_moved
    share = min(1.0, abs(now.value - before.value) / far) if far else 1.0
    return share, Say("triage.moved", facts)


def _promises(moment: Moment, *, suspended: bool) -> _Found:
    """What we or the customer promised and is due by the next review."""
    soon = moment.on + timedelta(days=moment.playbook.review.due_days)
    due = [one for one in open_promises(moment, suspended=suspended) if one.due is not None and one.due <= soon]
    late = sum(one.due is not None and one.due < moment.on for one in due)
    if not due:
        return None
    full = moment.playbook.review.promises
    return (min(1.0, len(due) / full) if full else 1.0), _both("promises", late=late, due=len(due) - late)


def _both(what: str, **counts: int) -> Say:
    """Say two counts, or the one that is not zero."""
    told = [name for name, count in counts.items() if count]
    return Say(f"triage.{what}-{told[0] if len(told) == 1 else 'both'}", counts)


def open_promises(moment: Moment, *, suspended: bool) -> Iterator[Action]:
    """Go through what is planned and not done, but for what must wait for the award or the restart."""
    for one in moment.deal.actions.values():
        if exists_on(one, moment) and not is_done(one, moment) and not is_held(moment, one, suspended=suspended):
            yield one


def _silence(moment: Moment) -> _Found:
    """How long nobody of the customer has told us anything; while bids are open nobody may."""
    heard, limit = last_told(moment), moment.playbook.review.silent_days
    if heard is None or moment.bidding_is_on or (days := silent_days(moment, heard)) <= limit:
        return None
    return min(1.0, days / (2 * limit)) if limit else 1.0, Say("triage.silence", silence_facts(moment, heard))


def _decision(moment: Moment) -> _Found:
    """How near the decision is, or the day by which bids must be in: after it nothing of ours can be changed.

    A day of decision that has passed is as near as can be.
    """
    bids = moment.deal.bids_due.at(moment.on).value
    ahead = bids is not None and bids >= moment.on
    day, span = bids if ahead else decision_day(moment), moment.playbook.review.decision_days
    if day is None:
        return None
    left = (day - moment.on).days
    share = 1 - max(0, left) / span if span else float(left <= 0)
    if share <= 0:
        return None
    code = "triage.bids" if ahead else "triage.decision" if left >= 0 else "triage.decision-past"
    return share, Say(code, {"days": abs(left), "on": day})


def decision_day(moment: Moment) -> date | None:
    """Return the day on which the customer means to decide, else the next by which what drives him makes him."""
    said = moment.deal.decision.at(moment.on).value
    if said is not None:
        return said
    days = (one.deadline for one in event_states(moment) if one.stands and one.deadline is not None)
    return min(days, default=None)
