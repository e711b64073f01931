"""The commands as a user meets them: exit codes, options, JSON against its schema, odd files, honest small deals."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from winsell.cli.app import run

ROOT = Path(__file__).parent.parent.parent
EXAMPLE = str(ROOT / "examples" / "sales-digitalisation.yaml")
FIVE_LINES = """\
deal: New warehouse system
customer: Somebody & Sons
people:
  coo: {role: approver}
  it-head: {role: evaluator, attitude: {2026-11-02: {is: supporter, why: showed us the logs}}, contact: multiple}
"""
NAMED_ONLY = "deal: New warehouse system\ncustomer: Somebody & Sons\n"
ONE_FRIEND = """\
deal: New warehouse system
customer: Somebody & Sons
stage: {2026-09-01: value-proof}
events:
  project-approved: {status: {2026-10-20: {is: confirmed, source: clerk}}, deadline: 2027-06}
us: {fit: {2026-10-01: {is: 75, source: own comparison}}}
people:
  clerk:
    function: business
    role: user
    attitude: {2026-11-02: {is: mentor, why: tells us everything, source: clerk, how: said}}
    contact: deep
sources: {clerk: {scope: {2026-11-02: [project, competitors, decision]}}}
"""
DROPPED = NAMED_ONLY + "matches: {direction: {2026-11-01: {is: 'no', why: not our field}}}\n"
CHINESE = """\
deal: 销售与服务数字化
customer: 某大型家电企业
people:
  cio: {title: 首席信息官, role: approver, attitude: {2026-11-02: {is: neutral, why: 问了海外案例}}}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WINSELL_TODAY", "2026-11-23")
    return tmp_path


def write(folder: Path, text: str, name: str = "deal.yaml") -> str:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    return name


def printed(capfd: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    code = run(list(argv))
    out, err = capfd.readouterr()
    return code, out, err


def as_json(capfd: pytest.CaptureFixture[str], *argv: str) -> dict[str, Any]:
    _, out, err = printed(capfd, *argv, "--json")
    assert "" == err
    found: dict[str, Any] = json.loads(out)
    return found


@pytest.mark.parametrize(
    ("text", "code", "verdict"),
    [(FIVE_LINES, 1, "hold"), (NAMED_ONLY, 1, "hold"), (ONE_FRIEND, 1, "hold"), (DROPPED, 1, "drop")],
    ids=["five lines", "named only", "one friend", "no match"],
)
def test_screen_ends_with_one_unless_it_is_a_go(
    folder: Path, capfd: pytest.CaptureFixture[str], text: str, code: int, verdict: str
) -> None:
    name = write(folder, text)
    assert code == run(["screen", name])
    capfd.readouterr()
    assert verdict == as_json(capfd, "screen", name)["screening"]["verdict"]


@pytest.mark.parametrize("command", ["analyze", "plan"])
@pytest.mark.parametrize("text", [FIVE_LINES, NAMED_ONLY, ONE_FRIEND, DROPPED, CHINESE])
def test_analyze_and_plan_of_a_valid_deal_end_with_zero(
    folder: Path, capfd: pytest.CaptureFixture[str], command: str, text: str
) -> None:
    code, out, err = printed(capfd, command, write(folder, text))
    assert (0, "") == (code, err)
    assert (text != DROPPED) == ("Find out first" in out)  # no answer would change a no


@pytest.mark.parametrize("text", [FIVE_LINES, NAMED_ONLY])
def test_a_deal_without_proof_that_the_customer_must_buy_gets_no_number(
    folder: Path, capfd: pytest.CaptureFixture[str], text: str
) -> None:
    found = as_json(capfd, "analyze", write(folder, text))
    probability = found["win_probability"]
    assert ("no-event", None, None) == (probability["status"], probability["value"], probability["high"])
    assert 2 <= sum(gap["reason"] == "verdict" for gap in found["gaps"]) <= 3
    assert len(found["findings"]) <= 3


def test_a_single_friend_with_nobody_above_him_is_no_comfort(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    found = as_json(capfd, "analyze", write(folder, ONE_FRIEND))
    probability = found["win_probability"]
    assert ("computed", "assumed") == (probability["status"], probability["basis"])
    assert probability["value"] <= 1 / 3
    assert probability["high"] <= 0.5
    assert "step.ceiling-approver-unknown" in [step["code"] for step in probability["steps"]]
    assert {"approver", "it", "payer"} <= set(found["decision_chain"]["empty_chairs"])
    assert "unknown" == found["decision_chain"]["map"]
    codes = {finding["code"]: finding["severity"] for finding in found["findings"]}
    assert {"WSP102": "error", "WSP111": "error", "WSC101": "error"}.items() <= codes.items()


@pytest.mark.parametrize("kind", ["deal", "account"])
def test_the_examples_hold_to_the_schema_of_their_kind(capfd: pytest.CaptureFixture[str], kind: str) -> None:
    from winsell.store.yaml_reader import read_yaml

    _, schema, _ = printed(capfd, "schema", kind)
    path = Path(EXAMPLE) if kind == "deal" else ROOT / "examples" / "accounts" / "appliance-maker.yaml"
    document, _ = read_yaml(path.read_bytes())
    assert document is not None
    validator = jsonschema.Draft202012Validator(json.loads(schema))
    validator.validate(document.data)
    with pytest.raises(jsonschema.ValidationError):
        validator.validate({**document.data, "peple": {}})  # type: ignore[dict-item]


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["screen"], "DEAL is missing"),
        (["screen", "deal.yaml", "--nonsense"], "nonsense"),
        (["nonsense"], "nonsense"),
        (["analyze", "deal.yaml", "--as-of", "2021-13"], "is not a date"),
        (["analyze", "deal.yaml", "--format", "xml"], "terminal, json"),
        (["schema", "dael"], "did you mean `deal`?"),
    ],
)
def test_wrong_usage_is_one_line_and_two(
    folder: Path, capfd: pytest.CaptureFixture[str], argv: list[str], said: str
) -> None:
    write(folder, NAMED_ONLY)
    code, out, err = printed(capfd, *argv)
    assert (2, "") == (code, out)
    assert said in err
    assert 1 == err.count("\n")


@pytest.mark.parametrize("name", ["not-there.yaml", ".", "/dev/zero", "loop.yaml", "bad\x1bname.yaml"])
def test_a_file_that_cannot_be_read_is_one_line_and_three(
    folder: Path, capfd: pytest.CaptureFixture[str], name: str
) -> None:
    (folder / "loop.yaml").symlink_to("loop.yaml")
    code, out, err = printed(capfd, "screen", name)
    assert (3, "") == (code, out)
    assert "\x1b" not in err
    assert "Traceback" not in err
    assert 1 == err.count("\n")


def test_a_playbook_that_was_named_and_is_not_there_is_four(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    code, out, err = printed(capfd, "screen", write(folder, NAMED_ONLY), "--playbook", "ours.yaml")
    assert (4, "") == (code, out)
    assert "ours.yaml: there is no such playbook" in err


def test_the_playbook_beside_the_deal_is_used(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    own = "kind: playbook\nid: ours\nversion: '3'\nname: {en: Our way}\nextends: five-steps\n"
    write(folder, own + "ideal_amount: {EUR: {low: 1m, high: 2m}}\n", "playbook.yaml")
    found = as_json(capfd, "screen", write(folder, NAMED_ONLY + "amount: {low: 5m, currency: EUR}\n"))
    assert ("ours", "3") == (found["playbook"]["id"], found["playbook"]["version"])
    assert ["q1.amount-no"] == [reason["code"] for reason in found["screening"]["questions"][0]["reasons"]]


def test_a_broken_account_names_its_own_file(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write(folder, "kind: account\nname: Somebody\npeople: {cio: {politics: inner circle}}\n", "accounts/sons.yaml")
    code, _, err = printed(capfd, "screen", write(folder, NAMED_ONLY + "account: sons\n"))
    assert 3 == code
    assert str(Path("accounts") / "sons.yaml") + ":3: `inner circle` is no value" in err


def test_check_goes_through_all_files_and_says_which_are_broken(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    write(folder, NAMED_ONLY, "good.yaml")
    write(folder, "deal: x\n", "broken.yaml")
    write(folder, "kind: competitor\nname: Other & Co\n", "other.yaml")
    code, out, err = printed(capfd, "check", "good.yaml", "broken.yaml", "other.yaml")
    assert (1, "") == (code, err)
    assert "broken.yaml:1: `customer` is missing - add it" in out
    assert "3 checked, 1 not valid" in out
    assert 3 == run(["check", "broken.yaml"])
    assert 0 == run(["check", "good.yaml", "other.yaml"])


def test_check_ends_with_one_for_a_red_risk(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    code, out, _ = printed(capfd, "check", write(folder, ONE_FRIEND))
    assert 1 == code
    assert "!! now       deal.yaml:7: WSP102 Nobody is listed who approves the deal." in out


def test_problems_are_all_told_at_once_and_capped(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    many = NAMED_ONLY + "".join(f"wrong{number}: 1\n" for number in range(30))
    code, _, err = printed(capfd, "screen", write(folder, many))
    assert 3 == code
    assert 21 == err.count("\n")
    assert err.endswith("deal.yaml: 10 more problems in this file\n")


def test_an_own_playbook_is_shown_with_where_each_value_comes_from(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    own = "kind: playbook\nid: ours\nversion: '3'\nname: {en: Our way}\nextends: five-steps\n"
    name = write(folder, own + "probability: {gamma: 3}\nsigns: {price-only: null}\n")
    _, out, _ = printed(capfd, "playbook", "show", "--origin", "--playbook", name)
    assert "probability.gamma: 3  (ours)\n" in out
    assert "probability.seats: 2  (five-steps)\n" in out
    assert "price-only" not in out
    code, said, _ = printed(capfd, "playbook", "check", name)
    assert (0, "deal.yaml: valid; ours version 3, extends five-steps\n") == (code, said)


def test_a_shown_playbook_can_be_used_again(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    _, out, _ = printed(capfd, "playbook", "show")
    write(folder, out, "again.yaml")
    name = write(folder, ONE_FRIEND)
    first = as_json(capfd, "analyze", name)
    second = as_json(capfd, "analyze", name, "--playbook", "again.yaml")
    assert first["win_probability"] == second["win_probability"]


def test_a_crash_inside_is_one_line_and_no_traceback(
    folder: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("winsell.analysis.screened.screen", lambda *_: 1 / 0)
    code, out, err = printed(capfd, "screen", write(folder, NAMED_ONLY))
    assert (3, "") == (code, out)
    assert "ZeroDivisionError" in err
    assert "Somebody" not in err
    assert 1 == err.count("\n")


def test_a_lane_of_one_question_gets_its_verdict(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write(
        folder,
        "kind: playbook\nid: ours\nversion: '1'\nname: {en: Ours}\nextends: five-steps\n"
        "types: {quick: {label: {en: quick}, questions: [q1]}}\n",
        "playbook.yaml",
    )
    name = write(folder, NAMED_ONLY + "type: quick\n")
    code, out, err = printed(capfd, "screen", name)
    assert (1, "") == (code, err)
    assert "FIND OUT FIRST" in out
