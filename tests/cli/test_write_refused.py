"""What a writing command refuses before anything is written, what it says of what it wrote, and what it keeps."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from winsell.cli.app import run
from winsell.store.load import load_case

DEAL = Path("deals/d.yaml")
TEXT = """\
deal: Five lines
customer: Müller
people:
  cio: {title: CIO, role: approver, attitude: {2026-08-01: neutral}}
  coo: {title: COO, role: user, attitude: neutral}
"""
SURROGATES = os.fsdecode(b"a\xff")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "deals").mkdir()
    (tmp_path / DEAL).write_text(TEXT, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WINSELL_TODAY", "2026-11-23")
    monkeypatch.setenv("COLUMNS", "200")


def text() -> str:
    return DEAL.read_text("utf-8")


def said(capsys: pytest.CaptureFixture[str], *argv: str, code: int = 0) -> str:
    got = run([*argv, "--lang", "en"])
    out, err = capsys.readouterr()
    assert code == got, out + err
    return out + err


def refused(capsys: pytest.CaptureFixture[str], *argv: str, code: int = 2) -> str:
    before = {path: path.read_bytes() for path in Path().rglob("*.yaml")}
    told = said(capsys, *argv, code=code)
    assert before == {path: path.read_bytes() for path in Path().rglob("*.yaml")}
    return told


# Text that a file cannot hold.

TEXTS = (
    ("new", "--deal", SURROGATES, "--customer", "X"),
    ("new", "--deal", "X", "--customer", SURROGATES),
    ("new", "--deal", "X", "--customer", "Y", "--owner", SURROGATES),
    ("new", "--deal", "X", "--customer", "Y", "--amount", SURROGATES),
    ("set", "d", "owner", SURROGATES),
    ("set", "d", "us.fit", "80", "--why", SURROGATES),
    ("set", "d", "us.fit", "80", "--source", SURROGATES),
    ("set", "d", "us.fit", "80", "--by", SURROGATES),
    ("note", "d", SURROGATES),
    ("act", "add", "d", SURROGATES),
    ("act", "add", "d", "x", "--owner", SURROGATES),
    ("close", "d", "lost", "--buyer-says", SURROGATES),
    ("close", "d", "lost", "--turning-point", SURROGATES),
)


@pytest.mark.parametrize("argv", TEXTS, ids=" ".join)
def test_bytes_that_are_no_text_are_refused(capsys: pytest.CaptureFixture[str], argv: tuple[str, ...]) -> None:
    assert "is no UTF-8 text - type it anew" in refused(capsys, *argv)


def test_text_under_another_code_page_is_read_as_utf8() -> None:
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    argv: list[str | bytes] = [sys.executable, "-m", "winsell", "note", "d", "拜访".encode()]
    subprocess.run(argv, env=environment, check=True, capture_output=True)
    assert "  2026-11-23 拜访" in text()


def test_a_note_in_another_encoding_is_named(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("客户说预算已经批了".encode("gb18030"))))
    assert "looks like GBK - save it as UTF-8" in refused(capsys, "note", "d", "-")


def test_a_note_comes_through_the_pipe(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("他们要来\n".encode())))
    said(capsys, "note", "d", "-")
    assert "  2026-11-23 他们要来" in text()


def test_a_closed_pipe_holds_no_note(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert "there is no note to read" in refused(capsys, "note", "d", "-")


def test_a_name_is_found_however_its_accents_are_typed(capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "note", "Mu\u0308ller", "hello")
    assert "hello" in text()


# Nothing at all.


@pytest.mark.parametrize(
    "argv",
    [("note", "d", ""), ("note", "d", " "), ("note", "d", "\u202e\u200b"),
     ("act", "add", "d", ""), ("set", "d", "owner", ""), ("note", "", "hi"),
     ("undo", ""), ("set", " ", "owner", "x")],
)  # fmt: skip
def test_an_empty_word_is_a_slip(capsys: pytest.CaptureFixture[str], argv: tuple[str, ...]) -> None:
    assert "empty" in refused(capsys, *argv)


# Ids that stand nowhere.


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        (("set", "d", "stage", "negotation"), "use one of: lead,"),
        (("set", "d", "stage", "won"), "how a deal ends - write that with `winsell close deals/d.yaml won`"),
        (("set", "d", "stage", "丢单"), "`winsell close deals/d.yaml lost`"),
        (("set", "d", "people.coo.reports_to", "ghost"), "`ghost` is referred to"),
        (("set", "d", "chairs.payer", "ghost"), "`ghost` is referred to"),
        (("set", "d", "strategy", "frontal-assault"), "is no strategy of the playbook"),
        (("act", "add", "d", "Call", "--for", "people.ghost"), "`ghost` is referred to"),
        (("act", "add", "d", "Call", "--for", "ghost"), "`ghost` is no place of a deal"),
        (("act", "add", "d", "Call", "--tactic", "xyz"), "is no tactic of the playbook"),
    ],
)
def test_a_word_that_stands_nowhere_is_refused(
    capsys: pytest.CaptureFixture[str], argv: tuple[str, ...], told: str
) -> None:
    assert told in refused(capsys, *argv)


def test_what_was_unknown_before_is_no_reason_to_refuse(capsys: pytest.CaptureFixture[str]) -> None:
    DEAL.write_text(f"{TEXT}stage: xyz\n", "utf-8")
    said(capsys, "set", "d", "owner", "me")
    assert "owner: me" in text()


def test_a_day_behind_a_place_is_told_where_it_goes(capsys: pytest.CaptureFixture[str]) -> None:
    told = refused(capsys, "set", "d", "people.coo.attitude.2026-11-05", "enemy")
    assert "write people.coo.attitude, and the day behind it: --on 2026-11-05" in told


def test_an_empty_key_is_named_with_its_path(capsys: pytest.CaptureFixture[str]) -> None:
    assert "`people..attitude` is no place" in refused(capsys, "set", "d", "people..attitude", "x")


def test_a_word_is_told_as_it_was_typed(capsys: pytest.CaptureFixture[str]) -> None:
    assert "`yes` is no value" in refused(capsys, "set", "d", "people.coo.attitude", "yes", code=3)


def test_a_yes_where_a_finer_word_is_wanted_is_told_what_it_may_be(capsys: pytest.CaptureFixture[str]) -> None:
    value = "value: {first: {claim: x, kind: solution, they_have: {north: no}}}\ncompetitors: {north: {name: North}}\n"
    DEAL.write_text(TEXT + value, "utf-8")
    told = refused(capsys, "set", "d", "value.first.they_have.north", "yes", code=3)
    assert "did you mean `partly` / `fully`?" in told


def test_people_are_taken_over_from_a_deal_of_the_same_customer_only(capsys: pytest.CaptureFixture[str]) -> None:
    told = refused(capsys, "new", "e", "--deal", "E", "--customer", "Another", "--from", "d")
    assert "the people of Müller are not those of Another" in told


def test_an_outcome_that_is_changed_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "close", "d", "lost")
    told = said(capsys, "close", "d", "won", "--on", "2026-11-20")
    assert "It was closed before as: lost, on 23 Nov 2026" in told


def test_an_outcome_that_is_replaced_is_not_said_to_be_there(capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "close", "d", "won", "--why", "fast", "--buyer-says", "price")
    told = " ".join(said(capsys, "close", "d", "lost").split())
    assert "It was closed before as: won, on the same day, 23 Nov 2026. That is replaced now" in told
    assert "Both are in the file" not in told
    assert "won" not in text()
    said(capsys, "undo", "d")
    assert "2026-11-23: {is: won, why: fast, buyer_says: price}" in text()


# What was said of the same day stays.


def test_the_outcome_said_again_keeps_its_reasons(capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "close", "d", "lost", "--why", "too expensive", "--turning-point", "the tender")
    assert "says so already" in said(capsys, "close", "d", "lost")
    said(capsys, "close", "d", "lost", "--buyer-says", "nothing")
    assert "{is: lost, why: too expensive, turning_point: the tender, buyer_says: nothing}" in text()


def test_a_fact_said_again_keeps_its_reason(capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "set", "d", "us.fit", "80", "--why", "won the test")
    said(capsys, "set", "d", "us.fit", "80", "--source", "cio")
    assert "{is: 80, why: won the test, source: cio}" in text()
    said(capsys, "set", "d", "us.fit", "70")
    assert "2026-11-23: 70" in text()


def test_a_later_day_that_still_decides_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    told = said(capsys, "set", "d", "people.cio.attitude", "enemy", "--on", "2026-07-01", "--why", "x")
    assert "What was written for 1 Aug 2026 still holds today" in told


def test_an_undated_value_that_a_day_ends_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    told = said(capsys, "set", "d", "people.coo.attitude", "enemy", "--why", "x")
    assert "What stood there had no day, so it held on any. It is kept under 1 Aug 2026" in told
    assert "had no day" not in said(capsys, "set", "d", "people.coo.attitude", "enemy", "--why", "y")


def attitude() -> Any:
    data: Any = load_case(str(DEAL)).document.data
    return data["people"]["coo"]["attitude"]


@pytest.mark.parametrize("day", ["2026-03-01", "2026-09-01", "2026-11-23"])
def test_an_undated_value_is_given_the_day_that_is_said_of_it_and_no_other(
    capsys: pytest.CaptureFixture[str], day: str
) -> None:
    told = said(capsys, "set", "d", "people.coo.attitude", "neutral", "--on", day)
    assert {day: "neutral"} == attitude()
    assert "What stood there had no day, and is the same. It now holds from" in told
    assert "ends before" not in told


def test_its_reason_goes_with_it(capsys: pytest.CaptureFixture[str]) -> None:
    DEAL.write_text(TEXT.replace("attitude: neutral", "attitude: {is: neutral, why: calm}"), "utf-8")
    said(capsys, "set", "d", "people.coo.attitude", "neutral", "--on", "2026-03-01", "--source", "cio")
    assert {"2026-03-01": {"is": "neutral", "why": "calm", "source": "cio"}} == attitude()


def test_looked_at_again_today_it_held_since_the_file_began(capsys: pytest.CaptureFixture[str]) -> None:
    told = said(capsys, "set", "d", "people.coo.attitude", "neutral", "--why", "x")
    assert {"2026-08-01": "neutral", "2026-11-23": {"is": "neutral", "why": "x"}} == attitude()
    assert "kept under 1 Aug 2026, where the file begins, and is so again on 23 Nov 2026" in told


def test_where_the_file_has_no_other_day_none_is_made_up(capsys: pytest.CaptureFixture[str]) -> None:
    DEAL.write_text("deal: D\ncustomer: M\npeople: {coo: {title: COO, attitude: neutral}}\n", "utf-8")
    said(capsys, "set", "d", "people.coo.attitude", "neutral", "--why", "x")
    assert {"2026-11-23": {"is": "neutral", "why": "x"}} == attitude()


# People by their names.


def test_people_are_meant_by_name_and_post_too(capsys: pytest.CaptureFixture[str]) -> None:
    DEAL.write_text(TEXT.replace("title: COO,", "title: COO, name: 王总,"), "utf-8")
    said(capsys, "set", "d", "people.王总.attitude", "supporter", "--why", "x", "--source", "王总")
    assert "2026-11-23: {is: supporter, why: x, source: coo}" in text()
    said(capsys, "note", "d", "lunch", "--with", "王总，cio")
    assert "with: [coo, cio], what: lunch" in text()


def test_what_is_done_is_not_dropped(capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "act", "add", "d", "Call")
    said(capsys, "act", "done", "d", "call")
    assert "`call` is done already" in refused(capsys, "act", "drop", "d", "call")


def test_what_is_dropped_is_not_done(capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "act", "add", "d", "Call")
    said(capsys, "act", "drop", "d", "call", "--on", "2026-11-20")
    assert "`call` was dropped on 2026-11-20" in refused(capsys, "act", "done", "d", "call")


def test_what_is_dropped_keeps_its_day_unless_another_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "act", "add", "d", "Call", "--on", "2026-11-20")
    said(capsys, "act", "drop", "d", "call", "--on", "2026-11-20")
    assert "Nothing to change" in said(capsys, "act", "drop", "d", "call")
    said(capsys, "act", "drop", "d", "call", "--why", "no time")
    assert "dropped: 2026-11-20\n    result: no time\n" in text()
    said(capsys, "act", "drop", "d", "call", "--on", "2026-11-21")
    assert "dropped: 2026-11-21\n" in text()


@pytest.mark.parametrize("nobody", ["", " ", ",", "，、"])
def test_a_meeting_with_nobody_is_refused(capsys: pytest.CaptureFixture[str], nobody: str) -> None:
    assert "--with is empty" in refused(capsys, "note", "d", "lunch", "--with", nobody)


def test_somebody_named_twice_was_there_once(capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "note", "d", "lunch", "--with", "coo,COO,cio")
    assert "with: [coo, cio], what: lunch" in text()


def test_a_folder_without_a_name_is_not_made(capsys: pytest.CaptureFixture[str]) -> None:
    assert "FOLDER is empty" in refused(capsys, "init", "")
    assert not Path("playbook.yaml").exists()


# What is saved is told as saved.


@pytest.mark.parametrize(
    "argv",
    [("note", "d", "x"), ("act", "add", "d", "x"), ("close", "d", "lost"), ("set", "d", "owner", "x"), ("undo", "d")],
)
def test_a_playbook_that_cannot_be_read_is_told_before_anything_is_saved(
    capsys: pytest.CaptureFixture[str], argv: tuple[str, ...]
) -> None:
    said(capsys, "note", "d", "before")
    Path("deals/playbook.yaml").write_text("kind: playbook\nid: x\nbogus: 1\n", "utf-8")
    assert "playbook.yaml" in refused(capsys, *argv, code=3)


def test_what_is_due_before_it_was_agreed_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    argv = ("act", "add", "d", "Call them", "--due", "2026-10")
    assert "`2026-10` is before 2026-11-23" in refused(capsys, *argv)
    said(capsys, *argv, "--on", "2026-10-31")
    assert "    added: 2026-10-31\n    due: 2026-10\n" in text()


def test_who_an_action_is_for_may_be_named(capsys: pytest.CaptureFixture[str]) -> None:
    named = TEXT.replace("title: COO,", "title: COO, name: 王总,")
    DEAL.write_text(f"{named}competitors: {{x: {{name: Globex}}}}\n", "utf-8")
    for typed, place in (("王总", "people.coo"), ("cio", "people.cio"), ("people.王总.attitude", "people.coo.attitude"),
                         ("globex", "competitors.x"), ("behaviour.money", "behaviour.money")):  # fmt: skip
        said(capsys, "act", "add", "d", f"call {place}", "--for", typed)
        assert f"for: {place}\n" in text()
    told = refused(capsys, "act", "add", "d", "call", "--for", "王")
    assert "`王` is no place of a deal, and nobody's name" in told
    assert "did you mean `people.cio`" in refused(capsys, "act", "add", "d", "call", "--for", "ciio")
    refused(capsys, "act", "add", "d", "call", "--for", "people.nobody")


ACTIONS = f"{TEXT}actions: {{action-1: {{what: 吃饭}}, call: {{what: call them}}, x: {{what: x, done: 2026-11-01}}}}\n"


@pytest.mark.parametrize("command", ["done", "drop"])
def test_actions_are_listed_with_what_they_are(capsys: pytest.CaptureFixture[str], command: str) -> None:
    DEAL.write_text(ACTIONS, "utf-8")
    listed = "action-1 (吃饭), call (call them)"
    assert f"use one of: {listed}\n" in refused(capsys, "act", command, "d", "zzz")
    assert f"no action is named - name one by its id or a part of it or of what is to be done: {listed}" in refused(
        capsys, "act", command, "d"
    )
    assert f"name one of them: {listed}" in refused(capsys, "act", command, "d", "a")
    assert "did you mean call (call them)?" in refused(capsys, "act", command, "d", "cal them")


# What a word may have meant.


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("opponent", "`non-supporter` / `enemy`"),
        ("Blocker", "`non-supporter` / `enemy`"),
        ("champion", "`mentor` / `supporter`"),
        ("friend", "`supporter`"),
        ("反对", "`non-supporter` / `enemy`"),
        ("支持", "`supporter`"),
        ("suporter", "`supporter`"),
    ],
)
def test_a_word_that_people_say_for_a_level_is_told_with_the_levels(
    capsys: pytest.CaptureFixture[str], typed: str, meant: str
) -> None:
    told = refused(capsys, "set", "d", "people.coo.attitude", typed, code=3)
    assert f"`{typed}` is no value of people.coo.attitude - did you mean {meant}? if not, write one of: mentor" in told
    assert "non-supporter (against us), enemy (strongly against us)" in told


def test_a_word_that_is_said_for_nothing_is_told_with_the_levels(capsys: pytest.CaptureFixture[str]) -> None:
    told = refused(capsys, "set", "d", "people.coo.attitude", "xyzzy", code=3)
    assert "people.coo.attitude - write one of: mentor (strongly for us)" in told
    assert "did you mean `won`? if not" in refused(capsys, "close", "d", "win", code=3)


@pytest.mark.parametrize(
    "words", [("set", "d", "note", "-x"), ("note", "d", "- a: b"), ("note", "d", "-5 %"), ("act", "add", "d", "-x")]
)
def test_a_text_that_begins_with_a_dash_is_told_how_to_be_given(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    told = refused(capsys, *words)
    command = words[: 2 if words[0] == "act" else 1]
    assert f"write -- and behind it all that is no option: `winsell {' '.join(command)} -- ...`" in told
    assert 0 == run([*command, "--", *words[len(command) :]])
    assert words[-1] in text()


def test_an_option_that_is_mistyped_is_still_told_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert "did you mean --why?" in refused(capsys, "set", "d", "people.coo.attitude", "enemy", "--wy", "x")


@pytest.mark.parametrize(
    "words",
    [("--deal", "  ", "--customer", "X"), ("--deal", "X", "--customer", "　"), ("  ", "--deal", "X", "--customer", "Y"),
     ("--deal", "X", "--customer", "Y", "--owner", "")],
)  # fmt: skip
def test_a_new_deal_has_no_blank_name(capsys: pytest.CaptureFixture[str], words: tuple[str, ...]) -> None:
    assert "is empty - type a text" in refused(capsys, "new", *words)


# Days as people type them.


@pytest.mark.parametrize(("due", "written"), [("today", "2026-11-23"), ("+7", "2026-11-30"), ("今天", "2026-11-23")])
def test_work_is_due_in_so_many_days(capsys: pytest.CaptureFixture[str], due: str, written: str) -> None:
    said(capsys, "act", "add", "d", "Call them", "--due", due)
    assert f"due: {written}" in text()


def test_work_is_moved_by_so_many_days_and_a_day_that_is_none_is_told_how_to_write_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    said(capsys, "act", "add", "d", "Call them", "--due", "+1")
    said(capsys, "act", "move", "d", "call", "--due", "+ 14")
    assert "due: 2026-12-07" in text()
    for argv in (("add", "d", "Ask them"), ("move", "d", "call")):
        assert "or +7 for seven days from now" in refused(capsys, "act", *argv, "--due", "friday")
