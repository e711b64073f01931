"""One writer at a time in a folder: the lock that all who save there share.

In: a folder. Out: a `Held` for the time of a block. The lock is on the folder itself where the system can do that,
so nothing is left behind, and it ends with the process however that ends.
"""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from winsell.store.save.refusal import refusal, told

try:
    from fcntl import LOCK_EX, LOCK_NB, flock
except ImportError:  # Windows
    FOLDERS_LOCK = False
else:
    FOLDERS_LOCK = True

WAIT = 10.0
"""Seconds until a writer gives up."""
_PAUSE = 0.02
_LOCK_FILE = ".winsell-lock"
# Windows removes a file opened this way when its process ends, however it ends.
_LOCK_FLAGS = os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_TEMPORARY", 0)
_FOLDER_FLAGS = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0)
# NFS wants a descriptor open for writing, which a folder's never is: EBADF.
_NO_LOCKS = {errno.EBADF, errno.EINVAL, errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP}
_NO_SYNC = {errno.EBADF, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP}


@dataclass(frozen=True, slots=True)
class Held:
    """A folder to write in."""

    descriptor: int | None
    """Of the folder; None where folders cannot be opened."""
    alone: bool
    """Whether no other winsell writes there; else only comparing guards the file."""

    def sync(self) -> None:
        """Bring the names in the folder to the disk; OSError when that failed."""
        if self.descriptor is not None:
            sync_names(self.descriptor)


def sync_names(descriptor: int) -> None:
    """Bring the names in an open folder to the disk, where its file system can do that for folders."""
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_SYNC:
            raise


def sync_folder(folder: str) -> None:
    """Bring the names in a folder to the disk; a system that cannot open folders does so by itself."""
    if not FOLDERS_LOCK:
        return
    descriptor = os.open(folder, _FOLDER_FLAGS)
    try:
        sync_names(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def alone_in(folder: str, path: str, wait: float = WAIT) -> Iterator[Held]:
    """Hold the folder's lock; the path is what a refusal names."""
    if not FOLDERS_LOCK:
        with _lock_file(folder, path, wait):
            yield Held(None, alone=True)
        return
    with told(path):
        descriptor = os.open(folder, _FOLDER_FLAGS)
    try:
        with told(path):
            alone = _flocked(descriptor, path, wait)
        yield Held(descriptor, alone)
    finally:
        _close_quietly(descriptor)  # which ends the lock


def _flocked(descriptor: int, path: str, wait: float) -> bool:
    """Wait for the lock; False if this file system has none."""
    end = time.monotonic() + wait
    while True:
        try:
            flock(descriptor, LOCK_EX | LOCK_NB)
        except BlockingIOError:
            _pause(end, path)
        except OSError as error:
            if error.errno not in _NO_LOCKS:
                raise
            return False
        else:
            return True


def _pause(end: float, path: str) -> None:
    if time.monotonic() >= end:
        raise refusal("save-taken", path)
    time.sleep(_PAUSE)


@contextmanager
def _lock_file(folder: str, path: str, wait: float) -> Iterator[None]:
    """A file that only one can make, where folders cannot be locked."""
    name = os.path.join(folder, _LOCK_FILE)
    descriptor = _made(name, path, time.monotonic() + wait)
    try:
        yield
    finally:
        _close_quietly(descriptor)
        _unlink_quietly(name)


def _made(name: str, path: str, end: float) -> int:
    while True:
        try:
            return os.open(name, _LOCK_FLAGS, 0o600)
        except FileExistsError:
            _pause(end, path)
        except PermissionError:  # Windows is still removing the last one, or nobody may write in the folder
            if time.monotonic() >= end and not os.path.lexists(name):
                raise refusal("save-no-permission", path) from None
            _pause(end, path)
        except OSError:
            with told(path):
                raise


def _close_quietly(descriptor: int) -> None:
    """Close what nothing was written through: its error says nothing about any file."""
    try:
        os.close(descriptor)
    except OSError:
        pass


def _unlink_quietly(name: str) -> None:
    try:
        os.unlink(name)
    except OSError:
        pass  # gone with its descriptor
