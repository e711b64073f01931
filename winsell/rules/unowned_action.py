"""Something is planned, and nobody does it, or on no day.

What it finds. Open actions without an owner or without a due day, from the playbook's stage on.

Why it loses deals. What everybody may do, nobody does; what may be done on any day is not done on this one.

What clears it. An owner and a day for each, or drop it.

Source: METHOD 10 (owner and due day are mandatory), 12 (each meeting ends with an action, an owner, a day).
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.analysis.work_for import is_held, open_actions, still_counts
from winsell.base.fact import Fact
from winsell.base.finding import Finding

CODE = "WSA107"
UNTIL = "outcome"
ABOUT = "house"
ALSO = ("fast",)
SHOWN = ("hint",)
SETTINGS = ()


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one hint that counts them and names the first."""
    moment = assessment.moment
    open_ = {id_: one for id_, one in open_actions(moment).items() if still_counts(moment, one)}
    now = {id_: one for id_, one in open_.items() if not is_held(moment, one, suspended=assessment.lane == "suspended")}
    loose = [id_ for id_, one in now.items() if not (one.owner and one.due)]
    if loose:
        facts: dict[str, Fact] = {"what": open_[loose[0]].what, "others": len(loose) - 1 or None}
        yield Finding(CODE, "hint", ("actions", loose[0]), facts, roots=(("actions",),))
