"""Moments and assessments of small deals written as YAML text: what the tests of the analyses stand on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.strategies import dossier_of, example_data, five_steps, five_steps_data, read_plain
from winsell.analysis.assessment import Assessment, assess
from winsell.analysis.moment import Moment
from winsell.playbook.merge import merge, order_stages
from winsell.playbook.model import Playbook

HEAD = "deal: A deal\ncustomer: A customer\n"
ON = date(2021, 9, 1)
"""The day on which most tests look."""

OWN: dict[str, Any] = {"kind": "playbook", "id": "ours", "version": "1", "name": {"en": "Ours"}}

PROOF = """
events:
  project-approved: {status: {2021-08-20: {is: confirmed, why: signed, source: cio}}, deadline: 2022-06-30}
"""
"""Question 2 answered yes."""


def moment_of(text: str, on: date = ON, playbook: Playbook | None = None, account: str | None = None) -> Moment:
    """Read a deal written without its two required lines."""
    dossier = dossier_of(read_plain(HEAD + text), read_plain(account) if account else None)
    return Moment(dossier, playbook or five_steps(), on)


def assessed(text: str, on: date = ON, playbook: Playbook | None = None, account: str | None = None) -> Assessment:
    """Run all analyses of such a deal."""
    moment = moment_of(text, on, playbook, account)
    return assess(moment.dossier, moment.playbook, on)


def own_playbook(text: str) -> Playbook:
    """Lay a company's own lines over the built-in playbook."""
    merged = merge(five_steps_data(), OWN | read_plain(text))
    return Playbook.model_validate(merged | {"stages": order_stages(merged["stages"])})


def example(on: date, changes: Mapping[str, Any] | None = None) -> Assessment:
    """Assess the worked example on a day, with some of its sections replaced."""
    deal, account = example_data()
    return assess(dossier_of(deal | dict(changes or {}), account), five_steps(), on)
