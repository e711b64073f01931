"""Writing a file that is no deal: a picture. Never in place of a deal, and over another file only if that was said.

In: a path and bytes. Out: the complete file, or a refusal.
"""

from __future__ import annotations

import os
import stat

from winsell.base.exit_codes import INVALID, USAGE
from winsell.base.problem import Problem, WinsellError
from winsell.store.load import SUFFIXES
from winsell.store.save.create import publish
from winsell.store.save.patience import patiently
from winsell.store.save.refusal import told
from winsell.store.save.temp import discard, write_temp

_EVERYBODY = 0o666
"""Less what the user's umask takes away."""


def refuse_export(path: str, *, force: bool) -> None:
    """Raise WinsellError if a picture may not be written there: a deal's place, or one that is taken."""
    real = os.path.realpath(path)
    if any(name.casefold().endswith(SUFFIXES) for name in (path, real)):
        raise WinsellError((Problem("export-over-deal", path=path),), USAGE)
    if not os.path.isdir(os.path.dirname(real)):
        raise WinsellError((Problem("export-no-folder", path=path),), INVALID)
    if os.path.lexists(path) and not (force and _is_plain(real)):
        raise WinsellError((Problem("export-exists" if _is_plain(real) else "export-no-file", path=path),), INVALID)


def export(path: str, raw: bytes, *, force: bool) -> None:
    """Write the file."""
    refuse_export(path, force=force)
    real = os.path.realpath(path)
    with told(path):
        temp = write_temp(real, raw, _EVERYBODY)
        try:
            _put(temp, real, path, force=force)
        finally:
            discard(temp)


def _put(temp: str, real: str, path: str, *, force: bool) -> None:
    if force:
        patiently(lambda: os.replace(temp, real))
        return
    try:
        publish(temp, real)
    except FileExistsError:
        raise WinsellError((Problem("export-exists", path=path),), INVALID) from None


def _is_plain(real: str) -> bool:
    """Tell whether a regular file stands there."""
    try:
        return stat.S_ISREG(os.stat(real).st_mode)
    except OSError:
        return False
