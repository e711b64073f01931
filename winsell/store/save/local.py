"""The folder for what belongs to one machine only: `.winsell/local`, private, and kept out of version control.

In: the real path of a deal file. Out: the folder beside it. Links on the way are not followed: a folder that came
from somebody else must not lead the writing elsewhere.
"""

from __future__ import annotations

import errno
import os
import stat

from winsell.store.save.create import publish
from winsell.store.save.lock import sync_folder
from winsell.store.save.patience import patiently
from winsell.store.save.temp import STALE, discard, sweep, write_temp

_PRIVATE = 0o700
_IGNORED = b"/local/\n"


def local_folder(real: str) -> str:
    """Say where the folder is, or would be."""
    return os.path.join(os.path.dirname(real), ".winsell", "local")


def make_local(real: str, *, alone: bool = False) -> str:
    """Make the folder if it is missing; OSError if it cannot be made. `alone`: its lock is held."""
    local = local_folder(real)
    around = os.path.dirname(local)
    _folder(around, 0o777)
    ignore = os.path.join(around, ".gitignore")
    sweep(ignore, age=0.0 if alone else STALE)
    _ignore(ignore)
    _folder(local, _PRIVATE)
    if stat.S_IMODE(os.lstat(local).st_mode) & 0o077:
        os.chmod(local, _PRIVATE)
    return local


def _folder(path: str, mode: int) -> None:
    try:
        os.mkdir(path, mode)
    except FileExistsError:
        if not stat.S_ISDIR(os.lstat(path).st_mode):
            raise OSError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), path) from None
    else:
        sync_folder(os.path.dirname(path))


def _ignore(path: str) -> None:
    """Tell git to leave the folder alone, unless somebody has told it something already."""
    for _ in range(2):
        if os.path.lexists(path):
            return
        temp = write_temp(path, _IGNORED, 0o666)
        try:
            publish(temp, path)
        except (FileExistsError, FileNotFoundError):
            continue  # another writer was faster, or took ours for left behind: look again
        finally:
            discard(temp)


def write_local(path: str, raw: bytes) -> None:
    """Write a private file in the folder, complete and on the disk; OSError if that fails."""
    temp = write_temp(path, raw)
    try:
        patiently(lambda: os.replace(temp, path))
    except BaseException:
        discard(temp)
        raise
    sync_folder(os.path.dirname(path))
