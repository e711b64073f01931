"""`winsell edit`."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING

from winsell.ask.line import LeftError, staying
from winsell.base.block import Line, Paragraph, Report
from winsell.base.exit_codes import DONE, INTERRUPTED, INVALID
from winsell.base.fact import Say
from winsell.base.problem import Problem, WinsellError
from winsell.base.question import Choice, Question
from winsell.cli.language import language
from winsell.cli.options import Ascii, DealName, Lang
from winsell.cli.tell import Face, complain, face_of, show_in
from winsell.cli.which import which

if TYPE_CHECKING:
    from winsell.store.load import Case
    from winsell.store.save.crossing import Crossing
    from winsell.store.save.undo import Change

_ON, _LEAVE, _BACK, _BOTH = "on", "leave", "back", "both"


@dataclass(frozen=True, slots=True)
class _Before:
    """A file as it was before the editor was opened."""

    path: str
    raw: bytes
    mode: int
    case: Case | None
    """None if it was no valid deal: that is what an editor is for."""
    known: tuple[Change, ...]
    """What the program had written by then, as far as it is kept."""
    own: list[Change] = field(default_factory=list)
    """What this edit has kept of itself."""


def edit(deal: DealName, lang: Lang = None, ascii_: Ascii = False) -> int:
    """Open the deal in the user's editor, check it on the way back, and offer to go on where it is not valid."""
    from winsell.cli.asker import need_terminal

    need_terminal("set")
    face = face_of("terminal", lang, json=False, ascii_=ascii_)
    before = _before(which(deal))
    while True:
        crossing = _edited(before, face)
        try:
            after = _valid(before.path)
        except WinsellError as error:
            complain(error.problems, language(lang, error.language))
            try:
                answer = _what_now(face) if crossing.left is not None else _what_of_gone(face)
            except LeftError:
                raise _left(before, crossing, face) from None
        else:
            return _accepted(before, after, crossing, face)
        if answer != _ON:
            return _taken_back(before, crossing, face) if answer == _BACK else INVALID


def _left(before: _Before, crossing: Crossing, face: Face) -> WinsellError:
    """Say how the file is left by whoever does not answer; one that is gone is brought back, for it is kept nowhere."""
    if crossing.left is None:
        _taken_back(before, crossing, face)
        return WinsellError((), INTERRUPTED)
    return WinsellError((Problem("edit-left", path=before.path),), INTERRUPTED)


def _before(path: str) -> _Before:
    from winsell.store.open_file import read_bytes
    from winsell.store.save.undo import changes

    raw = read_bytes(path)
    try:
        case: Case | None = _valid(path)
    except WinsellError:
        case = None
    return _Before(path, raw, os.stat(path).st_mode, case, changes(path))  # noqa: PTH116 - as named, links followed


def _valid(path: str) -> Case:
    from winsell.store.load import load_case

    return load_case(path)


def _edited(before: _Before, face: Face) -> Crossing:
    """Open the editor; return what it left and what it crossed, and keep the way back from it."""
    from winsell.store.change import crossing_of_gone, keep_edit
    from winsell.store.editor import open_editor
    from winsell.store.open_file import read_bytes

    failed = open_editor(before.path, os.environ)
    told = () if failed is None else (failed,)
    try:
        left = read_bytes(before.path)
    except WinsellError:
        complain(told, language(face.lang))
        return crossing_of_gone(before.path, before.raw, before.known, before.own)
    if failed is not None and left == before.raw:
        raise WinsellError((failed,))
    crossing, notes = keep_edit(before.path, before.raw, before.known, before.own)
    if crossing.written:
        told = (*told, Problem(_met(crossing), facts={"what": crossing.what}, path=before.path))
    complain((*told, *notes), language(face.lang))
    return crossing


def _met(crossing: Crossing) -> str:
    """Name what is to be told of an edit that met what winsell wrote meanwhile."""
    if not any(crossing.by_hand()):
        return "edit-none-crossed"
    return "edit-put-over" if crossing.is_put_over else "edit-crossed"


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

    with staying():
        return str(Asker(language(face.lang), face, today(), 0, lambda _: None).put(question) or "")


def _accepted(before: _Before, after: Case, crossing: Crossing, face: Face) -> int:
    """Tell what the edit did; before that, ask what becomes of what it was put over."""
    from winsell.cli.changing import tell_change
    from winsell.store.change import Changed, as_deal
    from winsell.store.edit.difference import difference

    after = _with_both(after, crossing, face)
    was = before.case if crossing.said == before.raw else as_deal(before.path, crossing.said)
    if was is None:
        _say(Say("edit.valid-now", {"path": after.path}), face)
        return DONE
    lines = difference(was.document.text, after.document.text)
    return tell_change(Changed(was, after, lines, "edit"), face.lang, ascii_=face.ascii)


def _with_both(after: Case, crossing: Crossing, face: Face) -> Case:
    """Ask whether what winsell wrote meanwhile is put in again, where it can be told how; return the deal as it is."""
    from winsell.store.change import as_deal, put_back

    both = crossing.together()
    if both is None or crossing.left is None or as_deal(after.path, both) is None:
        return after
    choices = (
        Choice("p", _BOTH, Say("edit.both"), Say("edit.both-hint")),
        Choice("l", _LEAVE, Say("edit.leave"), Say("edit.leave-over-hint")),
    )
    question = Question("edit", Say("edit.put-over", {"what": crossing.what}), choices,
                        help=(Say("edit.both-hint"),), skip=Say("ask.skips-both"))  # fmt: skip
    if _asked(question, face) == _LEAVE:
        return after
    complain(put_back(after.path, both, crossing.left, crossing.what), language(face.lang))
    return _valid(after.path)


def _taken_back(before: _Before, crossing: Crossing, face: Face) -> int:
    """Bring the text from before the edit back; where that cannot be done it is kept beside the file."""
    from winsell.store.change import put_anew, put_back
    from winsell.store.save.create import create

    done = "edit.back-done" if crossing.left is not None else "edit.again-done"
    try:
        if crossing.left is None:
            put_anew(before.path, crossing.said, before.mode)
        else:
            complain(put_back(before.path, crossing.said, crossing.left), language(face.lang))
    except WinsellError as error:
        copy = _free(f"{before.path}.before-edit")
        create(copy, crossing.said)
        kept = Problem("edit-copy", facts={"copy": copy}, path=before.path)
        raise WinsellError((*error.problems, kept), error.exit_code) from None
    _say(Say(done, {"path": before.path}), face)
    return DONE


def _free(path: str) -> str:
    """Return a name that no file has yet: an older copy may be the only one of its text."""
    names = (path if number == 1 else f"{path}-{number}" for number in count(1))
    return next(one for one in names if not os.path.lexists(one))


def _say(say: Say, face: Face) -> None:
    show_in(None, Report("edit", lambda: (Paragraph((Line(say, "strong"),)),), dict), face)
