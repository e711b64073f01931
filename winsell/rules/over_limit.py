"""We have spent more on the pursuit than our company allowed.

What it finds. The money noted on the actions, summed up, is above the spending limit of the approval that holds.

Why it loses deals. What is spent beyond is taken from a deal that could be won, and nobody has decided that.

What clears it. A new approval with another limit; or stop spending.

Source: METHOD 4, 5.1 (spending limit).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from winsell.analysis.assessment import Assessment
from winsell.analysis.work_for import exists_on
from winsell.base.fact import Money
from winsell.base.finding import Finding
from winsell.rules._place import dated

CODE = "WSS104"
UNTIL = "outcome"
ABOUT = "house"
ALSO = ("fast", "suspended")
SHOWN = ("warning",)
SETTINGS = ()


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding with both sums."""
    moment = assessment.moment
    approved = moment.deal.approved.at(moment.on)
    limit: Decimal | None = approved.extra.get("spending_limit")
    actions = [one for one in moment.deal.actions.values() if exists_on(one, moment) and one.money is not None]
    spent = sum((one.money or Decimal(0) for one in actions), Decimal(0))
    if limit is not None and spent > limit:
        currency = moment.deal.amount.currency if moment.deal.amount else ""
        facts = {"spent": Money(spent, None, currency), "limit": Money(limit, None, currency)}
        yield Finding(CODE, "warning", dated(("approved",), approved), facts)
