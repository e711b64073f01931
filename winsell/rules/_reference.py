"""What else an id could have meant: the nearest of those that exist."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(id_: str, known: Iterable[str]) -> str | None:
    """Return the known id most like this one; None if none is like it."""
    from difflib import get_close_matches  # a misspelt id is rare, and this import is not free

    return next(iter(get_close_matches(id_, sorted(known), n=1)), None)
