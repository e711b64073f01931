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
    StartDay,
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
    weight: Marks | None = None


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
    repeat: Text | None = None


class PastProject(Part):
    """A purchase of the same customer, or an earlier phase of this one."""

    name: Name
    since: StartDay | None = None
    year: Annotated[int, whole(1990, 2100)] | None = None
    money: dict[Id, MoneyItem] = Field(default_factory=dict)
    people: Text | None = None
    criteria: dict[Id, PastCriterion] = Field(default_factory=dict)
    rounds: dict[Id, Round] = Field(default_factory=dict)
    milestones: Text | None = None
    bids: dict[Id, Bid] = Field(default_factory=dict)
    lessons: dict[Id, Lesson] = Field(default_factory=dict)
    note: Text | None = None


class Behaviour(Part):
    """What we know of the five elements: unknown, partial, known, or not recoverable."""

    people: Timeline[Knowledge] = Timeline()
    money: Timeline[Knowledge] = Timeline()
    criteria: Timeline[Knowledge] = Timeline()
    intelligence: Timeline[Knowledge] = Timeline()
    lessons: Timeline[Knowledge] = Timeline()


class Terms(Part):
    """The contract's terms, asked together with the criteria."""

    knowledge: Timeline[Knowledge] = Timeline()
    ours: Timeline[Standing] = Timeline()
    payment: Text | None = None
    retention: Text | None = None
    penalties: Text | None = None
    guarantees: Text | None = None
    payer: Text | None = None


class Criterion(Part):
    """A criterion of this tender."""

    name: Name
    weight: Marks | None = None
    mandatory: Flag = False
    formal: Flag | None = None
    owner: Id | None = None
    ours: Timeline[Standing] = Timeline()
