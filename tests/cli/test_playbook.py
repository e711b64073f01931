"""`playbook show`, `playbook check` and the published schema, with playbooks as companies write them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.strategies import read_plain
from winsell.cli.app import run
from winsell.store.playbooks import load_playbook

OWN = "kind: playbook\nid: ours\nversion: '3'\nname: {en: Our way}\n"
CHILD = OWN + "extends: five-steps\n"
REMOVES = CHILD + "signs: {budget-asked: null, deepest-exchange: {late_after: null}}\n"
PARTIAL = CHILD + "people: {role_weights: {approver: 5}, thin_below: 0.25}\nquestions: {q1: {label: {en: Worth it?}}}\n"
ADDS = (
    CHILD
    + """\
stages:
  poc: {label: {en: "Proof: at the customer's", zh: 概念验证：客户现场}, after: value-proof, needs: [criteria]}
types: {framework: {label: {zh: 框架协议}, questions: [q1, q3]}}
ideal_amount: {CNY: {low: 500万, high: 18000000.55}}
rules: {WSP108: {days: 45}}
probability: {anchors: [0, 50, 100], ceilings: {always: {poc: 0.9}}}
tactics: {odd: {en: "yes # no: {x}, \\u200b \\"1\\" \\\\", zh: "12"}}
strategy_rows: [{strategy: frontal, when: [[at-least-equal]]}]
"""
)
PLAIN = (
    "kind: playbook\nid: ours\nversion: '3'\nname: 我们的打法\nextends: five-steps\n"
    "stages: {trial: {label: 试点, after: value-proof}}\ntactics: {odd: 请到家里坐坐}\n"
    "questions: {q1: {label: 值不值得赢}}\n"
)
"""Names as one text instead of one for each language."""
GOOD = {"removes": REMOVES, "partial": PARTIAL, "adds": ADDS, "named only": CHILD, "plain names": PLAIN}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WINSELL_TODAY", "2026-11-23")
    return tmp_path


def write(folder: Path, text: str, name: str = "ours.yaml") -> str:
    (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return name


def printed(capfd: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    code = run(list(argv))
    out, err = capfd.readouterr()
    return code, out, err


def refused(folder: Path, capfd: pytest.CaptureFixture[str], text: str) -> list[str]:
    code, out, err = printed(capfd, "playbook", "check", write(folder, text))
    assert (3, "") == (code, out)
    return err.splitlines()


# Shown, and read again.


@pytest.mark.parametrize("text", [None, *GOOD.values()], ids=["built-in", *GOOD])
def test_a_shown_playbook_is_read_again_as_the_same_one(
    folder: Path, capfd: pytest.CaptureFixture[str], text: str | None
) -> None:
    named = [] if text is None else ["--playbook", write(folder, text)]
    _, out, err = printed(capfd, "playbook", "show", *named)
    assert "" == err
    first = load_playbook(named[-1] if named else None)
    again = load_playbook(write(folder, out, "again.yaml"))
    assert first.playbook.model_copy(update={"extends": None}) == again.playbook
    assert {key: value for key, value in first.tree.items() if key != "extends"} == again.tree
    assert out == printed(capfd, "playbook", "show", "--playbook", "again.yaml")[1]


def test_what_was_removed_stays_away_when_it_is_read_again(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    _, out, _ = printed(capfd, "playbook", "show", "--playbook", write(folder, REMOVES))
    again = load_playbook(write(folder, out, "again.yaml")).playbook
    assert "budget-asked" not in again.signs
    assert again.signs["deepest-exchange"].late_after is None


def test_a_plain_text_is_the_name_in_every_language(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    playbook = load_playbook(write(folder, PLAIN)).playbook
    assert ("我们的打法", "我们的打法") == (playbook.name.en, playbook.name.zh)
    assert "请到家里坐坐" == playbook.tactics["odd"].en
    for lang in ("en", "zh"):
        for word in ("trial", "试点", "odd"):
            code, out, err = printed(capfd, "explain", word, "--playbook", "ours.yaml", "--lang", lang)
            assert (0, "") == (code, err)
            assert "试点" in out or "请到家里坐坐" in out
    _, out, _ = printed(capfd, "playbook", "show", "--playbook", "ours.yaml", "--origin")
    assert "name: 我们的打法  (ours)" in out.splitlines()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("2026", '4: name is the number or word 2026, and text is wanted - put it in quotes: "2026"'),
        ("[a, b]", "4: name is [...], and text is wanted - write it on one line"),
        ('""', "4: name is empty - write it"),
        ("{}", "4: name has no name - write en: or zh:"),
    ],
)
def test_a_name_that_is_none_is_told_with_the_right_form(
    folder: Path, capfd: pytest.CaptureFixture[str], name: str, said: str
) -> None:
    head = "kind: playbook\nid: ours\nversion: '3'\n"
    assert [f"ours.yaml:{said}"] == refused(folder, capfd, f"{head}name: {name}\nextends: five-steps\n")


# Who it is.


def test_a_playbook_has_a_name_of_its_own(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert [f"ours.yaml:1: `{key}` is missing - add it" for key in ("id", "version", "name")] == refused(
        folder, capfd, "kind: playbook\nextends: five-steps\n"
    )


@pytest.mark.parametrize("name", ["x" * 300, "a\0b", "x/" * 3000, "deal.yaml/ours.yaml", "\ud800"])
def test_a_playbook_whose_name_no_system_takes_is_not_there(
    folder: Path, capfd: pytest.CaptureFixture[str], name: str
) -> None:
    deal = write(folder, "deal: A deal\ncustomer: Somebody\n", "deal.yaml")
    code, out, err = printed(capfd, "screen", deal, "--playbook", name)
    assert (4, "") == (code, out)
    assert "there is no such playbook - name a file, or one of: five-steps\n" in err
    assert 1 == err.count("\n")


# What does not fit together.


def test_an_unknown_finding_is_refused_with_the_nearest(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    text = CHILD + "rules:\n  WSP101: {from: lead}\n  WSP99:\n    days: 3\n"
    (said,) = refused(folder, capfd, text)
    assert said.startswith("ours.yaml:8: rules.WSP99: there is no finding `WSP99` - did you mean `WSP109`? if not, ")


def test_stages_in_a_circle_are_refused_at_the_first(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    text = CHILD + "stages:\n  one: {label: {en: One}, after: two}\n  two: {label: {en: Two}, after: one}\n"
    assert [
        "ours.yaml:7: stages.one.after: one, two follow each other in a circle - let one of them follow another stage"
    ] == refused(folder, capfd, text)
    alone = CHILD + "stages:\n  one:\n    label: {en: One}\n    after: one\n"
    assert ["ours.yaml:9: stages.one.after: the stage follows itself - name the stage before it"] == refused(
        folder, capfd, alone
    )


def test_a_removed_stage_is_told_once_where_it_is_removed(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    text = CHILD + "stages:\n  needs-analysis: null\n  pursuit-approval:\n  pilot: {label: {en: Pilot}, after: demo}\n"
    said = refused(folder, capfd, text)
    assert [7, 8, 9] == [int(line.split(":")[1]) for line in said]
    assert said[0].startswith("ours.yaml:7: `needs-analysis` is removed here, and ")
    assert said[0].endswith(" more) still name it - let them name another, or keep it")
    assert said[2].startswith("ours.yaml:9: stages.pilot.after: there is no stage `demo` - use one of: lead, ")


def test_an_item_of_a_list_is_found_on_its_line(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    tactics = "strategies:\n  frontal:\n    tactics:\n      - pilot\n      - pilott\n"
    rows = "strategy_rows:\n  - {strategy: frontal, when: []}\n  - strategy: none-such\n    when: []\n"
    said = refused(folder, capfd, CHILD + tactics + rows)
    assert ["ours.yaml:10", "ours.yaml:13"] == [line.partition(": ")[0] for line in said]


@pytest.mark.parametrize(
    ("said", "text"),
    [
        pytest.param(
            "6: people.role_weights: the weights sum to zero - make at least one of them larger",
            "people: {role_weights: {approver: 0, decider: 0, evaluator: 0, user: 0, unknown: 0}}\n",
            id="weights",
        ),
        pytest.param(
            "6: people.attitude_values: neutral is 1 and supporter is 1 - let the numbers rise in this order: enemy,"
            " non-supporter, neutral, supporter, mentor",
            "people: {attitude_values: {neutral: 1}}\n",
            id="order",
        ),
        pytest.param(
            "6: types.project.questions is empty - name at least one",
            "types: {project: {questions: []}}\n",
            id="questions",
        ),
    ],
)
def test_numbers_that_turn_the_method_around_are_refused(
    folder: Path, capfd: pytest.CaptureFixture[str], said: str, text: str
) -> None:
    assert [f"ours.yaml:{said}"] == refused(folder, capfd, CHILD + text)


# The published schema.


def validator(capfd: pytest.CaptureFixture[str]) -> jsonschema.Draft202012Validator:
    found: dict[str, Any] = json.loads(printed(capfd, "schema", "playbook")[1])
    return jsonschema.Draft202012Validator(found)


@pytest.mark.parametrize("text", [None, *GOOD.values()], ids=["built-in", *GOOD])
def test_a_valid_playbook_holds_to_the_published_schema(
    folder: Path, capfd: pytest.CaptureFixture[str], text: str | None
) -> None:
    shown = text if text is not None else printed(capfd, "playbook", "show")[1]
    assert 0 == printed(capfd, "playbook", "check", write(folder, shown))[0]
    validator(capfd).validate(_floats(read_plain(shown)))


def _floats(value: Any) -> Any:
    """Write decimals as an editor's YAML reader would."""
    if isinstance(value, dict):
        return {key: _floats(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_floats(one) for one in value]
    return float(value) if type(value).__name__ == "Decimal" else value


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(CHILD + "probability: {gama: 3}\n", id="a typo in a section"),
        pytest.param(CHILD + "people: {role_weights: {aprover: 5}}\n", id="a typo in a map"),
        pytest.param(CHILD + "singns: {budget-asked: null}\n", id="a typo at the top"),
        pytest.param(CHILD + "signs: {x: {polarity: won}}\n", id="a wrong word"),
        pytest.param(CHILD + "types: {project: {questions: []}}\n", id="a list of nothing"),
        pytest.param("kind: playbook\nextends: five-steps\n", id="no name"),
    ],
)
def test_a_broken_playbook_does_not_hold_to_it(folder: Path, capfd: pytest.CaptureFixture[str], text: str) -> None:
    refused(folder, capfd, text)
    with pytest.raises(jsonschema.ValidationError):
        validator(capfd).validate(_floats(read_plain(text)))
