"""Saving a file that exists: compare-and-swap under the folder's lock, all or nothing.

In: a path as the user named it. Out: a `Target` with the file's bytes, which replaces them only while they are still
what the file says. Whatever happens on the way, the file is wholly the old or wholly the new one.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from winsell.base.problem import Problem, WinsellError
from winsell.store.decode import MAX_BYTES
from winsell.store.open_file import read_bytes
from winsell.store.position import excerpt
from winsell.store.save.lock import WAIT, Held, alone_in
from winsell.store.save.patience import patiently
from winsell.store.save.refusal import could_not_save, reason, refusal, told
from winsell.store.save.temp import STALE, discard, sweep, write_temp

Notes = tuple[Problem, ...]
"""What went well but is worth knowing, as problems to be told without failing."""


@dataclass(slots=True)
class Target:
    """A file under the lock of its folder."""

    path: str
    """As the user named it."""
    real: str
    """Behind all links."""
    raw: bytes
    """What the file said when it was read, or what was saved last."""
    held: Held

    def replace(self, new: bytes) -> Notes:
        """Put new bytes in place of those that were read; refuse if the file no longer says those."""
        if new == self.raw:
            return ()
        refuse_too_big(new, self.path)
        status = self._unchanged()
        with told(self.path):
            temp = write_temp(self.real, new, like=status)
        try:
            self._unchanged()
            _rename(temp, self.real, self.path, new)
        except BaseException:
            discard(temp)
            raise
        self.raw = new
        self._make_sure()
        return self._notes(status)

    def _unchanged(self) -> os.stat_result:
        """Compare what the file says now with what was read."""
        status = _looked_at(self.path, self.real)
        now = _reread(self.real, self.path)
        if now != self.raw:
            line, text = first_difference(self.raw, now)
            raise refusal("save-changed", self.path, line, **({"text": text} if text else {}))
        return status

    def _make_sure(self) -> None:
        try:
            self.held.sync()
        except OSError as error:
            raise refusal("save-not-sure", self.path, reason=reason(error)) from error

    def _notes(self, before: os.stat_result) -> Notes:
        return (Problem("save-hard-link", path=self.path),) if before.st_nlink > 1 else ()


@contextmanager
def locked(path: str, wait: float = WAIT) -> Iterator[Target]:
    """Hold an existing file for a change; refuse what is no ordinary file, may not be written, or is being written."""
    with told(path):
        read_bytes(path)  # its refusals name what is wrong better than a lock that fails
        real = os.path.realpath(path, strict=True)
    _looked_at(path, real)
    with alone_in(os.path.dirname(real), path, wait) as held:
        sweep(real, age=0.0 if held.alone else STALE)
        if os.path.realpath(path) != real:
            raise refusal("save-gone", path)
        yield Target(path, real, _reread(real, path), held)


def refuse_too_big(raw: bytes, path: str) -> None:
    """Refuse to write what could not be read again."""
    if len(raw) > MAX_BYTES:
        raise refusal("save-too-big", path)


def _looked_at(path: str, real: str) -> os.stat_result:
    """The status of a file that may be replaced; root, too, is held to a file's write bits."""
    with told(path):
        try:
            status = os.lstat(real)
        except FileNotFoundError:
            raise refusal("save-gone", path) from None
    if not stat.S_ISREG(status.st_mode):
        raise refusal("save-gone", path)
    if not status.st_mode & 0o222:
        raise refusal("save-read-only", path)
    if not os.access(real, os.W_OK):
        raise refusal("save-read-only-disk" if _on_read_only_disk(real) else "save-no-permission", path)
    return status


def _on_read_only_disk(real: str) -> bool:
    return hasattr(os, "statvfs") and bool(os.statvfs(real).f_flag & os.ST_RDONLY)


def _reread(real: str, path: str) -> bytes:
    try:
        with told(path):
            return read_bytes(real)
    except WinsellError as error:
        (problem,) = error.problems
        code = "save-gone" if problem.code == "file-not-found" else problem.code
        raise WinsellError((Problem(code, facts=problem.facts, path=path),)) from error


def first_difference(old: bytes, new: bytes) -> tuple[int, str]:
    """The number of the first line that differs, and what it is now."""
    was, now = old.splitlines(keepends=True), new.splitlines(keepends=True)
    same = next((at for at, (left, right) in enumerate(zip(was, now, strict=False)) if left != right), None)
    at = min(len(was), len(now)) if same is None else same
    return at + 1, excerpt(now[at].decode("utf-8", "replace")) if at < len(now) else ""


def _rename(temp: str, real: str, path: str, new: bytes) -> None:
    """Put a temporary file in the place of another; a network file system may report an error of what it has done."""
    try:
        patiently(lambda: os.replace(temp, real))
    except OSError as error:
        if os.path.lexists(temp) or not _says(real, new):
            raise could_not_save(error, path) from error


def _says(real: str, raw: bytes) -> bool:
    try:
        return read_bytes(real) == raw
    except WinsellError:
        return False
