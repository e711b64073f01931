"""How persons count: weights and values of the decision chain, when contact follows, which words mean no loss."""

from typing import Annotated

from pydantic import Field

from winsell.base.part import Part
from winsell.base.scalar import Attitude, Function, Id, Number, Text, Whole
from winsell.playbook.weights import (
    AttitudeValue,
    AttitudeValues,
    ContactDiscounts,
    Days,
    InfluenceWeights,
    RoleWeights,
    Share,
)


class ContactRules(Part):
    """When activities amount to occasional, multiple, deep contact."""

    occasional_days: Days
    multiple_at_least: Whole
    deep_days: Days


class PeopleRules(Part):
    """How persons become a decision-chain score."""

    role_weights: RoleWeights
    influence_weights: InfluenceWeights
    attitude_values: AttitudeValues
    leaning_value: AttitudeValue
    contact_discounts: ContactDiscounts
    support_bands: dict[Attitude, Number] = Field(min_length=5)
    attitude_fresh_days: Days
    thin_below: Share
    meet_by: dict[Function, Id]
    no_loss: Annotated[tuple[Text, ...], Field(strict=False)]
    loss_unknown: Annotated[tuple[Text, ...], Field(strict=False)]
    contact_from_activities: ContactRules
