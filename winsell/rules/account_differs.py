"""The deal and the account say different things about a person.

What it finds. Name, title, function, politics, orientation or superior of a person stated in both files, and not the
same. The deal's word holds in this deal.

Why it loses deals. Two deals of one customer then judge the same person differently, and one of them is wrong.

What clears it. The same in both files; leave it out of the deal where the account is right.

Source: METHOD 14.1.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from winsell.analysis.assessment import Assessment
from winsell.analysis.moment import Moment
from winsell.base.fact import Fact, Say, Term
from winsell.base.finding import Finding
from winsell.deal.person import AccountPerson, Person

CODE = "WSY103"
UNTIL = "ever"
ABOUT = "file"
ALSO = ("fast", "suspended")
SHOWN = ("hint",)
SETTINGS = ()


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one hint for each such person, with what differs."""
    moment = assessment.moment
    account = moment.dossier.account
    for id_, person in moment.deal.people.items():
        other = account.people.get(id_) if account and id_ in moment.people else None
        differences = tuple(_differences(moment, person, other)) if other else ()
        if differences:
            facts: dict[str, Fact] = {"person": moment.person(id_), "differences": differences}
            yield Finding(CODE, "hint", ("people", id_), facts | {"count": len(differences)})


def _differences(moment: Moment, person: Person, other: AccountPerson) -> Iterator[Fact]:
    for field, said in _SAID.items():
        here, there = getattr(person, field), getattr(other, field)
        if here and there and here != there:
            yield Say(f"finding.differs-{field}", {"deal": said(moment, here), "account": said(moment, there)})


_SAID: Mapping[str, Callable[[Moment, str], Fact]] = {
    "name": lambda _, text: text,
    "title": lambda _, text: text,
    "function": lambda _, id_: Term("function", id_),
    "politics": lambda _, id_: Term("politics", id_),
    "orientation": lambda _, id_: Say(f"finding.orientation-{id_}"),
    "reports_to": lambda moment, id_: moment.person(id_),
}
"""What both files may say of a person, and how it is named in a sentence."""
