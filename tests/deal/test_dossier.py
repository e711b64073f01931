"""A deal laid over its account: whose word holds (METHOD 14)."""

from __future__ import annotations

from datetime import date

import pytest

from tests.strategies import dossier_of, read_plain
from winsell.deal.dossier import Dossier

ACCOUNT = """
kind: account
name: A customer
people:
  cio: {title: CIO, function: it, politics: inner, attitude: mentor, contact: deep, since: 2020-01, left: 2022-01}
  cfo: {title: CFO, function: finance}
past_projects: {old: {name: Old}, other: {name: Other}}
"""


def dossier(text: str) -> Dossier:
    return dossier_of(read_plain("deal: A deal\ncustomer: A customer\n" + text), read_plain(ACCOUNT))


def test_the_account_fills_up_what_the_deal_does_not_say() -> None:
    cio = dossier("people: {cio: {role: approver}}\n").people["cio"]
    assert ("CIO", "it", "inner", "approver") == (cio.title, cio.function, cio.politics, cio.role)
    assert (date(2020, 1, 1), date(2022, 1, 1)) == (cio.since, cio.left)


def test_the_deals_word_comes_before_the_accounts() -> None:
    cio = dossier("people: {cio: {title: Head of IT, politics: outside, since: 2021-06}}\n").people["cio"]
    assert ("Head of IT", "outside", date(2021, 6, 1)) == (cio.title, cio.politics, cio.since)


def test_attitude_and_contact_of_the_account_never_enter_the_deal() -> None:
    cio = dossier("people: {cio: {}}\n").people["cio"]
    assert (False, False) == (bool(cio.attitude), bool(cio.contact))


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param(set(), "note: x\n", id="nobody named"),
        pytest.param({"cio"}, "people: {cio: {}}\n", id="named in the deal"),
        pytest.param({"cfo"}, "chairs: {payer: cfo}\n", id="seated in a chair"),
        pytest.param(
            {"cfo", "cio"}, "chairs: {payer: {2021-01: cfo, 2021-06: cio}}\n", id="seated one after the other"
        ),
        pytest.param(set(), "chairs: {payer: {is: none, source: x}}\n", id="nobody seated"),
        pytest.param(set(), "chairs: {payer: ghost}\n", id="seated and in no file"),
        pytest.param({"new"}, "people: {new: {}}\n", id="unknown to the account"),
    ],
)
def test_persons_of_the_deal_are_those_whom_it_names(expected: set[str], text: str) -> None:
    assert expected == set(dossier(text).people)


def test_past_projects_come_from_both_and_the_deals_word_holds() -> None:
    found = dossier("past_projects: {old: {name: Old as the deal says}}\n").past_projects
    assert {"old": "Old as the deal says", "other": "Other"} == {id_: one.name for id_, one in found.items()}


def test_a_deal_without_an_account_stands_alone() -> None:
    alone = dossier_of(read_plain("deal: A deal\ncustomer: A customer\npeople: {cio: {role: user}}\n"))
    assert (None, {}, "user") == (alone.account, alone.past_projects, alone.people["cio"].role)
