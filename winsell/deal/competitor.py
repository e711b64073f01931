"""A competitor: his standing in one deal, and the file about him that outlives it.

Doing the work in-house, the incumbent and doing nothing are competitors too and need rows of their own.
"""

from typing import Any, ClassVar, Literal

from pydantic import Field

from winsell.base.label import Label
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

    on: StartDay
    what: Name
    source: Text | None = None


class Competitor(Part):
    """A competitor in one deal; levels are 0..100 as the customer would judge."""

    name: Text | None = None
    kind: CompetitorKind = "company"
    fit: Timeline[Level] = Timeline()
    relation: Timeline[Level] = Timeline()
    price: PriceHistory = PriceHistory()
    strategy: Timeline[Id] = Timeline()
    attitudes: dict[Id, Timeline[Attitude]] = Field(default_factory=dict)
    moves: tuple[Move, ...] = Field((), strict=False)
    spokesman: Id | None = None
    partner: Text | None = None
    since: StartDay | None = None
    left: StartDay | None = None
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

    winsell: Version = 1
    kind: Literal["competitor"]
    id: Id | None = None
    name: Name
    partners: tuple[Name, ...] = Field((), strict=False)
    events: tuple[PastEvent, ...] = Field((), strict=False)
    awards: tuple[PublicAward, ...] = Field((), strict=False)
    wins_by: Label | None = None
    loses_by: Label | None = None
    note: Text | None = None
