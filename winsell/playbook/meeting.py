"""What a company does before a meeting and in a week: acts to ask for, who can answer what, who comes along.

A part of the playbook (see `model.py`); all of it may be left out. The reasons behind it are METHOD 7.5 and 10.2: the
relation strategy and the stage say which act is worth asking for, and each of our people must fit whom they meet.
"""

from typing import Annotated, Literal

from pydantic import Field

from winsell.base.label import Label
from winsell.base.part import Part
from winsell.base.scalar import Id, whole

Days = Annotated[int, whole(0, 3650)]
Ids = Annotated[tuple[Id, ...], Field(strict=False)]
Asked = Literal[
    "events",
    "deadline",
    "money",
    "criteria",
    "past-people",
    "competitors",
    "fit",
    "approver",
    "user",
    "it",
    "payer",
    "procurement",
    "chair",
    "veto",
]
"""What a person of the customer may be asked for; `chair` is one that the program does not name."""
Whom = Literal[
    "approver",
    "decider",
    "evaluator",
    "user",
    "it",
    "business",
    "finance",
    "procurement",
    "legal",
    "board",
    "outside",
    "other",
    "unknown",
]
"""A role or a function; `unknown` is somebody of whom neither is known."""


class Meeting(Part):
    """Before a meeting, and in a week."""

    acts: dict[Id, dict[Id, Label]] = Field(default_factory=dict)
    asked: dict[Asked, Annotated[tuple[Whom, ...], Field(strict=False)]] = Field(default_factory=dict)
    company: dict[Whom, Label] = Field(default_factory=dict)
    alone: Ids = ()
    unspoken: Ids = ()
    silent_days: Days = 30
    idle_days: Days = 14
