"""What a weekly review looks at first; what counts as a move, a silence, a decision near; when silence says nothing.

A part of the playbook (see `model.py`). METHOD 12 gives the page and the alarms; the numbers are proposals.
"""

from typing import Annotated, Literal

from pydantic import Field

from winsell.base.label import Label
from winsell.base.part import Part
from winsell.base.scalar import EndDay, StartDay, Whole, whole
from winsell.playbook.weights import ReviewWeights, Share, Weight

Days = Annotated[int, whole(0, 3650)]


class Quiet(Part):
    """Days on which nobody at the customer can be expected to talk to us: no silence counts them."""

    label: Label
    from_: StartDay = Field(alias="from")
    until: EndDay


class ReviewRules(Part):
    """What a review looks at first, how long it takes, and what puts one deal before another."""

    probability_moved: Share
    score_moved: Weight
    silent_days: Days
    minutes: Days
    minutes_a_deal: Annotated[int, whole(1, 600)]
    due_days: Days
    decision_days: Days
    new_risks: Whole
    promises: Whole
    weights: ReviewWeights
    in_time: Annotated[dict[Literal["dated", "undated"], Share], Field(min_length=2)]
