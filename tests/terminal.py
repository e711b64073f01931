"""A program in a pseudo-terminal: what somebody types, what the screen says, and how the terminal is left."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

_ESCAPES = re.compile(r"\x1b(?:\[[0-9;?]*[A-Za-z]|\][^\x07]*\x07|[=>])")
_PROMPT = re.compile(r"(\)|）)[:：]\s*$")
_TIME = 30.0
ASKS_POSITION = b"\x1b[6n"


@dataclass(slots=True)
class Sitting:
    """One run of the program at a terminal."""

    argv: tuple[str, ...]
    folder: Path
    environment: dict[str, str] = field(default_factory=dict)
    program: tuple[str, ...] = ("-m", "winsell")
    seen: bytes = b""
    code: int | None = None
    before: list[object] = field(default_factory=list)
    _pid: int = 0
    _fd: int = -1
    _slave: int = -1
    _shown: int = 0

    def __enter__(self) -> Self:
        self._fd, self._slave = pty.openpty()
        self.resize(80, 40)
        self.before = termios.tcgetattr(self._slave)
        self._pid = os.fork()
        if self._pid == 0:
            self._become_program()
        return self

    def _become_program(self) -> None:
        """Run the program as the leader of a session of its own, with the terminal as its own."""
        try:
            os.setsid()
            fcntl.ioctl(self._slave, termios.TIOCSCTTY, 0)
            for one in range(3):
                os.dup2(self._slave, one)
            os.closerange(3, 64)
            os.chdir(self.folder)
            environment = {**os.environ, "TERM": "xterm-256color", "WINSELL_TODAY": "2026-11-23", **self.environment}
            os.execve(sys.executable, [sys.executable, *self.program, *self.argv], environment)  # noqa: S606 - as a shell would
        finally:
            os._exit(127)

    def __exit__(self, *_: object) -> None:
        if self.code is None:
            os.kill(self._pid, signal.SIGKILL)
            os.waitpid(self._pid, 0)
        for one in (self._fd, self._slave):
            if one >= 0:
                os.close(one)

    @property
    def text(self) -> str:
        """All that was shown, without its colours and movements."""
        return _ESCAPES.sub("", self.seen.decode("utf-8", "replace")).replace("\r", "").replace(" \b", "")

    @property
    def bracketed_paste(self) -> bool:
        """Whether the terminal was last told to bracket what is pasted."""
        return self.seen.rfind(b"\x1b[?2004h") > self.seen.rfind(b"\x1b[?2004l")

    @property
    def cursor(self) -> bool:
        """Whether the cursor is shown."""
        return self.seen.rfind(b"\x1b[?25l") <= self.seen.rfind(b"\x1b[?25h")

    def modes(self) -> list[object]:
        """How the terminal is set now."""
        return termios.tcgetattr(self._slave)

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size."""
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        if self._pid:
            os.kill(self._pid, signal.SIGWINCH)

    def signal(self, number: int) -> None:
        """Send the program a signal."""
        os.kill(self._pid, number)

    def type(self, text: str | bytes) -> None:
        """Type or paste."""
        raw = text.encode() if isinstance(text, str) else text
        while raw:
            self._read(0)
            raw = raw[os.write(self._fd, raw[:512]) :]

    def answer(self, *lines: str) -> None:
        """Answer one question after the other."""
        for line in lines:
            assert self.asked(), self.text
            self.type(f"{line}\r")

    def asked(self) -> bool:
        """Wait for a question; False if the program ended instead."""
        end = time.monotonic() + _TIME
        while time.monotonic() < end:
            if self._ended():
                return False
            self._read(0.05)
            text = self.text[self._shown :]
            # an answered prompt is drawn once more: only one that takes pastes is open
            if _PROMPT.search(text) and self.bracketed_paste and not self._read(0.12) and self.bracketed_paste:
                self._shown = len(self.text)
                return True
        raise AssertionError(f"neither a question nor an end: {self.text[-2000:]}")

    def wait(self) -> int:
        """Wait for the end; the exit code, below zero for a signal."""
        end = time.monotonic() + _TIME
        while time.monotonic() < end:
            self._read(0.05)
            if self._ended():
                assert self.code is not None
                return self.code
        raise AssertionError(f"no end: {self.text[-2000:]}")

    def _ended(self) -> bool:
        if self.code is None:
            pid, status = os.waitpid(self._pid, os.WNOHANG)
            if pid:
                self._read(0.05)
                self.code = os.waitstatus_to_exitcode(status)
        return self.code is not None

    def _read(self, wait: float) -> bool:
        """Take what the program wrote; whether there was anything."""
        got = False
        while select.select([self._fd], [], [], wait)[0]:
            try:
                part = os.read(self._fd, 65536)
            except OSError:
                return got
            if not part:
                return got
            if ASKS_POSITION in part:
                os.write(self._fd, b"\x1b[1;1R")
            self.seen += part
            got, wait = True, 0
        return got
