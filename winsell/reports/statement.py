"""Two minutes on why us, as blocks: what only we have, the customer's number, what speaks against each competitor."""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.analysis.statement import Against
from winsell.base.block import Block, Line, Paragraph
from winsell.base.fact import Named, Say


def statement_blocks(assessment: Assessment) -> Iterator[Block]:
    """Put the statement under its title."""
    statement, moment = assessment.statement, assessment.moment
    against = [_against(one, moment.competitor(one.competitor)) for one in statement.against]
    said = [_best(assessment), _numbers(assessment), *(against or [Say("statement.no-competitor")])]
    yield Paragraph((Line(Say("statement.title"), tone="strong", notes=tuple(said)),))


def _best(assessment: Assessment) -> Say:
    best = assessment.statement.best
    if best is None:
        return Say("statement.no-best")
    rivals = tuple(assessment.moment.competitor(id_) for id_ in best.shared_with)
    return Say("statement.best-shared" if rivals else "statement.best", {"claim": best.row.claim, "rivals": rivals})


def _numbers(assessment: Assessment) -> Say:
    numbers = assessment.statement.numbers
    if numbers is None:
        return Say("statement.no-numbers")
    confirmed = numbers.row.customer_confirmed.at(assessment.moment.on)
    on = confirmed.on if confirmed.value == "yes" else None
    return Say("statement.numbers", {"now": numbers.row.now, "after": numbers.row.after, "on": on})


def _against(one: Against, rival: Named) -> Say:
    """Say what speaks against a competitor; what they have in part is told as such."""
    if one.row is None:
        return Say("statement.no-against", {"rival": rival})
    row = one.row.row
    if one.by_number:
        return Say("statement.against-number", {"rival": rival, "now": row.now, "after": row.after})
    code = "statement.against-shared" if one.shared else "statement.against"
    return Say(code, {"rival": rival, "claim": row.claim})
