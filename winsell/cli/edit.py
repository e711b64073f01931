"""`winsell edit`."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from winsell.base.block import Line, Paragraph, Report
from winsell.base.exit_codes import DONE, INVALID
from winsell.base.fact import Say
from winsell.base.problem import WinsellError
from winsell.base.question import Choice, Question
from winsell.cli.language import language
from winsell.cli.options import Ascii, DealName, Lang
from winsell.cli.tell import Face, complain, face_of, show_in
from winsell.cli.which import which

if TYPE_CHECKING:
    from winsell.store.load import Case

_ON, _LEAVE, _BACK = "on", "leave", "back"


def edit(deal: DealName, lang: Lang = None, ascii_: Ascii = False) -> int:
    """Open the deal in the user's editor, check it on the way back, and offer to go on where it is not valid."""
    from winsell.cli.asker import need_terminal
    from winsell.store.editor import open_editor
    from winsell.store.load import load_case
    from winsell.store.open_file import read_bytes

    need_terminal("set")
    face = face_of("terminal", lang, json=False, ascii_=ascii_)
    path = which(deal)
    raw, before = read_bytes(path), _valid(path)
    while True:
        open_editor(path, os.environ)
        try:
            after = load_case(path)
        except WinsellError as error:
            complain(error.problems, language(lang, error.language))
            answer = _what_now(face)
        else:
            return _accepted(raw, before, after, face)
        if answer != _ON:
            return _taken_back(path, raw, face) if answer == _BACK else INVALID


def _valid(path: str) -> Case | None:
    """Read the deal as it is before; a broken one may be opened as well, that is what an editor is for."""
    from winsell.store.load import load_case

    try:
        return load_case(path)
    except WinsellError:
        return None


def _what_now(face: Face) -> str:
    """Ask what becomes of a file that is not valid."""
    from winsell.cli.asker import Asker
    from winsell.cli.today import today

    keys = (("e", _ON), ("l", _LEAVE), ("b", _BACK))
    choices = tuple(Choice(key, value, Say(f"edit.{value}"), Say(f"edit.{value}-hint")) for key, value in keys)
    asker = Asker(language(face.lang), face, today(), 0, lambda _: None)
    return str(asker.put(Question("edit", Say("edit.what-now"), choices, skip=Say("ask.skips-edit"))) or _ON)


def _accepted(raw: bytes, before: Case | None, after: Case, face: Face) -> int:
    """Keep the way back, and tell what the edit did."""
    from winsell.cli.changing import tell_change
    from winsell.store.change import Changed, keep_edit
    from winsell.store.edit.difference import difference

    notes = keep_edit(after.path, raw)
    if before is None:
        complain(notes, language(face.lang))
        _say(Say("edit.valid-now", {"path": after.path}), face)
        return DONE
    lines = difference(before.document.text, after.document.text)
    return tell_change(Changed(before, after, lines, "edit", notes), face.lang, ascii_=face.ascii)


def _taken_back(path: str, raw: bytes, face: Face) -> int:
    from winsell.store.change import put_back

    complain(put_back(path, raw), language(face.lang))
    _say(Say("edit.back-done", {"path": path}), face)
    return DONE


def _say(say: Say, face: Face) -> None:
    show_in(None, Report("edit", lambda: (Paragraph((Line(say, "strong"),)),), dict), face)
