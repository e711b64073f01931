"""Numbers of a playbook that only make sense together: weights of which one at least counts, scales that go up.

In: maps as a playbook writes them. Out: the same maps, or an error at their place. A company may choose its numbers,
not turn the method around: more evidence never counts for less, and a friend counts for more than an enemy.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Annotated, Literal, TypeVar

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from winsell.base.scalar import Attitude, Role, number, whole

Days = Annotated[int, whole(0, 3650)]
Weight = Annotated[float, number(0, 1000)]
Share = Annotated[float, number(0, 1)]
AttitudeValue = Annotated[float, number(-2, 2)]
Key = TypeVar("Key", bound=str)


def some_weight(weights: Mapping[Key, float]) -> Mapping[Key, float]:
    """Refuse weights of which none counts: they are divided by their sum."""
    if not sum(weights.values()) > 0:
        raise PydanticCustomError("weights-sum", "weights sum to zero", {})
    return weights


def _rising(*order: str, strictly: bool = False) -> Callable[[Mapping[str, float]], Mapping[str, float]]:
    """Make the check that the numbers of these keys go up (or stay, unless strictly)."""

    def check(numbers: Mapping[str, float]) -> Mapping[str, float]:
        for low, high in pairwise(order):
            if numbers[low] > numbers[high] or (strictly and numbers[low] == numbers[high]):
                raise _out_of_order(numbers, low, high, order)
        return numbers

    return check


def _out_of_order(numbers: Mapping[str, float], low: str, high: str, order: tuple[str, ...]) -> PydanticCustomError:
    values = {"low": low, "low_value": f"{numbers[low]:g}", "high": high, "high_value": f"{numbers[high]:g}"}
    return PydanticCustomError("wrong-order", "wrong order", values | {"order": tuple(order)})


RoleWeights = Annotated[dict[Literal[Role, "unknown"], Weight], Field(min_length=5), AfterValidator(some_weight)]
InfluenceWeights = Annotated[
    dict[Literal["inner", "structure", "outside", "unknown"], Weight], Field(min_length=4), AfterValidator(some_weight)
]
FormulaWeights = Annotated[dict[Literal["fit", "relation"], Weight], Field(min_length=2), AfterValidator(some_weight)]
PricedWeights = Annotated[
    dict[Literal["fit", "relation", "price"], Weight], Field(min_length=3), AfterValidator(some_weight)
]
ReviewWeights = Annotated[
    dict[Literal["value", "probability", "risks", "promises", "silence", "decision"], Weight],
    Field(min_length=6),
    AfterValidator(some_weight),
]
AttitudeValues = Annotated[
    dict[Attitude, AttitudeValue],
    Field(min_length=5),
    AfterValidator(_rising("enemy", "non-supporter", "neutral", "supporter", "mentor", strictly=True)),
]
ContactDiscounts = Annotated[
    dict[Literal["none", "unknown", "occasional", "multiple", "deep"], Share],
    Field(min_length=5),
    AfterValidator(_rising("none", "occasional", "multiple", "deep")),
]
"""`unknown` has no place in the order: a company may take it for no contact or for some."""
SourceDiscounts = Annotated[
    dict[Literal["none", "one", "two"], Share], Field(min_length=3), AfterValidator(_rising("none", "one", "two"))
]
