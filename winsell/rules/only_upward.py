"""Every number of ours was only ever corrected upwards.

What it finds. What we state of ourselves went up as often as the playbook says with nothing beside it that shows why,
and not once down. A stated probability is our own word, so a reason shows its rise; a level of ours wants a source as
well. Told to the owner only.

Why it loses deals. Every long deal has bad weeks. If none of them shows in the numbers, the numbers follow hope.

What clears it. The bad news of these weeks, as a number of ours that goes down; or, beside each rise, what shows it.

Source: METHOD 0 (rule 4: it goes up and down), 1 (people avoid bad news), 8.4 (value, source, evidence).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from winsell.analysis.assessment import Assessment
from winsell.analysis.moment import Moment
from winsell.base.finding import Finding, Where
from winsell.deal.timeline import Timeline
from winsell.rules._window import settings_of

CODE = "WSN106"
UNTIL = "award"
ABOUT = "evidence"
ALSO = ("fast",)
SHOWN = ("warning",)
SETTINGS = ("times",)
READER = "owner"

_STATED: Where = ("stated",)


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding that counts the rises."""
    moment, often = assessment.moment, settings_of(assessment.moment, CODE).times
    rises = [where for where, history in _ours(moment) for _ in range(_bare_rises(moment, where, history))]
    falls = any(_falls(moment, history) for _, history in _ours(moment))
    if often is not None and len(rises) >= often and not falls:
        yield Finding(CODE, "warning", rises[0], {"times": len(rises)})


def _ours(moment: Moment) -> Iterator[tuple[Where, Timeline[float]]]:
    us = moment.deal.us
    yield _STATED, moment.deal.stated
    yield from ((("us", "fit"), us.fit), (("us", "relation"), us.relation), (("us", "price"), us.price))


def _bare_rises(moment: Moment, where: Where, history: Timeline[float]) -> int:
    """Count the rises that nothing shows: no reason, or, for a level, nobody who said so."""
    known = [entry for entry in history.until(moment.on) if entry.value is not None]
    bare = ((old, new) for old, new in pairwise(known) if new.why is None or (where != _STATED and new.source is None))
    return sum((new.value or 0) > (old.value or 0) for old, new in bare)


def _falls(moment: Moment, history: Timeline[float]) -> bool:
    known = [entry.value for entry in history.until(moment.on) if entry.value is not None]
    return any(new < old for old, new in pairwise(known))
