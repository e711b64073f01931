"""A person of the customer, as a deal knows him and as the account knows him.

What moves with the deal (where he stands, how well we know him) is dated; what belongs to the person (title, function,
politics, orientation) is not. A file may say any of it in either place: the deal's word holds for that deal.
"""

from datetime import date
from typing import Self

from pydantic import model_validator
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

    name: Text | None = None
    title: Text | None = None
    function: Function | None = None
    politics: Politics | None = None
    orientation: Orientation | None = None
    reports_to: Id | None = None
    attitude: Timeline[Attitude] = Timeline()
    contact: Timeline[Contact] = Timeline()
    since: StartDay | None = None
    left: StartDay | None = None


class Person(Part):
    """A person in a deal."""

    name: Text | None = None
    title: Text | None = None
    function: Function | None = None
    role: Role | None = None
    politics: Politics | None = None
    orientation: Orientation | None = None
    reports_to: Id | None = None
    veto: Flag | None = None
    key: Flag | None = None
    coach: Flag | None = None
    attitude: Timeline[Attitude] = Timeline()
    support: Timeline[Support] = Timeline()
    contact: Timeline[Contact] = Timeline()
    leans_to: Timeline[Id] = Timeline()
    mode: Timeline[ResponseMode] = Timeline()
    wins: Text | None = None
    loses: Text | None = None
    since: StartDay | None = None
    left: StartDay | None = None
    note: Text | None = None

    @model_validator(mode="after")
    def _one_scale_a_day(self) -> Self:
        days = {entry.on for entry in self.attitude} & {entry.on for entry in self.support}
        undated = self.attitude and self.support and None in {e.on for e in (*self.attitude, *self.support)}
        if days or undated:
            raise PydanticCustomError("two-scales", "two scales", {"days": tuple(str(day) for day in days if day)})
        return self


class Source(Part):
    """Somebody in the customer's house who tells us things; the id is the person's unless `person` says otherwise."""

    person: Id | None = None
    title: Text | None = None
    scope: Timeline[Scopes] = Timeline()
    confirmed: Timeline[Answer] = Timeline()
    act: Timeline[Text] = Timeline()
    asked: Timeline[Text] = Timeline()
    introduced_by: Id | None = None
    since: StartDay | None = None
    left: StartDay | None = None
    note: Text | None = None
