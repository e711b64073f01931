"""`winsell undo`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from winsell.base.exit_codes import DONE, HEED
from winsell.base.fact import Say
from winsell.cli.after_saving import after_saving
from winsell.cli.changing import playbook_of, tell_change
from winsell.cli.language import language
from winsell.cli.options import Ascii, DealName, Lang
from winsell.cli.tell import Face, complain, face_of, show_in
from winsell.cli.which import which

if TYPE_CHECKING:
    from winsell.store.change import TakenBack
    from winsell.words.catalogue import Language


def undo(deal: DealName, lang: Lang = None, ascii_: Ascii = False) -> int:
    """Take back the last change that the program made, if nothing changed since."""
    face = face_of("terminal", lang, json=False, ascii_=ascii_)
    from winsell.reports.changed import next_to_undo
    from winsell.store.change import TakenBack, undo_change
    from winsell.store.playbooks import find_playbook, language_of
    from winsell.store.save.undo import last

    path = which(deal)
    beside = find_playbook(None, Path(path).parent)
    if beside is not None and not Path(beside).samefile(path):
        playbook_of(path)  # what the telling needs is looked at before; a playbook itself need not be valid
    own = language_of(beside)
    undone = undo_change(path)
    with after_saving(path, lang):
        if isinstance(undone, TakenBack):
            code = _told_as_text(undone, own, face)
        else:
            code = tell_change(undone, lang, ascii_=ascii_, undone=True)
        before = last(path)
        if before is not None:
            show_in(own, next_to_undo(Say("changed.undo-more", {"what": before.what})), face)
    return code


def _told_as_text(undone: TakenBack, own: Language | None, face: Face) -> int:
    """Show the lines where there are no numbers, and what is wrong with the file now."""
    from winsell.reports.changed import saved_report

    show_in(own, saved_report(undone.path, undone.lines, undone.what), face)
    complain((*undone.notes, *undone.problems), language(face.lang, own))
    return HEED if undone.problems else DONE
