"""Making a file that is not there yet: complete from the first moment, and never in place of another.

In: a path and bytes. Out: the file, or a refusal. Names that another system would take for the same one, or could
not have at all, are refused too: a folder of deals is shared between systems.
"""

from __future__ import annotations

import errno
import os
import re
import unicodedata

from winsell.store.save.lock import WAIT, Held, alone_in, sync_folder
from winsell.store.save.refusal import is_file_name, reason, refusal, told
from winsell.store.save.save import refuse_too_big
from winsell.store.save.temp import LONGEST, STALE, discard, sweep, write_temp

_OF_WINDOWS = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?: *\..*)? *", re.IGNORECASE)
_NOT_ON_WINDOWS = re.compile(r'[<>:"|?*\\\x00-\x1f]|[. ]\Z')
_NO_LINKS = {errno.EACCES, errno.EMLINK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EPERM}
_EVERYBODY = 0o666
"""Less what the user's umask takes away."""


def create(path: str, raw: bytes, *, parents: bool = False, wait: float = WAIT) -> None:
    """Make a new file; with `parents` its folder too."""
    folder, name = os.path.split(path)
    _refuse_name(name, path)
    refuse_too_big(raw, path)
    refuse_file_as_folder(folder, path)
    if parents:
        with told(path):
            _make_folder(os.path.abspath(folder))
    if not os.path.isdir(folder or "."):
        raise refusal("create-no-folder", path, folder=folder)
    within = os.path.realpath(folder)
    with alone_in(within, path, wait) as held:
        _put(os.path.join(within, name), path, raw, held)


def refuse_file_as_folder(folder: str, path: str) -> None:
    """Refuse a folder that is a file, or would lie in one."""
    around = folder
    while around and not os.path.lexists(around):
        around = os.path.dirname(around)
    if around and os.path.exists(around) and not os.path.isdir(around):
        raise refusal("create-in-file", path, folder=around)


def _refuse_name(name: str, path: str) -> None:
    if name in {"", ".", ".."} or not is_file_name(path):
        raise refusal("bad-file-name", path)
    if _OF_WINDOWS.fullmatch(name) or _NOT_ON_WINDOWS.search(name):
        raise refusal("create-not-portable", path, name=name)
    size = len(os.fsencode(name))
    if size > LONGEST:
        raise refusal("create-long-name", path, size=size, limit=LONGEST)


def _make_folder(folder: str) -> None:
    """Make a folder and those around it, each on the disk before the next."""
    if os.path.isdir(folder):
        return
    around = os.path.dirname(folder)
    _make_folder(around)
    try:
        os.mkdir(folder)
    except FileExistsError:
        return  # somebody was faster, or it is no folder: then that is what is told
    sync_folder(around)


def _put(real: str, path: str, raw: bytes, held: Held) -> None:
    sweep(real, age=0.0 if held.alone else STALE)
    _refuse_twin(real, path)
    with told(path):
        temp = write_temp(real, raw, _EVERYBODY)
    try:
        _publish_new(temp, real, path)
    finally:
        discard(temp)
    try:
        held.sync()
    except OSError as error:
        raise refusal("save-not-sure", path, reason=reason(error)) from error


def _publish_new(temp: str, real: str, path: str) -> None:
    with told(path):
        try:
            publish(temp, real)
        except FileExistsError:
            raise refusal("create-exists", path) from None


def _refuse_twin(real: str, path: str) -> None:
    folder, name = os.path.split(real)
    with told(path):
        names = os.listdir(folder)
    if name in names:
        raise refusal("create-exists", path)
    twin = next((one for one in sorted(names) if _folded(one) == _folded(name)), None)
    if twin is not None:
        raise refusal("create-twin", path, name=twin)


def _folded(name: str) -> str:
    """What a name is to a system that is blind to case and to how accents are written."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def publish(temp: str, real: str) -> None:
    """Give a complete file its name; FileExistsError if the name is taken."""
    try:
        os.link(temp, real)
    except OSError as error:
        if os.path.lexists(real) and os.path.samefile(temp, real):
            return  # a network file system may report an error of what it has done
        if error.errno not in _NO_LINKS:
            raise
        _rename_to_free(temp, real)


def _rename_to_free(temp: str, real: str) -> None:
    """Where files have one name only: the lock keeps other writers of ours away between the look and the rename."""
    if os.path.lexists(real):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), real)
    os.rename(temp, real)
