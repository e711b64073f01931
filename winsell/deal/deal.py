"""One deal: a set of dated facts about a customer who may buy.

Only the deal's and the customer's name are required; what is absent is unknown. The sections stand in the order in
which the method asks for them (METHOD 14.1 lists what moves and what is fixed).
"""

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


class SignHistory(Timeline[SignStatus]):
    """A win sign; an entry may say at which competitor it was seen."""

    __slots__ = ()
    extra: ClassVar[dict[str, Any]] = {"at": Id}


class DayHistory(Timeline[EndDay]):
    """A date that itself may move, such as a deadline."""

    __slots__ = ()


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

    name: Text | None = Field(None, description="Needed for an event that the playbook does not have.")
    status: Timeline[EventStatus] = Field(
        Timeline(), description="Confirmed, denied, on hold or stopped; with its source."
    )
    deadline: DayHistory = Field(DayHistory(), description="The day by which the customer must have acted.")
    consequence: Text | None = Field(None, description="What happens to the customer if he misses it.")
    strength: Strength | None = Field(
        None, description="Strong alone proves that he must buy; needed for an own event."
    )
    nature: Nature | None = None


class Us(Part):
    """Our own levels, 0..100 as the customer would judge."""

    fit: Timeline[Level] = Field(Timeline(), description="How well our resources meet the need.")
    relation: Timeline[Level] = Field(
        Timeline(), description="How close we are to the customer; follows from the decision chain if absent."
    )
    price: Timeline[Level] = Field(Timeline(), description="Our price position, 100 = best by the customer's rule.")
    incumbent: Timeline[Answer] = Field(Timeline(), description="Do we run today what this deal replaces or extends?")


class ValueRow(Part):
    """One reason to choose us, or not to choose a competitor, or to trust the seller."""

    claim: Name = Field(description="What is better, in the customer's words.")
    kind: ValueKind
    matters_to: tuple[Id, ...] = Field((), strict=False, description="The persons to whom it matters.")
    criterion: Id | None = Field(None, description="The criterion under which it scores.")
    they_have: dict[Id, Has] = Field(default_factory=dict, description="What each competitor has of it.")
    proof: Text | None = Field(None, description="What proves it.")
    customer_confirmed: Timeline[Answer] = Field(Timeline(), description="Did the customer say it himself?")
    now: Text | None = Field(None, description="The customer's number today.")
    after: Text | None = Field(None, description="The customer's number with us.")
    since: StartDay | None = None
    left: StartDay | None = None


class Lot(Part):
    """A part of the whole that could be bought apart: a lot, a unit, a phase."""

    name: Name
    we_lead: Timeline[Answer] = Field(Timeline(), description="Are we ahead in this part?")


class Activity(Part):
    """Something that happened between us and people of the customer."""

    on: StartDay = Field(description="The day.")
    people: tuple[Id, ...] = Field((), strict=False, alias="with", description="Who of the customer was there.")
    what: Name
    alone: Flag = Field(default=False, description="With one person alone.")
    outside: Flag = Field(default=False, description="Outside the office.")


class Change(Part):
    """A change in the customer's world that may make earlier judgements void."""

    on: StartDay
    what: Name
    touches: tuple[Id, ...] | None = Field(
        None, strict=False, description="Persons or departments; if absent, the approver and his department."
    )


class Action(Part):
    """A piece of work: for whom or what, by when, and whether it worked."""

    for_: Text | None = Field(
        None, alias="for", description="What it is for: people.cio, behaviour.money, competitors.x ..."
    )
    what: Name
    why: Text | None = None
    step: Annotated[int, whole(1, 5)] | None = Field(None, description="The step of the line it belongs to.")
    strategy: Id | None = None
    tactic: Id | None = None
    owner: Text | None = None
    customer: Flag = Field(default=False, description="Is it the customer who does it?")
    added: StartDay | None = None
    due: EndDay | None = None
    done: StartDay | None = None
    dropped: StartDay | None = None
    effect: Timeline[Effect] = Field(Timeline(), description="Did it work: none, some, strong?")
    result: Text | None = None
    resource: Text | None = Field(None, description="What it needs: an expert, an executive, a reference customer.")
    days: Annotated[float, number(0)] | None = Field(None, description="Working days spent.")
    money: Amount | None = Field(None, description="Money spent, in the deal's currency.")


class Review(Part):
    """A deal review that took place."""

    on: StartDay
    by: Text | None = None
    people: tuple[Text, ...] = Field((), strict=False, alias="with")
    note: Text | None = None
    verdict: ReviewVerdict | None = None


class AcceptedRisk(Part):
    """A finding that somebody decided to live with for a time."""

    reason: Name
    by: Text | None = None
    since: StartDay | None = None
    until: EndDay | None = None


class Deal(Part):
    """A deal file. Five lines are enough."""

    winsell: Version = Field(1, description="Version of the file's form.")
    kind: Literal["deal"] = "deal"
    id: Id | None = Field(None, description="A short id; the file's name if absent.")
    deal: Name = Field(description="What the deal is called.")
    customer: Name = Field(description="Who buys.")
    account: Id | None = Field(None, description="`x` is the file accounts/x.yaml beside the deal.")
    owner: Text | None = Field(None, description="The one person of ours who owns the deal.")
    type: Id | None = Field(None, description="A type of the playbook: project, fast-lane, partner.")
    grade: GradeOverride | None = Field(None, description="Overrides the grade that follows from the amount.")
    amount: Price | None = Field(None, description="What it may bring.")
    price_counts: Flag | None = Field(None, description="Is price a criterion beside fit and relation?")
    sole_source: Timeline[Answer] = Field(Timeline(), description="Does the customer negotiate with one company only?")
    procurement: Procurement | None = Field(None, description="Under which law or rule he buys.")
    method: ProcurementMethod | None = Field(None, description="How he invites.")
    award_rule: AwardRule | None = Field(None, description="Lowest price, scored, or negotiated.")
    account_wanted: Answer | None = Field(None, description="Do we want the account even without this deal?")
    stage: Timeline[Id] = Field(Timeline(), description="A stage of the playbook, and the day it was entered.")
    approved: Approval = Field(Approval(), description="Our company's pursuit approval.")
    outcome: Timeline[Outcome] = Field(Timeline(), description="How it ended, and the day.")
    checkpoints: dict[EndDay, Name] = Field(default_factory=dict, description="Ends of rounds, each with its name.")
    matches: dict[Id, Timeline[MatchAnswer]] = Field(default_factory=dict, description="Question 1: the three matches.")
    events: dict[Id, Event] = Field(default_factory=dict, description="Question 2: compelling events.")
    value: dict[Id, ValueRow] = Field(default_factory=dict, description="Question 3: value rows.")
    lots: dict[Id, Lot] = Field(default_factory=dict, description="Parts that could be bought apart.")
    us: Us = Field(Us.model_construct(), description="Our own levels.")
    ranking: Timeline[Count] = Field(Timeline(), description="Our place in the customer's own ranking, 1 = first.")
    shortlist: Timeline[Count] = Field(Timeline(), description="How many companies are left, we among them.")
    competitors: dict[RivalId, Competitor] = Field(default_factory=dict)
    people: dict[PersonId, Person] = Field(default_factory=dict)
    chairs: dict[Id, Timeline[Id]] = Field(
        default_factory=dict, description="Who sits in a chair of the decision: a person's id, or `none`."
    )
    sources: dict[Id, Source] = Field(default_factory=dict, description="Inside sources.")
    signs: dict[Id, SignHistory] = Field(default_factory=dict, description="Win signs of the playbook.")
    behaviour: Behaviour = Field(Behaviour.model_construct(), description="What we know of how this customer buys.")
    criteria: dict[Id, Criterion] = Field(default_factory=dict, description="The criteria of this tender.")
    terms: Terms = Field(Terms.model_construct(), description="The contract's terms.")
    past_projects: dict[Id, PastProject] = Field(default_factory=dict, description="If there is no account file.")
    strategy: Timeline[Id] = Field(Timeline(), description="The competitive strategy we follow.")
    target: Timeline[Level] = Field(Timeline(), description="The win probability we work towards, in percent.")
    actions: dict[Id, Action] = Field(default_factory=dict)
    activities: tuple[Activity, ...] = Field((), strict=False)
    changes: tuple[Change, ...] = Field((), strict=False)
    reviews: tuple[Review, ...] = Field((), strict=False)
    accepted: dict[Text, AcceptedRisk] = Field(default_factory=dict, description="Risks accepted, by finding code.")
    note: Text | None = None

    @field_validator("checkpoints", mode="wrap")
    @classmethod
    def _one_checkpoint_a_day(cls, raw: Any, validate: ValidatorFunctionWrapHandler) -> Any:
        valid = validate(raw)
        if len(valid) < len(raw):
            days = {key: parse_day(key, month_end=True) for key in raw}
            clashing = [key for key, day in days.items() if list(days.values()).count(day) > 1]
            raise PydanticCustomError("same-day", "same day", {"days": ", ".join(clashing)})
        return valid
