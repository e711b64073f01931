"""How the process ends: quietly on a closed pipe, with one line on a full disk, with 130 on Ctrl-C."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest

import winsell

FULL = Path("/dev/full")
STAND_IN = """
import sys, types
app = types.ModuleType("winsell.cli.app")
def run(argv):
    {body}
app.run = run
sys.modules["winsell.cli.app"] = app
from winsell.cli.main import main
sys.exit(main())
"""
LONG = 'sys.stdout.write("x" * 300_000); return 1'
SHORT = 'sys.stdout.write("x"); return 1'


def program(body: str) -> list[str]:
    """A winsell whose commands do what `body` says."""
    return [sys.executable, "-c", STAND_IN.format(body=body)]


def ended(argv: list[str], stdout: int | IO[bytes] = subprocess.PIPE) -> tuple[int, str, str]:
    done = subprocess.run(argv, stdout=stdout, stderr=subprocess.PIPE, check=False)
    return done.returncode, (done.stdout or b"").decode(), done.stderr.decode()


@pytest.mark.parametrize("flag", ["--version", "-V"])
def test_the_version_is_told(flag: str) -> None:
    assert (0, f"winsell {winsell.__version__}{os.linesep}", "") == ended([sys.executable, "-m", "winsell", flag])


def test_the_exit_code_is_the_commands() -> None:
    assert (1, "x", "") == ended(program(SHORT))


@pytest.mark.parametrize("body", [SHORT, LONG], ids=["at the end", "midway"])
def test_a_closed_pipe_ends_quietly(body: str) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as closed:
        assert (0, "", "") == ended(program(body), closed)


@pytest.mark.skipif(not FULL.exists(), reason="no /dev/full on this system")
@pytest.mark.parametrize("body", [SHORT, LONG], ids=["at the end", "midway"])
def test_a_full_disk_is_said_in_one_line(body: str) -> None:
    with FULL.open("wb") as full:
        code, _, told = ended(program(body), full)
    assert code == 3
    assert told == "winsell: could not write output: No space left on device\n"


@pytest.mark.skipif(not FULL.exists(), reason="no /dev/full on this system")
def test_with_both_streams_full_the_exit_code_still_says_it() -> None:
    with FULL.open("wb") as full:
        assert subprocess.run(program(SHORT), stdout=full, stderr=full, check=False).returncode == 3


def test_an_interruption_ends_with_130() -> None:
    assert (130, "", "") == ended(program("raise KeyboardInterrupt"))


def test_an_interruption_with_a_closed_pipe_ends_with_130() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as closed:
        assert (130, "", "") == ended(program('sys.stdout.write("x"); raise KeyboardInterrupt'), closed)


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell")
def test_closed_streams_take_no_file_for_stdout(tmp_path: Path) -> None:
    precious = tmp_path / "deal.yaml"
    body = f"f = open({str(precious)!r}, 'w'); print('talk', file=sys.stderr); print('out'); f.write('deal'); return 0"
    script = program(body)
    done = subprocess.run(["sh", "-c", 'exec "$@" >&- 2>&-', "sh", *script], check=False)
    assert done.returncode == 0
    assert precious.read_text(encoding="utf-8") == "deal"


def test_a_terminal_without_chinese_shows_question_marks() -> None:
    done = subprocess.run(
        program('print("\\u4ea4\\u6613"); print("\\u4ea4", file=sys.stderr); return 0'),
        env=os.environ | {"PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0
    assert done.stdout.split() == [b"??"]
    assert done.stderr.split() == [b"?"]
