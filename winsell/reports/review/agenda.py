"""`winsell review --agenda`: what to read before a meeting: the deals in their order, then how each page begins."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from winsell import __version__
from winsell.base.block import Block, Heading, Report
from winsell.base.fact import Say
from winsell.reports.heading import FORMULA, REPORT
from winsell.reports.review.page import Page, first_rows, page_data, table
from winsell.reports.review.triage import Triage, triage_blocks, triage_data


def agenda_report(triage: Triage, pages: Sequence[Page]) -> Report:
    """Show the deals that the time suffices for, and of each what is talked about first."""
    return Report("agenda", lambda: tuple(_blocks(triage, pages)), lambda: _data(triage, pages))


def _blocks(triage: Triage, pages: Sequence[Page]) -> Iterator[Block]:
    yield from triage_blocks(triage)
    for number, page in enumerate(pages, 1):
        deal = page.assessment.moment.deal
        yield Heading(Say("agenda.deal", {"number": number, "deal": deal.deal, "customer": deal.customer}))
        yield table(first_rows(page))


def _data(triage: Triage, pages: Sequence[Page]) -> Mapping[str, Any]:
    return {
        "winsell": __version__,
        "report": REPORT,
        "formula": FORMULA,
        "kind": "agenda",
        **triage_data(triage),
        "pages": [{"id": page.subject.id, **page_data(page)} for page in pages],
    }
