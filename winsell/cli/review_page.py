"""The one page of a deal at a review: what it is made of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from winsell.cli.examine import Examined

if TYPE_CHECKING:
    from winsell.reports.review.page import Page


def page_of(examined: Examined, since: date | None = None) -> Page:
    """Look at a deal since the last review, or since a day."""
    from winsell.analysis.asked import unanswered
    from winsell.analysis.assessment import assess
    from winsell.analysis.course import stated
    from winsell.analysis.last_look import last_look
    from winsell.analysis.promises import promises
    from winsell.cli.compared import compared
    from winsell.reports.review.news import new_findings
    from winsell.reports.review.page import Page
    from winsell.rules.registry import findings_of

    assessment = assess(examined.case.dossier, examined.playbook, examined.on)
    moment, found = assessment.moment, findings_of(assessment, "manager")  # two look at the page
    first = min(since or last_look(moment.deal, moment.on), moment.on)
    changed = compared(replace(examined, on=moment.on), first.isoformat(), None, moment.on)
    return Page(
        subject=examined.subject,
        assessment=assessment,
        findings=found,
        compared=changed,
        new=new_findings(found, moment, first),
        promises=promises(moment, first, suspended=assessment.lane == "suspended"),
        unanswered=unanswered(moment, assessment.gaps),
        said=stated(moment),
    )
