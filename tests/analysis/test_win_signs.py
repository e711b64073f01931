"""Win signs: what shows, what is due, what is late, and at whom (METHOD 6)."""

from __future__ import annotations

import pytest

from tests.analysis.moments import moment_of, own_playbook
from winsell.analysis.win_signs import SignState, WinSigns, win_signs
from winsell.playbook.model import Playbook


def signs(text: str, stage: str = "value-proof", playbook: Playbook | None = None) -> WinSigns:
    return win_signs(moment_of(f"stage: {stage}\n{text}", playbook=playbook))


def sign(id_: str, text: str, stage: str = "value-proof", playbook: Playbook | None = None) -> SignState:
    return next(one for one in signs(text, stage, playbook).signs if one.id == id_)


def depth(status: str) -> str:
    return f"signs: {{deepest-exchange: {{2021-08-20: {status}}}}}\n"


@pytest.mark.parametrize(
    ("expected", "stage", "status"),
    [
        pytest.param("white", "value-proof", "unknown", id="unknown, not due"),
        pytest.param("white", "value-proof", "absent", id="absent, not due"),
        pytest.param("white", "value-proof", "partly", id="partly, not due"),
        pytest.param("green", "value-proof", "present", id="there before it is due"),
        pytest.param("yellow", "rfp-drafting", "unknown", id="unknown, due"),
        pytest.param("yellow", "rfp-drafting", "absent", id="absent, due"),
        pytest.param("yellow", "rfp-drafting", "partly", id="partly, due"),
        pytest.param("yellow", "rfp-drafting", "missed", id="missed, due"),
        pytest.param("green", "rfp-drafting", "present", id="there when due"),
        pytest.param("white", "bidding", "unknown", id="unknown, and the tender is out"),
        pytest.param("white", "bidding", "absent", id="absent, and the tender is out"),
        pytest.param("white", "bidding", "partly", id="partly, and the tender is out"),
        pytest.param("white", "bidding", "missed", id="missed, and the tender is out"),
        pytest.param("green", "bidding", "present", id="there when the tender is out"),
        pytest.param("red", "value-proof", "{is: present, at: north}", id="there at a competitor"),
        pytest.param("red", "value-proof", "{is: partly, at: north}", id="partly there at a competitor"),
        pytest.param("white", "value-proof", "{is: absent, at: north}", id="looked for at a competitor and not found"),
    ],
)
def test_a_sign_has_the_colour_of_its_stage(expected: str, stage: str, status: str) -> None:
    assert expected == sign("deepest-exchange", depth(status), stage).colour


EARLY = "signs: {deepest-exchange: {due_from: needs-analysis, late_after: needs-analysis}}\n"
"""A method that wants the sign long before the tender: late, it can still be brought about."""


@pytest.mark.parametrize(
    ("late", "out", "status"),
    [
        ("red", "white", "unknown"),
        ("red", "white", "absent"),
        ("red", "white", "partly"),
        ("red", "white", "missed"),
        ("green", "green", "present"),
        ("red", "red", "{is: present, at: north}"),
    ],
)
def test_a_sign_that_is_late_is_red_until_nobody_can_bring_it_about(late: str, out: str, status: str) -> None:
    playbook = own_playbook(EARLY)
    stages = ("value-proof", "rfp-drafting", "bidding")
    found = [sign("deepest-exchange", depth(status), stage, playbook) for stage in stages]
    assert [True, True, True] == [one.late for one in found]
    assert [late, late, out] == [one.colour for one in found]


@pytest.mark.parametrize(
    ("expected", "day"),
    [pytest.param("green", "2021-07-03", id="sixty days"), pytest.param("yellow", "2021-07-02", id="sixty-one days")],
)
def test_the_depth_sign_is_stale_after_sixty_days(expected: str, day: str) -> None:
    assert expected == sign("deepest-exchange", f"signs: {{deepest-exchange: {{{day}: present}}}}\n").colour


def test_a_sign_that_cannot_age_stays_green() -> None:
    assert "green" == sign("budget-asked", "signs: {budget-asked: {2021-01-01: present}}\n").colour


@pytest.mark.parametrize(
    ("expected", "status"),
    [
        pytest.param("red", "present", id="present"),
        pytest.param("red", "partly", id="partly"),
        pytest.param("white", "{is: present, at: north}", id="a competitor is losing"),
        pytest.param("white", "absent", id="absent"),
        pytest.param("white", "unknown", id="unknown"),
    ],
)
def test_a_sign_of_losing_is_red_as_soon_as_it_shows(expected: str, status: str) -> None:
    assert expected == sign("price-only", f"signs: {{price-only: {{2021-08-20: {status}}}}}\n").colour


def test_a_sign_of_losing_that_shows_is_listed_first_and_not_counted() -> None:
    found = signs("signs: {price-only: present}\n")
    assert ("price-only", None, 0) == (found.signs[0].id, found.index, found.present)


ALL = "signs: {{deepest-exchange: {}, budget-asked: {}, tender-consulted: {}}}\n"


@pytest.mark.parametrize(
    ("expected", "stage", "statuses"),
    [
        pytest.param(None, "value-proof", ("unknown", "absent", "unknown"), id="nothing due and nothing shows"),
        pytest.param(0.5, "value-proof", ("partly", "absent", "absent"), id="one partly, none due"),
        pytest.param(0.75, "value-proof", ("partly", "present", "absent"), id="two show, none due"),
        pytest.param(0.0, "rfp-drafting", ("unknown", "absent", "missed"), id="all due and none there"),
        pytest.param(0.5, "rfp-drafting", ("partly", "present", "absent"), id="all due"),
        pytest.param(1.0, "rfp-drafting", ("present", "present", "present"), id="all there"),
        pytest.param(None, "value-proof", ("{is: present, at: north}", "absent", "absent"), id="seen at a competitor"),
        pytest.param(1 / 3, "bidding", ("{is: present, at: north}", "present", "missed"), id="one of three is ours"),
    ],
)
def test_the_index_counts_what_is_due_or_shows(expected: float | None, stage: str, statuses: tuple[str, ...]) -> None:
    assert expected == signs(ALL.format(*statuses), stage).index


def test_signs_are_counted_by_kind() -> None:
    found = signs(ALL.format("partly", "present", "missed"), "rfp-drafting")
    assert (3, 1, 1, 1) == (found.due, found.present, found.partly, found.missed)


def test_a_sign_that_the_playbook_does_not_know_stays_out() -> None:
    assert "our-own" not in {one.id for one in signs("signs: {our-own: present}\n").signs}


@pytest.mark.parametrize(("colour", "outcome"), [("white", "won"), ("white", "won-part"), ("red", "lost")])
def test_a_sign_that_never_came_is_no_alarm_once_the_deal_is_won(colour: str, outcome: str) -> None:
    text = depth("missed") + f"outcome: {{2021-08-30: {{is: {outcome}, why: told}}}}\n"
    assert colour == sign("deepest-exchange", text, "contract").colour
