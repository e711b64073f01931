"""The law of tenders (METHOD 16), over all rules: from issue to award nobody is sent to people of the customer.

What may be asked then stands in the documents, in public notices, or goes in writing to whom the documents name. A rule
that speaks has sentences of its own for it (the case `bidding`), or stands in `LAWFUL` with the reason why its usual
ones ask nothing of anybody there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rules.test_rules import CODES, NAMED, ON, case_file
from tests.strategies import Plain, any_account, any_deal, dossier_of, five_steps, read_plain
from winsell.analysis.assessment import Assessment, assess
from winsell.base.fact import Say
from winsell.base.finding import Finding
from winsell.reports.risks import parts
from winsell.rules import dead_end
from winsell.rules.registry import findings_of, rules
from winsell.words.catalogue import found as sentence_of
from winsell.words.findings import SENTENCES
from winsell.words.plural import Plural

TEAM = Path(__file__).parent.parent.parent / "examples" / "team"

LAWFUL = {
    ("WSA101", None): "items of the plan, those about people left out; who of us takes them",
    ("WSA101", "beside"): "the same",
    ("WSA102", None): "what one of us has promised and is not about people",
    ("WSA102", "bids-in"): "whether our bid went out",
    ("WSA103", "bids-in"): "what the documents say, and who of us answers",
    ("WSA105", None): "what one of us has promised and is not about people",
    ("WSA106", None): "our own work",
    ("WSA107", None): "who of us does it, and when",
    ("WSH103", None): "our own house",
    ("WSL102", None): "notices",
    ("WSL103", None): "drops what would send somebody there",
    ("WSS103", None): "our own review",
    ("WSS103", "unsaid"): "our own notes",
    ("WSS104", None): "our own house",
    ("WSB105", None): "public awards and our own estimate",
    ("WSB105", "lowest"): "the same",
    ("WSB103", None): "one of ours writes down what they know",
    ("WSC107", None): "our own price",
    ("WSE108", "past-bidding"): "notices, and questions in writing",
    ("WSF102", None): "our own reason for our own level",
    ("WSF102", "rival"): "what was seen before, and our reason for a level",
    ("WSH101", None): "our own house",
    ("WSL101", None): "the rules of the purchase, which the notice says and procurement is there to say",
    ("WSL101", "method"): "the same",
    ("WSN101", None): "our own sources",
    ("WSN101", "none"): "our own sources",
    ("WSN104", None): "our own notes",
    ("WSR101", None): "our own decision",
    ("WSR101", "endless"): "our own decision",
    ("WSR102", None): "our own decision",
    ("WSR102", "unknown"): "our own decision",
    ("WSR102", "barred"): "our own decision",
    ("WSR103", None): "our own decision",
    ("WSN105", None): "our own notes",
    ("WSN105", "below"): "our own notes",
    ("WSN105", "none"): "our own notes",
    ("WSN106", None): "our own notes",
    ("WSS101", None): "our own house",
    ("WSS101", "refused"): "our own house",
    ("WSS105", None): "our own house",
    ("WSS105", "broken"): "our own house",
    ("WSW103", "unknown"): "what was seen before, noted by us",
    ("WSY101", "everything"): "the file",
    ("WSY102", "everything"): "the file",
    ("WSY103", None): "the file",
    ("WSY104", None): "the file",
}
SENDS = re.compile(
    r"\b([Mm]eet (?!it)|[Cc]all (him|them|her)|[Hh]ear (it|them)|[Tt]alk to (?!nobody)|[Ii]ntroduce|[Ww]in (them )?over"
    r"|[Ff]ind a source|[Ll]et a supporter|your side|[Gg]et to know|[Ll]earn the reason|[Aa]sk them|[Aa]sk one of)"
)
"""Words that send somebody to people of the customer."""


def key_of(one: Finding) -> tuple[str, str | None]:
    case = one.facts.get("case")
    return one.code, "everything" if one.code in ("WSY101", "WSY102") else None if case is None else str(case)


def is_lawful(one: Finding) -> bool:
    code, case = key_of(one)
    own = {f"{code}.ask.bidding", f"{code}.clear.bidding"} <= set(SENTENCES)
    return (code, case) in LAWFUL or (own and case is not None and case.split(".")[0] == "bidding")


def forms(say: Say) -> Iterator[str]:
    said = sentence_of(say.code)[1]
    yield from (said.one, said.many) if isinstance(said, Plural) else (said,)


def bidding(deal: Plain, account: Plain | None = None, on: str = ON) -> tuple[Finding, ...]:
    """What is found of a deal when its bids are open."""
    return findings_of(open_bids(deal, account, on))


def open_bids(deal: Plain, account: Plain | None, on: str) -> Assessment:
    """A deal whose bids are open."""
    open_ = {key: value for key, value in deal.items() if key != "outcome"}
    told = deal.get("stage")
    dated = isinstance(told, dict) and max(told.items(), default=("", ""))[1] == "bidding" and max(told) <= on
    dossier = dossier_of(NAMED | open_ | {"stage": told if dated else "bidding"}, account)
    assessment = assess(dossier, five_steps(), date.fromisoformat(on))
    assert assessment.moment.bidding_is_on
    return assessment


@cache
def all_open() -> tuple[Assessment, ...]:
    """Every deal of every rule's cases when its bids are open."""
    found: list[Assessment] = []
    for code in CODES:
        for one in (*case_file(code)["pass"].values(), *case_file(code)["fail"].values()):
            account = {"kind": "account", "name": "A customer"} | one["account"] if one.get("account") else None
            found.append(open_bids(one["deal"], account, one.get("on", ON)))
    return tuple(found)


@cache
def all_cases() -> tuple[Finding, ...]:
    """What is found of all of them."""
    return tuple(finding for assessment in all_open() for finding in findings_of(assessment))


def test_no_rule_sends_anybody_to_people_while_bids_are_open() -> None:
    assert set() == {key_of(one) for one in all_cases() if not is_lawful(one)}


def test_no_word_sends_anybody_to_people_while_bids_are_open() -> None:
    said = {form for one in all_cases() for say in parts(one)[2:] for form in forms(say)}
    assert set() == {form for form in said if SENDS.search(form)}


def test_the_words_that_send_are_those_that_the_rules_about_people_use() -> None:
    people = {code for code in SENTENCES if re.match(r"WSP\d+\.(ask|clear)", code) and not code.endswith("bidding")}
    sending = {code for code in people if any(SENDS.search(form) for form in forms(Say(code)))}
    assert {"WSP101.clear.guess", "WSP102.clear.unmet", "WSP103.clear", "WSP106.clear", "WSP107.clear"} <= sending


def test_of_the_rules_about_people_one_speaks_and_only_of_the_bid() -> None:
    assert {("WSP101", "bidding")} == {key_of(one) for one in all_cases() if one.code.startswith("WSP")}


def test_no_exception_is_left_over() -> None:
    assert set() == set(LAWFUL) - {key_of(one) for one in all_cases()}


def test_every_rule_is_either_silent_or_seen() -> None:
    silent = {rule.CODE for rule in rules() if rule.UNTIL == "issue"} | {"WSP108"}
    assert set(CODES) - silent == {one.code for one in all_cases()}


@pytest.mark.parametrize("path", sorted(TEAM.glob("*.yaml")), ids=lambda path: path.stem)
def test_no_deal_of_the_team_would_be_sent_to_people(path: Path) -> None:
    data = read_plain(path.read_text("utf-8"))
    if "deal" in data:
        on = "2026-11-23"
        assert set() == {key_of(one) for one in bidding(data, on=on) if not is_lawful(one)}


@settings(max_examples=settings().max_examples // 2)
@given(any_deal, any_account, st.dates(date(2021, 1, 1), date(2022, 12, 31)))
def test_no_deal_at_all_sends_anybody_to_people(deal: Plain, account: Plain, on: date) -> None:
    assert set() == {key_of(one) for one in bidding(deal, account, on.isoformat()) if not is_lawful(one)}


def test_what_nobody_has_planned_sends_nobody_to_people_either() -> None:
    gathered = [one for assessment in all_open() for finding in dead_end.check(assessment) for one in finding.gathers]
    items = [one.say for one in gathered if isinstance(one.say, Say)]
    said = {ask.code if isinstance(ask := item.facts.get("ask"), Say) else item.code for item in items}
    assert {"work.behaviour-money", "work.behaviour-criteria"} <= said
    ours = {"work.no-bid", "work.name-competitors", "q3.find-difference", "gap.must-have", "gap.must-have-open"}
    assert set() == {code for code in said if not code.startswith("work.behaviour-")} - ours
