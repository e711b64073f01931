"""The trend: the four points recomputed at each checkpoint from the dated facts (METHOD 2, 12).

In: a moment. Out: one point a day, oldest first, the moment's own day last. Its label is that of the checkpoint, else
the review, else the stage entered, else none. Trends need no git: they come from what the file says was true when.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from winsell.analysis.decision_chain import Chain, Insight, decision_chain
from winsell.analysis.inside import inside_sources
from winsell.analysis.moment import Moment
from winsell.analysis.screening import screen
from winsell.analysis.standing import standings
from winsell.analysis.win_probability import Status, WinProbability, win_probability
from winsell.analysis.win_signs import SignCounts, win_signs

LabelKind = Literal["checkpoint", "review", "stage", "today"]


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """The four points on one day."""

    on: date
    kind: LabelKind
    label: str
    """The checkpoint's name, the stage's id, the review's note, or nothing."""
    status: Status
    value: float | None
    score: float | None
    thin: bool
    insight: float | None
    signs: float | None
    found: Insight
    """What the insight is a rate of."""
    heard: int
    """Of how many of the known key persons we only heard it."""
    counts: SignCounts | None
    """What the signs are a share of; None while nobody has looked or none counts."""


def trend(moment: Moment, last: int | None = None) -> tuple[TrendPoint, ...]:
    """Recompute the points for each day that ends or begins something, up to the moment's own; or the `last` few."""
    labels = _labels(moment)
    days = sorted(labels)[-last:] if last else sorted(labels)
    return tuple(_point(replace(moment, on=day), *labels[day]) for day in days)


def _labels(moment: Moment) -> dict[date, tuple[LabelKind, str]]:
    labels: dict[date, tuple[LabelKind, str]] = {moment.on: ("today", "")}
    labels |= {entry.on: ("stage", entry.value or "") for entry in moment.deal.stage if entry.on is not None}
    labels |= {review.on: ("review", review.note or "") for review in moment.deal.reviews}
    labels |= {day: ("checkpoint", name) for day, name in moment.deal.checkpoints.items()}
    return {day: label for day, label in labels.items() if day <= moment.on}


def chain_and_probability(moment: Moment) -> tuple[Chain, WinProbability]:
    """Judge the chain and the probability of a day."""
    people = standings(moment)
    chain = decision_chain(moment, people)
    return chain, win_probability(moment, screen(moment, people), chain, inside_sources(moment, people))


def _point(moment: Moment, kind: LabelKind, label: str) -> TrendPoint:
    chain, probability = chain_and_probability(moment)
    signs = win_signs(moment)
    return TrendPoint(
        on=moment.on,
        kind=kind,
        label=label,
        status=probability.status,
        value=probability.value,
        score=chain.numbers.score,
        thin=chain.numbers.thin,
        insight=chain.insight.rate,
        signs=signs.index if signs.looked else None,
        found=chain.insight,
        heard=len(chain.heard),
        counts=signs.counts if signs.looked else None,
    )
