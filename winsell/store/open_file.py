"""The one way to the bytes of an input file: regular files of a sane size, and nothing that waits or never ends.

In: a path as the user named it. Out: its bytes, or `WinsellError` (exit code 3) with one problem that says why not.
"""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress

from winsell.base.problem import FactValue, Problem, WinsellError
from winsell.store.decode import MAX_BYTES

OPEN_CODES = (
    "bad-file-name",
    "file-not-found",
    "link-loop",
    "link-to-nothing",
    "no-permission",
    "is-a-folder",
    "not-a-file",
    "not-readable",
    "too-big",
)
"""Every code this module can give."""

_CODES = {
    errno.ENOENT: "file-not-found",
    errno.ENOTDIR: "file-not-found",
    errno.ELOOP: "link-loop",
    errno.EACCES: "no-permission",
    errno.EPERM: "no-permission",
    errno.ENAMETOOLONG: "bad-file-name",
    errno.EILSEQ: "bad-file-name",
}
# Without O_NONBLOCK the opening of a FIFO waits for a writer; Windows has neither FIFOs nor the flag.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
_CHUNK = 256 * 1024


def read_bytes(path: str, limit: int = MAX_BYTES) -> bytes:
    """The bytes of a file of at most 2 MiB, or another limit; WinsellError when it cannot be read."""
    try:
        descriptor = os.open(path, _FLAGS)
    except ValueError:
        raise _refusal("bad-file-name", path) from None
    except OSError as error:
        raise _explain(error, path) from error
    try:
        return _read(descriptor, path, limit)
    except OSError as error:
        raise _explain(error, path) from error
    finally:
        with suppress(OSError):  # what was read is read
            os.close(descriptor)


def _read(descriptor: int, path: str, limit: int) -> bytes:
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        raise _refusal("is-a-folder" if stat.S_ISDIR(status.st_mode) else "not-a-file", path)
    if status.st_size > limit:
        raise _refusal("too-big", path, size=status.st_size, limit=limit)
    # The size is a promise only: files of /proc say 0, and a file may grow while it is read.
    raw = bytearray()
    while chunk := os.read(descriptor, _CHUNK):
        raw += chunk
        if len(raw) > limit:
            raise _refusal("too-big", path, size=len(raw), limit=limit)
    return bytes(raw)


def _explain(error: OSError, path: str) -> WinsellError:
    # Windows says "permission denied" of a directory.
    if error.errno == errno.EISDIR or (error.errno == errno.EACCES and os.path.isdir(path)):  # noqa: PTH112
        return _refusal("is-a-folder", path)
    code = _CODES.get(error.errno or 0)
    if code is None:
        return _refusal("not-readable", path, reason=error.strerror or str(error))
    if code == "file-not-found" and os.path.islink(path):  # noqa: PTH114
        return _refusal("link-to-nothing", path, target=os.readlink(path))  # noqa: PTH115
    return _refusal(code, path)


def _refusal(code: str, path: str, **facts: FactValue) -> WinsellError:
    return WinsellError((Problem(code, facts=facts, path=path),))
