"""A competitor: his standing in one deal, and the file about him that outlives it.

Doing the work in-house, the incumbent and doing nothing are competitors too and need rows of their own.
"""

from typing import Any, ClassVar, Literal

from pydantic import Field

from winsell.base.part import Part
from winsell.base.scalar import (
    Amount,
    Attitude,
    CompetitorKind,
    Currency,
    EndDay,
    Id,
    Level,
    Name,
    PriceBasis,
    StartDay,
    Text,
    Version,
)
from winsell.deal.timeline import Timeline


class PriceHistory(Timeline[Level]):
    """A competitor's price level; each entry may say how we know (never from a sealed bid)."""

    __slots__ = ()
    extra: ClassVar[dict[str, Any]] = {"basis": PriceBasis}


class Move(Part):
    """Something the competitor did in this deal."""

    on: StartDay = Field(description="The day.")
    what: Name = Field(description="What he did.")
    source: Text | None = Field(None, description="Who told us.")


class Competitor(Part):
    """A competitor in one deal; levels are 0..100 as the customer would judge."""

    name: Text | None = Field(None, description="How we call him.")
    kind: CompetitorKind = Field(
        "company",
        description="A company, the incumbent, the customer's own house, a partner's offer, or doing nothing.",
    )
    fit: Timeline[Level] = Field(Timeline(), description="How well his resources meet the need, 0..100.")
    relation: Timeline[Level] = Field(Timeline(), description="How close he is to the customer, 0..100.")
    price: PriceHistory = Field(PriceHistory(), description="His price position, 100 = best by the customer's rule.")
    strategy: Timeline[Id] = Field(Timeline(), description="The competitive strategy he follows.")
    attitudes: dict[Id, Timeline[Attitude]] = Field(
        default_factory=dict, description="Where each person stands towards him; unlisted is unknown."
    )
    moves: tuple[Move, ...] = Field((), strict=False, description="What he did, by day.")
    spokesman: Id | None = Field(None, description="The person who speaks for him inside.")
    partner: Text | None = Field(None, description="Whom he bids together with.")
    since: StartDay | None = Field(None, description="From when he is in this deal.")
    left: StartDay | None = Field(None, description="The first day without him.")
    note: Text | None = None

    @property
    def takes_seat(self) -> bool:
        """Tell whether he takes a seat: all but doing nothing, which belongs to whether there is a decision."""
        return self.kind != "do-nothing"


class PastEvent(Part):
    """Something that happened to a competitor."""

    on: EndDay
    what: Name
    source: Text | None = None


class PublicAward(Part):
    """A tender he won in public."""

    on: EndDay
    customer: Name
    amount: Amount | None = None
    currency: Currency | None = None
    basis: PriceBasis = "public-award"
    source: Text | None = None


class CompetitorFile(Part):
    """`competitors/ID.yaml`: what is known of a competitor beyond one deal."""

    winsell: Version = Field(1, description="Version of the file's form.")
    kind: Literal["competitor"]
    id: Id | None = None
    name: Name = Field(description="The company's name.")
    partners: tuple[Name, ...] = Field((), strict=False, description="Core partners.")
    events: tuple[PastEvent, ...] = Field((), strict=False, description="Important events, dated.")
    awards: tuple[PublicAward, ...] = Field((), strict=False, description="Public award history.")
    wins_by: Text | None = Field(None, description="How he wins against us.")
    loses_by: Text | None = Field(None, description="How he loses against us.")
    note: Text | None = None
