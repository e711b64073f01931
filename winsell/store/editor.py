"""The user's own editor, opened on a file: the only process that the writing commands start, and only by `edit`."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess  # noqa: TID251 - this is the editor module
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from winsell.base.problem import Problem, WinsellError

_POSIX = os.name != "nt"
_ELSE = "vi" if _POSIX else "notepad"
_KEYS = [getattr(signal, one) for one in ("SIGINT", "SIGQUIT") if hasattr(signal, one)]


def editor_of(environment: Mapping[str, str], *, posix: bool = _POSIX) -> list[str]:
    """Return the editor's command line: VISUAL, EDITOR, else what every system of the kind has.

    Not `posix`: a backslash parts folders, so it is kept, and the quotes around a path with blanks are not part of it.
    """
    said = environment.get("VISUAL") or environment.get("EDITOR") or _ELSE
    try:
        words = shlex.split(said, posix=posix)
    except ValueError:
        words = []
    if not words:
        raise WinsellError((Problem("editor-unreadable", facts={"text": said}),), 2)
    return words if posix else [_without_quotes(one) for one in words]


def _without_quotes(word: str) -> str:
    return word[1:-1] if len(word) > 1 and word[0] == word[-1] and word[0] in "\"'" else word


def open_editor(path: str, environment: Mapping[str, str]) -> Problem | None:
    """Open the editor on a file and wait until it is closed; WinsellError if it cannot be started.

    Returns the problem of an editor that failed: it may have saved all the same.
    """
    words = editor_of(environment)
    try:
        with _keys_of_the_editor():
            # absolute: a file whose name begins with a dash is no option; no shell: nothing in the name is run
            code = subprocess.run([*words, os.path.abspath(path)], check=False).returncode  # noqa: S603, PTH100
    except OSError as error:
        facts = {"text": words[0], "reason": error.strerror or str(error)}
        raise WinsellError((Problem("editor-not-started", facts=facts),), 2) from error
    if code < 0:
        return Problem("editor-killed", facts={"text": words[0], "count": -code}, path=path)
    return Problem("editor-failed", facts={"text": words[0], "count": code}, path=path) if code else None


@contextmanager
def _keys_of_the_editor() -> Iterator[None]:
    """Leave Ctrl-C to the editor, which knows what it means there, and holds what was typed.

    It is taken by a handler that does nothing, since what is ignored here would be ignored in the editor as well.
    """
    before = {one: signal.signal(one, lambda *_: None) for one in _KEYS}
    try:
        yield
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)
