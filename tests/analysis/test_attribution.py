"""Why a probability moved: the shares sum to the difference, and each goes to what moved (METHOD 8.6)."""

from __future__ import annotations

from datetime import date, timedelta
from math import fsum

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.analysis.moments import PROOF, moment_of, own_playbook
from tests.strategies import Plain, contested_deal, dossier_of, example_data, five_steps
from winsell.analysis.as_known import as_known
from winsell.analysis.attribution import Attribution, Share, Where, attribute, shapley
from winsell.analysis.moment import Moment

EXACT = 1e-9
SLOW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
ON = date(2021, 10, 1)
BASE = (
    PROOF
    + """
us: {fit: {2021-08-01: {is: 70, why: compared, source: cio}}, relation: {2021-08-01: {is: 60, source: cio}}}
competitors:
  north: {fit: {2021-08-01: 60}, relation: {2021-08-01: 50}}
  south: {fit: {2021-08-01: 50}, relation: {2021-08-01: 50}}
"""
)


def _moment(deal: Plain, on: date = ON) -> Moment:
    return Moment(dossier_of(deal), five_steps(), on)


def _example(on: date) -> Moment:
    deal, account = example_data()
    return Moment(dossier_of(deal, account), five_steps(), on)


def _sum(shares: tuple[Share, ...]) -> float:
    return fsum(share.moved for share in shares)


def _where(found: Attribution) -> list[str]:
    return [".".join(share.where) for share in found.shares]


def _moved(before: str, after: str, **days: date) -> Attribution:
    return attribute(moment_of(before, days.get("first", ON)), moment_of(after, days.get("last", ON)))


@SLOW
@given(contested_deal, contested_deal, st.integers(-200, 200))
def test_the_shares_of_any_two_deals_sum_to_what_moved(old: Plain, new: Plain, days: int) -> None:
    found = attribute(_moment(old), _moment(new, ON + timedelta(days=days)))
    assume(found.moved is not None)
    assert _sum(found.shares) == pytest.approx(found.moved, abs=EXACT)
    for share in found.shares:
        assert not share.parts or _sum(share.parts) == pytest.approx(share.moved, abs=EXACT)


@SLOW
@given(contested_deal)
def test_a_deal_compared_with_itself_has_no_shares(deal: Plain) -> None:
    assert attribute(_moment(deal), _moment(deal)).shares == ()


@SLOW
@given(contested_deal, st.integers(0, 300))
def test_what_is_known_later_is_no_news_earlier(deal: Plain, days: int) -> None:
    """Looked at on the day of the cut, the deal with and without its later facts is the same deal."""
    whole = _moment(deal, ON - timedelta(days=days))
    cut = Moment(as_known(whole.dossier, whole.on), whole.playbook, whole.on)
    assert attribute(whole, cut).shares == ()
    assert attribute(whole, cut).before.status == attribute(whole, cut).after.status


def test_the_worked_case_says_why_november_is_better_than_august() -> None:
    found = attribute(_example(date(2021, 8, 31)), _example(date(2021, 11, 30)))
    assert found.moved == pytest.approx(0.4076 - 0.2333, abs=0.0001)
    assert _where(found) == ["sources", "competitors.international", "competitors.domestic", "us.relation"]
    relation = found.shares[-1]
    assert relation.parts[0].where == ("people", "business-director")
    assert len(relation.parts) == 5


def test_a_players_share_is_the_mean_over_all_orders() -> None:
    worth: dict[frozenset[Where], float] = {
        frozenset(): 0.0,
        frozenset({("a",)}): 1.0,
        frozenset({("b",)}): 2.0,
        frozenset({("a",), ("b",)}): 10.0,
    }
    assert shapley([("a",), ("b",)], lambda moved: worth[moved]) == [(("a",), 4.5), (("b",), 5.5)]


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("is: 70", "is: 80", "us.fit"),
        ("is: 60", "is: 65", "us.relation"),
        ("north: {fit: {2021-08-01: 60}", "north: {fit: {2021-08-01: 40}", "competitors.north"),
        ("  south: {fit: {2021-08-01: 50}, relation: {2021-08-01: 50}}\n", "", "competitors.south"),
        ("competitors:", "shortlist: 4\ncompetitors:", "shortlist"),
        ("competitors:", "price_counts: true\ncompetitors:", "price_counts"),
    ],
)
def test_what_moved_has_the_share(old: str, new: str, where: str) -> None:
    found = _moved(BASE, BASE.replace(old, new))
    assert found.moved
    assert where in _where(found)
    assert _sum(found.shares) == pytest.approx(found.moved, abs=EXACT)


def test_another_playbook_is_a_cause_of_its_own() -> None:
    ours = own_playbook("probability: {gamma: 4}")
    found = attribute(moment_of(BASE, ON), moment_of(BASE, ON, ours))
    assert _where(found) == ["playbook"]


def test_time_alone_is_told_from_news() -> None:
    source = (
        "sources: {liaison: {scope: {2021-08-01: [project, competitors, decision]}, confirmed: {2021-08-01: yes}}}\n"
    )
    text = BASE + "people: {liaison: {title: Liaison, since: 2021-08-01}}\n" + source
    found = _moved(text, text, first=date(2021, 8, 25), last=date(2022, 5, 1))
    assert found.moved is not None
    assert _where(found) in ([], ["clock"])


def test_without_a_number_at_either_end_the_status_says_why() -> None:
    found = _moved(BASE.replace("confirmed", "stopped"), BASE)
    assert found.shares == ()
    assert found.moved is None
    assert found.after.status == "computed"


def test_many_competitors_are_told_together_and_still_sum() -> None:
    def rivals(fit: int) -> str:
        return "\n".join(
            f"  rival-{n}: {{fit: {{2021-08-01: {fit}}}, relation: {{2021-08-01: {fit}}}}}" for n in range(20)
        )

    found = _moved(BASE + rivals(45) + "\nshortlist: 21\n", BASE + rivals(40) + "\nshortlist: 21\n")
    assert _where(found) == ["competitors"]
    assert _sum(found.shares) == pytest.approx(found.moved, abs=EXACT)
