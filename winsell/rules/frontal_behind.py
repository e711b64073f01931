"""We attack from the front without being stronger, and did so at the last reviews too.

What it finds. The strategy is frontal today and was so at the last reviews or checkpoints, and at each of them and
today the win probability is below the playbook's points.

Why it loses deals. Who attacks from the front needs to be clearly stronger. Otherwise each round shows the customer
once more that the other is.

What clears it. Another strategy with its reason (change the question, win a part, wait), or a number that carries
this one.

Source: METHOD 10.1 (frontal without superiority).
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.base.fact import Fact, Percent
from winsell.base.finding import Finding
from winsell.rules._window import settings_of

CODE = "WSC106"
UNTIL = "issue"
ABOUT = "losing"
ALSO = ()
SHOWN = ("warning",)
SETTINGS = ("times", "points")

_FRONTAL = "frontal"


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding with the number of rounds."""
    moment, settings = assessment.moment, settings_of(assessment.moment, CODE)
    value = assessment.probability.value
    if settings.times is None or settings.points is None or value is None:
        return
    rounds = [point for point in assessment.trend if point.kind in ("review", "checkpoint")]
    rounds = rounds[len(rounds) - settings.times :] if settings.times <= len(rounds) else []
    days, values = [point.on for point in rounds], [point.value for point in rounds]
    frontal = all(moment.deal.strategy.at(day).value == _FRONTAL for day in (*days, moment.on))
    if rounds and frontal and all(one is not None and 100 * one < settings.points for one in (*values, value)):
        facts: dict[str, Fact] = {"times": len(rounds), "value": Percent(value)}
        yield Finding(CODE, "warning", ("strategy",), facts)
