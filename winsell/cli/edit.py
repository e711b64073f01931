"""`winsell edit`."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from winsell.base.block import Line, Paragraph, Report
from winsell.base.exit_codes import DONE, INVALID
from winsell.base.fact import Say
from winsell.base.problem import Problem, WinsellError
from winsell.base.question import Choice, Question
from winsell.cli.language import language
from winsell.cli.options import Ascii, DealName, Lang
from winsell.cli.tell import Face, complain, face_of, show_in
from winsell.cli.which import which

if TYPE_CHECKING:
    from winsell.store.load import Case

_ON, _LEAVE, _BACK = "on", "leave", "back"


@dataclass(frozen=True, slots=True)
class _Before:
    """A file as it was before the editor was opened."""

    path: str
    raw: bytes
    mode: int
    case: Case | None
    """None if it was no valid deal: that is what an editor is for."""
    records: int
    """The newest of what the program had written by then."""


def edit(deal: DealName, lang: Lang = None, ascii_: Ascii = False) -> int:
    """Open the deal in the user's editor, check it on the way back, and offer to go on where it is not valid."""
    from winsell.cli.asker import need_terminal

    need_terminal("set")
    face = face_of("terminal", lang, json=False, ascii_=ascii_)
    before = _before(which(deal))
    while True:
        left = _edited(before, face)
        try:
            after = _valid(before.path)
        except WinsellError as error:
            complain(error.problems, language(lang, error.language))
            answer = _what_now(face) if left is not None else _what_of_gone(face)
        else:
            return _accepted(before, after, face)
        if answer != _ON:
            return _taken_back(before, left, face) if answer == _BACK else INVALID


def _before(path: str) -> _Before:
    from winsell.store.open_file import read_bytes
    from winsell.store.save.undo import newest

    raw = read_bytes(path)
    try:
        case: Case | None = _valid(path)
    except WinsellError:
        case = None
    return _Before(path, raw, os.stat(path).st_mode, case, newest(path))  # noqa: PTH116 - as named, links followed


def _valid(path: str) -> Case:
    from winsell.store.load import load_case

    return load_case(path)


def _edited(before: _Before, face: Face) -> bytes | None:
    """Open the editor; return what it left, None if that is no file, and keep the way back from it."""
    from winsell.store.change import keep_edit
    from winsell.store.editor import open_editor
    from winsell.store.open_file import read_bytes
    from winsell.store.save.undo import written_since

    failed = open_editor(before.path, os.environ)
    try:
        left = read_bytes(before.path)
    except WinsellError:
        left = None
    if failed is not None and left == before.raw:
        raise WinsellError((failed,))
    told = () if failed is None else (failed,)
    crossed = [what for what in written_since(before.path, before.records) if what != "edit"]
    if crossed and left is not None:
        told = (*told, Problem("edit-crossed", facts={"what": ", ".join(crossed)}, path=before.path))
    notes = keep_edit(before.path, before.raw) if left is not None else ()
    complain((*told, *notes), language(face.lang))
    return left


def _what_now(face: Face) -> str:
    """Ask what becomes of a file that is not valid."""
    keys = (("e", _ON), ("l", _LEAVE), ("b", _BACK))
    choices = tuple(Choice(key, value, Say(f"edit.{value}"), Say(f"edit.{value}-hint")) for key, value in keys)
    return _asked(Question("edit", Say("edit.what-now"), choices, help=(Say("edit.help"),),
                           skip=Say("ask.skips-edit")), face) or _ON  # fmt: skip


def _what_of_gone(face: Face) -> str:
    """Ask what becomes of a file that is not there any more."""
    keys = (("b", _BACK, "back-again"), ("l", _LEAVE, "leave-gone"))
    choices = tuple(Choice(key, value, Say(f"edit.{say}"), Say(f"edit.{say}-hint")) for key, value, say in keys)
    return _asked(Question("edit", Say("edit.gone"), choices, help=(Say("edit.back-again-hint"),),
                           skip=Say("ask.skips-back")), face) or _BACK  # fmt: skip


def _asked(question: Question, face: Face) -> str:
    from winsell.cli.asker import Asker
    from winsell.cli.today import today

    return str(Asker(language(face.lang), face, today(), 0, lambda _: None).put(question) or "")


def _accepted(before: _Before, after: Case, face: Face) -> int:
    """Tell what the edit did."""
    from winsell.cli.changing import tell_change
    from winsell.store.change import Changed
    from winsell.store.edit.difference import difference

    if before.case is None:
        _say(Say("edit.valid-now", {"path": after.path}), face)
        return DONE
    lines = difference(before.case.document.text, after.document.text)
    return tell_change(Changed(before.case, after, lines, "edit"), face.lang, ascii_=face.ascii)


def _taken_back(before: _Before, left: bytes | None, face: Face) -> int:
    """Bring the text from before the edit back; where that cannot be done it is kept beside the file."""
    from winsell.store.change import put_anew, put_back
    from winsell.store.save.create import create

    done = "edit.back-done" if left is not None else "edit.again-done"
    try:
        if left is None:
            put_anew(before.path, before.raw, before.mode)
        else:
            complain(put_back(before.path, before.raw, left), language(face.lang))
    except WinsellError as error:
        copy = f"{before.path}.before-edit"
        create(copy, before.raw)
        kept = Problem("edit-copy", facts={"copy": copy}, path=before.path)
        raise WinsellError((*error.problems, kept), error.exit_code) from None
    _say(Say(done, {"path": before.path}), face)
    return DONE


def _say(say: Say, face: Face) -> None:
    show_in(None, Report("edit", lambda: (Paragraph((Line(say, "strong"),)),), dict), face)
