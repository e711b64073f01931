"""What the program itself wrote in a file while somebody had it open in an editor.

In: the bytes that the editor was given, those that it left, and the changes that were saved meanwhile. Out: which of
the steps between them were made by hand, so that each can be taken back alone, and both sides' work in one text where
the editor put its own over what was saved.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from winsell.store.save.undo import Change


@dataclass(frozen=True, slots=True)
class Crossing:
    """A file from the moment at which an editor was opened to the one at which it was closed."""

    began: bytes
    written: tuple[Change, ...]
    """What the program wrote meanwhile, the first first."""
    left: bytes | None
    """What the file says now; None if it is gone."""

    @property
    def said(self) -> bytes:
        """What the file said before the editor saved last, as far as the program knows."""
        return self.written[-1].after if self.written else self.began

    @property
    def what(self) -> str:
        """Name what was written."""
        return ", ".join(one.what for one in self.written)

    def by_hand(self) -> Iterator[tuple[bytes, bytes]]:
        """Go through the steps that are the editor's: each with the file before and after it."""
        said = self.began
        for one in self.written:
            if one.before != said:
                yield said, one.before
            said = one.after
        if self.left not in (None, said):
            yield said, self.left

    @property
    def is_put_over(self) -> bool:
        """Tell whether the editor saved a text that lacks a line of what was written, or has again what it took out."""
        if self.left is None or not self.written:
            return False
        was, said, now = (_lines(one) for one in (self.written[0].before, self.said, self.left))
        return any(now[one] < said[one] for one in said - was) or any(now[one] > said[one] for one in was - said)

    def together(self) -> bytes | None:
        """Return a text with what the editor made and what was written; None if nobody can tell what that is."""
        from winsell.store.merge.merge import merge

        if self.left is None or not self.is_put_over:
            return None
        merged = merge(self.written[0].before, self.left, self.said)
        return merged.raw if merged.clean and merged.raw != self.left else None


def _lines(raw: bytes) -> Counter[bytes]:
    return Counter(one.strip() for one in raw.splitlines())
