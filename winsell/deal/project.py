"""How this customer bought before: past projects, and what we know of the present one's money and criteria.

The five elements of project behaviour management: people, money, criteria, intelligence, lessons. What we know of each
is stated and dated; the detail is optional and never changes that statement.
"""

from typing import Annotated

from pydantic import Field

from winsell.base.part import Part
from winsell.base.scalar import (
    Amount,
    Count,
    Currency,
    Flag,
    Id,
    Knowledge,
    Name,
    PriceBasis,
    Standing,
    Text,
    number,
    whole,
)
from winsell.deal.timeline import Timeline

Marks = Annotated[float, number(0, 100)]
"""A share of a tender's marks, in percent."""


class MoneyItem(Part):
    """One sum of a past project."""

    amount: Amount
    currency: Currency
    name: Text | None = None


class PastCriterion(Part):
    """A criterion by which a past project was scored."""

    name: Text | None = None
    weight: Marks | None = Field(None, description="Its share of the marks, in percent.")


class Round(Part):
    """A bidding round: its purpose and how many survive it."""

    purpose: Name
    survivors: Count | None = None


class Bid(Part):
    """What a company offered in a past project."""

    company: Name
    price: Amount | None = None
    currency: Currency | None = None
    rank: Count | None = None
    solution: Text | None = None
    outcome: Text | None = None
    basis: PriceBasis | None = None


class Lesson(Part):
    """Why a past project was won or lost."""

    won_by: Text | None = None
    because: Name
    repeat: Text | None = Field(None, description="What we would do again, or never again.")


class PastProject(Part):
    """A purchase of the same customer, or an earlier phase of this one."""

    name: Name
    year: Annotated[int, whole(1990, 2100)] | None = None
    money: dict[Id, MoneyItem] = Field(default_factory=dict, description="Sums asked, approved or awarded, by item.")
    people: Text | None = Field(None, description="Who approved and decided then, and who of them still sits.")
    criteria: dict[Id, PastCriterion] = Field(default_factory=dict)
    rounds: dict[Id, Round] = Field(default_factory=dict)
    milestones: Text | None = Field(None, description="Its rhythm: key dates and the time between them.")
    bids: dict[Id, Bid] = Field(default_factory=dict)
    lessons: dict[Id, Lesson] = Field(default_factory=dict)
    note: Text | None = None


class Behaviour(Part):
    """What we know of the five elements: unknown, partial, known, or not recoverable."""

    people: Timeline[Knowledge] = Field(Timeline(), description="Who decided then and now, and what they chose.")
    money: Timeline[Knowledge] = Field(Timeline(), description="What the customer pays for such a thing.")
    criteria: Timeline[Knowledge] = Field(Timeline(), description="How he scores, in which rounds, to which rhythm.")
    intelligence: Timeline[Knowledge] = Field(Timeline(), description="Who bid what then, we and the others.")
    lessons: Timeline[Knowledge] = Field(Timeline(), description="Why it was won and lost.")


class Terms(Part):
    """The contract's terms, asked together with the criteria."""

    knowledge: Timeline[Knowledge] = Field(Timeline(), description="Whether we know them.")
    ours: Timeline[Standing] = Field(
        Timeline(), description="Whether our limits allow them; failed is a failed must-have."
    )
    payment: Text | None = Field(None, description="Payment schedule.")
    retention: Text | None = None
    penalties: Text | None = None
    guarantees: Text | None = None
    payer: Text | None = Field(None, description="Who really pays.")


class Criterion(Part):
    """A criterion of this tender."""

    name: Name
    weight: Marks | None = Field(None, description="Its share of the marks, in percent.")
    mandatory: Flag = Field(default=False, description="A must-have: failing it loses the deal.")
    formal: Flag | None = Field(None, description="Written into the tender, or carried in somebody's head.")
    owner: Id | None = Field(None, description="The person whose criterion it is.")
    ours: Timeline[Standing] = Field(Timeline(), description="Whether we meet it.")
