"""What the law of a procurement restricts is shown with its caution and proposed to nobody (METHOD 16)."""

from __future__ import annotations

import pytest

from tests.analysis.moments import assessed, moment_of, own_playbook

TEXT = "stage: rfp-drafting\nstrategy: frontal\nus: {fit: 60}\n"


@pytest.mark.parametrize(("proposed", "procurement"), [(True, "own-rules"), (False, "government")])
def test_a_restricted_tactic_or_sign_is_not_proposed(proposed: bool, procurement: str) -> None:
    places = {item.where for item in assessed(TEXT + f"procurement: {procurement}\n").plan}
    assert proposed is (("strategy", "shape-criteria") in places)
    assert proposed is (("signs", "tender-consulted") in places)
    assert ("strategy", "mature-demo") in places


@pytest.mark.parametrize(("cautioned", "text"), [(False, ""), (True, "procurement: government\n")])
def test_the_caution_is_that_of_the_procurement(cautioned: bool, text: str) -> None:
    assert cautioned is (moment_of(text or "note: none\n").caution("shape-criteria") is not None)
    assert moment_of(text or "note: none\n").caution("mature-demo") is None


def test_a_company_may_restrict_its_own_signs() -> None:
    own = own_playbook("cautions: {own-rules: {items: [deepest-exchange], text: {en: ask first}}}\n")
    assert moment_of("procurement: own-rules\n", playbook=own).caution("deepest-exchange") is not None
