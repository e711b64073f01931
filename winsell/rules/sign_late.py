"""A win sign should show by now, and does not.

What it finds. Win signs past the stage after which the playbook calls them late that are absent, missed, only
partly there, or never looked at. With no sign at all it is WSW103's.

Why it loses deals. Signs that fail to come mean that the customer does with somebody else what he should do with
us.

What clears it. Look, and state what is there; if it was missed, find out who was asked instead.

Source: METHOD 6.
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.analysis.win_signs import SignState
from winsell.base.fact import Fact, Named
from winsell.base.finding import Finding

CODE = "WSW101"
UNTIL = "award"


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding that names them all."""
    late = [state for state in assessment.signs.signs if _is_late(state)]
    if late and assessment.signs.index:
        names = tuple(Named(state.id, label=state.sign.label) for state in late)
        facts: dict[str, Fact] = {"signs": names, "count": len(late)}
        unseen = all(state.entry.value is None for state in late)
        yield Finding(CODE, "error", ("signs", late[0].id), facts | ({"case": "unknown"} if unseen else {}))


def _is_late(state: SignState) -> bool:
    return state.sign.polarity == "win" and state.late and state.at is None and state.entry.value != "present"
