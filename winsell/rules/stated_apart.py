"""What we state is far from what the method gives.

What it finds. The win probability stated under `stated` differs by the playbook's points or more from the one computed
of the same facts; or one is stated where the method gives none. Told to the owner only.

Why it loses deals. One of the two is wrong. A stated number that knows more than the file is lost when its owner is on
leave; one that hopes more than the file sends people to the wrong deal.

What clears it. Write down what the stated number knows and the file does not; or state the other one.

Source: METHOD 12 (where the two part by ten points or more, say it).
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.base.fact import Fact, Percent
from winsell.base.finding import Finding
from winsell.rules._place import dated
from winsell.rules._window import settings_of

CODE = "WSN105"
UNTIL = "award"
ABOUT = "evidence"
ALSO = ("fast",)
SHOWN = ("warning",)
SETTINGS = ("points",)
READER = "owner"

_NO_NUMBER = ("no-event", "too-little-known")


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding with both numbers."""
    moment, points = assessment.moment, settings_of(assessment.moment, CODE).points
    stated, value = moment.deal.stated.at(moment.on), assessment.probability.value
    if stated.value is None or points is None:
        return
    where, facts = dated(("stated",), stated), {"stated": Percent(stated.value / 100)}
    if value is None:
        if assessment.probability.status in _NO_NUMBER:
            yield Finding(CODE, "warning", where, facts | {"case": "none"})
    elif abs(stated.value - 100 * value) >= points:
        below: dict[str, Fact] = {"case": "below"} if stated.value < 100 * value else {}
        yield Finding(CODE, "warning", where, facts | {"value": Percent(value)} | below)
