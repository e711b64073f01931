"""The tender is being written, and no win sign shows.

What it finds. From the playbook's stage on, not one win sign is there, not even partly; red once somebody looked.
If one shows at a competitor, WSW102 says at which. Once the tender is out it asks for a decision, not for the sign.

Why it loses deals. Somebody helps the customer to write it. If it is not us, it is somebody else.

What clears it. One sign that is there, at least partly; ask openly, while the rules still allow it, what is
missing. Once the tender is out, a review that decides whether to bid.

Source: METHOD 6.
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.base.finding import Finding
from winsell.rules._tender import case_of, decided_since_issue
from winsell.rules._window import severity_at

CODE = "WSW103"
UNTIL = "award"
ENDS_WITH_BIDS = True
ABOUT = "sign"
ALSO = ()
SHOWN = ("warning", "error")
SETTINGS = ("hard_from",)


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding."""
    moment, signs = assessment.moment, assessment.signs
    win = [state for state in signs.signs if state.sign.polarity == "win"]
    if signs.index or not win or any(state.at is not None for state in win):
        return
    roots = tuple(("signs", state.id) for state in win)
    looked = any(state.entry.value is not None for state in win)
    if not looked:
        yield Finding(CODE, severity_at(moment, CODE), ("signs",), {"due": signs.due, "case": "unknown"}, roots)
    elif not decided_since_issue(moment):
        yield Finding(CODE, "error", ("signs",), {"due": signs.due, **case_of(moment)}, roots)
