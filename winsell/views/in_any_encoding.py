"""Text for programs that must not lose a character, whatever the encoding of the stream that it goes to."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TextIO

_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_WHOLE = frozenset(("utf-8", "utf8", "utf-8-sig"))


def in_any_encoding(text: str, out: TextIO, spell: Callable[[str], str]) -> str:
    """Return the text; in ASCII, the rest spelt in the format's own way, unless the stream takes every character."""
    taken = str(getattr(out, "encoding", None) or "utf-8").lower().replace("_", "-")
    return text if taken in _WHOLE else _BEYOND_ASCII.sub(lambda found: spell(found[0]), text)
