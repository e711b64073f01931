"""We put our relation clearly higher than the people whom we know show it.

What it finds. A stated `us.relation` above what the decision chain gives by more points than the playbook calls even.
A chain of which too little is known gives none.

Why it loses deals. Two words of ours on one thing, and the number silently follows the friendlier one.

What clears it. The lower level; or on the people what the level rests on.

Source: METHOD 7.3, 8.3 (ours).
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.analysis.win_probability import derived_relation, our_counted
from winsell.base.fact import Points
from winsell.base.finding import Finding

CODE = "WSN104"
UNTIL = "award"
ENDS_WITH_BIDS = True
ABOUT = "evidence"
ALSO = ()
SHOWN = ("warning",)
SETTINGS = ()


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding with both levels."""
    moment, numbers = assessment.moment, assessment.chain.numbers
    stated = moment.deal.us.relation.at(moment.on)
    if stated.value is None or numbers.score is None or numbers.thin:
        return
    rules = moment.playbook.probability
    ours, chain = our_counted(moment, stated), derived_relation(numbers, rules)[0].point
    if ours - chain > rules.relation_even_within:
        yield Finding(CODE, "warning", ("us", "relation"), {"level": Points(ours), "chain": Points(chain)})
