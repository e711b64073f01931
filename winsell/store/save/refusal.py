"""Why something could not be saved, as a problem with a code of its own.

In: an error of the system, and the path as the user named it. Out: `WinsellError` (exit code 3).
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager

from winsell.base.problem import FactValue, Problem, WinsellError

SAVE_CODES = (
    "bad-file-name",
    "create-exists",
    "create-in-file",
    "create-long-name",
    "create-no-folder",
    "create-not-portable",
    "create-twin",
    "draft-broken",
    "save-changed",
    "save-failed",
    "save-full",
    "save-gone",
    "save-hard-link",
    "save-held",
    "save-no-permission",
    "save-not-sure",
    "save-quota",
    "save-read-only",
    "save-read-only-disk",
    "save-taken",
    "save-too-big",
    "undo-changed",
    "undo-none",
    "undo-not-kept",
)
"""Every code this package can give by itself; what `read_bytes` refuses keeps its own."""

_CODES = {
    errno.ENOSPC: "save-full",
    errno.EDQUOT: "save-quota",
    errno.EROFS: "save-read-only-disk",
    errno.EACCES: "save-no-permission",
    errno.EPERM: "save-no-permission",
}
HOLDING = {5, 32, 33}
"""What Windows says while a virus scanner, a sync client or an editor holds a file."""


def refusal(code: str, path: str, line: int | None = None, **facts: FactValue) -> WinsellError:
    """The error with one problem of this file."""
    return WinsellError((Problem(code, line, None, facts, path),))


def reason(error: OSError) -> str:
    """What the system says, without the number and the names."""
    return error.strerror or str(error) or type(error).__name__


def could_not_save(error: OSError, path: str) -> WinsellError:
    """The refusal for an error that came before the file was touched."""
    if getattr(error, "winerror", None) in HOLDING:
        return refusal("save-held", path)
    code = _CODES.get(error.errno or 0)
    return refusal(code, path) if code is not None else refusal("save-failed", path, reason=reason(error))


@contextmanager
def told(path: str) -> Iterator[None]:
    """Turn every error of the system in the block into the refusal to save this file."""
    try:
        yield
    except OSError as error:
        raise could_not_save(error, path) from error


def is_file_name(path: str) -> bool:
    """Tell whether the system could have a file of this name at all."""
    try:
        return b"\0" not in os.fsencode(path)
    except UnicodeEncodeError:
        return False
