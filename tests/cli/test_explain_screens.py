"""`winsell explain` asked with what stands on a screen: words with their numbers, numbers alone, in both languages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.test_explain import HEAD, TEAM, addresses, as_json, asked
from tests.strategies import five_steps


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("shown", "address"),
    [
        ("+35", "decision-chain-score"),
        ("max 50 %", "ceiling"),
        ("上限50%", "ceiling"),
        ("Score +42", "decision-chain-score"),
        ("grade B", "grade.B"),
        ("B类", "grade.B"),
        ("GO, on one condition", "condition"),
        ("GO, on 2 conditions: is it worth winning", "condition"),
        ("跟进，附1个条件：值得赢", "condition"),
        ("Map green", "map.green"),
        ("overdue", "WSA102"),
        ("已逾期", "WSA102"),
        ("负责人", "deal.owner"),
        ("owner", "deal.owner"),
        ("无/不计", "not-computed"),
        ("过单", "review"),
        ("当日", "as-of"),
        ("this day", "as-of"),
    ],
)
def test_what_a_screen_says_is_found(capfd: pytest.CaptureFixture[str], shown: str, address: str) -> None:
    assert address == addresses(capfd, *shown.split())[0]
    code, out, err = asked(capfd, *shown.split())
    assert (0, "") == (code, err)
    assert "things" not in out.splitlines()[0]


@pytest.mark.parametrize(
    ("shown", "meant"),
    [
        ("41 %", "win-probability insight-rate win-sign-index coverage share"),
        ("41%", "win-probability insight-rate win-sign-index coverage share"),
        ("2/7", "insight-rate win-sign-index"),
    ],
)
def test_a_number_of_a_screen_leads_to_what_is_shown_so(
    capfd: pytest.CaptureFixture[str], shown: str, meant: str
) -> None:
    assert meant.split() == addresses(capfd, shown)


def test_a_grade_of_an_own_playbook_shows_its_limits(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (folder / "playbook.yaml").write_text(TEAM, encoding="utf-8")
    (grade,) = as_json(capfd, "grade", "B")
    assert ["grades.absolute.CNY.B", "grades.absolute.EUR.B"] == [one["path"] for one in grade["values"]]
    assert "limits of the playbook in use say: the whole method" in asked(capfd, "B类")[1]
    assert "limits of the playbook in use say: the fast lane" in asked(capfd, "C类")[1]


def test_the_overview_gives_programs_what_it_names(capfd: pytest.CaptureFixture[str]) -> None:
    assert {"win-probability", "attitude.mentor", "sign.budget-asked", "WSP101"} <= set(addresses(capfd))
    assert not {"deal.owner", "playbook.probability.gamma"} & set(addresses(capfd))


def test_a_single_tactic_is_told_as_one(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    one, *others = five_steps().tactics
    own = {
        "tactics": dict.fromkeys(others),
        "strategies": {id_: {"tactics": [one], "incumbent_tactics": []} for id_ in five_steps().strategies},
        "relation": {id_: {"tactics": [one]} for id_ in five_steps().relation},
    }
    said = "".join(f"{name}: {json.dumps(section)}\n" for name, section in own.items())
    (folder / "playbook.yaml").write_text(HEAD + said, encoding="utf-8")
    code, out, err = asked(capfd)
    assert (0, "") == (code, err)
    assert "one; its strategies name it" in out
