"""The account file: people, reporting and politics, and past projects, shared by the deals of one customer."""

from typing import Literal

from pydantic import Field

from winsell.base.part import Part
from winsell.base.scalar import Id, Name, Text, Version
from winsell.deal.person import AccountPerson
from winsell.deal.project import PastProject


class Account(Part):
    """`accounts/ID.yaml`: what is known of a customer beyond one deal."""

    winsell: Version = 1
    kind: Literal["account"]
    id: Id | None = None
    name: Name
    people: dict[Id, AccountPerson] = Field(default_factory=dict)
    past_projects: dict[Id, PastProject] = Field(default_factory=dict)
    note: Text | None = None
