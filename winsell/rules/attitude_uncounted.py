"""It is written where somebody stands, but it does not count as known.

What it finds. Key persons whose attitude is stated and doubtful: too old, without a reason, undated, a guess, or
older than a change in the customer's world.

Why it loses deals. We plan on what we once heard. People move on, and the chain shows confidence that nobody has
earned lately.

What clears it. Hear it again from him, and note the day, what he said or did, and who heard it.

Source: METHOD 7.2.
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.analysis.moment import Moment
from winsell.analysis.standing import Standing
from winsell.base.fact import Fact, Say, Term
from winsell.base.finding import Finding
from winsell.rules._place import dated, said_of

CODE = "WSF103"
UNTIL = "issue"
ABOUT = "evidence"
ALSO = ()
SHOWN = ("warning",)
SETTINGS = ()


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding that names each of them with the reason."""
    moment = assessment.moment
    doubtful = [one for one in assessment.chain.key if one.doubt not in (None, "unknown")]
    if doubtful:
        people: tuple[Fact, ...] = tuple(_why(moment, one) for one in doubtful)
        where = dated(said_of(doubtful[0], moment.on), doubtful[0].entry)
        roots = tuple(("people", one.id) for one in doubtful)
        yield Finding(CODE, "warning", where, {"people": people, "count": len(doubtful)}, roots)


def _why(moment: Moment, one: Standing) -> Say:
    doubt = Term("doubt", one.doubt or "unknown")
    return Say("finding.doubtful", {"person": moment.person(one.id), "doubt": doubt, "on": one.entry.on})
