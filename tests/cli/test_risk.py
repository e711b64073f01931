"""`winsell risk` and what an accepted risk does: it is silent until its day, counted, listed, and changes no number."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.strategies import ROOT
from winsell.cli.app import run

TEAM = ROOT / "examples" / "team"
DEAL = "truck-cab-mes"
FILE = f"deals/{DEAL}.yaml"
REASON = ("--reason", "we ask at the tour")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Somebody's own folder with the team's deals."""
    shutil.copytree(TEAM, tmp_path / "deals")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    on(monkeypatch, "2026-11-23")
    return tmp_path


def on(monkeypatch: pytest.MonkeyPatch, day: str) -> None:
    monkeypatch.setenv("WINSELL_TODAY", day)


def said(capsys: pytest.CaptureFixture[str], *argv: str, code: int = 0, lang: str = "en") -> str:
    assert code == run([*argv, "--lang", lang])
    out, err = capsys.readouterr()
    return err if code > 1 else out + err


def data(capsys: pytest.CaptureFixture[str], *argv: str) -> dict[str, Any]:
    run([*argv, "--json"])
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def codes(capsys: pytest.CaptureFixture[str], name: str = FILE, *options: str) -> list[str]:
    return [one["code"] for one in data(capsys, "check", name, *options)["files"][0]["findings"]]


def text() -> str:
    return Path(FILE).read_text("utf-8")


def accept(capsys: pytest.CaptureFixture[str], code: str, until: str, *more: str) -> str:
    return said(capsys, "risk", "accept", DEAL, code, *REASON, "--until", until, *more)


def test_an_accepted_risk_is_silent_until_its_day_and_counted(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = codes(capsys)
    assert "WSP110" in before
    accept(capsys, "wsp110", "2026-12-15", "--by", "bo")
    assert text().endswith(
        "accepted:\n  WSP110:\n    reason: we ask at the tour\n    by: bo\n"
        "    since: 2026-11-23\n    until: 2026-12-15\n"
    )
    assert [one for one in before if one != "WSP110"] == codes(capsys)
    assert "9 risks, 1 accepted" in said(capsys, "check", FILE, code=1)
    assert "1 accepted" in said(capsys, "check", FILE, "deals/port-yard.yaml", code=1).splitlines()[-1]
    on(monkeypatch, "2026-12-15")
    assert "WSP110" not in codes(capsys)
    on(monkeypatch, "2026-12-16")
    assert {"WSP110", "WSR101"} <= set(codes(capsys))


def test_a_red_risk_that_is_accepted_does_not_fail_the_check(capsys: pytest.CaptureFixture[str]) -> None:
    Path("deals/a.yaml").write_text(
        "deal: A\ncustomer: B\ncriteria: {sla: {name: SLA, mandatory: true, ours: failed}}\n", "utf-8"
    )
    assert 1 == run(["check", "deals/a.yaml"])
    capsys.readouterr()
    said(capsys, "risk", "accept", "deals/a.yaml", "WSV102", "--reason", "a partner meets it", "--until", "2027-01")
    assert "until: 2027-01-31" in Path("deals/a.yaml").read_text("utf-8")
    assert 0 == run(["check", "deals/a.yaml"])


def test_no_number_changes(capsys: pytest.CaptureFixture[str]) -> None:
    before = data(capsys, "analyze", FILE)
    for code in ("WSP102", "WSP106", "WSN104", "WSA102"):
        told = accept(capsys, code, "2027-01")
        assert "Win probability still 42 %" in told
    after = data(capsys, "analyze", FILE)
    for changed in ("findings", "accepted"):
        before.pop(changed), after.pop(changed)
    assert before == after
    assert "4 more risks are accepted" in said(capsys, "analyze", FILE)


def test_the_day_is_put_off_as_a_dated_fact_and_the_second_time_is_a_risk(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    accept(capsys, "WSP110", "2026-12")
    on(monkeypatch, "2026-12-20")
    said(capsys, "risk", "accept", DEAL, "WSP110", "--reason", "tour moved", "--until", "2027-01-31", "--by", "bo")
    assert "WSR103" not in codes(capsys)
    on(monkeypatch, "2027-02-10")
    said(capsys, "risk", "accept", DEAL, "WSP110", "--reason", "again", "--until", "2027-03-31")
    assert text().endswith(
        "    until:\n      2026-11-23: 2026-12-31\n      2026-12-20: {is: 2027-01-31, why: tour moved, by: bo}\n"
        "      2027-02-10: {is: 2027-03-31, why: again}\n"
    )
    found = codes(capsys)
    assert "WSR103" in found
    assert "WSP110" not in found
    assert "WSP110" not in codes(capsys, FILE, "--as-of", "2027-01-15")
    assert "WSP110" in codes(capsys, FILE, "--as-of", "2027-02-05")


def test_on_the_same_day_it_is_a_correction(capsys: pytest.CaptureFixture[str]) -> None:
    accept(capsys, "WSP110", "2026-12")
    assert "Nothing to change" in accept(capsys, "WSP110", "2026-12")
    accept(capsys, "WSP110", "2027-01", "--by", "bo")
    assert "by: bo" in text()
    assert "2026-12-31" not in text()


def test_a_second_reason_or_person_on_one_day_is_refused(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    other = ("--reason", "the board knows", "--until", "2027-01-31")
    for day in ("2026-11-23", "2026-11-25"):
        on(monkeypatch, day)
        accept(capsys, "WSP110", "2026-12-15" if day == "2026-11-23" else "2026-12-20", "--by", "bo")
        before = text()
        told = said(capsys, "risk", "accept", DEAL, "WSP110", *other, code=2)
        assert "`WSP110` was accepted today already by bo, until 2026-12-" in told
        assert ": we ask at the tour - a day has one entry: take that back with winsell undo" in told
        told = said(capsys, "risk", "accept", DEAL, "WSP110", *REASON, "--until", "2027-01", "--by", "anna", code=2)
        assert "was accepted today already by bo" in told
        assert before == text()
    on(monkeypatch, "2026-11-26")
    said(capsys, "risk", "accept", DEAL, "WSP110", *other)
    assert "we ask at the tour" in text()
    assert "the board knows" in text()


def test_one_place_is_accepted_and_the_others_are_not(capsys: pytest.CaptureFixture[str]) -> None:
    told = said(capsys, "risk", "accept", DEAL, "WSP102", *REASON, "--until", "2027-01", "--where", "x", code=2)
    assert "`WSP102` is not found at `x` today - use one of: people.managing-director" in told
    accept(capsys, "WSP102", "2027-01", "--where", "people.managing-director")
    assert '"WSP102.people.managing-director":' in text()
    assert "WSP102" not in codes(capsys)


def test_of_a_risk_at_several_places_the_place_named_is_one_that_is_taken(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ("risk", "accept", "retail", "WSP111", *REASON, "--until", "2027-01", "--where")
    assert "`WSP111` is not found at `chairs.it` today - use one of: chairs\n" in said(
        capsys, *asked, "chairs.it", code=2
    )
    said(capsys, *asked, "chairs")
    assert "WSP111" not in codes(capsys, "deals/retail-wms.yaml")


def test_of_a_risk_about_the_whole_deal_no_place_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    write = Path("deals/open.yaml").write_text
    write('deal: Open\ncustomer: B\nstage: needs-analysis\napproved: {2026-11-01: "yes"}\n', encoding="utf-8")
    asked = ("risk", "accept", "deals/open.yaml", "WSS102", *REASON, "--until", "2027-01")
    assert "leave --where out" in said(capsys, *asked, "--where", "matches", code=2)
    said(capsys, *asked)
    assert "WSS102" not in codes(capsys, "deals/open.yaml")


def test_what_is_dropped_speaks_again_and_stays_in_the_file(capsys: pytest.CaptureFixture[str]) -> None:
    accept(capsys, "WSP106", "2027-01", "--where", "people.it-architect")
    said(capsys, "risk", "drop", DEAL, "wsp106")
    assert "dropped: 2026-11-23" in text()
    assert "WSP106" in codes(capsys)
    assert "nothing is accepted" in said(capsys, "check", "--accepted", FILE)
    assert "`WSP106` is not accepted, and nothing else is" in said(capsys, "risk", "drop", DEAL, "WSP106", code=2)
    accept(capsys, "WSP106", "2027-01", "--where", "people.it-architect")
    assert "dropped" not in text()


def test_it_is_taken_back_to_the_byte(capsys: pytest.CaptureFixture[str]) -> None:
    before = Path(FILE).read_bytes()
    accept(capsys, "WSP110", "2026-12")
    said(capsys, "risk", "drop", DEAL, "WSP110")
    assert "Taken back in deals/truck-cab-mes.yaml: risk drop WSP110" in said(capsys, "undo", DEAL)
    said(capsys, "undo", DEAL)
    assert before == Path(FILE).read_bytes()


@pytest.mark.parametrize(
    ("expected", "argv"),
    [
        ("no risk has the code `WSP999`", ("WSP999", *REASON, "--until", "2027-01")),
        ("did you mean `WSP110`?", ("WSP0110", *REASON, "--until", "2027-01")),
        ("the deal has no risk `WSE101` today", ("WSE101", *REASON, "--until", "2027-01")),
        ("`WSL101` cannot be accepted", ("WSL101", *REASON, "--until", "2027-01")),
        ("`WSR101` cannot be accepted", ("WSR101", *REASON, "--until", "2027-01")),
        ("`2026-10` has passed", ("WSP110", *REASON, "--until", "2026-10")),
        ("`soon` is no day", ("WSP110", *REASON, "--until", "soon")),
        ("--reason is missing", ("WSP110", "--until", "2027-01")),
        ("--until is missing", ("WSP110", *REASON)),
    ],
)
def test_what_cannot_be_accepted_is_refused(
    capsys: pytest.CaptureFixture[str], expected: str, argv: tuple[str, ...]
) -> None:
    before = text()
    assert expected in said(capsys, "risk", "accept", DEAL, *argv, code=2)
    assert before == text()


def test_the_law_of_tenders_speaks_on_though_the_file_says_accepted(capsys: pytest.CaptureFixture[str]) -> None:
    name = "deals/retail-wms.yaml"
    assert "WSL101" in codes(capsys, name)
    path = Path(name)
    path.write_text(path.read_text("utf-8") + "accepted: {WSL101: {reason: later, until: 2027-12-31}}\n", "utf-8")
    assert {"WSL101", "WSR102"} <= set(codes(capsys, name))
    assert "Without effect" in said(capsys, "check", "--accepted", name)


def test_a_deal_that_has_ended_has_nothing_left_to_accept(capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "close", DEAL, "lost", "--why", "late")
    told = said(capsys, "risk", "accept", DEAL, "WSP110", *REASON, "--until", "2027-01", code=2)
    assert "the deal has ended" in told


def test_the_accepted_risks_are_listed_for_whoever_answers_for_them(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    accept(capsys, "WSP110", "2026-12", "--by", "bo")
    said(capsys, "risk", "accept", "shoe", "WSP106", *REASON, "--until", "2027-03")
    on(monkeypatch, "2026-12-20")
    accept(capsys, "WSP110", "2027-01", "--by", "anna")
    on(monkeypatch, "2027-02-01")
    files = sorted(str(path) for path in Path("deals").glob("*.yaml"))
    page = said(capsys, "check", "--accepted", *files)
    assert "WSP110 Nobody has asked yet which of them loses if we win." in page
    assert "Accepted by anna, since 23 Nov 2026, ended on 31 Jan 2027: the risk speaks again" in page
    assert "Put off once" in page
    assert "Accepted, since 23 Nov 2026, until 31 Mar 2027" in page
    assert "2 accepted, in 2 of the deals; 1 ended, 0 put off more than once" in page
    assert "已延期1次" in said(capsys, "check", "--accepted", *files, lang="zh")
    assert "we ask at the tour" in said(capsys, "check", "--accepted", *files, "--format", "markdown")
    found = data(capsys, "check", "--accepted", FILE)
    (one,) = found["files"][0]["accepted"]
    told = {key: one[key] for key in ("key", "code", "place", "by", "since", "until", "renewals", "state")}
    assert told == {
        "key": "WSP110", "code": "WSP110", "place": None, "by": "anna", "since": "2026-11-23",
        "until": "2027-01-31", "renewals": 1, "state": "ended",
    }  # fmt: skip
    assert ["WSP110"] == [finding["code"] for finding in one["findings"]]
    run(["schema", "report"])
    jsonschema.Draft202012Validator(json.loads(capsys.readouterr().out)).validate(found)


def test_a_broken_file_among_the_listed_ends_with_one(capsys: pytest.CaptureFixture[str]) -> None:
    Path("deals/broken.yaml").write_text("deal: x\n", "utf-8")
    said(capsys, "check", "--accepted", FILE, "deals/broken.yaml", code=1)
    assert 3 == run(["check", "--accepted", "deals/broken.yaml"])


def test_without_a_last_day_nothing_is_silent(capsys: pytest.CaptureFixture[str]) -> None:
    deal, red = "deals/red.yaml", "criteria: {sla: {name: SLA, mandatory: true, ours: failed}}\n"
    Path(deal).write_text(
        f"deal: A\ncustomer: B\nowner: bo\n{red}accepted: {{WSV102: {{reason: no time, by: bo}}}}\n", "utf-8"
    )
    told = said(capsys, "check", deal, "--all", code=1)
    assert "`WSV102` is noted as accepted by bo without a last day, which changes nothing" in told
    assert {"WSV102", "WSR101"} <= set(codes(capsys, deal))
    assert "Without effect: no last day is named, accepted by bo" in said(capsys, "check", "--accepted", deal)
    (one,) = data(capsys, "check", "--accepted", deal)["files"][0]["accepted"]
    assert "endless" == one["state"]
    said(capsys, "risk", "accept", deal, "WSV102", *REASON, "--until", "2026-12")
    assert {"WSV102", "WSR101"}.isdisjoint(codes(capsys, deal))
    said(capsys, "check", deal)


def test_a_playbook_cannot_ask_for_what_was_put_off_no_times(capsys: pytest.CaptureFixture[str]) -> None:
    own = Path("deals/playbook.yaml").read_text("utf-8")
    assert own.endswith("{days: 45}\n")
    Path("deals/playbook.yaml").write_text(f"{own}  WSR103: {{times: 0}}\n", "utf-8")
    told = said(capsys, "screen", FILE, code=3)
    assert "rules.WSR103.times is 0, below 1 - write at least 1" in told
