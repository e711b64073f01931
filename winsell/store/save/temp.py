"""Files that are complete and on the disk before they get their name.

In: bytes, and the name they are for. Out: the path of a temporary file beside that name, hidden and never taken for a
deal; what a killed process left behind of them is swept away by the next one.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import secrets
import stat
import time

LONGEST = 255
"""Bytes of a file name that every common file system takes."""
PRIVATE = 0o600
STALE = 3600.0
"""Seconds after which a temporary file that may be in use is taken for left behind."""
_SUFFIX = ".winsell-tmp"
_ROOM = LONGEST - len(f"..12345678{_SUFFIX}")
_HASHED = 12
# O_NOFOLLOW: should anything stand at this name, it is not written through.
_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


def write_temp(path: str, raw: bytes, mode: int = PRIVATE, like: os.stat_result | None = None) -> str:
    """Write bytes to the disk under a name of their own beside `path`; nothing is left if that fails."""
    folder, name = os.path.split(path)
    temp = os.path.join(folder, f".{shortened(name, _ROOM)}.{secrets.token_hex(4)}{_SUFFIX}")
    try:
        _fill(temp, raw, mode, like)
    except FileExistsError:
        raise  # somebody else's
    except BaseException:
        discard(temp)
        raise
    return temp


def shortened(name: str, room: int) -> str:
    """A name that fits into so many bytes; what had to be cut off is told apart by a hash."""
    encoded = os.fsencode(name)
    if len(encoded) <= room:
        return name
    kept = encoded[: room - _HASHED - 1].decode("utf-8", "ignore")
    return f"{kept}~{hashlib.sha256(encoded).hexdigest()[:_HASHED]}"


def _fill(temp: str, raw: bytes, mode: int, like: os.stat_result | None) -> None:
    descriptor = os.open(temp, _FLAGS, mode)
    try:
        if like is not None:
            _dress(descriptor, temp, like)
        _write(descriptor, raw)
        os.fsync(descriptor)
    except BaseException:
        _close_after_error(descriptor)
        raise
    os.close(descriptor)  # a network file system may say only now that it has no room


def _close_after_error(descriptor: int) -> None:
    try:
        os.close(descriptor)
    except OSError:
        pass  # the first error is the one to tell


def _write(descriptor: int, raw: bytes) -> None:
    rest = memoryview(raw)
    while rest:
        written = os.write(descriptor, rest)
        if written <= 0:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        rest = rest[written:]


def _dress(descriptor: int, temp: str, like: os.stat_result) -> None:
    """Give the new file the owner and the permissions of the old one."""
    mode = stat.S_IMODE(like.st_mode) & 0o777
    if not _owned_alike(descriptor, like):
        mode &= ~0o070  # what the old group could do is not for another group
    if hasattr(os, "fchmod"):
        os.fchmod(descriptor, mode)
    else:
        os.chmod(temp, mode)


def _owned_alike(descriptor: int, like: os.stat_result) -> bool:
    """Try to keep owner and group; tell whether the group is kept."""
    own = os.fstat(descriptor)
    if not hasattr(os, "fchown") or (own.st_uid, own.st_gid) == (like.st_uid, like.st_gid):
        return True
    return _owns(descriptor, like.st_uid, like.st_gid) or _owns(descriptor, -1, like.st_gid)


def _owns(descriptor: int, user: int, group: int) -> bool:
    try:
        os.fchown(descriptor, user, group)
    except OSError:
        return False  # only an administrator may give files away
    return True


def discard(temp: str) -> None:
    """Remove a temporary file, if it is still there; what cannot be removed now is swept by a later run."""
    try:
        os.unlink(temp)
    except OSError:
        pass


def sweep(path: str, *, age: float = 0.0) -> None:
    """Remove what killed processes left behind of a file's temporary files."""
    folder, name = os.path.split(path)
    sweep_folder(folder, re.escape(shortened(name, _ROOM)), age=age)


def sweep_folder(folder: str, names: str, *, age: float = 0.0) -> None:
    """Remove the temporary files of all names of this pattern that are older than so many seconds."""
    pattern = re.compile(rf"\.(?:{names})\.[0-9a-f]{{8}}{re.escape(_SUFFIX)}", re.DOTALL)
    try:
        found = [name for name in os.listdir(folder) if pattern.fullmatch(name)]
    except OSError:
        return  # nothing can be left in a folder that cannot be looked into
    for name in found:
        left = os.path.join(folder, name)
        if not age or _older(left, age):
            discard(left)


def _older(path: str, age: float) -> bool:
    try:
        return time.time() - os.lstat(path).st_mtime > age
    except OSError:
        return False
