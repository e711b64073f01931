"""A review of any deal: it has a page and a place on any day, and what is shown sums up."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.test_differences import days
from tests.reports.pages import lines, subject
from tests.strategies import Plain, any_account, any_deal, dossier_of, five_steps
from winsell.analysis.asked import unanswered
from winsell.analysis.assessment import assess
from winsell.analysis.attribution import attribute
from winsell.analysis.course import stated
from winsell.analysis.differences import differences
from winsell.analysis.last_look import last_look
from winsell.analysis.moment import Moment
from winsell.analysis.promises import promises
from winsell.analysis.screened import screened
from winsell.analysis.triage import NewRisks, first_of, rank, triaged, with_risks, within
from winsell.reports.difference.report import Compared, State
from winsell.reports.review.news import new_findings
from winsell.reports.review.page import Page, review_report
from winsell.reports.review.triage import Asked, Triage, triage_report
from winsell.rules.registry import findings_of
from winsell.views.as_json import render_json

few = settings(max_examples=max(1, settings().max_examples // 4))


def page_of(moment: Moment) -> Page:
    assessment = assess(moment.dossier, moment.playbook, moment.on)
    since, found = last_look(moment.deal, moment.on), findings_of(assessment)
    then = screened(moment.dossier, moment.playbook, since)
    pair = then.moment, assessment.moment
    compared = Compared(State(then), State(assessment), differences(*pair), attribute(*pair))
    return Page(
        subject=subject(),
        assessment=assessment,
        findings=found,
        compared=compared,
        new=new_findings(found, moment, since),
        promises=promises(moment, since, suspended=assessment.lane == "suspended"),
        unanswered=unanswered(moment, assessment.gaps),
        said=stated(moment),
    )


@few
@given(any_deal, any_account, days)
def test_any_deal_has_a_page_on_any_day(deal: Plain, account: Plain, on: date) -> None:
    report = review_report(page_of(Moment(dossier_of(deal, account), five_steps(), on)))
    assert not [line for line in lines(report) if "{" in line]
    assert '"kind": "review"' in render_json(report)


counts = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=2, max_size=2)


@few
@given(any_deal, any_deal, days, st.integers(10, 30), counts)
def test_the_first_deals_are_those_of_looking_at_every_one(
    one: Plain, other: Plain, on: date, minutes: int, new: list[tuple[int, int]]
) -> None:
    moments = [Moment(dossier_of(deal), five_steps(), on) for deal in (one, other)]
    found = [triaged(f"deal-{at}", moment, last_look(moment.deal, on)) for at, moment in enumerate(moments)]
    risks = {deal.id: NewRisks(*count) for deal, count in zip(found, new, strict=True)}
    everything = sorted((with_risks(one, risks[one.id]) for one in found), key=rank)
    chosen = first_of(found, lambda one: risks[one.id], minutes)
    assert within(everything, minutes) == chosen
    assert all(0 <= one.points <= 100.001 for one in everything)
    rules = five_steps().review
    triage = Triage(Asked(on, minutes), len(found), rules, chosen, (), ())
    assert not [line for line in lines(triage_report(triage)) if "{" in line]
