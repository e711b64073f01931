"""What a weekly review looks at first, and what counts as a move, a silence, a decision near.

A part of the playbook (see `model.py`). METHOD 12 gives the page and the alarms; the numbers are proposals.
"""

from typing import Annotated, Literal

from pydantic import Field

from winsell.base.part import Part
from winsell.base.scalar import Whole, whole
from winsell.playbook.weights import ReviewWeights, Share, Weight

Days = Annotated[int, whole(0, 3650)]


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
