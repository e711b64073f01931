"""Answers that could not be saved yet, kept for the next run.

In: the answers of a command as JSON values, and which run they are of. Out: one private file for each deal and command
in `.winsell/local`. A draft that cannot be read is refused by its name, never passed over, and can be set aside; one
run drops no other's.
"""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass

from winsell.base.problem import WinsellError
from winsell.store.decode import MAX_BYTES
from winsell.store.open_file import read_bytes
from winsell.store.save.local import local_folder, make_local, write_local
from winsell.store.save.patience import patiently
from winsell.store.save.refusal import refusal, told
from winsell.store.save.temp import STALE, shortened, sweep

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
_FORM = 2
_STEM = 180
_COMMAND = re.compile(r"[a-z][a-z-]{0,30}")
_LONGEST = 4 * MAX_BYTES
"""Answers may quote a whole file, in which JSON writes a character with up to three times its bytes."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Answers as they were kept."""

    answers: Json
    sitting: str
    """Which run of the command they are of."""
    path: str
    """Of the draft itself."""


def keep_draft(path: str, command: str, answers: Json, sitting: str) -> str:
    """Keep the answers, in place of an older draft of this command; the draft's path."""
    kept = {"form": _FORM, "command": command, "sitting": sitting, "answers": answers}
    raw = json.dumps(kept, allow_nan=False, indent=1).encode() + b"\n"
    draft = _place(path, command)
    with told(draft):
        make_local(os.path.realpath(path))
        sweep(draft, age=STALE)  # no lock is held: another run may be keeping its own
        write_local(draft, raw)
    return draft


def draft_of(path: str, command: str) -> Draft | None:
    """The answers kept for a command, if there are any."""
    draft = _place(path, command)
    if not os.path.lexists(draft):
        return None
    try:
        return _understood(json.loads(read_bytes(draft, _LONGEST)), draft, command)
    except (WinsellError, ValueError, LookupError, TypeError, RecursionError):
        raise refusal("draft-broken", draft) from None


def drop_draft(path: str, command: str, sitting: str | None = None) -> None:
    """Remove the answers kept for a command, if there are any; only those of one run, if it is named."""
    draft = _place(path, command)
    if sitting is not None and not _is_of(path, command, sitting):
        return
    with told(draft):
        try:
            patiently(lambda: os.unlink(draft))
        except (FileNotFoundError, NotADirectoryError):
            pass


def set_aside(path: str, command: str) -> str:
    """Give a draft that cannot be read another name, under which nothing looks for it; return that."""
    draft = _place(path, command)
    aside = f"{draft}.unread"
    with told(draft):
        patiently(lambda: os.replace(draft, aside))
    return aside


def _is_of(path: str, command: str, sitting: str) -> bool:
    try:
        draft = draft_of(path, command)
    except WinsellError:
        return False  # it is for the next run to say that it is broken
    return draft is not None and draft.sitting == sitting


def _understood(kept: dict[str, Json], draft: str, command: str) -> Draft:
    sitting = kept["sitting"]
    if kept["form"] != _FORM or kept["command"] != command or not isinstance(sitting, str):
        raise ValueError("a draft of another form")
    return Draft(kept["answers"], sitting, draft)


def _place(path: str, command: str) -> str:
    if not _COMMAND.fullmatch(command):
        raise ValueError(f"no name of a command: {command}")
    real = os.path.realpath(path)
    return os.path.join(local_folder(real), f"{shortened(os.path.basename(real), _STEM)}.{command}.draft")
