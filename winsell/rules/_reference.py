"""What the rules about ids share: what else one could have meant, and that all of them are one matter."""

from __future__ import annotations

from collections.abc import Iterable

from winsell.base.finding import Where

THE_FILE: tuple[Where, ...] = (("file",),)
"""The root of all ids that mean nothing: however many there are, they are mended in one go."""


def nearest(id_: str, known: Iterable[str]) -> str | None:
    """Return the known id most like this one; None if none is like it."""
    from difflib import get_close_matches  # a misspelt id is rare, and this import is not free

    return next(iter(get_close_matches(id_, sorted(known), n=1)), None)
