"""The tender is being written, and no win sign shows.

What it finds. From the playbook's stage on, not one win sign is there, not even partly; red once somebody looked.
If one shows at a competitor, WSW102 says who it is.

Why it loses deals. Somebody helps the customer to write it. If it is not us, it is somebody else.

What clears it. One sign that is there, at least partly; ask openly, while the rules still allow it, what is
missing.

Source: METHOD 6.
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.base.fact import Fact
from winsell.base.finding import Finding
from winsell.rules._window import severity_at

CODE = "WSW103"
UNTIL = "award"


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding."""
    severity, signs = severity_at(assessment.moment, CODE), assessment.signs
    win = [state for state in signs.signs if state.sign.polarity == "win"]
    if severity is None or signs.index or not win or any(state.at is not None for state in win):
        return
    looked = any(state.entry.value is not None for state in win)
    facts: dict[str, Fact] = {"due": signs.due}
    yield Finding(CODE, "error" if looked else severity, ("signs",), facts if looked else facts | {"case": "unknown"})
