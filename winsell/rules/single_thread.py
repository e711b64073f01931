"""We hang on a single thread: one person, or one department.

What it finds. People are listed, and only one of them, or nobody yet, is known well (contact multiple or deep); or
all whom we know well sit in one department.

Why it loses deals. He is moved, overruled or on leave, and the deal is gone with him. One department's choice is
another's reason to object.

What clears it. Get to know a second person well, in another department.

Source: METHOD 7.4 (SINGLE-THREAD).
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.analysis.standing import Standing
from winsell.base.fact import Fact, Term
from winsell.base.finding import Finding
from winsell.rules._window import severity_at

CODE = "WSP106"
UNTIL = "issue"
ABOUT = "people"
ALSO = ()
SHOWN = ("warning",)
SETTINGS = ("hard_from",)


_WELL = ("multiple", "deep")


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding: nobody, one person, or one department known well."""
    moment, people = assessment.moment, assessment.chain.people
    if not people:
        return
    severity = severity_at(moment, CODE)
    close = [one for one in people if one.contact in _WELL]
    facts: dict[str, Fact] = {"people": tuple(moment.person(one.id) for one in close)}
    if not close:
        yield Finding(CODE, severity, ("people",), facts | {"case": "nobody"})
    elif len(close) == 1:
        yield Finding(CODE, severity, ("people", close[0].id), facts)
    elif one_function := _shared_function(close):
        department = Term("function", one_function)
        yield Finding(CODE, severity, ("people",), facts | {"case": "department", "department": department})


def _shared_function(people: list[Standing]) -> str | None:
    """Return the department in which all of them sit; None if they do not, or if it is not known of each."""
    functions = {one.person.function for one in people}
    return functions.pop() if len(functions) == 1 else None
