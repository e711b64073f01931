"""One deal: a set of dated facts about a customer who may buy.

Only the deal's and the customer's name are required; what is absent is unknown. The sections stand in the order in
which the method asks for them (METHOD 14.1 lists what moves and what is fixed).
"""

from datetime import date
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import AfterValidator, Field, ValidatorFunctionWrapHandler, field_validator, model_validator
from pydantic_core import PydanticCustomError

from winsell.base.part import Part
from winsell.base.scalar import (
    Amount,
    Answer,
    AwardRule,
    Count,
    Currency,
    Effect,
    EndDay,
    EventStatus,
    Flag,
    Grade,
    Has,
    Id,
    Level,
    MatchAnswer,
    Name,
    Nature,
    Outcome,
    Procurement,
    ProcurementMethod,
    ReviewVerdict,
    SignStatus,
    StartDay,
    Strength,
    Text,
    ValueKind,
    Version,
    number,
    parse_day,
    whole,
)
from winsell.deal.competitor import Competitor
from winsell.deal.person import Person, Source
from winsell.deal.project import Behaviour, Criterion, PastProject, Terms
from winsell.deal.timeline import Timeline


def _other_than(word: str) -> AfterValidator:
    """Make the check that an id is not a word of the form: nobody could tell which of the two a reference means."""

    def check(id_: str) -> str:
        if id_ == word:
            raise PydanticCustomError("reserved-id", "reserved id", {"value": word})
        return id_

    return AfterValidator(check)


RivalId = Annotated[Id, _other_than("us")]
"""`us` is ourselves, where a person leans."""
PersonId = Annotated[Id, _other_than("none")]
"""`none` is nobody, in a chair."""


class Approval(Timeline[Answer]):
    """Our company's approval to pursue; an entry may carry conditions and a spending limit."""

    __slots__ = ()
    extra: ClassVar[dict[str, Any]] = {"conditions": Name, "spending_limit": Amount}


class ApprovalCondition(Part):
    """Something that our own company asked for in return for its yes."""

    what: Name
    since: StartDay | None = None
    due: EndDay | None = None
    met: Timeline[Answer] = Timeline()


class SignHistory(Timeline[SignStatus]):
    """A win sign; an entry may say at which competitor it was seen."""

    __slots__ = ()
    extra: ClassVar[dict[str, Any]] = {"at": Id}


class OutcomeHistory(Timeline[Outcome]):
    """How the deal ended: beside our reason, the buyer's own and what turned it."""

    __slots__ = ()
    extra: ClassVar[dict[str, Any]] = {"buyer_says": Name, "turning_point": Name}


class DayHistory(Timeline[EndDay]):
    """A date that itself may move, such as a deadline."""

    __slots__ = ()


class Quote(Part):
    """A price that one of us has told the customer."""

    on: StartDay
    price: Amount
    currency: Currency | None = None
    by: Name
    to: Text | None = None
    what: Text | None = None


class Price(Part):
    """What the deal may bring: one sum, or a range."""

    low: Amount
    high: Amount | None = None
    currency: Currency

    @model_validator(mode="after")
    def _low_first(self) -> Self:
        if self.high is not None and self.high < self.low:
            raise PydanticCustomError(
                "low-above-high", "low above high", {"low": str(self.low), "high": str(self.high)}
            )
        return self


class GradeOverride(Part):
    """A grade set by hand: it needs a reason and a name."""

    is_: Grade = Field(alias="is")
    why: Name
    by: Name


class Event(Part):
    """A compelling event: why the customer must act, by when, and what happens if he does not."""

    name: Text | None = None
    status: Timeline[EventStatus] = Timeline()
    deadline: DayHistory = DayHistory()
    consequence: Text | None = None
    strength: Strength | None = None
    nature: Nature | None = None


class Us(Part):
    """Our own levels, 0..100 as the customer would judge."""

    fit: Timeline[Level] = Timeline()
    relation: Timeline[Level] = Timeline()
    price: Timeline[Level] = Timeline()
    incumbent: Timeline[Answer] = Timeline()


class ValueRow(Part):
    """One reason to choose us, or not to choose a competitor, or to trust the seller."""

    claim: Name
    kind: ValueKind
    matters_to: tuple[Id, ...] = Field((), strict=False)
    criterion: Id | None = None
    they_have: dict[Id, Has] = Field(default_factory=dict)
    proof: Text | None = None
    customer_confirmed: Timeline[Answer] = Timeline()
    now: Text | None = None
    after: Text | None = None
    since: StartDay | None = None
    left: StartDay | None = None


class Lot(Part):
    """A part of the whole that could be bought apart: a lot, a unit, a phase."""

    name: Name
    we_lead: Timeline[Answer] = Timeline()


class Activity(Part):
    """Something that happened between us and people of the customer."""

    on: StartDay
    people: tuple[Id, ...] = Field((), strict=False, alias="with")
    what: Name
    alone: Flag = False
    outside: Flag = False


class Change(Part):
    """A change in the customer's world that may make earlier judgements void."""

    on: StartDay
    what: Name
    touches: tuple[Id, ...] | None = Field(None, strict=False)


class Action(Part):
    """A piece of work: for whom or what, by when, and whether it worked."""

    for_: Text | None = Field(None, alias="for")
    what: Name
    why: Text | None = None
    step: Annotated[int, whole(1, 5)] | None = None
    strategy: Id | None = None
    tactic: Id | None = None
    owner: Text | None = None
    customer: Flag = False
    added: StartDay | None = None
    due: EndDay | None = None
    put_off: DayHistory = DayHistory()
    done: StartDay | None = None
    dropped: StartDay | None = None
    effect: Timeline[Effect] = Timeline()
    result: Text | None = None
    resource: Text | None = None
    granted: Timeline[Answer] = Timeline()
    days: Annotated[float, number(0)] | None = None
    money: Amount | None = None

    def due_on(self, day: date) -> date | None:
        """Return the day by which it was due as of a day: one that was put off later had its earlier one then."""
        later = (entry.value for entry in self.put_off if entry.on is not None and entry.on > day)
        return next(later, self.due)


class MethodNumber(Part):
    """What the method gave at a review, kept as it was then."""

    value: Level | None = None
    status: Name
    basis: Name | None = None
    playbook: Id
    version: Name
    formula: Count


class Review(Part):
    """A deal review that took place."""

    on: StartDay
    by: Text | None = None
    people: tuple[Text, ...] = Field((), strict=False, alias="with")
    note: Text | None = None
    verdict: ReviewVerdict | None = None
    asked: tuple[Name, ...] = Field((), strict=False)
    stated: dict[Name, Level] = Field(default_factory=dict)
    method: MethodNumber | None = None


class AcceptedRisk(Part):
    """A finding that somebody decided to live with for a time."""

    reason: Name
    by: Text | None = None
    since: StartDay | None = None
    until: DayHistory = DayHistory()
    dropped: StartDay | None = None


class Deal(Part):
    """A deal file. Five lines are enough."""

    winsell: Version = 1
    kind: Literal["deal"] = "deal"
    id: Id | None = None
    deal: Name
    customer: Name
    account: Id | None = None
    owner: Text | None = None
    type: Id | None = None
    grade: GradeOverride | None = None
    amount: Price | None = None
    price_counts: Flag | None = None
    sole_source: Timeline[Answer] = Timeline()
    procurement: Procurement | None = None
    method: ProcurementMethod | None = None
    award_rule: AwardRule | None = None
    account_wanted: Answer | None = None
    stage: Timeline[Id] = Timeline()
    approved: Approval = Approval()
    conditions: dict[Id, ApprovalCondition] = Field(default_factory=dict)
    outcome: OutcomeHistory = OutcomeHistory()
    decision: DayHistory = DayHistory()
    bids_due: DayHistory = DayHistory()
    checkpoints: dict[EndDay, Name] = Field(default_factory=dict)
    matches: dict[Id, Timeline[MatchAnswer]] = Field(default_factory=dict)
    events: dict[Id, Event] = Field(default_factory=dict)
    value: dict[Id, ValueRow] = Field(default_factory=dict)
    lots: dict[Id, Lot] = Field(default_factory=dict)
    us: Us = Us.model_construct()
    ranking: Timeline[Count] = Timeline()
    shortlist: Timeline[Count] = Timeline()
    competitors: dict[RivalId, Competitor] = Field(default_factory=dict)
    people: dict[PersonId, Person] = Field(default_factory=dict)
    chairs: dict[Id, Timeline[Id]] = Field(default_factory=dict)
    sources: dict[Id, Source] = Field(default_factory=dict)
    signs: dict[Id, SignHistory] = Field(default_factory=dict)
    behaviour: Behaviour = Behaviour.model_construct()
    criteria: dict[Id, Criterion] = Field(default_factory=dict)
    terms: Terms = Terms.model_construct()
    past_projects: dict[Id, PastProject] = Field(default_factory=dict)
    strategy: Timeline[Id] = Timeline()
    target: Timeline[Level] = Timeline()
    stated: Timeline[Level] = Timeline()
    quotes: tuple[Quote, ...] = Field((), strict=False)
    actions: dict[Id, Action] = Field(default_factory=dict)
    activities: tuple[Activity, ...] = Field((), strict=False)
    changes: tuple[Change, ...] = Field((), strict=False)
    reviews: tuple[Review, ...] = Field((), strict=False)
    accepted: dict[Text, AcceptedRisk] = Field(default_factory=dict)
    note: Text | None = None

    @field_validator("checkpoints", mode="wrap")
    @classmethod
    def _one_checkpoint_a_day(cls, raw: Any, validate: ValidatorFunctionWrapHandler) -> Any:
        valid = validate(raw)
        if len(valid) < len(raw):
            days = {key: parse_day(key, month_end=True) for key in raw}
            clashing = [key for key, day in days.items() if list(days.values()).count(day) > 1]
            raise PydanticCustomError("same-day", "same day", {"days": tuple(clashing)})
        return valid
