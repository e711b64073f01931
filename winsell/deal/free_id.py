"""A short id for a new thing, made of the words that name it."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import count

_WORD = re.compile(r"[a-z0-9]+")


def stem_of(text: str, longest: int) -> str:
    """Join as many of the text's plain words as fit; nothing if it has none, as a Chinese text may."""
    stem = ""
    for word in _WORD.findall(text.lower()):
        longer = f"{stem}-{word}" if stem else word[:longest]
        if len(longer) > longest:
            break
        stem = longer
    return stem


def free_id(text: str, taken: Collection[str], kind: str, longest: int = 24) -> str:
    """Return an id that is not taken: of the words of the text, else of the kind of thing it is."""
    stem = stem_of(text, longest)
    if stem and stem not in taken:
        return stem
    first = 2 if stem else 1
    return next(one for one in (f"{stem or kind}-{number}" for number in count(first)) if one not in taken)
