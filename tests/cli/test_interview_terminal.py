"""Interviews in a real pseudo-terminal: answers are accounted for and the terminal is right, whatever happens."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.strategies import ROOT

pytestmark = pytest.mark.skipif(os.name == "nt", reason="pseudo-terminals are POSIX's")
if os.name != "nt":
    from tests.terminal import Sitting

TEAM = ROOT / "examples" / "team"
PASTE = b"\x1b[200~first\nsecond\x1b[31m\x07\r\nthird\x1b[201~\r"
HUGE = b"\x1b[200~" + b"abc\n" * 25_000 + b"\x1b[201~\r"
INTERVIEWS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "ask": (("ask", "truck-cab-mes"), ("2", "1", "1", "said yes", "", "2", "", "3")),
    "met": (
        ("met", "truck-cab-mes"),
        ("1, head of finance", "lunch", "the budget is set", "2", "2", "", "2", "three years", "1", "", "", "bad", "1",
         "invites us", "+7", "send the offer", "+3"),
    ),
    "new": (("new",), ("Northern Rail", "Ticket machines", "4.8m EUR", "1", "2")),
    "screen": (("screen", "deals/five.yaml", "--ask"), ("1", "", "", "2", "", "")),
}  # fmt: skip
EVENTS: dict[str, Callable[[Sitting], None]] = {
    "ctrl-c": lambda sitting: sitting.type(b"\x03"),
    "ctrl-d": lambda sitting: sitting.type(b"\x04"),
    "term": lambda sitting: sitting.signal(signal.SIGTERM),
    "hup": lambda sitting: sitting.signal(signal.SIGHUP),
    "half-an-answer": lambda sitting: sitting.type(b"half\x03"),
}
STAYS: dict[str, Callable[[Sitting], None]] = {
    "narrow": lambda sitting: sitting.resize(25, 8),
    "wide": lambda sitting: sitting.resize(250, 60),
    "paste": lambda sitting: sitting.type(PASTE),
    "huge-paste": lambda sitting: sitting.type(HUGE),
    "odd-keys": lambda sitting: sitting.type(b"\x1b[A\x1b[B\t\x1bOP\x00\x15"),
}
LONG = pytest.mark.long


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(TEAM, tmp_path / "deals")
    (tmp_path / "deals" / "five.yaml").write_text("deal: Five lines\ncustomer: Somebody\n", "utf-8")
    return tmp_path


def sitting(folder: Path, *argv: str, **environment: str) -> Sitting:
    return Sitting((*argv, "--lang", "en"), folder, environment)


def every_place() -> list[tuple[str, int]]:
    return [(name, at) for name, (_, answers) in INTERVIEWS.items() for at in range(len(answers))]


FEW = [("ask", 0), ("ask", 3), ("ask", 5), ("met", 1), ("met", 12), ("new", 2), ("screen", 1)]


def left(folder: Path, name: str, at: int, event: Callable[[Sitting], None]) -> None:
    argv, answers = INTERVIEWS[name]
    files = {path: path.read_bytes() for path in (folder / "deals").glob("*.yaml")}
    with sitting(folder, *argv) as here:
        here.answer(*answers[:at])
        assert here.asked()
        event(here)
        assert 130 == here.wait(), here.text
        assert "Traceback" not in here.text
        assert here.before == here.modes()
        assert not here.bracketed_paste
        assert here.cursor
        said = here.text
    assert "stopped at question" in said
    saved = [line for line in said.splitlines() if "Saved in" in line]
    now = {path: path.read_bytes() for path in (folder / "deals").glob("*.yaml")}
    assert bool(saved) == (now != files)
    assert f"changes saved: {len(saved)}" in said
    drafts = list((folder / "deals").rglob("*.draft"))
    assert ("answers kept" in said) <= bool(drafts)
    assert ("--resume" in said) == (bool(drafts) and name != "screen")


@pytest.mark.parametrize(("name", "at"), FEW)
@pytest.mark.parametrize("event", ["ctrl-c", "term"])
def test_whoever_leaves_keeps_the_answers_and_a_whole_terminal(folder: Path, name: str, at: int, event: str) -> None:
    left(folder, name, at, EVENTS[event])


@LONG
@pytest.mark.parametrize(("name", "at"), every_place())
@pytest.mark.parametrize("event", EVENTS)
def test_leaving_at_every_question(folder: Path, name: str, at: int, event: str) -> None:
    left(folder, name, at, EVENTS[event])


def stayed(folder: Path, name: str, at: int, event: Callable[[Sitting], None]) -> None:
    argv, answers = INTERVIEWS[name]
    with sitting(folder, *argv) as here:
        here.answer(*answers[:at])
        assert here.asked()
        event(here)
        if event in (STAYS["paste"], STAYS["huge-paste"]):
            assert here.asked()
            assert "characters" in here.text[-4000:] or "Saved" in here.text
        here.type(b"\x03")
        assert 130 == here.wait(), here.text
        assert "Traceback" not in here.text
        assert here.before == here.modes()
    for path in (folder / "deals").glob("*.yaml"):
        assert b"first second" not in path.read_bytes()
        assert b"abc abc" not in path.read_bytes()


@pytest.mark.parametrize(("name", "at", "event"), [("ask", 0, "paste"), ("met", 1, "huge-paste"), ("new", 0, "narrow")])
def test_a_hostile_paste_or_a_new_size_changes_nothing(folder: Path, name: str, at: int, event: str) -> None:
    stayed(folder, name, at, STAYS[event])


@LONG
@pytest.mark.parametrize(("name", "at"), every_place())
@pytest.mark.parametrize("event", STAYS)
def test_hostile_input_at_every_question(folder: Path, name: str, at: int, event: str) -> None:
    stayed(folder, name, at, STAYS[event])


@pytest.mark.parametrize("name", INTERVIEWS)
def test_an_interview_comes_to_its_end(folder: Path, name: str) -> None:
    argv, answers = INTERVIEWS[name]
    with sitting(folder, *argv) as here:
        here.answer(*answers)
        while here.asked():
            here.type(b"\r")
        assert (1 if name == "screen" else 0) == here.wait(), here.text
        assert here.before == here.modes()
    assert not list(folder.rglob("*.draft"))


NOBODY = {"nothing": b"", "newlines": b"\n" * 200, "answers": b"1\n2\n1\n" * 50, "closed": None}


@pytest.mark.parametrize("given", NOBODY)
@pytest.mark.parametrize("name", INTERVIEWS)
def test_nothing_is_asked_where_nobody_is(folder: Path, name: str, given: str) -> None:
    argv, _ = INTERVIEWS[name]
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    command = [sys.executable, "-m", "winsell", *argv, "--lang", "en"]
    if NOBODY[given] is None:
        command = ["sh", "-c", 'exec "$@" <&-', "sh", *command]
    ran = subprocess.run(command, cwd=folder, input=NOBODY[given], capture_output=True, timeout=60, check=False)
    assert 2 == ran.returncode, ran.stderr
    assert b"" == ran.stdout
    assert ran.stderr.startswith(b"winsell: ")
    assert ran.stderr.count(b"\n") == 1
    assert before == {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_sitting_goes_on_where_it_was_left(folder: Path) -> None:
    deal = folder / "deals" / "truck-cab-mes.yaml"
    with sitting(folder, "met", "truck-cab-mes") as here:
        here.answer("1, head of finance", "lunch", "the budget is set")
        assert here.asked()
        here.type(b"\x03")
        assert 130 == here.wait()
        assert "stopped at question 2 of 6, changes saved: 1" in here.text
        assert "go on with: winsell met deals/truck-cab-mes.yaml --resume" in here.text
    assert b"the budget is set" not in deal.read_bytes()
    with sitting(folder, "met", "truck-cab-mes", "--resume") as here:
        assert here.asked()
        assert "Who was there?" not in here.text
        assert "Where does Controller stand now?" in here.text
        here.type(b"2\r")
        here.answer("2")
        while here.asked():
            here.type(b"\r")
        assert 0 == here.wait()
    written = deal.read_text("utf-8")
    assert 1 == written.count("what: lunch")
    assert 1 == written.count("title: head of finance")
    assert "2026-11-23: {is: supporter, why: the budget is set, source: controller, how: said}" in written


def test_what_somebody_else_wrote_meanwhile_is_not_written_over(folder: Path) -> None:
    deal = folder / "deals" / "five.yaml"
    with sitting(folder, "screen", "deals/five.yaml", "--ask") as here:
        here.answer("1", "we do this")
        assert here.asked()
        deal.write_text("deal: Five lines\ncustomer: Somebody\nmatches: {direction: no}\n", "utf-8")
        here.type(b"\r")
        while "`matches.direction` was changed on disk after the question was put" not in " ".join(here.text.split()):
            assert here.asked()
        here.type(b"\x04")
        assert 130 == here.wait()
    assert "deal: Five lines\ncustomer: Somebody\nmatches: {direction: no}\n" == deal.read_text("utf-8")


SLOW = """
import os, sys, time
os_fsync = os.fsync
def fsync(descriptor):
    if os.path.exists("slow"):
        open("saving", "w").close()
        time.sleep(0.5)
    os_fsync(descriptor)
os.fsync = fsync
from winsell.cli.main import main
os._exit(main())
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_while_an_answer_is_saved_ends_the_sitting_after_it(folder: Path, number: int) -> None:
    (folder / "run.py").write_text(SLOW, "utf-8")
    argv = ("screen", "deals/five.yaml", "--ask", "--lang", "en")
    with Sitting(argv, folder, program=(str(folder / "run.py"),)) as here:
        here.answer("1", "we do this")
        assert here.asked()
        (folder / "slow").touch()
        here.type(b"\r")
        end = time.monotonic() + 20
        while not (folder / "saving").exists() and time.monotonic() < end:
            time.sleep(0.01)
        here.signal(number)
        assert 130 == here.wait(), here.text
        assert "stopped at question" in here.text
    assert "we do this" in (folder / "deals" / "five.yaml").read_text("utf-8")


def test_another_place_that_changed_meanwhile_stays_as_it_was_written(folder: Path) -> None:
    deal = folder / "deals" / "five.yaml"
    with sitting(folder, "screen", "deals/five.yaml", "--ask") as here:
        here.answer("1", "we do this")
        assert here.asked()
        deal.write_text("deal: Five lines\ncustomer: Somebody\nowner: me # new\n", "utf-8")
        here.type(b"\r")
        assert here.asked()
        here.type(b"\x04")
        assert 130 == here.wait()
    assert 'owner: me # new\nmatches:\n  direction:\n    2026-11-23: {is: "yes", why: we do this}\n' in deal.read_text(
        "utf-8"
    )


def test_a_note_through_a_pipe_is_asked_about_at_the_terminal(folder: Path) -> None:
    (folder / "note.txt").write_text("Controller says the money is there\nThey visit us\n", "utf-8")
    script = folder / "run.py"
    script.write_text(
        "import os, sys\n"
        "os.dup2(os.open('note.txt', os.O_RDONLY), 0)\n"
        "words = 'met truck-cab-mes --text - --lang en'.split()\n"
        "os.execv(sys.executable, [sys.executable, '-m', 'winsell', *words])\n",
        "utf-8",
    )
    with Sitting((), folder, program=(str(script),)) as here:
        here.answer("", "1", "2", "2")
        while here.asked():
            here.type(b"\r")
        assert 0 == here.wait(), here.text
    written = (folder / "deals" / "truck-cab-mes.yaml").read_text("utf-8")
    assert "with: [controller], what: Controller says the money is there / They visit us" in written
    assert "{is: supporter, why: Controller says the money is there, source: controller, how: said}" in written


GARBLED = {
    "colour": b"\x1b[31mred\x1b[0m\r",
    "mouse": b"\x1b[M ab\x1b[<0;1;1mred\r",
    "broken-mouse": b"\x1b[Mx\x1b[<;m red\r",
    "title": b"\x1b]0;title\x07red\r",
}


@pytest.mark.parametrize("typed", GARBLED.values(), ids=GARBLED)
def test_codes_that_are_typed_rather_than_pasted_end_nothing(folder: Path, typed: bytes) -> None:
    with sitting(folder, "screen", "deals/five.yaml", "--ask") as here:
        here.answer("1")
        assert here.asked()
        here.type(typed)
        assert here.asked()
        here.type(b"\x03")
        assert 130 == here.wait(), here.text
        assert "went wrong" not in here.text
        assert "Traceback" not in here.text
        assert here.before == here.modes()
