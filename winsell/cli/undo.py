"""`winsell undo`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winsell.base.exit_codes import DONE
from winsell.cli.changing import tell_change
from winsell.cli.language import language
from winsell.cli.options import Ascii, DealName, Lang
from winsell.cli.tell import Face, complain, face_of, show_in
from winsell.cli.which import which

if TYPE_CHECKING:
    from winsell.store.change import TakenBack


def undo(deal: DealName, lang: Lang = None, ascii_: Ascii = False) -> int:
    """Take back the last change that the program made, if nothing changed since."""
    face = face_of("terminal", lang, json=False, ascii_=ascii_)
    from winsell.store.change import Changed, undo_change

    path = which(deal)
    undone = undo_change(path)
    if isinstance(undone, Changed):
        return tell_change(undone, lang, ascii_=ascii_, undone=True)
    return _tell(path, undone, face)


def _tell(path: str, undone: TakenBack, face: Face) -> int:
    """Tell what was taken back of a file that is not a valid deal, such as one that was mended."""
    from winsell.reports.changed import undone_report

    show_in(None, undone_report(path, undone.what, undone.lines), face)
    complain((*undone.notes, *undone.problems), language(face.lang))
    return DONE
