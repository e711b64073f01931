"""A text that comes through the pipe, or is typed until Ctrl-D: UTF-8, or a refusal that names what it seems to be."""

from __future__ import annotations

import sys

from winsell.ask.line import back_to_terminal
from winsell.base.blank import is_blank
from winsell.base.exit_codes import USAGE
from winsell.base.problem import Problem, WinsellError
from winsell.cli.changing import refused

STDIN = "-"
"""What stands for such a text on a command line."""


def pasted() -> str:
    """Read the text, and then the terminal again."""
    from winsell.store.decode import MAX_BYTES, decode

    if sys.stdin is None:  # closed by whoever started us: nothing can come
        raise refused("note-empty")
    try:
        raw = sys.stdin.buffer.read(MAX_BYTES + 1) if hasattr(sys.stdin, "buffer") else sys.stdin.read().encode()
    except (ValueError, AttributeError):
        raise refused("note-unreadable") from None
    if not sys.stdin.isatty():
        back_to_terminal()
    text = decode(raw)
    if isinstance(text, Problem):
        code = {"not-utf8": "note-not-utf8", "too-big": "note-unreadable"}.get(text.code, "note-unreadable")
        raise WinsellError((Problem(code, text.line, facts=text.facts),), USAGE)
    if is_blank(text):
        raise refused("note-empty")
    return text
