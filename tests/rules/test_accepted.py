"""An accepted risk hides itself and nothing else: no number changes, and no finding gets lost."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.strategies import Plain, any_deal, dossier_of, five_steps
from winsell.analysis.acceptance import acceptances, can_be_accepted
from winsell.analysis.assessment import assess
from winsell.reports.contract import assessment_data
from winsell.rules.registry import findings_of, judge, rules

NAMED = {"deal": "A deal", "customer": "A customer"}
DAYS = st.dates(date(2021, 1, 1), date(2022, 12, 31))
CODES = st.sets(st.sampled_from([rule.CODE for rule in rules()]), max_size=6)


@settings(max_examples=settings().max_examples // 2)
@given(any_deal, DAYS, CODES)
def test_no_number_and_no_other_finding_changes(deal: Plain, on: date, codes: set[str]) -> None:
    accepted = {code: {"reason": "we live with it", "until": "2023-01-31"} for code in codes}
    without = assess(dossier_of(NAMED | deal | {"accepted": {}}), five_steps(), on)
    with_it = assess(dossier_of(NAMED | deal | {"accepted": accepted}), five_steps(), on)
    assert assessment_data(without) == assessment_data(with_it)
    judged = judge(with_it)
    hidden = [finding for one in judged.accepted if one.acceptance.holds for finding in one.findings]
    assert {one.code for one in hidden} <= {code for code in codes if can_be_accepted(code)}
    shown = [one for one in judged.open if not one.code.startswith("WSR")]
    assert sorted(map(repr, findings_of(without))) == sorted(map(repr, [*shown, *hidden]))


@settings(max_examples=settings().max_examples // 2)
@given(any_deal, DAYS)
def test_any_acceptance_is_in_force_ended_or_not_there_on_a_day(deal: Plain, on: date) -> None:
    dossier = dossier_of(NAMED | deal)
    for one in acceptances(dossier.deal, on):
        assert one.ended == (one.until is not None and one.until < on)
        assert one.since is None or one.since <= on
        assert 0 <= one.renewals <= 2
    assert {one.acceptance for one in judge(assess(dossier, five_steps(), on)).accepted} == set(
        acceptances(dossier.deal, on)
    )
