"""Reports through the real process: pages that lack letters, pipes that close, disks that are full, odd terminals."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from wcwidth import wcswidth

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell and terminals")

FULL = Path("/dev/full")
ROOT = Path(__file__).parent.parent.parent
EXAMPLE = str(ROOT / "examples" / "sales-digitalisation.yaml")
COMMANDS = ("screen", "analyze", "plan", "check")
FORMATS = ("terminal", "markdown")
CLOSED = ((">&-", "terminal"), (">&- 2>&-", "markdown"), (">&- 2>&- <&-", "terminal"))
EACH = [(command, FORMATS[at % len(FORMATS)]) for at, command in enumerate(COMMANDS)]
"""Every command, and every format by two of them: what is written where, and how it ends, is decided in one place."""
HONEST = (0, 1)
"""How a command about a valid deal ends."""

CHINESE = """\
deal: 销售与服务数字化
customer: 某大型家电企业
owner: 王工程师
people:
  cio: {title: 首席信息官, role: approver, attitude: {2026-11-02: {is: neutral, why: 问了海外案例，报价€1,800万}}}
  zoë: {title: Zoë — head of IT, role: decider}
"""
CHINESE = CHINESE.replace("zoë:", "zoe:")
SGR = re.compile("\x1b\\[[0-9;]*m")

POSIX = {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
PAGES = {
    "cp1252": POSIX | {"PYTHONIOENCODING": "cp1252"},
    "gbk": POSIX | {"PYTHONIOENCODING": "gbk"},
    "ascii": POSIX | {"PYTHONIOENCODING": "ascii"},
    "strict": POSIX | {"PYTHONIOENCODING": "ascii:strict"},
    "POSIX": POSIX | {"LC_ALL": "POSIX"},
}
ENCODINGS = {"cp1252": "cp1252", "gbk": "gbk", "ascii": "ascii", "strict": "ascii", "POSIX": "ascii"}


@pytest.fixture
def deal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("WINSELL_TODAY", "2026-11-23")
    path = tmp_path / "deal.yaml"
    path.write_text(CHINESE, encoding="utf-8")
    return str(path)


def argv(command: str, deal: str, format_: str = "terminal", *more: str) -> list[str]:
    return [sys.executable, "-m", "winsell", command, deal, "--format", format_, *more]


def ended(argv: list[str], **environ: str) -> tuple[int, bytes, bytes]:
    done = subprocess.run(argv, env=os.environ | environ, capture_output=True, check=False)
    return done.returncode, done.stdout, done.stderr


def shell(script: str, argv: list[str]) -> tuple[int, str, str]:
    """Run a program in a shell whose script names it "$@"."""
    done = subprocess.run(["bash", "-c", script, "bash", *argv], capture_output=True, check=False)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def in_terminal(argv: list[str], columns: int, **environ: str) -> tuple[int, str]:
    """Run a program in a pseudo-terminal of so many columns."""
    import fcntl
    import pty
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    env = {name: value for name, value in os.environ.items() if name != "COLUMNS"} | environ
    with subprocess.Popen(argv, stdin=theirs, stdout=theirs, stderr=theirs, env=env) as process:
        os.close(theirs)
        told = b"".join(iter(lambda: read(ours), b""))
    os.close(ours)
    return process.returncode, told.decode().replace("\r\n", "\n")


def read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # Linux says so when the other side is closed
        return b""


# Pages of letters.


@pytest.mark.parametrize("at", range(len(COMMANDS)), ids=COMMANDS)
def test_what_a_page_lacks_is_a_question_mark_and_nothing_else(at: int, deal: str) -> None:
    whole = {one: ended(argv(COMMANDS[at], deal, one), PYTHONUTF8="1") for one in FORMATS}
    for number, (page, environ) in enumerate(PAGES.items()):
        format_ = FORMATS[(at + number) % len(FORMATS)]  # each page has each format, of two commands
        code, out, err = ended(argv(COMMANDS[at], deal, format_), **environ)
        assert (code, b"") == (whole[format_][0], err)
        assert code in HONEST
        assert whole[format_][1].decode().encode(ENCODINGS[page], "replace") == out


def test_gbk_shows_chinese_whole(deal: str) -> None:
    _, out, _ = ended(argv("screen", deal, "terminal", "--lang", "zh"), **PAGES["gbk"])
    assert out.decode("gbk").startswith("销售与服务数字化")
    assert "某大型家电企业" in out.decode("gbk")
    assert re.search(r"[\u4e00-\u9fff]{2}", out.decode("gbk").split("\n", 1)[1])


@pytest.mark.parametrize("page", PAGES)
def test_a_problem_is_told_on_every_page(page: str, tmp_path: Path) -> None:
    path = tmp_path / "交易.yaml"
    path.write_text("deal: 数字化\ncustomer: 客户\n客户: x\n", encoding="utf-8")
    code, out, err = ended(argv("screen", str(path)), **PAGES[page])
    assert (3, b"") == (code, out)
    assert b"Traceback" not in err
    assert b".yaml:3: " in err


# Pipes, full disks, closed streams.


@pytest.mark.parametrize(("command", "format_"), EACH)
def test_a_pipe_closed_after_the_first_line_ends_quietly(command: str, format_: str) -> None:
    code, out, err = shell('"$@" | head -1; exit ${PIPESTATUS[0]}', argv(command, EXAMPLE, format_))
    assert code in HONEST
    assert "" == err
    assert 1 == out.count("\n")


@pytest.mark.parametrize(("command", "format_"), EACH)
def test_a_pipe_that_nobody_reads_ends_with_nought(command: str, format_: str) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as closed:
        done = subprocess.run(argv(command, EXAMPLE, format_), stdout=closed, stderr=subprocess.PIPE, check=False)
    assert (0, b"") == (done.returncode, done.stderr)


@pytest.mark.skipif(not FULL.exists(), reason="no /dev/full on this system")
@pytest.mark.parametrize(("command", "format_"), [*EACH, ("plan", "json"), ("check", "json")])
def test_a_full_disk_is_said_and_ends_with_three(command: str, format_: str) -> None:
    code, _, err = shell('"$@" >/dev/full', argv(command, EXAMPLE, format_))
    assert (3, "winsell: could not write output: No space left on device\n") == (code, err)


@pytest.mark.skipif(not FULL.exists(), reason="no /dev/full on this system")
def test_colours_on_a_full_disk_end_with_three() -> None:
    code, _, err = shell('FORCE_COLOR=1 "$@" >/dev/full', argv("analyze", EXAMPLE))
    assert (3, "winsell: could not write output: No space left on device\n") == (code, err)


@pytest.mark.parametrize("command", COMMANDS)
def test_closed_streams_change_no_exit_code_and_no_file(command: str, deal: str) -> None:
    expected = ended(argv(command, deal))[0]
    for closed, format_ in CLOSED if command == "analyze" else CLOSED[-1:]:
        code, out, err = shell(f'"$@" {closed}', argv(command, deal, format_))
        assert (expected, "", "") == (code, out, err)
    assert CHINESE == Path(deal).read_text(encoding="utf-8")


# Terminals.

WIDTHS = (40, 60, 80, 120)
"""Where reports are laid out, every width is tried; here it is the terminal that says which."""


@pytest.mark.parametrize(
    ("command", "columns"), [*((one, 20) for one in COMMANDS), *zip(COMMANDS, WIDTHS, strict=True)]
)
def test_a_report_fits_its_terminal(columns: int, command: str, deal: str) -> None:
    lang = "en" if COMMANDS.index(command) % 2 else "zh"
    code, out = in_terminal(argv(command, deal, "terminal", "--lang", lang), columns)
    assert code in HONEST
    lines = SGR.sub("", out).splitlines()
    assert lines
    assert max(map(wcswidth, lines)) <= columns
    assert SGR.search(out)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_width_that_nobody_has_empties_no_page(command: str) -> None:
    usual = in_terminal(argv(command, EXAMPLE), 80)
    for columns in ("0", "1"):
        code, out = in_terminal(argv(command, EXAMPLE), 80, COLUMNS=columns)
        assert usual[0] == code
        letters = ["".join(re.findall(r"\w", SGR.sub("", text))) for text in (usual[1], out)]
        assert len(letters[1]) > 0.9 * len(letters[0])


@pytest.mark.parametrize("command", ["analyze", "check"])
def test_colours_are_as_asked(command: str) -> None:
    for environ, coloured in (({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)):
        _, out = in_terminal(argv(command, EXAMPLE), 80, **environ)
        assert coloured == ("\x1b" in out)
    for environ, coloured in (
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    ):
        assert coloured == (b"\x1b" in ended(argv(command, EXAMPLE), **environ)[1])


@pytest.mark.parametrize("command", COMMANDS)
def test_colours_say_nothing_that_is_not_written(command: str) -> None:
    coloured = in_terminal(argv(command, EXAMPLE), 80)[1]
    assert in_terminal(argv(command, EXAMPLE), 80, NO_COLOR="1")[1] == SGR.sub("", coloured)


def test_markdown_is_the_same_everywhere() -> None:
    _, piped, _ = ended(argv("analyze", EXAMPLE, "markdown"))
    for columns, environ in ((20, {}), (120, {"TERM": "dumb"}), (80, {"FORCE_COLOR": "1"})):
        assert piped.decode() == in_terminal(argv("analyze", EXAMPLE, "markdown"), columns, **environ)[1]


def test_an_ascii_page_is_asked_for() -> None:
    _, out = in_terminal(argv("analyze", EXAMPLE, "terminal", "--ascii", "--lang", "en"), 80, NO_COLOR="1")
    assert out.isascii()


@pytest.mark.skipif(not FULL.exists(), reason="no /dev/full here")
@pytest.mark.parametrize(
    ("words", "file"),
    [
        (["note", "DEAL", "hello"], "deal.yaml"),
        (["act", "add", "DEAL", "call them"], "deal.yaml"),
        (["new", "NEW", "--deal", "A", "--customer", "B"], "new.yaml"),
    ],
)
def test_what_is_saved_is_told_as_saved_though_the_output_cannot_be_written(
    words: list[str], file: str, deal: str, tmp_path: Path
) -> None:
    before = Path(deal).read_bytes()
    named = {"DEAL": deal, "NEW": str(tmp_path / "new.yaml")}
    line = [sys.executable, "-m", "winsell", *(named.get(word, word) for word in words), "--lang", "en"]
    code, _, err = shell('"$@" > /dev/full', line)
    assert 1 == code
    assert err.startswith(f"{tmp_path / file}: saved, and need not be done again; only the output could not be written")
    assert 1 == err.count("\n")
    assert before != (tmp_path / file).read_bytes()


@pytest.mark.skipif(not FULL.exists(), reason="no /dev/full here")
def test_what_is_mended_is_told_as_saved_though_the_output_cannot_be_written(deal: str) -> None:
    Path(deal).write_text(CHINESE.replace("owner:", "owner："), "utf-8")
    line = [sys.executable, "-m", "winsell", "check", "--fix", "--yes", deal, "--lang", "en"]
    code, _, err = shell('"$@" > /dev/full', line)
    assert 1 == code
    assert err.startswith(f"{deal}: saved, and need not be done again; only the output could not be written")
    assert CHINESE == Path(deal).read_text("utf-8")
