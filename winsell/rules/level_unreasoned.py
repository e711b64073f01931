"""A very high or very low level stands without a reason.

What it finds. Our fit, relation or price above the playbook's limit, or a competitor's below his, without a `why`:
it counts as the limit.

Why it loses deals. The number that we like best is the one that nobody asks about, until the customer does.

What clears it. A reason in words, as the customer would give it.

Source: METHOD 8.4.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from winsell.analysis.assessment import Assessment
from winsell.analysis.moment import Moment
from winsell.base.fact import Fact, Points, Say
from winsell.base.finding import Finding, Where
from winsell.deal.timeline import Entry

CODE = "WSF102"
UNTIL = "award"
ENDS_WITH_BIDS = True
ABOUT = "evidence"
ALSO = ("fast",)
SHOWN = ("warning",)
SETTINGS = ()


@dataclass(frozen=True, slots=True)
class _Level:
    """A level as stated, and whose it is; rival None is us."""

    where: Where
    dimension: str
    value: float | None
    reasoned: bool
    rival: str | None = None

    def is_extreme(self, limit: float) -> bool:
        """Tell whether it is better for us than the limit allows without a reason."""
        if self.value is None or self.reasoned:
            return False
        return self.value > limit if self.rival is None else self.value < limit


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding for each such level."""
    moment = assessment.moment
    rules = moment.playbook.probability
    for level in _levels(moment):
        limit = rules.unevidenced_high if level.rival is None else rules.unevidenced_low
        if level.is_extreme(limit):
            facts: dict[str, Fact] = {"level": Points(level.value or 0.0), "counted": Points(limit)}
            yield Finding(CODE, "warning", level.where, facts | _whose(moment, level))


def _whose(moment: Moment, level: _Level) -> dict[str, Fact]:
    if level.rival is None:
        return {"dimension": Say(f"finding.our-{level.dimension}")}
    dimension = Say(f"finding.his-{level.dimension}")
    return {"case": "rival", "rival": moment.competitor(level.rival), "dimension": dimension}


def _levels(moment: Moment) -> Iterator[_Level]:
    dimensions = ("fit", "relation", "price") if moment.deal.price_counts else ("fit", "relation")
    for dimension in dimensions:
        entry: Entry[float] = getattr(moment.deal.us, dimension).at(moment.on)
        yield _Level(("us", dimension), dimension, entry.value, entry.why is not None)
        for id_, rival in moment.competitors.items():
            entry = getattr(rival, dimension).at(moment.on)
            yield _Level(("competitors", id_, dimension), dimension, entry.value, entry.why is not None, id_)
