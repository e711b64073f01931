"""`winsell review --forecast 2021Q4`: awarded, computed and not computable, a currency at a time.

"About 2 of 6" is as exact as it can honestly be said: no sum of money is multiplied by a probability.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, get_args

from winsell import __version__
from winsell.analysis.forecast import Forecast, Foreseen, Group, about
from winsell.base.block import Block, Cell, Column, Heading, Line, Paragraph, Report, Tone
from winsell.base.fact import Fact, Money, Named, Percent, Say, Term
from winsell.reports.capped import capped_table
from winsell.reports.contract import percent
from winsell.reports.heading import FORMULA, REPORT
from winsell.reports.review.triage import Broken

_UNKNOWN = Say("forecast.unknown")
_TONES: dict[Group, Tone] = {"awarded": "green", "passed": "yellow", "undated": "yellow"}


def forecast_report(found: Forecast, on: date, broken: Sequence[Broken]) -> Report:
    """Tell what a span may bring."""
    return Report("forecast", lambda: tuple(_blocks(found, on, broken)), lambda: _data(found, on, broken))


def _blocks(found: Forecast, on: date, broken: Sequence[Broken]) -> Iterator[Block]:
    facts: dict[str, Fact] = {"span": found.span.name, "on": on}
    yield Heading(Say("forecast.title", facts), level=1)
    if not found.deals:
        yield Paragraph((Line(Say("forecast.nothing")),))
    for currency in _currencies(found.deals):
        yield Heading(Say("forecast.currency", {"currency": currency}) if currency else Say("forecast.no-amount"))
        yield Paragraph(tuple(_sums(found, currency)))
    yield from _deals(found)
    if broken:
        yield Paragraph(tuple(_broken(one) for one in broken))


def _broken(one: Broken) -> Line:
    return Line(Say("triage.broken", {"path": one.path, "count": one.problems}), "red")


def _currencies(deals: Sequence[Foreseen]) -> list[str | None]:
    """Name the currencies, and last of all the deals of which nobody has said what they may bring."""
    known = {_currency(one) for one in deals}
    return [*sorted(one for one in known if one is not None), *([None] if None in known else [])]


def _currency(one: Foreseen) -> str | None:
    stated = one.moment.deal.amount
    return stated.currency if stated is not None else None


def _sums(found: Forecast, currency: str | None) -> Iterator[Line]:
    for group in get_args(Group):
        deals = [one for one in found.of(group) if _currency(one) == currency]
        if not deals:
            continue
        facts: dict[str, Fact] = {"count": len(deals), "amount": _sum(deals)}
        if group == "computed" and len(deals) == 1:  # of a single deal, "about 0 of 1" says no, and "about 1" says yes
            yield Line(Say("forecast.computed-one", facts))
            continue
        if group == "computed":
            facts |= {"about": about(deals), "in_time": about(deals, in_time=True)}
        yield Line(Say(f"forecast.{group}", facts), _TONES.get(group, "plain"))


def _sum(deals: Sequence[Foreseen]) -> Money | None:
    """Add up what whole deals may bring, from the lowest to the highest."""
    stated = [one.moment.deal.amount for one in deals if one.moment.deal.amount is not None]
    if not stated:
        return None
    low = sum((one.low for one in stated), Decimal(0))
    high = sum((one.high if one.high is not None else one.low for one in stated), Decimal(0))
    return Money(low, high if high != low else None, stated[0].currency)


def _deals(found: Forecast) -> Iterator[Block]:
    rows = [_row(one) for group in get_args(Group) for one in found.of(group)]
    if not rows:
        return
    yield Heading(Say("forecast.deals"))
    columns = (
        Column(Say("forecast.column-deal")),
        Column(Say("forecast.column-amount"), right=True),
        Column(Say("forecast.column-day")),
        Column(Say("forecast.column-number"), wraps=True),
    )
    yield from capped_table(columns, rows)


def _row(one: Foreseen) -> tuple[Cell, ...]:
    deal = one.moment.deal
    amount: Fact = Money(deal.amount.low, deal.amount.high, deal.amount.currency) if deal.amount else _UNKNOWN
    day: Fact = one.day.isoformat() if one.day is not None else _UNKNOWN
    return Cell(Named(one.id, text=deal.deal), _TONES.get(one.group, "plain")), Cell(amount), Cell(day), _number(one)


def _number(one: Foreseen) -> Cell:
    found = one.probability
    if found.value is None or found.status == "awarded":
        return Cell(Say(f"probability.short-{found.status}"))
    facts: dict[str, Fact] = {
        "value": Percent(found.value),
        "basis": Term("basis", found.basis) if found.basis else None,
        "in_time": Percent(one.in_time),
    }
    return Cell(Say("forecast.number", facts))


# The contract.


def _data(found: Forecast, on: date, broken: Sequence[Broken]) -> Mapping[str, Any]:
    return {
        "winsell": __version__,
        "report": REPORT,
        "formula": FORMULA,
        "kind": "forecast",
        "as_of": on,
        "span": {"name": found.span.name, "first": found.span.first, "last": found.span.last},
        "currencies": [_currency_data(found, one) for one in _currencies(found.deals)],
        "broken": [{"path": one.path, "problems": one.problems} for one in broken],
    }


def _currency_data(found: Forecast, currency: str | None) -> Mapping[str, Any]:
    groups = {}
    for group in get_args(Group):
        deals = [one for one in found.of(group) if _currency(one) == currency]
        groups[group.replace("-", "_")] = {
            "count": len(deals),
            "amount": _sum(deals),
            "about": about(deals) if group == "computed" else None,
            "deals": [_deal_data(one) for one in deals],
        }
    return {"currency": currency, **groups}


def _deal_data(one: Foreseen) -> Mapping[str, Any]:
    return {
        "id": one.id,
        "title": one.moment.deal.deal,
        "day": one.day,
        "status": one.probability.status,
        "win_probability": percent(one.probability.value),
        "basis": one.probability.basis,
        "in_time": percent(one.in_time),
    }
