"""Each rule against small deals in the user's language, one YAML file a rule; and what holds for all rules and words.

A case is `deal` (its two required lines are added), `on` (the first of September 2021 unless said), `account`, and for
a case that fails what is expected: severity, place, and the case of the finding if it has one; `playbook` changes the
built-in one.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.strategies import (
    AFTER,
    Plain,
    any_account,
    any_deal,
    dossier_of,
    example_data,
    five_steps,
    five_steps_data,
    read_plain,
)
from winsell.analysis.assessment import assess
from winsell.base.fact import Say
from winsell.base.finding import Finding
from winsell.playbook.merge import merge
from winsell.playbook.model import Playbook
from winsell.reports.risks import parts
from winsell.rules.registry import findings_of, rules
from winsell.words.catalogue import found
from winsell.words.findings import PARTS, SENTENCES
from winsell.words.plural import Plural
from winsell.words.speak import Speaker

HERE = Path(__file__).parent
ON = "2021-09-01"
CODES = [
    "WSA101",
    "WSA102",
    "WSA103",
    "WSA104",
    "WSA105",
    "WSA106",
    "WSA107",
    "WSA108",
    "WSB101",
    "WSB102",
    "WSB103",
    "WSB104",
    "WSB105",
    "WSC101",
    "WSC102",
    "WSC103",
    "WSC104",
    "WSC105",
    "WSC106",
    "WSC107",
    "WSC108",
    "WSE101",
    "WSE102",
    "WSE103",
    "WSE104",
    "WSE105",
    "WSE106",
    "WSE107",
    "WSE108",
    "WSF101",
    "WSF102",
    "WSF103",
    "WSF104",
    "WSH101",
    "WSH102",
    "WSH103",
    "WSL101",
    "WSL102",
    "WSL103",
    "WSN101",
    "WSN102",
    "WSN103",
    "WSN104",
    "WSN105",
    "WSN106",
    "WSP101",
    "WSP102",
    "WSP103",
    "WSP104",
    "WSP105",
    "WSP106",
    "WSP107",
    "WSP108",
    "WSP109",
    "WSP110",
    "WSP111",
    "WSP112",
    "WSP113",
    "WSP114",
    "WSP115",
    "WSP116",
    "WSP117",
    "WSP118",
    "WSR101",
    "WSR102",
    "WSR103",
    "WSS101",
    "WSS102",
    "WSS103",
    "WSS104",
    "WSS105",
    "WSV101",
    "WSV102",
    "WSV103",
    "WSV104",
    "WSW101",
    "WSW102",
    "WSW103",
    "WSW104",
    "WSW105",
    "WSY101",
    "WSY102",
    "WSY103",
    "WSY104",
]
CHECKPOINTS = [
    "2021-03-31",
    "2021-05-31",
    "2021-06-30",
    "2021-08-31",
    "2021-10-31",
    "2021-11-30",
    "2021-12-31",
    "2022-01-31",
]


SEVERITIES = ("error", "warning", "hint")
WEIGHTS = ("file", "verdict", "losing", "people", "house", "sign", "gap", "evidence")
NAMED = {"deal": "A deal", "customer": "A customer"}


class Case(NamedTuple):
    code: str
    sentence: str
    data: Mapping[str, Any]

    def findings(self) -> tuple[Finding, ...]:
        """What its rule finds, through the registry."""
        account = self.data.get("account")
        deal = NAMED | self.data["deal"]
        dossier = dossier_of(deal, {"kind": "account", "name": "A customer"} | account if account else None)
        found = findings_of(assess(dossier, self.playbook(), date.fromisoformat(self.data.get("on", ON))))
        return tuple(finding for finding in found if finding.code == self.code)

    def playbook(self) -> Playbook:
        """The built-in one, with what the case changes."""
        own = five_steps_data() | self.data["playbook"] if "playbook" in self.data else None
        return Playbook.model_validate(merge(five_steps_data(), own)) if own else five_steps()


@cache
def case_file(code: str) -> Plain:
    return read_plain((HERE / f"{code}.yaml").read_text("utf-8"))


def cases(kind: str) -> list[Any]:
    every = [Case(code, sentence, data) for code in CODES for sentence, data in case_file(code)[kind].items()]
    return [pytest.param(case, id=f"{case.code}-{case.sentence}") for case in every]


@pytest.mark.parametrize("case", cases("pass"))
def test_nothing_is_found_where_all_is_well(case: Case) -> None:
    assert () == case.findings()


@pytest.mark.parametrize("case", cases("fail"))
def test_a_risk_is_found_where_it_is(case: Case) -> None:
    expected = [(one["severity"], one["where"], one.get("case")) for one in case.data["expect"]]
    found = [(one.severity, ".".join(one.where), one.facts.get("case")) for one in case.findings()]
    assert expected == found


# What a finding says.


@pytest.mark.parametrize("case", cases("fail"))
def test_each_finding_has_all_it_needs_to_be_said(case: Case) -> None:
    speaker = Speaker("en")
    for finding in case.findings():
        for say in parts(finding):
            code, sentence = say.code, found(say.code)[1]
            forms = (sentence.one, sentence.many) if isinstance(sentence, Plural) else (sentence,)
            places = {place for form in forms for place in re.findall(r"\{(\w+)\}", form)}
            assert places <= set(finding.facts), code
            said = speaker.say(Say(code, finding.facts))
            assert not re.search(r"[\[\]{}]|None|\bunknown\b", said.replace("is unknown", "")), said


def test_each_rule_has_its_four_sentences_and_its_tests() -> None:
    assert CODES == [rule.CODE for rule in rules()]
    assert {f"{code}.{part}" for code in CODES for part in PARTS} <= set(SENTENCES)
    assert all(case_file(code)["pass"] and case_file(code)["fail"] for code in CODES)
    assert set(CODES) == {path.stem for path in HERE.glob("*.yaml")}


def test_no_sentence_is_left_over() -> None:
    known = {(case.values[0].code, one.get("case")) for case in cases("fail") for one in case.values[0].data["expect"]}
    for code in SENTENCES:
        rule, _, rest = code.partition(".")
        part, _, case = rest.partition(".")
        assert rule == "finding" or (rule in CODES and part in PARTS), code
        assert not case or rule == "finding" or (rule, case) in known, code


@pytest.mark.parametrize("code", SENTENCES)
def test_sentences_are_short_and_kind(code: str) -> None:
    sentence = SENTENCES[code]
    for form in (sentence.one, sentence.many) if isinstance(sentence, Plural) else (sentence,):
        assert not re.search(r"\b(enemy|contain|WS[A-Z]\d|METHOD)\b", form)
        assert all(len(one) <= 110 for one in re.split(r"(?<=[.?!])\s", form))
        assert form[-1] in ".?]" or code.startswith("finding.")
        assert not re.match(r"\w+\.ask", code) or form.endswith("?")


# What holds for all rules.


@pytest.mark.parametrize(
    "path", sorted(Path(findings_of.__code__.co_filename).parent.glob("[a-z]*.py")), ids=lambda path: path.stem
)
def test_a_rule_is_its_own_manual(path: Path) -> None:
    if path.stem == "registry":
        return
    manual = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
    for part in ("What it finds.", "Why it loses deals.", "What clears it.", "Source: "):
        assert f"\n\n{part}" in manual


def test_the_playbook_sets_no_rule_that_does_not_exist() -> None:
    assert set(five_steps().rules) <= set(CODES)
    assert all(re.fullmatch(r"WS[A-Z]\d{3}", code) for code in CODES)


@pytest.mark.parametrize("on", CHECKPOINTS)
def test_the_worked_case_is_never_in_disorder(on: str) -> None:
    found = findings_of(assess(dossier_of(*example_data()), five_steps(), date.fromisoformat(on)))
    about = {rule.CODE: WEIGHTS.index(rule.ABOUT) for rule in rules()}
    ranks = [(SEVERITIES.index(one.severity), about[one.code], one.code, one.where) for one in found]
    assert sorted(ranks) == ranks
    assert len(found) <= 8


def test_what_ends_the_deal_stands_before_what_we_do_not_know() -> None:
    deal = {
        "stage": "value-proof",
        "people": {"a": {"role": "decider", "attitude": {"2021-08-20": {"is": "neutral", "why": "said so"}}}},
        "criteria": {"sla": {"name": "SLA", "mandatory": True, "ours": "failed"}},
        "signs": {"price-only": "present"},
        "approved": {"2021-06-28": {"is": "no"}},
    }
    found = findings_of(assess(dossier_of(NAMED | deal), five_steps(), date.fromisoformat(ON)))
    red = [one.code for one in found if one.severity == "error"]
    verdicts, losing = ["WSE106", "WSS101", "WSV102"], ["WSW104"]
    assert [*verdicts, *losing, "WSP102", "WSP103", "WSP111", "WSP112", "WSB101", "WSC101", "WSL101"] == red


def test_a_deal_of_five_lines_is_not_talked_down() -> None:
    assert () == findings_of(assess(dossier_of(NAMED), five_steps(), AFTER))


# Deals of which little is asked.

FULL = {
    "stage": "value-proof",
    "owner": "wang",
    "procurement": "direct",
    "matches": {"direction": "no"},
    "people": {"a": {"role": "decider", "attitude": {"2021-08-20": {"is": "neutral", "why": "said so"}}}},
    "signs": {"price-only": "present"},
    "actions": {"a": {"what": "Call", "due": "2021-08-01"}},
    "criteria": {"sla": {"name": "SLA", "mandatory": True, "ours": "failed"}},
}
SUSPENDED = {"status": {"2021-03-20": {"is": "confirmed", "source": "cio"}, "2021-08-01": "on-hold"}}


def said_of(deal: Plain) -> set[str]:
    return {one.code for one in findings_of(assess(dossier_of(NAMED | deal), five_steps(), date.fromisoformat(ON)))}


def test_the_whole_method_says_more_than_the_fast_lane() -> None:
    fast = said_of(FULL | {"type": "fast-lane"})
    assert {"WSA102", "WSA107", "WSB101", "WSC101", "WSE106", "WSV102", "WSW104"} == fast
    more = {
        "WSA101",
        "WSA104",
        "WSB104",
        "WSP102",
        "WSP103",
        "WSP106",
        "WSP107",
        "WSP110",
        "WSP111",
        "WSP112",
        "WSS101",
    }
    assert more == said_of(FULL) - fast
    assert fast < said_of(FULL | {"type": "project"})


def test_a_suspended_project_is_called_and_nothing_else() -> None:
    assert {"WSE103", "WSP107"} == said_of(FULL | {"events": {"leader-demands": SUSPENDED}})


def test_a_suspended_project_is_all_there_again_once_the_tender_is_out() -> None:
    found = said_of(FULL | {"events": {"leader-demands": SUSPENDED}, "stage": "bidding"})
    assert {"WSA102", "WSV102", "WSW104"} < found
    assert "WSE103" not in found


@settings(max_examples=settings().max_examples // 2)
@given(any_deal, any_account, st.dates(date(2021, 1, 1), date(2022, 12, 31)))
def test_no_deal_is_too_odd(deal: Plain, account: Plain, on: date) -> None:
    dossier, speaker = dossier_of(deal, account), Speaker("en")
    found = findings_of(assess(dossier, five_steps(), on))
    assert len({(one.code, one.where, one.facts.get("id")) for one in found}) == len(found)
    for one in found:
        assert all(speaker.say(say) for say in parts(one))
