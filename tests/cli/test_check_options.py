"""What `winsell check` shows: by code, by severity, what is new since a day, and how the rules fare."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.test_check import CLEAN, ERROR, HEAD
from winsell.cli.app import run

MANY = HEAD + (
    "stage: {2026-03-01: qualification, 2026-09-01: value-proof}\n"
    "signs: {new-sign: {2026-09-02: present}}\n"
    "actions: {call: {what: Call him, due: 2026-10-01}}\n"
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WINSELL_TODAY", "2026-11-23")
    (tmp_path / "deals").mkdir()
    write("many", MANY)
    return tmp_path


def write(name: str, text: str) -> None:
    Path(f"deals/{name}.yaml").write_text(text, encoding="utf-8", newline="\n")


def found(capfd: pytest.CaptureFixture[str], *argv: str) -> tuple[list[str], int]:
    """The codes that are shown, and how many findings are left out."""
    assert run(["check", *argv, "--json"]) in {0, 1}
    out, err = capfd.readouterr()
    assert "" == err
    files = json.loads(out)["files"]
    return [risk["code"] for one in files for risk in one["findings"]], sum(one["left_out"] for one in files)


@pytest.fixture
def every(capfd: pytest.CaptureFixture[str]) -> list[str]:
    codes, left_out = found(capfd)
    assert 0 == left_out
    assert {"WSY101", "WSA102", "WSB101", "WSP111", "WSP102"} <= set(codes)
    return codes


# By code.


@pytest.mark.parametrize(
    ("argv", "shown"),
    [
        (["--select", "WSP"], lambda code: code.startswith("WSP")),
        (["--select", "wsp102"], lambda code: code == "WSP102"),
        (["--select", "WSP102,WSA"], lambda code: code == "WSP102" or code.startswith("WSA")),
        (["--select", "WSP102", "--select", "WSA"], lambda code: code == "WSP102" or code.startswith("WSA")),
        (["--ignore", "WSP"], lambda code: not code.startswith("WSP")),
        (["--ignore", "WSP1, WSY"], lambda code: not code.startswith(("WSP", "WSY"))),
        (["--ignore", "WSP", "--select", "WSP102"], lambda code: code == "WSP102"),
        (["--select", "WSP", "--ignore", "WSP102"], lambda code: code.startswith("WSP") and code != "WSP102"),
        (["--select", "WSP", "--ignore", "WSP"], lambda _: False),
        (["--select", "WS"], lambda _: True),
    ],
)
def test_codes_and_their_beginnings_choose(
    capfd: pytest.CaptureFixture[str], every: list[str], argv: list[str], shown: object
) -> None:
    assert callable(shown)
    expected = [code for code in every if shown(code)]
    assert (expected, len(every) - len(expected)) == found(capfd, *argv)


@pytest.mark.parametrize("option", ["--select", "--ignore"])
@pytest.mark.parametrize(
    ("value", "quoted", "nearest"),
    [
        ("WSP1O2", "WSP1O2", "WSP1"),
        ("WSQ", "WSQ", None),
        ("WSP102,", "", None),
        ("", "", None),
        ("WSP102x", "WSP102x", "WSP102"),
    ],
)
def test_a_code_that_no_rule_has_is_refused_with_the_nearest(
    capfd: pytest.CaptureFixture[str], option: str, value: str, quoted: str, nearest: str | None
) -> None:
    assert 2 == run(["check", option, value])
    out, err = capfd.readouterr()
    assert "" == out
    assert err.startswith(f"winsell: {option}: there is no finding `{quoted}` - ")
    assert nearest is None or f"did you mean `{nearest}" in err


def test_what_is_left_out_is_said_and_does_not_count(capfd: pytest.CaptureFixture[str], every: list[str]) -> None:
    assert 1 == run(["check", "--lang", "en"])
    assert "not asked for" not in capfd.readouterr().out
    assert 0 == run(["check", "--lang", "en", "--select", "WSH101"])
    out = capfd.readouterr().out
    shown = every.count("WSH101")
    assert (f"one risk, {len(every) - 1} not asked for" if shown else "none of which was asked for") in out
    assert "no risks found" not in out
    assert 0 == run(["check", "--lang", "en", "--select", "WSW"])
    assert f"valid, as of 23 Nov 2026; {len(every)} risks, none of which was asked for" in capfd.readouterr().out


# By severity.


@pytest.mark.parametrize(("severity", "kept"), [("error", {"error"}), ("warning", {"error", "warning"})])
def test_a_severity_shows_itself_and_the_worse(
    capfd: pytest.CaptureFixture[str], severity: str, kept: set[str]
) -> None:
    run(["check", "--json"])
    every = [risk for one in json.loads(capfd.readouterr().out)["files"] for risk in one["findings"]]
    expected = [risk["code"] for risk in every if risk["severity"] in kept]
    assert (expected, len(every) - len(expected)) == found(capfd, "--severity", severity)
    assert (len(every), 0) == (len(found(capfd, "--severity", "hint")[0]), 0)


def test_a_severity_that_does_not_exist_is_refused(capfd: pytest.CaptureFixture[str]) -> None:
    assert 2 == run(["check", "--severity", "red"])
    said = "winsell: there is no severity red - use one of: error, warning, hint\n"
    assert ("", said) == tuple(capfd.readouterr())


def test_what_is_not_shown_does_not_end_with_one(capfd: pytest.CaptureFixture[str]) -> None:
    assert 1 == run(["check", "--fail-on", "hint"])
    assert 0 == run(["check", "--fail-on", "hint", "--select", "WSW"])
    assert capfd.readouterr().out


# New since a day.


def test_nothing_new_is_said_to_be_old_and_not_to_be_unasked_for(
    capfd: pytest.CaptureFixture[str], every: list[str]
) -> None:
    assert 0 == run(["check", "--new-since", "2026-11-22", "--lang", "en"])
    said = f"valid, as of 23 Nov 2026; no risk is new since 22 Nov 2026, {len(every)} are older"
    assert said in capfd.readouterr().out
    assert 0 == run(["check", "--new-since", "2026-11-22", "--statistics", "--lang", "zh"])
    assert "2026年11月22日以来，没有哪条规则发现新的风险。" in capfd.readouterr().out


def test_what_is_new_stands_beside_the_count_of_what_is_old_and_of_what_was_not_asked_for(
    capfd: pytest.CaptureFixture[str], every: list[str]
) -> None:
    new = found(capfd, "--new-since", "2026-08-31")[0]
    run(["check", "--new-since", "2026-08-31", "--select", "WSC101", "--lang", "en"])
    said = f"one risk is new since 31 Aug 2026, {len(every) - len(new)} older, {len(new) - 1} not asked for"
    assert said in capfd.readouterr().out


def test_only_what_was_not_there_on_a_day_is_new(capfd: pytest.CaptureFixture[str], every: list[str]) -> None:
    assert 0 == run(["check", "--json", "--as-of", "2026-08-31"])
    before = {risk["code"] for one in json.loads(capfd.readouterr().out)["files"] for risk in one["findings"]}
    new, left_out = found(capfd, "--new-since", "2026-08-31")
    assert sorted(code for code in every if code not in before or code in new) == sorted(new)
    assert {"WSC101", "WSA102"} <= set(new)
    assert not {"WSB101", "WSY101", "WSP102"} & set(new)
    assert len(every) == len(new) + left_out
    assert (new, left_out) == found(capfd, "--new-since", "2026-08")


def test_of_a_rule_that_named_somebody_else_then_the_new_one_is_new(capfd: pytest.CaptureFixture[str]) -> None:
    people = "people: {cio: {}, cfo: {}}\n"
    actions = "actions: {a: {what: Call, due: 2026-10-01}, b: {what: Visit, due: 2026-11-01}}\n"
    write("many", HEAD + "stage: {2026-03-01: qualification}\n" + people + actions)
    assert "WSA102" in found(capfd)[0]
    assert "WSA102" in found(capfd, "--new-since", "2026-10-15")[0]
    assert "WSA102" not in found(capfd, "--new-since", "2026-11-05")[0]


@pytest.mark.parametrize("day", ["today", "2026-11-23"])
def test_nothing_is_new_since_today(capfd: pytest.CaptureFixture[str], every: list[str], day: str) -> None:
    assert ([], len(every)) == found(capfd, "--new-since", day)
    assert 0 == run(["check", "--new-since", day])


@pytest.mark.parametrize("argv", [("2026-11-24",), ("2030-01",), ("2026-10-01", "--as-of", "2026-09")])
def test_a_day_to_come_is_refused_for_all_would_look_well(
    capfd: pytest.CaptureFixture[str], argv: tuple[str, ...]
) -> None:
    assert 2 == run(["check", "--new-since", *argv, "--lang", "en"])
    out, err = capfd.readouterr()
    assert "" == out
    assert "from which we look, so that nothing could be new - name an earlier day" in err


def test_all_of_a_deal_that_began_later_is_new(capfd: pytest.CaptureFixture[str], every: list[str]) -> None:
    assert (every, 0) == found(capfd, "--new-since", "2026-02")


def test_a_day_that_does_not_exist_is_refused_as_one(capfd: pytest.CaptureFixture[str]) -> None:
    assert 2 == run(["check", "--new-since", "2026-02-30"])
    assert "winsell: --new-since 2026-02-30 is not a date" in capfd.readouterr().err


# How the rules fare.

ACCEPTED = "accepted: {WSB101: {reason: we know the owner, until: 2026-12}}\n"
LAPSED = "accepted: {WSB101: {reason: we know the owner, until: 2026-10}}\n"


def statistics(capfd: pytest.CaptureFixture[str], *argv: str) -> dict[str, tuple[int, int, int, bool]]:
    run(["check", "--statistics", "--json", *argv])
    found = json.loads(capfd.readouterr().out)["statistics"]
    return {one["code"]: (one["findings"], one["deals"], one["accepted"], one["bad"]) for one in found}


def test_each_rule_is_counted_with_its_deals_and_who_accepted_it(capfd: pytest.CaptureFixture[str]) -> None:
    write("many", MANY + ACCEPTED)
    write("b", MANY)
    write("c", MANY + LAPSED)
    write("clean", CLEAN)
    write("broken", "deal: x\n")
    counts = statistics(capfd)
    assert (3, 3, 1, True) == counts["WSB101"]
    assert (3, 3, 0, False) == counts["WSA102"]
    assert counts["WSA102"] == statistics(capfd, "--select", "WSA")["WSA102"]
    assert {"WSB101"} == set(statistics(capfd, "--select", "WSB101"))


def test_a_rule_that_is_mostly_accepted_is_called_a_bad_one(capfd: pytest.CaptureFixture[str]) -> None:
    for name in ("many", "b"):
        write(name, MANY + ACCEPTED)
    assert (2, 2, 2, False) == statistics(capfd)["WSB101"]  # two deals are too few to say so
    for name in ("c", "d"):
        write(name, MANY)
    assert (4, 4, 2, True) == statistics(capfd)["WSB101"]
    assert 1 == run(["check", "--statistics", "--lang", "en"])
    out, err = capfd.readouterr()
    text = " ".join(out.split())
    assert "WSB101 is a bad rule here: 2 of the 4 deals in which it speaks (50 %) have accepted its risk." in text
    assert "rules.WSB101" in text
    assert "deals/b.yaml" not in out
    assert "" == err


@pytest.mark.parametrize(
    ("limits", "bad"), [("{share: 0.5}", False), ("{share: 0.49}", True), ("{deals: 5}", False), ("null", False)]
)
def test_the_playbook_says_from_when(capfd: pytest.CaptureFixture[str], limits: str, bad: bool) -> None:
    head = "kind: playbook\nid: ours\nversion: '1'\nname: Ours\nextends: five-steps\n"
    write("playbook", f"{head}bad_rules: {limits}\n")
    for name, more in (("many", ACCEPTED), ("b", ACCEPTED), ("c", ""), ("d", "")):
        write(name, MANY + more)
    assert (4, 4, 2, bad) == statistics(capfd)["WSB101"]


def test_files_that_are_not_valid_are_told_beside_the_counts(capfd: pytest.CaptureFixture[str]) -> None:
    write("broken", "deal: x\n")
    assert 1 == run(["check", "--statistics", "--lang", "en"])
    out = capfd.readouterr().out
    assert "`customer` is missing" in out
    assert "2 checked, 1 not valid" in out


def test_where_no_rule_spoke_that_is_said(capfd: pytest.CaptureFixture[str]) -> None:
    write("many", CLEAN)
    assert 0 == run(["check", "--statistics", "--lang", "en"])
    assert "No rule has found anything." in capfd.readouterr().out


@pytest.mark.parametrize("name", ["concise", "sarif", "github", "junit"])
def test_a_format_of_single_risks_holds_no_counts(capfd: pytest.CaptureFixture[str], name: str) -> None:
    assert 2 == run(["check", "--statistics", "--format", name])
    out, err = capfd.readouterr()
    assert "" == out
    assert f"all that the format {name} holds" in err


def test_the_options_go_together(capfd: pytest.CaptureFixture[str]) -> None:
    write("error", ERROR)
    argv = ["--select", "WSY,WSA", "--ignore", "WSA101", "--severity", "error", "--new-since", "2026-08"]
    codes, _ = found(capfd, *argv)
    assert codes
    assert {code[:3] for code in codes} <= {"WSY", "WSA"}
    assert "WSA101" not in codes


# Accepted risks.


def accepted(capfd: pytest.CaptureFixture[str], *argv: str) -> list[str]:
    run(["check", "--accepted", *argv, "--json"])
    out, err = capfd.readouterr()
    assert "" == err
    return [one["key"] for file in json.loads(out)["files"] for one in file["accepted"]]


def test_what_is_accepted_is_asked_for_by_code_and_severity_too(capfd: pytest.CaptureFixture[str]) -> None:
    write("many", MANY + ACCEPTED.replace("{WSB101", "{WSA102: {reason: late, until: 2026-12}, WSB101"))
    assert ["WSA102", "WSB101"] == accepted(capfd)
    assert ["WSB101"] == accepted(capfd, "--select", "WSB")
    assert ["WSA102"] == accepted(capfd, "--ignore", "WSB101")
    severe = {one["code"]: one["severity"] for one in findings(capfd)}
    assert "error" == severe["WSB101"]
    assert ["WSB101"] == [key for key in accepted(capfd, "--severity", "error") if key == "WSB101"]
    run(["check", "--select", "WSB", "--lang", "en"])
    assert "1 accepted" in " ".join(capfd.readouterr().out.split())


def findings(capfd: pytest.CaptureFixture[str]) -> list[dict[str, str]]:
    """The findings that are accepted."""
    run(["check", "--accepted", "--json"])
    files = json.loads(capfd.readouterr().out)["files"]
    return [risk for file in files for one in file["accepted"] for risk in one["findings"]]


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("--accepted", "--statistics"), "--accepted and --statistics are two things"),
        (("--accepted", "--new-since", "2026-08"), "--accepted and --new-since are two things"),
        (("--fix", "--statistics"), "--fix and --statistics are two things"),
        (("--fix", "--select", "WSA"), "--fix and --select are two things"),
        (("--fix", "--severity", "error"), "--fix and --severity are two things"),
        (("--accepted", "--format", "sarif"), "all that the format sarif holds"),
        (("--fix", "--format", "concise"), "all that the format concise holds"),
    ],
)
def test_options_without_a_meaning_together_are_refused(
    capfd: pytest.CaptureFixture[str], argv: tuple[str, ...], said: str
) -> None:
    assert 2 == run(["check", *argv, "--lang", "en"])
    out, err = capfd.readouterr()
    assert "" == out
    assert said in err
