"""Formula 1 of the win probability: numbers in, numbers out (METHOD 8.3).

A reconstruction, pinned to the figures that the published case prints; never its author's formula. Us and each
competitor have levels 0..100 in the same dimensions; a level that nobody knows is replaced by a number that the rules
name, and the interval shows what it hides. The shares follow Bradley, Terry and Luce with exponent gamma.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import fsum
from typing import Literal

from winsell.playbook.model import ProbabilityRules

HUNDRED = 100.0


@dataclass(frozen=True, slots=True)
class Level:
    """One of our levels: the number used, and between what it may lie."""

    point: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Rival:
    """A competitor's levels by dimension; None is unknown. Without an id he is one whom nobody has named."""

    id: str | None
    levels: Mapping[str, float | None]
    incumbent: bool = False


@dataclass(frozen=True, slots=True)
class Inputs:
    """All that the formula needs."""

    ours: Mapping[str, Level]
    rivals: Sequence[Rival]
    weights: Mapping[str, float]
    seats: int
    discount: float
    """0..1: what is left of the share without, with one, with two inside sources."""
    cap: float
    """0..1: the lowest ceiling that applies."""


@dataclass(frozen=True, slots=True)
class Strength:
    """A weighted sum of levels, 0..100: the number used, and between what it may lie."""

    point: float
    low: float
    high: float


TakenFor = Literal["most", "equal", "sound", "incumbent", "levels"]
"""What a competitor is taken for until we know them: all that they could be at most, our equal, a sound bidder (where
we are less), close to the customer because they are there already, or their levels with ours for what is unknown."""


@dataclass(frozen=True, slots=True)
class Result:
    """The probability 0..1 with its range, and what it was made of."""

    value: float
    low: float
    high: float
    share: float
    """The share before discount and ceiling."""
    ours: Strength
    rivals: tuple[tuple[Rival, Strength], ...]
    """Those who hold a seat by their point, strongest first."""

    @property
    def width(self) -> float:
        """The width of the range."""
        return self.high - self.low


def share(ours: float, rivals: Sequence[float], gamma: float) -> float:
    """Return our share 0..1 of a contest among strengths."""
    if ours <= 0:
        return 0.0
    mine: float = ours**gamma
    return mine / (mine + fsum(rival**gamma for rival in rivals))


def win_share(inputs: Inputs, rules: ProbabilityRules) -> Result:
    """Compute value, low and high; who takes the seats is chosen anew for each."""
    ours = _our_strength(inputs)
    rivals = _with_unnamed(inputs)
    strengths = [(rival, _rival_strength(rival, inputs, ours.point, rules)) for rival in rivals]
    seated = sorted(strengths, key=_most_dangerous_first)[: inputs.seats]
    points = share(ours.point, [strength.point for _, strength in seated], rules.gamma)
    worst = share(ours.low, _largest([s.high for _, s in strengths], inputs.seats), rules.gamma)
    best = share(ours.high, _largest([s.low for _, s in strengths], inputs.seats), rules.gamma)
    value, low, high = (min(inputs.discount * part, inputs.cap) for part in (points, worst, best))
    return Result(value, low, high, points, ours, tuple(seated))


def _most_dangerous_first(pair: tuple[Rival, Strength]) -> tuple[float, bool, float, str]:
    """By his point, named before unnamed, then by what he may turn out to be, then by id; never by file order."""
    rival, strength = pair
    return -strength.point, rival.id is None, -strength.high, rival.id or ""


def _largest(strengths: Sequence[float], seats: int) -> list[float]:
    return sorted(strengths, reverse=True)[:seats]


def _with_unnamed(inputs: Inputs) -> list[Rival]:
    """Fill the seats that no named competitor takes with ones of whom nothing is known."""
    missing = max(0, inputs.seats - len(inputs.rivals))
    unnamed = Rival(None, dict.fromkeys(inputs.weights))
    return [*inputs.rivals, *[unnamed] * missing]


def _weighted(weights: Mapping[str, float], levels: Mapping[str, float]) -> float:
    return fsum(weight * levels[dimension] for dimension, weight in weights.items()) / fsum(weights.values())


def _our_strength(inputs: Inputs) -> Strength:
    return Strength(
        _weighted(inputs.weights, {dimension: level.point for dimension, level in inputs.ours.items()}),
        _weighted(inputs.weights, {dimension: level.low for dimension, level in inputs.ours.items()}),
        _weighted(inputs.weights, {dimension: level.high for dimension, level in inputs.ours.items()}),
    )


def _rival_strength(rival: Rival, inputs: Inputs, ours: float, rules: ProbabilityRules) -> Strength:
    """Until we know him he is at least our equal, and a sound bidder."""
    low = _weighted(inputs.weights, {d: _known(rival, d, 0.0) for d in inputs.weights})
    high = _weighted(inputs.weights, {d: _known(rival, d, HUNDRED) for d in inputs.weights})
    if all(rival.levels[dimension] is not None for dimension in inputs.weights):
        return Strength(low, low, high)
    assumed = {d: _known(rival, d, _assumed(rival, d, inputs.ours[d].point, rules)) for d in inputs.weights}
    point = min(max(_weighted(inputs.weights, assumed), ours, rules.competitor_floor), high)
    return Strength(point, low, high)


def taken_for(rival: Rival, inputs: Inputs, strength: Strength, ours: float, rules: ProbabilityRules) -> TakenFor:
    """Tell which of the rules for what we do not know of a competitor makes his number."""
    floor = rules.competitor_floor
    if strength.high < max(ours, floor):
        return "most"
    if strength.point <= max(ours, floor):
        return "equal" if ours >= floor else "sound"
    settled = rival.incumbent and rival.levels.get("relation") is None
    return "incumbent" if settled and inputs.ours["relation"].point < rules.unknown_incumbent_relation else "levels"


def _known(rival: Rival, dimension: str, otherwise: float) -> float:
    level = rival.levels[dimension]
    return otherwise if level is None else level


def _assumed(rival: Rival, dimension: str, ours: float, rules: ProbabilityRules) -> float:
    settled = rival.incumbent and dimension == "relation"
    return max(ours, rules.unknown_incumbent_relation if settled else rules.unknown_competitor_level)


def with_our_level(inputs: Inputs, dimension: str, level: Level) -> Inputs:
    """Return the inputs with one of our levels replaced."""
    return replace(inputs, ours={**inputs.ours, dimension: level})


def with_rival_level(inputs: Inputs, index: int, dimension: str, level: float) -> Inputs:
    """Return the inputs with one level of the rival at `index` known."""
    rivals = list(inputs.rivals)
    rivals[index] = replace(rivals[index], levels={**rivals[index].levels, dimension: level})
    return replace(inputs, rivals=rivals)
