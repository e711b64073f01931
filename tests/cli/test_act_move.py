"""`winsell act move`: another day for an action, the one that it had kept, and what every other day then says of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from winsell.cli.app import run

DEAL = Path("deals/d.yaml")
TEXT = """\
deal: A warehouse
customer: C
owner: anna
stage: {2026-06-01: value-proof}
people: {coo: {title: COO, role: approver}}
actions:
  plant:  # the tour
    what: Ask for the tour of the plant
    for: people.coo
    owner: anna
    added: 2026-11-01
    due: 2026-11-20
  call: {what: Call the COO, for: people.coo, due: 2026-12}
  free: {what: Think of a name}
  done: {what: Send the layout, due: 2026-11-10, done: 2026-11-09}
  gone: {what: Send a gift, due: 2026-11-10, dropped: 2026-11-09}
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "deals").mkdir()
    (tmp_path / DEAL).write_text(TEXT, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    on(monkeypatch, "2026-11-23")


def on(monkeypatch: pytest.MonkeyPatch, day: str) -> None:
    monkeypatch.setenv("WINSELL_TODAY", day)


def said(capsys: pytest.CaptureFixture[str], *argv: str, code: int = 0, lang: str = "en") -> str:
    got = run([*argv, "--lang", lang])
    out, err = capsys.readouterr()
    assert code == got, out + err
    return out + err


def move(capsys: pytest.CaptureFixture[str], *argv: str, code: int = 0) -> str:
    return said(capsys, "act", "move", "d", *argv, code=code)


def test_an_action_has_its_new_day_and_keeps_the_one_it_had(capsys: pytest.CaptureFixture[str]) -> None:
    told = move(capsys, "tour", "--due", "2026-12-04", "--why", "the line is down")
    after = TEXT.replace(
        "    due: 2026-11-20\n",
        "    due: 2026-12-04\n    put_off:\n      2026-11-23: {is: 2026-11-20, why: the line is down}\n",
    )
    assert after == DEAL.read_text("utf-8")
    assert "2026-12-04" in told
    said(capsys, "undo", "d")
    assert TEXT == DEAL.read_text("utf-8")


@pytest.mark.parametrize(
    ("action", "due", "line"),
    [
        pytest.param("call", "2027-01", "due: 2027-01, put_off: {2026-11-23: 2026-12}}", id="months as written"),
        pytest.param("call", "today", "call: {what: Call the COO, for: people.coo, due: 2026-11-23}", id="forward"),
        pytest.param("free", "2026-12-01", "free: {what: Think of a name, due: 2026-12-01}", id="it had no day"),
    ],
)
def test_what_was_not_due_earlier_is_not_put_off(
    capsys: pytest.CaptureFixture[str], action: str, due: str, line: str
) -> None:
    move(capsys, action, "--due", due)
    assert line in DEAL.read_text("utf-8")


def test_twice_on_one_day_it_is_put_off_once(capsys: pytest.CaptureFixture[str]) -> None:
    move(capsys, "plant", "--due", "2026-12-04", "--why", "the line is down")
    move(capsys, "plant", "--due", "2026-12-11")
    assert "    due: 2026-12-11\n" in (text := DEAL.read_text("utf-8"))
    assert "2026-11-23: {is: 2026-11-20, why: the line is down}" in text
    assert "2026-12-04" not in text


def test_moved_back_on_the_same_day_it_was_never_put_off(capsys: pytest.CaptureFixture[str]) -> None:
    move(capsys, "call", "--due", "2027-01-15")
    move(capsys, "call", "--due", "2026-12")
    assert TEXT == DEAL.read_text("utf-8")


def test_the_second_time_is_a_risk(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    move(capsys, "plant", "--due", "2026-12-04")
    assert "[WSA105]" not in said(capsys, "check", str(DEAL), "--all", "--select", "WSA105")
    on(monkeypatch, "2026-12-07")
    move(capsys, "plant", "--due", "2026-12-18", "--why", "holidays")
    assert "2026-11-23: 2026-11-20\n      2026-12-07: {is: 2026-12-04, why: holidays}" in DEAL.read_text("utf-8")
    found = json.loads(said(capsys, "analyze", str(DEAL), "--json"))["findings"]
    assert ["WSA105"] == [one["code"] for one in found if one["code"] == "WSA105"]


def test_every_day_knows_when_it_was_due_then(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    move(capsys, "plant", "--due", "2026-12-04", "--why", "the line is down")
    on(monkeypatch, "2026-12-07")
    move(capsys, "plant", "--due", "2026-12-18")
    for day, due in (
        ("2026-11-22", "2026-11-20, overdue"),
        ("2026-11-23", "2026-12-04"),
        ("2026-12-06", "2026-12-04, overdue"),
    ):
        (row,) = (
            line
            for line in said(capsys, "plan", "d", "--as-of", day).splitlines()
            if "now" in line and "Ask for the tour" in line and "planned" not in line
        )
        assert due in row
        assert ("overdue" in due) == ("overdue" in row)
    monkeypatch.setenv("WINSELL_TODAY", "2026-11-22")
    assert ["plant"] == [one["action"] for one in json.loads(said(capsys, "week", "--json"))["deals"][0]["due"]]


def test_what_changed_tells_that_it_was_put_off_and_why(capsys: pytest.CaptureFixture[str]) -> None:
    move(capsys, "plant", "--due", "2026-12-04", "--why", "the line is down")
    move(capsys, "call", "--due", "2027-01-15", "--why", "she travels")
    told = said(capsys, "diff", "d", "2026-11-22", "2026-11-23")
    assert (
        "Put off: Ask for the tour of the plant (anna), due on 20 Nov 2026 before, on 4 Dec 2026 now: the line is down"
        in told
    )
    assert "Due day of: Call the COO: 15 Jan 2027 now, 31 Dec 2026 before: she travels" in told
    assert "put_off" not in told
    assert "推迟：Ask for the tour of the plant（anna），原定2026年11月20日，现为2026年12月4日" in said(
        capsys, "diff", "d", "2026-11-22", "2026-11-23", lang="zh"
    )


@pytest.mark.parametrize(
    ("expected", "argv"),
    [
        ("`2026-11-22` has passed", ("plant", "--due", "2026-11-22")),
        ("`2026-10` has passed", ("plant", "--due", "2026-10")),
        ("`soon` is no day", ("plant", "--due", "soon")),
        ("`call` is due on 2026-12-31 already", ("call", "--due", "2026-12-31")),
        ("`done` is done or dropped", ("layout", "--due", "2026-12-31")),
        ("`gone` is done or dropped", ("gone", "--due", "2026-12-31")),
        ("--why is kept with a day that is put off", ("call", "--due", "2026-12-01", "--why", "sooner")),
        ("--why is kept with a day that is put off", ("free", "--due", "2026-12-01", "--why", "at last")),
        ("there is no action `nothing`", ("nothing", "--due", "2026-12-31")),
        ("`the` may be", ("the", "--due", "2026-12-31")),
        ("--due is missing", ("plant",)),
    ],
)
def test_what_cannot_be_meant_is_refused(
    capsys: pytest.CaptureFixture[str], expected: str, argv: tuple[str, ...]
) -> None:
    assert expected in move(capsys, *argv, code=2)
    assert TEXT == DEAL.read_text("utf-8")
