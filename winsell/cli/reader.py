"""Who is to read the risks: the owner of the deal, who is told all of them, or the manager."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winsell.base.exit_codes import USAGE
from winsell.base.problem import Problem, WinsellError

if TYPE_CHECKING:
    from winsell.rules.registry import Reading

READERS: tuple[Reading, ...] = ("owner", "manager")


def reader_of(word: str) -> Reading:
    """Return the reader that a word names; raise WinsellError for one that does not exist."""
    found = next((reader for reader in READERS if reader == word), None)
    if found is None:
        raise WinsellError((Problem("bad-reader", facts={"value": word, "known": READERS}),), USAGE)
    return found
