"""Bids are open, price counts, and a competitor's price stands clearly better than ours.

What it finds. The tender is out and not awarded, the price counts, our own price position and that of a competitor are
both noted, and his is better by more than the playbook calls even.

Why it loses deals. What a better solution earned in marks is given back in the price, and often nobody decided so.

What clears it. A decision that knows of it: a review since both positions were known, or an action for `us.price`. It
is our own decision, so that no lawful bidder has to ask anybody.

Source: METHOD 9 (round logic, the price's marks), 16; ours.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from winsell.analysis.assessment import Assessment
from winsell.analysis.conditions import rivals_in_seats
from winsell.analysis.moment import Moment
from winsell.analysis.win_probability import our_counted
from winsell.analysis.work_for import exists_on, is_for
from winsell.base.fact import Fact, Points
from winsell.base.finding import Finding
from winsell.deal.timeline import Entry

CODE = "WSC107"
UNTIL = "award"
ENDS_WITH_BIDS = True
ABOUT = "losing"
ALSO = ()
SHOWN = ("warning",)
SETTINGS = ()

_OURS = ("us", "price")


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding with the best price among the competitors."""
    moment = assessment.moment
    ours = moment.deal.us.price.at(moment.on)
    if not moment.bidding_is_on or not _price_counts(moment) or ours.value is None:
        return
    known = {id_: moment.deal.competitors[id_].price.at(moment.on) for id_ in rivals_in_seats(moment)}
    best = max(known, key=lambda id_: (known[id_].value or 0.0, id_), default=None)
    if best is None or _is_even(moment, ours, known[best]) or _is_decided(moment, (ours, known[best])):
        return
    price = moment.deal.criteria.get("price")
    facts: dict[str, Fact] = {
        "ours": Points(our_counted(moment, ours)),
        "rival": moment.competitor(best),
        "theirs": Points(known[best].value or 0.0),
        "marks": Points(price.weight) if price is not None and price.weight is not None else None,
    }
    yield Finding(CODE, "warning", _OURS, facts)


def _price_counts(moment: Moment) -> bool:
    return bool(moment.deal.price_counts) or moment.deal.award_rule == "lowest-price"


def _is_even(moment: Moment, ours: Entry[float], theirs: Entry[float]) -> bool:
    close = moment.playbook.probability.relation_even_within
    return theirs.value is None or theirs.value - our_counted(moment, ours) <= close


def _is_decided(moment: Moment, known: tuple[Entry[float], ...]) -> bool:
    """Tell whether somebody looked at the deal after both positions were noted, or works on ours."""
    since = max((entry.on for entry in known if entry.on is not None), default=date.min)
    reviewed = any(since <= day for day in moment.review_days)
    return reviewed or any(is_for(one, _OURS) and exists_on(one, moment) for one in moment.deal.actions.values())
