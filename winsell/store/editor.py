"""The user's own editor, opened on a file: the only process that the writing commands start, and only by `edit`."""

from __future__ import annotations

import os
import shlex
import subprocess  # noqa: TID251 - this is the editor module
from collections.abc import Mapping

from winsell.base.problem import Problem, WinsellError

_ELSE = "notepad" if os.name == "nt" else "vi"


def editor_of(environment: Mapping[str, str]) -> list[str]:
    """Return the editor's command line: VISUAL, EDITOR, else what every system of the kind has."""
    said = environment.get("VISUAL") or environment.get("EDITOR") or _ELSE
    try:
        words = shlex.split(said, posix=os.name != "nt")
    except ValueError:
        words = []
    if not words:
        raise WinsellError((Problem("editor-unreadable", facts={"text": said}),), 2)
    return words


def open_editor(path: str, environment: Mapping[str, str]) -> Problem | None:
    """Open the editor on a file and wait until it is closed; WinsellError if it cannot be started.

    Returns the problem of an editor that failed: it may have saved all the same.
    """
    words = editor_of(environment)
    try:
        # absolute: a file whose name begins with a dash is no option; no shell: nothing in the name is run
        code = subprocess.run([*words, os.path.abspath(path)], check=False).returncode  # noqa: S603, PTH100
    except OSError as error:
        facts = {"text": words[0], "reason": error.strerror or str(error)}
        raise WinsellError((Problem("editor-not-started", facts=facts),), 2) from error
    if code < 0:
        return Problem("editor-killed", facts={"text": words[0], "count": -code}, path=path)
    return Problem("editor-failed", facts={"text": words[0], "count": code}, path=path) if code else None
