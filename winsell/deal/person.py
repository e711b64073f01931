"""A person of the customer, as a deal knows him and as the account knows him.

What moves with the deal (where he stands, how well we know him) is dated; what belongs to the person (title, function,
politics, orientation) is not. A file may say any of it in either place: the deal's word holds for that deal.
"""

from datetime import date
from typing import Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from winsell.base.part import Part
from winsell.base.scalar import (
    Answer,
    Attitude,
    Contact,
    Flag,
    Function,
    Id,
    Orientation,
    Politics,
    ResponseMode,
    Role,
    Scopes,
    StartDay,
    Support,
    Text,
)
from winsell.deal.timeline import Timeline


def exists(since: date | None, left: date | None, on: date) -> bool:
    """Tell whether a thing with these ends is there on a day: `since` is its first day, `left` the first without it."""
    return (since is None or since <= on) and (left is None or on < left)


class AccountPerson(Part):
    """A person in the account file: what outlives one deal."""

    name: Text | None = Field(None, description="An alias or a post; real names belong into people.local.yaml.")
    title: Text | None = Field(None, description="The post on the door.", examples=["CIO"])
    function: Function | None = Field(None, description="The department he speaks for.")
    politics: Politics | None = Field(
        None,
        description="Influence: inner circle (controls outcomes), structure (makes things happen), outside (watches).",
    )
    orientation: Orientation | None = Field(
        None, description="How he judges: as a professional, a pragmatist, or between."
    )
    reports_to: Id | None = Field(None, description="The person he reports to.")
    attitude: Timeline[Attitude] = Field(
        Timeline(), description="Where he stands towards us over all; shown, never used in a deal's numbers."
    )
    contact: Timeline[Contact] = Field(
        Timeline(), description="How well we know him over all; shown, never used in a deal's numbers."
    )
    since: StartDay | None = Field(None, description="From when he is there; before it he does not exist.")
    left: StartDay | None = Field(None, description="The first day without him.")


class Person(Part):
    """A person in a deal."""

    name: Text | None = Field(None, description="An alias or a post; real names belong into people.local.yaml.")
    title: Text | None = Field(None, description="The post on the door.", examples=["CIO"])
    function: Function | None = Field(None, description="The department he speaks for.")
    role: Role | None = Field(None, description="His part in this decision: approves, decides, evaluates or uses.")
    politics: Politics | None = Field(
        None,
        description="Influence: inner circle (controls outcomes), structure (makes things happen), outside (watches).",
    )
    orientation: Orientation | None = Field(
        None, description="How he judges: as a professional, a pragmatist, or between."
    )
    reports_to: Id | None = Field(None, description="The person he reports to.")
    veto: Flag | None = Field(None, description="May he say no alone?")
    key: Flag | None = Field(None, description="Overrides whether he counts as a key person.")
    coach: Flag | None = Field(None, description="Does he guide us through the customer's house?")
    attitude: Timeline[Attitude] = Field(
        Timeline(), description="Where he stands towards us in this deal, by what he said or did."
    )
    support: Timeline[Support] = Field(
        Timeline(), description="The same on the nine-questions ladder -5..+5; never both on one date."
    )
    contact: Timeline[Contact] = Field(
        Timeline(), description="How well we know him; follows from activities if absent."
    )
    leans_to: Timeline[Id] = Field(Timeline(), description="The competitor he leans to, or `us`.")
    mode: Timeline[ResponseMode] = Field(
        Timeline(), description="How he sees the customer's own position: growth, trouble, even keel or overconfident."
    )
    wins: Text | None = Field(None, description="What he himself wins if we win.")
    loses: Text | None = Field(
        None,
        description="What he loses if we win: power, work, face, budget; or `nothing`.",
    )
    since: StartDay | None = Field(None, description="From when he is there; before it he does not exist.")
    left: StartDay | None = Field(None, description="The first day without him.")
    note: Text | None = Field(None, description="What else matters about him in this deal; no private life.")

    @model_validator(mode="after")
    def _one_scale_a_day(self) -> Self:
        days = {entry.on for entry in self.attitude} & {entry.on for entry in self.support}
        undated = self.attitude and self.support and None in {e.on for e in (*self.attitude, *self.support)}
        if days or undated:
            raise PydanticCustomError("two-scales", "two scales", {"days": ", ".join(str(day) for day in days if day)})
        return self


class Source(Part):
    """Somebody in the customer's house who tells us things; the id is the person's unless `person` says otherwise."""

    person: Id | None = Field(None, description="Who it is, if the id is an alias.")
    scope: Timeline[Scopes] = Field(Timeline(), description="What he can tell about: project, competitors, decision.")
    confirmed: Timeline[Answer] = Field(
        Timeline(), description="The days on which what he told proved right (or wrong)."
    )
    act: Timeline[Text] = Field(Timeline(), description="Something he was seen to do for us.")
    introduced_by: Id | None = Field(None, description="The person who brought him to us.")
    since: StartDay | None = Field(None, description="From when he talks to us.")
    left: StartDay | None = Field(None, description="The first day on which he no longer does.")
    note: Text | None = None
