"""What a company's playbook says about a rule either changes what is found of some deal, or is refused with its line.

Every rule is walked with every key that `rules` has, and with those that one would look for there; the deals are the
rule's own cases, at every stage.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.rules.test_rules import NAMED, ON, case_file
from tests.strategies import Plain, dossier_of, five_steps, five_steps_data
from winsell.analysis.assessment import Assessment, assess
from winsell.cli.app import run
from winsell.deal.dossier import Dossier
from winsell.playbook.idle import ENDS, MILD
from winsell.playbook.merge import merge
from winsell.playbook.model import Playbook, RuleSettings
from winsell.rules.registry import Rule, findings_of, rules
from winsell.store.playbooks import load_playbook

HEAD = "kind: playbook\nid: ours\nversion: '1'\nname: Ours\nextends: five-steps\n"
STAGES = tuple(five_steps().stages)
NUMBERS = (0, 1, 2, 7, 3650)
VALUES: Mapping[str, tuple[object, ...]] = {
    "from": (*STAGES, None),
    "until": (*reversed(STAGES), None),
    "hard_from": (*STAGES, None),
    "severity": ("hint", "warning", "error"),
    "off": (True, None),
    "days": NUMBERS,
    "people": NUMBERS,
    "times": tuple(one for one in NUMBERS if one != 0),
    "points": (0, 1, 7, 50, 100),
}
FIRST: Mapping[str, object] = {"from": STAGES[-1], "hard_from": STAGES[-1], "days": 3, "people": 3}
"""The value to begin with, where it is not the first one."""
LOOKED_FOR = ("colour", "window", "to")
"""Keys that a rule does not have, and that somebody might expect."""
EVERY_RULE = pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.CODE)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


class Case(NamedTuple):
    dossier: Dossier
    on: date
    own: Plain
    """What the case changes in the playbook."""


@cache
def deals(code: str) -> tuple[Case, ...]:
    """The deals of a rule's cases, as they stand and at every stage."""
    found = []
    for one in (*case_file(code)["fail"].values(), *case_file(code)["pass"].values()):
        account = {"kind": "account", "name": "A customer"} | one["account"] if one.get("account") else None
        day = date.fromisoformat(one.get("on", ON))
        stages: list[Plain] = [{}, *({"stage": stage} for stage in STAGES)]
        own = one.get("playbook", {})
        found += [Case(dossier_of(NAMED | one["deal"] | stage, account), day, own) for stage in stages]
    return tuple(found)


def outcomes(code: str, tree: Plain) -> Iterator[object]:
    """What a rule finds of each deal by a playbook, and how bad it is."""
    same = but_for_rules(tree) == but_for_rules(five_steps_data())
    playbooks: dict[str, Playbook] = {}
    for at, (dossier, on, own) in enumerate(deals(code)):
        if str(own) not in playbooks:
            playbooks[str(own)] = Playbook.model_validate(merge(tree, tree | own))
        playbook = playbooks[str(own)]
        found = findings_of(with_rules_of(playbook, code, at) if same else assess(dossier, playbook, on))
        yield [(one.severity, one.where, dict(one.facts)) for one in found if one.code == code]


def but_for_rules(tree: Plain) -> Plain:
    return {
        key: value for key, value in tree.items() if key not in ("rules", "kind", "id", "version", "name", "extends")
    }


def with_rules_of(playbook: Playbook, code: str, at: int) -> Assessment:
    """A deal assessed as usual, and looked at with other rules: no analysis asks the rules for anything."""
    found = assessed(code, at)
    return replace(found, moment=replace(found.moment, playbook=playbook))


@cache
def assessed(code: str, at: int) -> Assessment:
    dossier, on, own = deals(code)[at]
    return assess(dossier, usual_playbook(json.dumps(own)), on)


@cache
def usual_playbook(own: str) -> Playbook:
    tree = five_steps_data()
    return Playbook.model_validate(merge(tree, tree | json.loads(own)))


@cache
def usual(code: str) -> tuple[object, ...]:
    return tuple(outcomes(code, five_steps_data()))


def changes(code: str) -> bool:
    """Tell whether the playbook written last changes what a rule finds of any deal."""
    tree = load_playbook("ours.yaml").tree
    return any(ours != theirs for ours, theirs in zip(outcomes(code, tree), usual(code), strict=True))


def section(path: tuple[str, ...], value: object) -> str:
    """A playbook that says one thing, each key on a line of its own: the last one is the line 5 + its depth."""
    lines = [f"{'  ' * depth}{key}:" for depth, key in enumerate(path)]
    return HEAD + "\n".join(lines) + f" {json.dumps(value)}\n"


def refusal(capfd: pytest.CaptureFixture[str], text: str) -> str | None:
    """What `winsell playbook check` says against a playbook; None if nothing."""
    Path("ours.yaml").write_text(text, encoding="utf-8")
    code = run(["playbook", "check", "ours.yaml"])
    out, err = capfd.readouterr()
    assert (code, bool(out), bool(err)) in ((0, True, False), (3, False, True))
    return err or None


def stated(key: str, rule: Rule) -> Iterator[object]:
    """The values to try, but for the one that the rule has already."""
    settings = five_steps().rules.get(rule.CODE, RuleSettings())
    yield from (one for one in VALUES[key] if one != settings.model_dump(by_alias=True)[key])


@EVERY_RULE
@pytest.mark.parametrize("key", VALUES)
def test_a_setting_changes_what_is_found_or_is_refused(capfd: pytest.CaptureFixture[str], rule: Rule, key: str) -> None:
    path = ("rules", rule.CODE, key)
    said = refusal(capfd, section(path, FIRST.get(key, VALUES[key][0])))
    if said is not None:
        place, _, what = said.partition(": ")
        assert ("ours.yaml:8", f"rules.{rule.CODE}.{key} changes nothing: ") == (place, what[: what.index(": ") + 2])
        assert 1 == what.count(" - ")
        assert rule.CODE in what.partition(": ")[2]
        return
    for value in stated(key, rule):
        said = refusal(capfd, section(path, value))
        assert said is None or "does not come after" in said
        if said is None and changes(rule.CODE):
            return
    pytest.fail(f"{key} of {rule.CODE} is taken, and changes nothing")


@EVERY_RULE
def test_the_playbook_knows_how_bad_a_rule_is_and_when_it_ends(rule: Rule) -> None:
    alone = len(rule.SHOWN) == 1 and not any("." in one for one in rule.SETTINGS)
    assert (rule.SHOWN[0] if alone else None) == MILD.get(rule.CODE)
    assert (rule.UNTIL if rule.UNTIL in {"issue", "award"} else None) == ENDS.get(rule.CODE)


@pytest.mark.parametrize(
    ("own", "line", "said"),
    [
        ("WSH101: {off: true}", 0, None),
        ("WSP103: {off: true}", 0, None),  # what it inherits beside that is no fault of its own
        ("WSP103: {severity: hint}", 0, None),
        ("WSH101: {off: false}", 7, "WSH101.off changes nothing: WSH101 is so anyway, without `false` - leave it out"),
        ("WSC103: {severity: error}", 7, "WSC103.severity changes nothing: WSC103 is so anyway, without `error`"),
        ("WSP103: {off: true, from: lead}", 7, "WSP103.from changes nothing: WSP103 has `off` beside it - keep one"),
        ("WSP103: {severity: hint, hard_from: bidding}", 7, "WSP103.hard_from changes nothing: WSP103 has `severity`"),
        ("WSP103: {until: lead}", 7, "WSP103.until: `lead` does not come after `needs-analysis`"),
        ("WSP103: {until: rfp-drafting}", 7, "WSP103.until: `rfp-drafting` does not come after `rfp-drafting`"),
        ("WSL101: {off: true}", 7, "WSL101.off changes nothing: WSL101 is about the law of tenders, which"),
        ("WSL103: {off: true}", 7, "WSL103.off changes nothing: WSL103 is about the law of tenders, which"),
        (
            "WSL101: {severity: hint}",
            7,
            "WSL101.severity changes nothing: WSL101 is about the law of tenders, which",
        ),
        ("WSL101: {until: bidding}", 7, "WSL101.until changes nothing: WSL101 is about the law of tenders, which"),
        ("WSL101: {from: bidding}", 7, "WSL101.from changes nothing: WSL101 is about the law of tenders, which"),
        (
            "WSL101: {hard_from: bidding}",
            7,
            "WSL101.hard_from changes nothing: WSL101 is about the law of tenders",
        ),
        ("WSL101: {hard_from: null}", 7, "WSL101.hard_from changes nothing: WSL101 is about the law of tenders"),
        ("WSL101: null", 7, "WSL101.hard_from changes nothing: WSL101 is about the law of tenders"),
        ("WSL101: {from: lead, hard_from: pursuit-approval}", 0, None),  # sooner is our own affair
        ("WSL102: {severity: error}", 0, None),
        ("WSW104: {until: lead}", 7, "WSW104.until: `lead` does not come after `lead`"),
        ("WSC102: {until: bidding}", 7, "WSC102.until changes nothing: WSC102 is silent from `bidding` on anyway"),
        ("WSH101: {until: biding}", 7, "WSH101.until: there is no stage `biding` - did you mean `bidding`?"),
        ("WSC101: {severity: hint}", 7, "WSC101.severity changes nothing: from when WSC101 is red stands in work."),
        ("WSH101: {severity: red}", 7, "`red` is no value of rules.WSH101.severity"),
    ],
)
def test_what_a_setting_of_a_rule_may_say(
    capfd: pytest.CaptureFixture[str], own: str, line: int, said: str | None
) -> None:
    found = refusal(capfd, f"{HEAD}rules:\n  {own}\n")
    if said is None:
        assert found is None
    else:
        assert found is not None
        assert found.replace("rules.", "", 1).startswith(f"ours.yaml:{line}: {said}".replace("rules.", "", 1))
        assert 1 == len(found.splitlines())


@EVERY_RULE
@pytest.mark.parametrize("key", LOOKED_FOR)
def test_a_key_that_no_rule_has_is_refused(capfd: pytest.CaptureFixture[str], rule: Rule, key: str) -> None:
    said = refusal(capfd, section(("rules", rule.CODE, key), "x"))
    assert said is not None
    assert said.startswith(f"ours.yaml:8: `{key}` is no key of rules.{rule.CODE} - ")


def test_every_key_of_the_settings_is_walked() -> None:
    assert set(VALUES) == {field.alias or name for name, field in RuleSettings.model_fields.items()}


@pytest.mark.parametrize("code", ["WSC101", "WSE106", "WSP102", "WSP107", "WSP111"])
def test_the_line_says_where_it_is_set_instead(capfd: pytest.CaptureFixture[str], code: str) -> None:
    (place,) = (one for rule in rules() if rule.CODE == code for one in rule.SETTINGS if one.startswith("work."))
    assert (
        f"ours.yaml:8: rules.{code}.hard_from changes nothing: from when {code} is red stands in {place}"
        " - write it there\n"
    ) == refusal(capfd, section(("rules", code, "hard_from"), "lead"))


ELSEWHERE = [(rule, place) for rule in rules() for place in rule.SETTINGS if "." in place]


@pytest.mark.parametrize(("rule", "place"), ELSEWHERE, ids=lambda one: getattr(one, "CODE", one))
def test_the_place_that_is_named_instead_does_change_it(
    capfd: pytest.CaptureFixture[str], rule: Rule, place: str
) -> None:
    values: tuple[Any, ...] = NUMBERS if place.endswith("days") else STAGES
    for value in values:
        assert None is refusal(capfd, section(tuple(place.split(".")), value))
        if changes(rule.CODE):
            return
    pytest.fail(f"{place} does not change {rule.CODE}")


@pytest.mark.parametrize("code", sorted(five_steps().rules))
def test_without_a_stage_of_its_own_a_rule_speaks_at_every_stage(capfd: pytest.CaptureFixture[str], code: str) -> None:
    assert None is refusal(capfd, section(("rules", code, "from"), None))
    freed = tuple(outcomes(code, load_playbook("ours.yaml").tree))
    lost = [ours for ours, theirs in zip(freed, usual(code), strict=True) if theirs and not ours]
    assert [] == lost


def test_two_idle_settings_are_each_told_on_their_line(capfd: pytest.CaptureFixture[str]) -> None:
    rules_ = "rules:\n  WSA102: {from: lead}\n  WSP101:\n    days: 3\n  WSB101: {hard_from: lead, people: 2}\n"
    said = refusal(capfd, HEAD + rules_)
    assert said is not None
    assert [
        "ours.yaml:9: rules.WSP101.days changes nothing: WSP101 does not look at `days` - leave it out",
        (
            "ours.yaml:10: rules.WSB101.hard_from changes nothing: from when WSB101 is red stands in"
            " behaviour.money.critical_from, behaviour.criteria.critical_from - write it there"
        ),
        "ours.yaml:10: rules.WSB101.people changes nothing: WSB101 does not look at `people` - leave it out",
    ] == said.splitlines()
