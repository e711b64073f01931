"""Somebody who was for us, or who decided, is gone.

What it finds. A person of the decision with `left` within the playbook's days, who was for us by the last word, decided
or approved, or was an inside source; and no review has looked at the deal since.

Why it loses deals. With a friend goes what only the friend knew and did, and who comes next owes us nothing.

What clears it. Who takes the place and where they stand; a review that looks at the chain without the friend.

Source: METHOD 7.4 (NEW-FACE, its other half); what lost deals teach.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from winsell.analysis.assessment import Assessment
from winsell.analysis.moment import Moment
from winsell.analysis.standing import attitude_entry
from winsell.base.fact import Fact
from winsell.base.finding import Finding
from winsell.deal.person import Person
from winsell.rules._window import settings_of, severity_at

CODE = "WSP117"
UNTIL = "issue"
ABOUT = "people"
ALSO = ()
SHOWN = ("warning",)
SETTINGS = ("hard_from", "days")


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding that names them all."""
    moment, days = assessment.moment, settings_of(assessment.moment, CODE).days
    if days is None:
        return
    since = max([moment.on - timedelta(days=days), *moment.review_days])
    left = {id_: one for id_, one in sorted(moment.deal.people.items()) if _left(one, since, moment.on)}
    gone = [id_ for id_, one in left.items() if _counted(moment, id_, one)]
    if gone:
        people = tuple(moment.person(id_) for id_ in gone)
        facts: dict[str, Fact] = {"people": people, "count": len(gone), "on": left[gone[0]].left}
        roots = tuple(("people", id_) for id_ in gone)
        yield Finding(CODE, severity_at(moment, CODE), ("people", gone[0], "left"), facts, roots)


def _left(person: Person, since: date, on: date) -> bool:
    return person.left is not None and since < person.left <= on


def _counted(moment: Moment, id_: str, person: Person) -> bool:
    """Tell whether he was somebody whom we miss: a friend, a decider, or a source."""
    rules = moment.playbook.people
    word = attitude_entry(person, rules, moment.on).value
    is_source = any((source.person or key) == id_ for key, source in moment.deal.sources.items())
    return person.role in ("approver", "decider") or is_source or (word is not None and rules.attitude_values[word] > 0)
