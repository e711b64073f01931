"""The folder `examples/team`: what each deal comes to on one day, and that every change of its playbook shows.

The table was argued with, deal by deal, before it was written down. A number that changes here has to be argued with
again.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.strategies import read_plain
from winsell.cli.app import run

TEAM = Path(__file__).parent.parent.parent / "examples" / "team"
PLAYBOOK = TEAM / "playbook.yaml"
DEALS = {path.stem: path for path in sorted(TEAM.glob("*.yaml")) if path != PLAYBOOK}


class Stands(NamedTuple):
    """How a deal stands on 2026-11-23, or on the day it ended."""

    verdict: str
    status: str
    outcome: str | None = None
    percent: int | None = None
    basis: str | None = None


STANDS = {
    "bank-core": Stands("drop", "closed", "dropped-by-us"),
    "battery-energy": Stands("go", "computed", None, 28, "part"),
    "battery-mes": Stands("go", "computed", None, 55, "compared"),
    "city-flood": Stands("go", "computed", None, 30, "compared"),
    "cold-chain-wms": Stands("hold", "suspended"),
    "furniture-lead": Stands("hold", "no-event"),
    "hospital-supply": Stands("go", "computed", None, 50, "compared"),
    "pharma-mes": Stands("drop", "closed", "lost"),
    "port-yard": Stands("go", "awarded", "won"),
    "retail-wms": Stands("hold", "no-event"),
    "shoe-partner": Stands("go", "computed", None, 32, "part"),
    "steel-energy": Stands("hold", "closed", "no-decision"),
    "truck-cab-mes": Stands("go", "computed", None, 42, "compared"),
}
VERDICTS = {"go": "go", "hold": "find out first", "drop": "drop"}


@pytest.fixture(autouse=True)
def the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WINSELL_TODAY", "2026-11-23")


def printed(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    run(list(argv))
    out, err = capsys.readouterr()
    assert "" == err
    return out


def report(capsys: pytest.CaptureFixture[str], command: str, *argv: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(printed(capsys, command, *argv, "--json"))
    return found


def analyzed(capsys: pytest.CaptureFixture[str], deal: str, on: str | None = None) -> dict[str, Any]:
    return report(capsys, "analyze", str(DEALS[deal]), *(["--as-of", on] if on else []))


def codes(found: dict[str, Any]) -> dict[str, str]:
    return {finding["code"]: finding["severity"] for finding in found["findings"]}


def percent(value: float | None) -> int | None:
    return None if value is None else int(100 * value + 0.5)


@pytest.mark.parametrize("deal", DEALS)
def test_each_deal_stands_where_it_should(capsys: pytest.CaptureFixture[str], deal: str) -> None:
    found = analyzed(capsys, deal)
    probability = found["win_probability"]
    stands = Stands(
        found["screening"]["verdict"],
        probability["status"],
        found["deal"]["outcome"],
        percent(probability["value"]),
        probability["basis"],
    )
    assert STANDS[deal] == stands


def test_every_file_is_valid_and_refers_to_nothing_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    paths = sorted(TEAM.rglob("*.yaml"))
    found = report(capsys, "check", *map(str, paths))["files"]
    assert len(DEALS) + 6 == len(found)
    assert [] == [one["path"] for one in found if not one["valid"]]
    assert [] == [(one["path"], code) for one in found for code in codes(one) if code.startswith("WSY")]


def test_the_readme_says_of_each_deal_what_the_program_says() -> None:
    rows = [
        line.split("|")[1:-1]
        for line in (TEAM / "README.md").read_text(encoding="utf-8").splitlines()
        if "](" in line and line.startswith("|")
    ]
    said = {row[0].strip().partition("]")[0].lstrip("["): (row[2].strip(), row[3].strip()) for row in rows}
    assert set(STANDS) == set(said)
    for deal, stands in STANDS.items():
        verdict, probability = said[deal]
        assert VERDICTS[stands.verdict] == verdict
        number = "none, " if stands.percent is None else f"{stands.percent} %, {stands.basis}"
        assert probability.startswith(number), deal


def test_the_payer_who_is_missing_is_red(capsys: pytest.CaptureFixture[str]) -> None:
    found = analyzed(capsys, "hospital-supply")
    assert ["payer"] == found["decision_chain"]["empty_chairs"]
    assert "error" == codes(found)["WSP111"]
    assert "step.ceiling-payer-unknown" == found["win_probability"]["steps"][-1]["code"]


def test_a_single_informant_is_red_however_good_his_news(capsys: pytest.CaptureFixture[str]) -> None:
    found = analyzed(capsys, "truck-cab-mes")
    (told,) = [one["facts"] for one in found["findings"] if one["code"] == "WSF101"]
    assert ("it-architect", told["facts"]) == (told["person"], told["told"])
    assert "EUR" == found["deal"]["amount"]["currency"]
    assert {"WSF101": "error", "WSP102": "error"}.items() <= codes(found).items()


def test_one_old_word_without_a_date_is_no_opportunity_any_more(capsys: pytest.CaptureFixture[str]) -> None:
    found = analyzed(capsys, "steel-energy", "2026-10-16")
    assert ("hold", "no-event") == (found["screening"]["verdict"], found["win_probability"]["status"])
    statuses = {point["on"]: point["status"] for point in found["trend"]}
    assert "computed" == statuses["2026-07-27"]


def test_an_approval_of_the_spring_does_not_override_what_failed_in_autumn(capsys: pytest.CaptureFixture[str]) -> None:
    assert analyzed(capsys, "pharma-mes", "2026-09-28")["screening"]["override"] is None


def test_a_small_or_a_suspended_deal_gets_a_short_plan(capsys: pytest.CaptureFixture[str]) -> None:
    proposed = {
        "battery-energy": {"behaviour.criteria", "competitors.cloud-house.relation"},
        "cold-chain-wms": {"events", "sources"},
    }
    for deal, places in proposed.items():
        items = report(capsys, "plan", str(DEALS[deal]))["action_line"]["steps"][-1]["items"]
        assert places == {item["where"] for item in items if item["action"] is None}


def test_a_suspended_deal_sells_nothing_and_calls_now(capsys: pytest.CaptureFixture[str]) -> None:
    page = printed(capsys, "plan", str(DEALS["cold-chain-wms"]))
    assert 2 == page.count("on hold")
    assert "overdue" not in page
    now = [line for line in page.splitlines() if line.startswith("!! now")]
    assert len(now) == sum("What would start it again" in line for line in now) == 2


def test_the_payer_is_as_urgent_in_each_part_of_the_page(capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("analyze", "plan"):
        page = printed(capsys, command, str(DEALS["hospital-supply"]))
        said = [line for line in page.splitlines() if "who pays" in line and "%" not in line]
        said = [line for line in said if not line.lstrip().startswith("- ")]  # a condition of the GO has no colour
        assert len(said) == (4 if command == "plan" else 3)  # the plan opens with it: it is overdue
        assert {"!!"} == {line[:2] for line in said}


def test_who_may_wait_is_no_risk_yet(capsys: pytest.CaptureFixture[str]) -> None:
    assert "WSP102" not in codes(analyzed(capsys, "shoe-partner"))
    page = printed(capsys, "plan", str(DEALS["shoe-partner"]))
    assert " ! Not met yet: 老板" in page.splitlines()  # an action for it is planned


def test_a_strategy_that_is_not_decided_brings_no_work(capsys: pytest.CaptureFixture[str]) -> None:
    page = printed(capsys, "plan", str(DEALS["shoe-partner"]))
    assert "Strategy: not decided yet; what is known speaks for frontal" in page
    assert "(frontal)" not in page


def test_a_source_beside_the_people_is_named_by_post(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    deal = tmp_path / "deal.yaml"
    told = (
        DEALS["shoe-partner"].read_text("utf-8").replace("  production-manager:\n    since", "  secretary:\n    since")
    )
    deal.write_text(told.replace("secretary:\n", "secretary:\n    title: 总经办秘书\n"), "utf-8")
    page = printed(capsys, "check", str(deal), "--all")
    assert "one voice: 总经办秘书." in page
    assert "secretary" not in page


def test_a_risk_about_what_is_not_in_the_file_has_no_line(capsys: pytest.CaptureFixture[str]) -> None:
    path = str(DEALS["retail-wms"])
    page = printed(capsys, "check", path, "--all")
    assert f"{path}: WSP111 " in page
    assert f"{path}:1: " not in page
    lines = {one["code"]: one["line"] for one in report(capsys, "check", path)["files"][0]["findings"]}
    assert (None, 77) == (lines["WSP111"], lines["WSP103"])


@pytest.mark.parametrize("deal", [deal for deal, stands in STANDS.items() if stands.outcome])
def test_after_the_end_nothing_is_urgent_or_to_be_found_out(capsys: pytest.CaptureFixture[str], deal: str) -> None:
    for on in ([], ["--as-of", "2026-11-23"]):
        page = printed(capsys, "analyze", str(DEALS[deal]), *on)
        behaviour = page.partition("D. Project behaviour")[2].partition("Do the four points")[0]
        assert {"!", "!!"}.isdisjoint(line.split()[0] for line in behaviour.splitlines() if line.strip())
        assert not [line for line in page.splitlines() if "Not known yet" in line and "!" in line]
        assert "does it still hold" not in page


def test_the_unreal_deal_has_no_number_on_any_day_and_says_why(capsys: pytest.CaptureFixture[str]) -> None:
    found = analyzed(capsys, "retail-wms")
    assert {"no-event"} == {point["status"] for point in found["trend"]}
    assert {"WSE106": "error", "WSW104": "error"}.items() <= codes(found).items()


def test_the_stuck_deal_had_a_number_and_lost_it(capsys: pytest.CaptureFixture[str]) -> None:
    found = analyzed(capsys, "cold-chain-wms")
    numbers = {point["on"]: point["status"] for point in found["trend"]}
    assert ("computed", "suspended") == (numbers["2026-08-28"], numbers["2026-09-21"])
    assert {"WSE103": "error", "WSP107": "warning"} == codes(found)


@pytest.mark.parametrize(("on", "expected"), [("2026-06-30", 12), ("2026-08-24", 21), ("2026-10-09", 48)])
def test_the_port_was_won_from_behind(capsys: pytest.CaptureFixture[str], on: str, expected: int) -> None:
    assert expected == percent(analyzed(capsys, "port-yard", on)["win_probability"]["value"])


def test_the_tender_written_around_a_competitor_was_to_be_seen(capsys: pytest.CaptureFixture[str]) -> None:
    before = analyzed(capsys, "pharma-mes", "2026-08-31")
    assert "error" == codes(before)["WSW102"]
    after = analyzed(capsys, "pharma-mes", "2026-09-28")
    assert ("drop", "must-have-failed") == (after["screening"]["verdict"], after["win_probability"]["status"])


def test_between_tender_and_award_nobody_of_the_city_is_to_be_worked_on(capsys: pytest.CaptureFixture[str]) -> None:
    steps = {step["id"]: step for step in report(capsys, "plan", str(DEALS["city-flood"]))["action_line"]["steps"]}
    assert {None} == {one["strategy"] for one in steps["relation-strategy"]["people"]}
    assert [] == steps["competitive-strategy"]["tactics"]
    assert not [item for item in steps["work-plan"]["items"] if item["action"] is None]
    assert {"WSC107": "warning"} == codes(analyzed(capsys, "city-flood"))  # our own price, and nobody is asked


def test_types_ask_their_own_questions(capsys: pytest.CaptureFixture[str]) -> None:
    fast = report(capsys, "screen", str(DEALS["battery-energy"]))
    assert ["q1", "q2"] == [question["id"] for question in fast["screening"]["questions"]]
    partner = report(capsys, "screen", str(DEALS["shoe-partner"]))
    assert "E" == partner["deal"]["grade"]


def test_files_beside_the_deals_are_used() -> None:
    deals = [read_plain(path.read_text(encoding="utf-8")) for path in DEALS.values()]
    accounts = [deal["account"] for deal in deals if "account" in deal]
    assert {path.stem for path in (TEAM / "accounts").glob("*.yaml")} == set(accounts)
    assert 2 == accounts.count("battery-maker")
    rivals = {id_ for deal in deals for id_ in deal.get("competitors", {})}
    assert {path.stem for path in (TEAM / "competitors").glob("*.yaml")} <= rivals


def test_about_half_of_the_deals_are_written_in_chinese() -> None:
    titles = [str(read_plain(path.read_text(encoding="utf-8"))["deal"]) for path in DEALS.values()]
    chinese = [title for title in titles if not title.isascii()]
    assert 0.4 * len(titles) <= len(chinese) <= 0.6 * len(titles)


def test_every_change_of_the_playbook_shows_with_its_origin(capsys: pytest.CaptureFixture[str]) -> None:
    out = printed(capsys, "playbook", "show", "--origin", "--playbook", str(PLAYBOOK))
    shown = {line.partition(": ")[0]: line for line in out.splitlines()}
    own = dict(leaves(read_plain(PLAYBOOK.read_text(encoding="utf-8"))))
    removed = {path for path, value in own.items() if value is None}
    assert {"signs.delays"} == removed
    assert not [path for path in shown if path.startswith("signs.delays")]
    for path in own.keys() - removed:
        assert shown[path].endswith("(operations-team)"), path
    assert shown["probability.gamma"].endswith("(five-steps)")
    stages = list(dict.fromkeys(path.split(".")[1] for path in shown if path.startswith("stages.")))
    assert "pilot" == stages[stages.index("value-proof") + 1]


def leaves(tree: dict[str, Any], under: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in tree.items():
        path = f"{under}.{key}" if under else key
        if isinstance(value, dict):
            yield from leaves(value, path)
        else:
            yield path, value


def test_the_playbook_changes_what_the_deals_come_to(capsys: pytest.CaptureFixture[str]) -> None:
    own = analyzed(capsys, "battery-mes")
    plain = report(
        capsys,
        "analyze",
        str(DEALS["battery-mes"]),
        "--playbook",
        "five-steps",
    )
    assert "operations-team" == own["playbook"]["id"]
    assert "B" == own["deal"]["grade"]
    assert plain["deal"]["grade"] is None
    assert own["win_probability"]["value"] != plain["win_probability"]["value"]
    signs = {sign["id"] for sign in own["win_signs"]["signs"]}
    assert {"baseline-shared", "spec-copied"} <= signs
    assert "delays" not in signs
