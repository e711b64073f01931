"""A risk was accepted, and its last day was put off again and again.

What it finds. An acceptance that holds, whose last day was put off as often as the playbook says (twice), and whose
finding is still there.

Why it loses deals. What is put off once is a decision; what is put off twice is a habit. By then nobody works on it any
more, and it stands in the file as if it were settled.

What clears it. Deal with the risk, or drop the acceptance, so that the risk speaks for itself again.

Source: METHOD 0 (our own house), 14.1; the number is a proposal of ours.
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.base.finding import Finding
from winsell.rules._acceptances import facts_of, still_there, where_of
from winsell.rules._window import settings_of

CODE = "WSR103"
UNTIL = "outcome"
ABOUT = "house"
ALSO = ("fast", "suspended")
SHOWN = ("warning",)
SETTINGS = ("times",)


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding for each acceptance that was renewed too often."""
    most = settings_of(assessment.moment, CODE).times
    for one, found in still_there(assessment):
        if most is not None and found and one.holds and one.renewals >= most:
            yield Finding(CODE, "warning", where_of(one), facts_of(one))
