"""Our company said yes while a question of the screening has no answer.

What it finds. The approval stands, from the playbook's stage on, and it is unknown whether the deal is worth winning or
whether there is anything that would make us competitive. Whether it is an opportunity at all is
WSE106's, who could stop it WSP102's and WSP113's.

Why it loses deals. Unknown was counted as yes. The review that asked will not ask again, and the answer comes with the
result.

What clears it. The missing answers, or the risk accepted until a day, for a reason: then it is known that they are
missing.

Source: METHOD 0 (rule 6: never silent, never a yes), 5.1.
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.analysis.screening import QuestionResult
from winsell.base.fact import Fact, Say
from winsell.base.finding import Finding
from winsell.rules._window import severity_at

CODE = "WSS102"
UNTIL = "issue"
ABOUT = "gap"
ALSO = ()
SHOWN = ("warning",)
SETTINGS = ("hard_from",)

_PLACES = {"q1": ("matches",), "q3": ("value",)}


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding that names the questions."""
    moment = assessment.moment
    if moment.deal.approved.at(moment.on).value != "yes":
        return
    open_ = [one.id for one in assessment.screening.questions if one.answer == "unknown" and _is_ours(one)]
    if open_:
        asked: tuple[Fact, ...] = tuple(Say(f"finding.open-{id_}") for id_ in open_)
        facts: dict[str, Fact] = {"questions": asked, "count": len(open_)}
        roots = tuple(_PLACES[id_] for id_ in open_)
        yield Finding(CODE, severity_at(moment, CODE), roots[0], facts, roots)


def _is_ours(question: QuestionResult) -> bool:
    """Tell whether an open question is told here: worth winning, or no difference that would make us competitive."""
    return question.id == "q1" or any(say.code == "q3.no-unique-row" for say in question.reasons)
