"""The customer holds more than one price of ours.

What it finds. Under `quotes`, the last prices of two of us, in one currency and for the same thing, are not the same.

Why it loses deals. Two prices tell the customer that we do not talk to each other, and that the lower one is not the
last. The higher one is then never believed again.

What clears it. One person who names prices; and the same price from both, or the other one taken back with its day.

Source: METHOD 0 (our own house: two prices).
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.analysis.moment import Moment
from winsell.base.fact import Fact, Money, Say
from winsell.base.finding import Finding
from winsell.deal.deal import Quote
from winsell.rules._tender import case_of

CODE = "WSH102"
UNTIL = "award"
ABOUT = "house"
ALSO = ("fast",)
SHOWN = ("error",)
SETTINGS = ()


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding for each thing that has two prices."""
    moment = assessment.moment
    for standing in _standing(moment).values():
        if len({quote.price for quote in standing.values()}) > 1:
            said: tuple[Fact, ...] = tuple(_say(moment, one) for _, one in sorted(standing.items()))
            yield Finding(CODE, "error", ("quotes",), {"prices": said, "count": len(said), **case_of(moment)})
            return


def _standing(moment: Moment) -> dict[tuple[str, str], dict[str, Quote]]:
    """Return the last price of each of us, by what it is for and its currency."""
    standing: dict[tuple[str, str], dict[str, Quote]] = {}
    for quote in sorted(moment.deal.quotes, key=lambda one: one.on):
        if quote.on <= moment.on:
            key = (quote.what or "", _currency(moment, quote))
            standing.setdefault(key, {})[quote.by.strip()] = quote
    return standing


def _currency(moment: Moment, quote: Quote) -> str:
    return quote.currency or (moment.deal.amount.currency if moment.deal.amount else "")


def _say(moment: Moment, quote: Quote) -> Say:
    money = Money(quote.price, None, _currency(moment, quote))
    return Say("finding.quote", {"by": quote.by, "price": money, "on": quote.on})
