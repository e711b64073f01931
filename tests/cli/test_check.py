"""`winsell check`: which risks end it with one, and at which line each stands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from winsell.cli.app import run

HEAD = "deal: A deal\ncustomer: A customer\n"
MONEY_AND_CRITERIA = "behaviour: {money: {is: known, why: asked}, criteria: {is: known, why: asked}}\n"
PAST = "past_projects: {p: {name: p, money: {a: {amount: 1, currency: CNY}}, criteria: {a: {}}}}\n"
CLEAN = HEAD + MONEY_AND_CRITERIA + PAST
HINT = HEAD + MONEY_AND_CRITERIA
"""Called known, and no detail stands anywhere."""
WARNING = HEAD + "stage: {2026-09-01: qualification}\n"
"""Nobody knows what the customer pays."""
ERROR = HEAD + "stage: {2026-09-01: value-prof}\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WINSELL_TODAY", "2026-11-23")
    return tmp_path


def write(folder: Path, text: str, name: str = "deal.yaml") -> None:
    (folder / name).write_text(text, encoding="utf-8", newline="\n")


def severities(capfd: pytest.CaptureFixture[str]) -> set[str]:
    run(["check", "deal.yaml", "--json"])
    return {finding["severity"] for finding in json.loads(capfd.readouterr().out)["files"][0]["findings"]}


@pytest.mark.parametrize(
    ("text", "worst", "codes"),
    [
        pytest.param(CLEAN, None, (0, 0, 0), id="nothing"),
        pytest.param(HINT, "hint", (0, 0, 1), id="a hint"),
        pytest.param(WARNING, "warning", (0, 1, 1), id="a warning"),
        pytest.param(ERROR, "error", (1, 1, 1), id="an error"),
    ],
)
def test_how_bad_a_risk_must_be_is_for_the_user_to_say(
    folder: Path, capfd: pytest.CaptureFixture[str], text: str, worst: str | None, codes: tuple[int, int, int]
) -> None:
    write(folder, text)
    found = severities(capfd)
    assert worst == next((one for one in ("error", "warning", "hint") if one in found), None)
    assert codes == tuple(run(["check", "deal.yaml", "--fail-on", one]) for one in ("error", "warning", "hint"))
    assert codes[0] == run(["check", "deal.yaml"])


def test_one_of_many_files_is_enough(folder: Path) -> None:
    write(folder, CLEAN, "clean.yaml")
    write(folder, WARNING, "deal.yaml")
    assert 0 == run(["check", "clean.yaml", "deal.yaml"])
    assert 1 == run(["check", "clean.yaml", "deal.yaml", "--fail-on", "warning"])


def test_a_file_that_is_not_valid_is_worse_than_any_risk(folder: Path) -> None:
    write(folder, "deal: x\n")
    assert 3 == run(["check", "deal.yaml", "--fail-on", "hint"])


@pytest.mark.parametrize("value", ["red", "Error", ""])
def test_a_severity_that_does_not_exist_is_one_line_and_two(
    folder: Path, capfd: pytest.CaptureFixture[str], value: str
) -> None:
    write(folder, ERROR)
    assert 2 == run(["check", "deal.yaml", "--fail-on", value])
    said = f"winsell: there is no severity {value} - use one of: error, warning, hint\n"
    assert ("", said) == tuple(capfd.readouterr())


# At which line.

STRANGERS = """\
deal: A deal
customer: A customer
people: {cio: {}}
activities:
  - on: 2026-08-01
    what: lunch
    with: [cio]
  - on: 2026-08-02
    what: dinner
    with:
      - coi
      - oic
changes:
  - on: 2026-08-03
    what: a new owner
    touches: [sales]
"""


def test_each_of_several_strangers_is_shown_where_he_stands(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write(folder, STRANGERS)
    run(["check", "deal.yaml", "--all"])
    lines = [line for line in capfd.readouterr().out.splitlines() if "WSY102" in line]
    assert [11, 12, 16] == [int(line.split("deal.yaml:")[1].partition(":")[0]) for line in lines]


def test_what_is_old_is_shown_at_its_day(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    old = "people:\n  cio:\n    role: decider\n    attitude:\n      2026-01-05: {is: neutral, why: a}\n"
    write(folder, HEAD + old + "      2026-02-05: {is: supporter, why: b}\n      2027-01-01: {is: enemy, why: c}\n")
    run(["check", "deal.yaml"])
    assert "deal.yaml:8: WSF103 What we noted" in capfd.readouterr().out


# A playbook that is not valid.

BROKEN = "kind: playbook\nid: ours\nversion: '1'\nname: {zh: 打法}\nlanguage: zh\nextends: five-steps\nsignz: {}\n"


def checked(capfd: pytest.CaptureFixture[str], *files: str) -> tuple[int, list[tuple[str, bool, str | None, int]]]:
    """Return the exit code, and of each file whether it is valid, what it waits for and how much is wrong with it."""
    code = run(["check", *files, "--json"])
    said = json.loads(capfd.readouterr().out)["files"]
    return code, [(one["path"], one["valid"], one["blocked_by"], len(one["problems"])) for one in said]


@pytest.mark.parametrize("named", [False, True], ids=["beside the deals", "named too"])
def test_the_faults_of_a_playbook_are_told_once_and_are_no_deals(
    folder: Path, capfd: pytest.CaptureFixture[str], *, named: bool
) -> None:
    for name in ("a.yaml", "b.yaml"):
        write(folder, ERROR, name)
    write(folder, BROKEN, "playbook.yaml")
    own = ("playbook.yaml", False, None, 1)
    deals = [(name, True, "playbook.yaml", 0) for name in ("a.yaml", "b.yaml")]
    files = ["a.yaml", "b.yaml", *(["./playbook.yaml"] if named else [])]
    expected = [*deals, ("./playbook.yaml", *own[1:])] if named else [own, *deals]
    assert (3, expected) == checked(capfd, *files)
    run(["check", *files, "--lang", "en"])
    out = capfd.readouterr().out
    assert 1 == out.count("did you mean `signs`?")
    assert 2 == out.count("valid; its risks will be looked for once the playbook playbook.yaml is valid")
    assert "3 checked, 1 not valid, 2 waiting for a valid playbook, 0 red" in out


def test_a_deal_that_is_not_valid_has_its_own_faults_beside_those_of_the_playbook(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    write(folder, "deal: x\n", "a.yaml")
    write(folder, HEAD, "b.yaml")
    write(folder, BROKEN, "playbook.yaml")
    (folder / "other").mkdir()
    write(folder, CLEAN, "other/c.yaml")
    expected = [("a.yaml", False, None, 1), ("playbook.yaml", False, None, 1), ("b.yaml", True, "playbook.yaml", 0)]
    assert (3, expected) == checked(capfd, "a.yaml", "b.yaml")
    assert (1, [*expected, ("other/c.yaml", True, None, 0)]) == checked(capfd, "a.yaml", "b.yaml", "other/c.yaml")


@pytest.mark.parametrize(
    "argv",
    [
        ["check", "deal.yaml"],
        ["analyze", "deal.yaml"],
        ["playbook", "check", "playbook.yaml"],
        ["explain", "x"],
        ["screen", "broken.yaml"],
        ["check", "unread.yaml"],
    ],
    ids=" ".join,
)
def test_what_is_wrong_is_told_in_the_language_that_the_playbook_asks_for(
    folder: Path, capfd: pytest.CaptureFixture[str], argv: list[str]
) -> None:
    write(folder, HEAD)
    write(folder, "deal: x\n", "broken.yaml")
    write(folder, "deal: [\n", "unread.yaml")
    write(folder, BROKEN, "playbook.yaml")
    run(argv)
    assert any("\u4e00" <= one <= "\u9fff" for one in "".join(capfd.readouterr()))
    run([*argv, "--lang", "en"])
    assert not any("\u4e00" <= one <= "\u9fff" for one in "".join(capfd.readouterr()))


# What stands under a risk.


def test_what_is_folded_under_an_unknown_id_names_the_other_ids(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    write(folder, HEAD + "stage: {2026-09-01: final-poc}\ntype: gross\nsigns: {zzz: absent, qqq: absent}\n")
    run(["check", "deal.yaml", "--select", "WSY101", "--lang", "en"])
    out = capfd.readouterr().out
    assert "- 3 more findings about the same: WSY101 (qqq, zzz, gross)" in out
    run(["check", "deal.yaml", "--select", "WSY101", "--lang", "zh"])
    assert "- 同一件事上还有3条：WSY101（qqq、zzz、gross）" in capfd.readouterr().out


def test_an_id_that_is_like_no_other_is_told_what_there_is(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write(folder, HEAD + "type: gross\nactions: {a: {what: Call, tactic: zzz, owner: wang, due: 2026-12-01}}\n")
    run(["check", "deal.yaml", "--select", "WSY101", "--lang", "en", "--all"])
    out = capfd.readouterr().out
    assert "add the new one to the company's playbook. It has: project, fast-lane, partner." in out
    assert "`winsell playbook show` lists what it has." in out
    write(folder, HEAD + "type: projekt\n")
    run(["check", "deal.yaml", "--select", "WSY101", "--lang", "en", "--all"])
    assert "It has" not in capfd.readouterr().out


REDS = HEAD + (
    "stage: {2026-03-01: value-proof}\n"
    "people: {a: {role: decider, attitude: {2026-08-20: {is: neutral, why: said so}}}}\n"
    "signs: {price-only: present}\napproved: {2026-06-28: {is: 'no'}}\n"
)


@pytest.mark.parametrize("command", ["check", "analyze"])
def test_red_risks_that_a_page_leaves_out_are_said_to_be_red(
    folder: Path, capfd: pytest.CaptureFixture[str], command: str
) -> None:
    write(folder, REDS)
    run(["check", "deal.yaml", "--json"])
    found = json.loads(capfd.readouterr().out)["files"][0]["findings"]
    red = sum(one["severity"] == "error" for one in found)
    assert red > 3
    run([command, "deal.yaml", "--lang", "en"])
    out = capfd.readouterr().out
    hidden = red - sum(line.startswith("!! now") and " WS" in line for line in out.splitlines())
    assert " of them red: winsell check deal.yaml --all" in out
    assert f"{hidden} of them red" in out


def test_where_nothing_red_is_left_out_none_is_named(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write(folder, WARNING + "owner: wang\n")
    run(["check", "deal.yaml", "--lang", "en"])
    assert "of them red" not in capfd.readouterr().out


@pytest.mark.parametrize(
    ("name", "typed"),
    [("warehouse 2.yaml", "'warehouse 2.yaml'"), ("a#1.yaml", "'a#1.yaml'"), ("仓库.yaml", "仓库.yaml")],
)
def test_the_command_that_shows_the_rest_can_be_typed_as_it_stands(
    folder: Path, capfd: pytest.CaptureFixture[str], name: str, typed: str
) -> None:
    write(folder, REDS, name)
    run(["check", name, "--lang", "en"])
    assert f"red: winsell check {typed} --all" in capfd.readouterr().out


@pytest.mark.parametrize(
    ("day", "said"),
    [("2026-11-22", "Have the payer named, one day overdue."), ("2026-11-21", "Have the payer named, 2 days overdue.")],
)
def test_one_day_is_no_days(folder: Path, capfd: pytest.CaptureFixture[str], day: str, said: str) -> None:
    action = f"actions: {{a: {{for: chairs.payer, what: Have the payer named, due: {day}}}}}\n"
    write(folder, f"{HEAD}stage: {{2026-09-01: needs-analysis}}\npeople: {{a: {{role: user}}}}\n{action}")
    run(["check", "deal.yaml", "--select", "WSP111", "--lang", "en"])
    assert said in capfd.readouterr().out


def test_what_was_yesterday_is_no_number_of_days_ago(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write(folder, WARNING + "decision: {2026-09-01: 2026-11-22}\n")
    run(["check", "deal.yaml", "--select", "WSE108", "--lang", "en"])
    assert "was yesterday (22 Nov 2026), and we know of no decision" in capfd.readouterr().out
    write(folder, HEAD + "stage: {2026-09-01: bidding}\ndecision: {2026-09-01: 2026-11-22}\n")
    run(["check", "deal.yaml", "--select", "WSE108", "--lang", "en"])
    assert "The result was due yesterday (22 Nov 2026)" in capfd.readouterr().out


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "prices of ours: 9.0m (li, 1 Aug 2026); 10.0m (wang, 1 Jul 2026)"),
        ("zh", "价格：900万（li，2026年8月1日）；1,000万（wang，2026年7月1日）"),
    ],
)
def test_a_sum_without_a_currency_leaves_no_gap(
    folder: Path, capfd: pytest.CaptureFixture[str], lang: str, said: str
) -> None:
    quotes = "quotes: [{on: 2026-07-01, price: 10m, by: wang}, {on: 2026-08-01, price: 9m, by: li}]\n"
    write(folder, HEAD + quotes)
    run(["check", "deal.yaml", "--select", "WSH102", "--lang", lang])
    assert said in capfd.readouterr().out
