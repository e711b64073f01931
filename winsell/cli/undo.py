"""`winsell undo`."""

from __future__ import annotations

from winsell.cli.changing import tell_change
from winsell.cli.options import Ascii, DealName, Lang
from winsell.cli.tell import face_of
from winsell.cli.which import which


def undo(deal: DealName, lang: Lang = None, ascii_: Ascii = False) -> int:
    """Take back the last change that the program made, if nothing changed since."""
    face_of("terminal", lang, json=False, ascii_=ascii_)
    from winsell.store.change import undo_change

    return tell_change(undo_change(which(deal)), lang, ascii_=ascii_, undone=True)
