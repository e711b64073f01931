"""What a view asks of the words floor."""

from __future__ import annotations

from typing import Protocol

from winsell.base.fact import Fact


class Says(Protocol):
    """Whoever puts facts into words, in one language."""

    def say(self, fact: Fact, /) -> str:
        """Put a fact into words; text of the user's comes back as it is."""
