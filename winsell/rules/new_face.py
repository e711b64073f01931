"""A new face has appeared among the key persons.

What it finds. A key person who is there since the playbook's number of days at most, and since the last review;
without a review, later than the deal's first weeks and than the stage from which the rule speaks. A new approver is
red. While bids are open it is silent.

Why it loses deals. New faces bring new preferences, often a competitor's. A changed decision maker makes every
earlier judgement void.

What clears it. Meet him, learn who brought him and where he stands; the finding ends with the next review, or with
time.

Source: METHOD 7.4 (NEW-FACE).
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.base.finding import Finding
from winsell.rules._settled import settled_by
from winsell.rules._window import settings_of, severity_at

CODE = "WSP108"
UNTIL = "outcome"
ABOUT = "people"
ALSO = ()
SHOWN = ("warning", "error")
SETTINGS = ("hard_from", "days")


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding that names them all."""
    moment = assessment.moment
    days = settings_of(moment, CODE).days
    if days is None or moment.bidding_is_on:
        return
    settled = settled_by(moment, CODE, days)
    new = [one for one in assessment.chain.key if one.person.since is not None and one.person.since > settled]
    if new:
        people = tuple(moment.person(one.id) for one in new)
        worst = "error" if any(one.person.role == "approver" for one in new) else severity_at(moment, CODE)
        roots = tuple(("people", one.id) for one in new)
        yield Finding(CODE, worst, ("people", new[0].id, "since"), {"people": people, "count": len(new)}, roots)
