"""`winsell edit` in a real pseudo-terminal: whatever the editor does, the file is checked and never lost."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.strategies import ROOT

pytestmark = pytest.mark.skipif(os.name == "nt", reason="pseudo-terminals are POSIX's")
if os.name != "nt":
    from tests.terminal import Sitting

TEAM = ROOT / "examples" / "team"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(TEAM, tmp_path / "deals")
    (tmp_path / "deals" / "five.yaml").write_text("deal: Five lines\ncustomer: Somebody\n", "utf-8")
    return tmp_path


def sitting(folder: Path, *argv: str, **environment: str) -> Sitting:
    return Sitting((*argv, "--lang", "en"), folder, environment)


def editor(folder: Path, *steps: str) -> str:
    """Make an editor that does one thing each time it is opened."""
    path = folder / "editor.py"
    path.write_text(
        "import pathlib, sys\n"
        f"steps = {steps!r}\n"
        "count = pathlib.Path(__file__).with_name('opened')\n"
        "at = len(count.read_text()) if count.exists() else 0\n"
        "count.write_text('x' * (at + 1))\n"
        "target = pathlib.Path(sys.argv[-1])\n"
        "text = target.read_text('utf-8')\n"
        "exec(steps[at])\n",
        "utf-8",
    )
    return f"{sys.executable} '{path}'"


ADD, BREAK = "target.write_text(text + 'owner: me\\n')", "target.write_text(text + 'ownr: me\\n')"
MEND = "target.write_text(text.replace('ownr', 'owner'))"


def edited(folder: Path, *steps: str, answers: tuple[str, ...] = ()) -> tuple[int, str, str]:
    before = (folder / "deals" / "five.yaml").read_text("utf-8")
    with sitting(folder, "edit", "five", EDITOR=editor(folder, *steps), VISUAL="") as here:
        here.answer(*answers)
        code, said = here.wait(), here.text
    assert before
    return code, said, (folder / "deals" / "five.yaml").read_text("utf-8")


def test_an_edit_is_checked_and_told_and_can_be_taken_back(folder: Path) -> None:
    code, said, text = edited(folder, ADD)
    assert (0, "deal: Five lines\ncustomer: Somebody\nowner: me\n") == (code, text)
    assert "+ owner: me" in said
    assert 0 == subprocess.run([sys.executable, "-m", "winsell", "undo", "five"], cwd=folder, check=False).returncode
    assert "owner" not in (folder / "deals" / "five.yaml").read_text("utf-8")


def test_an_edit_that_breaks_the_file_is_offered_again(folder: Path) -> None:
    code, said, text = edited(folder, BREAK, MEND, answers=("e",))
    assert (0, "deal: Five lines\ncustomer: Somebody\nowner: me\n") == (code, text)
    assert "deals/five.yaml:3: there is no key `ownr`" in said or "`ownr`" in said


def test_an_edit_that_broke_the_file_can_be_taken_back_and_had_again(folder: Path) -> None:
    code, said, text = edited(folder, BREAK, answers=("b",))
    assert (0, "deal: Five lines\ncustomer: Somebody\n") == (code, text)
    assert "is as it was before the edit" in said
    subprocess.run([sys.executable, "-m", "winsell", "undo", "five"], cwd=folder, check=False, capture_output=True)
    assert "ownr: me" in (folder / "deals" / "five.yaml").read_text("utf-8")


def undone(folder: Path) -> tuple[int, str]:
    ran = subprocess.run(
        [sys.executable, "-m", "winsell", "undo", "deals/five.yaml", "--lang", "en"],
        cwd=folder, check=False, capture_output=True, text=True,
    )  # fmt: skip
    return ran.returncode, ran.stdout + ran.stderr


def test_what_undo_brings_back_may_be_invalid_and_is_told_as_such(folder: Path) -> None:
    edited(folder, BREAK, answers=("b",))
    code, said = undone(folder)
    assert 1 == code
    assert "Taken back in deals/five.yaml: edit" in said
    assert "+ ownr: me" in said
    assert "`ownr` is no key" in said


def test_an_edit_may_be_left_broken(folder: Path) -> None:
    code, _, text = edited(folder, BREAK, answers=("l",))
    assert (3, "deal: Five lines\ncustomer: Somebody\nownr: me\n") == (code, text)
    code, said = undone(folder)
    assert 0 == code, said
    assert "deal: Five lines\ncustomer: Somebody\n" == (folder / "deals" / "five.yaml").read_text("utf-8")


GONE = {"deleted": "target.unlink()", "renamed": "target.rename(target.with_name('other.yaml'))"}


@pytest.mark.parametrize("step", GONE.values(), ids=GONE)
def test_a_file_that_the_editor_took_away_is_brought_back(folder: Path, step: str) -> None:
    deal = folder / "deals" / "five.yaml"
    deal.chmod(0o640)
    code, said, text = edited(folder, step, answers=("b",))
    assert (0, "deal: Five lines\ncustomer: Somebody\n") == (code, text)
    assert "The file is gone" in said
    assert 0o640 == deal.stat().st_mode & 0o777


@pytest.mark.parametrize("copy", ["five.yaml.before-edit", "five.yaml.before-edit-2"])
def test_what_somebody_wrote_while_it_is_asked_is_not_put_back(folder: Path, copy: str) -> None:
    deal = folder / "deals" / "five.yaml"
    if copy.endswith("2"):
        deal.with_name("five.yaml.before-edit").write_text("an older copy", "utf-8")
    with sitting(folder, "edit", "five", EDITOR=editor(folder, BREAK), VISUAL="") as here:
        assert here.asked()
        deal.write_text("deal: Five lines\ncustomer: Somebody else\n", "utf-8")
        here.type(b"b\r")
        assert 3 == here.wait()
        assert "changed on disk meanwhile" in " ".join(here.text.split())
    assert "deal: Five lines\ncustomer: Somebody else\n" == deal.read_text("utf-8")
    assert "deal: Five lines\ncustomer: Somebody\n" == deal.with_name(copy).read_text("utf-8")


LEAVING = {"key": lambda here: here.type(b"\x03"), "window": lambda here: here.signal(signal.SIGHUP)}


@pytest.mark.parametrize("leave", LEAVING.values(), ids=LEAVING)
def test_whoever_leaves_when_the_file_is_gone_has_it_back(folder: Path, leave: Callable[[Sitting], None]) -> None:
    with sitting(folder, "edit", "five", EDITOR=editor(folder, GONE["deleted"]), VISUAL="") as here:
        assert here.asked()
        leave(here)
        assert 130 == here.wait()
        assert "is there again" in here.text
    assert "deal: Five lines\ncustomer: Somebody\n" == (folder / "deals" / "five.yaml").read_text("utf-8")


@pytest.mark.parametrize("leave", LEAVING.values(), ids=LEAVING)
def test_whoever_leaves_a_broken_edit_is_told_how_it_stands(folder: Path, leave: Callable[[Sitting], None]) -> None:
    with sitting(folder, "edit", "five", EDITOR=editor(folder, BREAK), VISUAL="") as here:
        assert here.asked()
        leave(here)
        assert 130 == here.wait()
        assert "left as the editor saved it" in " ".join(here.text.split())
    assert 0 == undone(folder)[0]
    assert "deal: Five lines\ncustomer: Somebody\n" == (folder / "deals" / "five.yaml").read_text("utf-8")


def test_an_editor_that_saved_and_failed_is_checked_like_any_other(folder: Path) -> None:
    code, said, text = edited(folder, f"{ADD}; sys.exit(1)")
    assert (0, "deal: Five lines\ncustomer: Somebody\nowner: me\n") == (code, text)
    assert "ended with 1" in said
    assert "+ owner: me" in said
    undone(folder)
    assert "owner" not in (folder / "deals" / "five.yaml").read_text("utf-8")


NOTE = (
    "import subprocess; "
    "subprocess.run([sys.executable, '-m', 'winsell', 'note', str(target), 'from another window'], check=True)"
)
FIVE = "deal: Five lines\ncustomer: Somebody\n"
NOTED = f"{FIVE}note: |\n  2026-11-23 from another window\n"
READ_ANEW = "target.write_text(target.read_text('utf-8').replace('Somebody', 'Somebody else'))"
"""An editor that takes in what changed on disk before it saves."""


def five(folder: Path) -> str:
    return (folder / "deals" / "five.yaml").read_text("utf-8")


def test_what_winsell_wrote_while_the_editor_was_open_is_put_in_again(folder: Path) -> None:
    code, said, text = edited(folder, f"{NOTE}; {ADD}", answers=("",))
    assert 0 == code
    assert "winsell wrote in the file too (note from another window)" in " ".join(said.split())
    assert "What now?" in said
    assert {"owner: me", "  2026-11-23 from another window"} <= set(text.splitlines())
    undone(folder)
    assert f"{FIVE}owner: me\n" == five(folder)
    undone(folder)
    assert NOTED == five(folder)
    undone(folder)
    assert FIVE == five(folder)


@pytest.mark.parametrize("kept", [True, False], ids=["kept", "undone"])
def test_what_winsell_wrote_is_not_told_as_an_edit_that_nobody_made(folder: Path, *, kept: bool) -> None:
    if not kept:
        with_owner(folder)
    code, said, text = edited(folder, NOTE if kept else UNDO)
    assert (0, NOTED if kept else FIVE) == (code, text)
    told = " ".join(said.split()).split("while the editor was open")[1]
    assert "the editor changed nothing" in told
    assert "takes back the edit" not in told
    assert "Nothing to change" in told
    assert "Saved in" not in told


def test_it_may_be_left_out_and_undo_takes_back_the_edit_alone(folder: Path) -> None:
    code, _, text = edited(folder, f"{NOTE}; {ADD}", answers=("l",))
    assert (0, f"{FIVE}owner: me\n") == (code, text)
    code, said = undone(folder)
    assert (0, NOTED) == (code, five(folder)), said


def test_an_editor_that_read_the_file_anew_is_undone_without_the_other_change(folder: Path) -> None:
    code, said, text = edited(folder, f"{NOTE}; {READ_ANEW}")
    assert (0, NOTED.replace("Somebody", "Somebody else")) == (code, text)
    assert "it is still there" in " ".join(said.split())
    assert "note" not in said.rsplit("Saved in", 1)[1]
    undone(folder)
    assert NOTED == five(folder)
    undone(folder)
    assert FIVE == five(folder)


def test_what_winsell_wrote_after_the_editor_saved_is_undone_first(folder: Path) -> None:
    edited(folder, f"{ADD}; {NOTE}")
    both = five(folder)
    assert "owner: me" in both
    undone(folder)
    assert f"{FIVE}owner: me\n" == five(folder)
    undone(folder)
    assert FIVE == five(folder)


UNDO = "import subprocess; subprocess.run([sys.executable, '-m', 'winsell', 'undo', str(target)], check=True)"


def with_owner(folder: Path) -> None:
    """Have the program write a line before the editor is opened, so that there is something to take back."""
    with sitting(folder, "set", "five", "owner", "you") as here:
        assert 0 == here.wait()


ELSE = "target.write_text(text.replace('Somebody', 'Somebody else'))"


def test_what_was_taken_back_while_the_editor_was_open_is_told_and_can_be_had_again(folder: Path) -> None:
    with_owner(folder)
    code, said, text = edited(folder, f"{UNDO}; {ELSE}", answers=("",))
    assert "winsell wrote in the file too (undo set owner you)" in " ".join(said.split())
    assert (0, FIVE.replace("Somebody", "Somebody else")) == (code, text)
    undone(folder)
    undone(folder)
    assert FIVE == five(folder)


def test_what_was_written_in_place_of_what_was_taken_back_is_not_lost(folder: Path) -> None:
    with_owner(folder)
    code, said, text = edited(folder, f"{UNDO}; {NOTE}; {ELSE}", answers=("",))
    assert "(undo set owner you, note from another window)" in " ".join(said.split())
    assert (0, NOTED.replace("Somebody", "Somebody else")) == (code, text)
    undone(folder)
    undone(folder)
    assert NOTED == five(folder)
    undone(folder)
    assert FIVE == five(folder)


def test_another_window_may_take_back_the_edit_itself_and_write(folder: Path) -> None:
    code, said, text = edited(folder, BREAK, f"{UNDO}; {NOTE}; {MEND}", answers=("e", ""))
    assert "(note from another window)" in " ".join(said.split())
    assert 0 == code
    assert {"owner: me", "  2026-11-23 from another window"} <= set(text.splitlines())


@pytest.mark.parametrize("step", [BREAK, "target.unlink()"])
def test_an_edit_that_is_taken_back_leaves_what_winsell_wrote_meanwhile(folder: Path, step: str) -> None:
    code, _, text = edited(folder, f"{NOTE}; {step}", answers=("b",))
    assert (0, NOTED) == (code, text)


def test_line_ends_that_come_back_are_told_as_taken_back(folder: Path) -> None:
    edited(folder, "target.write_bytes(text.replace(chr(10), chr(13) + chr(10)).encode())")
    assert b"\r\n" in (folder / "deals" / "five.yaml").read_bytes()
    code, said = undone(folder)
    assert 0 == code
    assert "Taken back in deals/five.yaml: edit" in said
    assert "Nothing to change" not in said
    assert FIVE.encode() == (folder / "deals" / "five.yaml").read_bytes()


AT_CTRL_C = (
    "import signal, time; signal.signal(signal.SIGINT, lambda *_: None); "
    "print('\\x1b[?2004h(ready):', end='', flush=True); signal.pause(); time.sleep(0.5); "
)
"""An editor to which Ctrl-C is a key like any other; it shows what a question ends with, to be waited for."""


def test_ctrl_c_is_the_editors_and_ends_nothing(folder: Path) -> None:
    with sitting(folder, "edit", "five", EDITOR=editor(folder, AT_CTRL_C + ADD), VISUAL="") as here:
        assert here.asked()
        here.type(b"\x03")
        assert 0 == here.wait(), here.text
        assert "+ owner: me" in here.text
    assert f"{FIVE}owner: me\n" == five(folder)


def test_an_edit_without_a_change_says_so(folder: Path) -> None:
    code, said, _ = edited(folder, "pass")
    assert 0 == code
    assert "Nothing to change" in said


@pytest.mark.parametrize(
    ("said", "code", "told"),
    [("no-such-editor-here", 2, "could not be started"), ("'", 2, "which is no command"), ("false", 3, "ended with 1")],
)
def test_an_editor_that_fails_is_told(folder: Path, said: str, code: int, told: str) -> None:
    with sitting(folder, "edit", "five", EDITOR=said, VISUAL="") as here:
        assert code == here.wait()
        assert told in " ".join(here.text.split())


def test_a_broken_deal_can_be_opened_and_mended(folder: Path) -> None:
    (folder / "deals" / "five.yaml").write_text("deal: Five lines\ncustomer: Somebody\nownr: me\n", "utf-8")
    with sitting(folder, "edit", "deals/five.yaml", EDITOR=editor(folder, MEND), VISUAL="") as here:
        assert 0 == here.wait(), here.text
        assert "is valid now" in here.text
