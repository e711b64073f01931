"""How a sitting over a deal begins and ends: is anybody there, what was kept, what is left."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from winsell.base.block import Line, Paragraph, Report
from winsell.base.fact import Say
from winsell.base.question import Choice, Question
from winsell.cli.asker import Asker, need_terminal
from winsell.cli.changing import day_on
from winsell.cli.kept import Taken, forget, keeper, taken_up
from winsell.cli.language import language
from winsell.cli.sitting import Sitting
from winsell.cli.tell import Face, face_of, show

if TYPE_CHECKING:
    from winsell.base.fact import Fact

_YES, _NO = "yes", "no"


def open_sitting(
    command: str, path: str, on: str | None, lang: str | None, *, resume: bool, ascii_: bool, total: int
) -> Sitting:
    """Read the deal and take up what was kept; nothing is asked where nobody can answer."""
    need_terminal("set")
    from winsell.store.change import load_to_change
    from winsell.store.playbooks import find_playbook, load_playbook

    face, day = face_of("terminal", lang, json=False, ascii_=ascii_), day_on(on)
    case = load_to_change(path)
    playbook = load_playbook(find_playbook(None, Path(path).parent)).playbook
    spoken = language(lang, playbook.language)
    until_saved = command != "met"
    asker = Asker(spoken, face, day, total, keeper(path, command, until_saved=until_saved))
    taken = go_on_with(asker, taken_up(path, command), resume=resume)
    asker.kept = taken.answers
    return Sitting(command, case, playbook, day, face, asker, skip=taken.batches)


def go_on_with(asker: Asker, taken: Taken | None, *, resume: bool) -> Taken:
    """Take up what was kept, if whoever sits there wants that."""
    if taken is None:
        return Taken()
    if not resume:
        count = sum(answer is not None for _, answer in taken.answers)
        choices = (Choice("y", _YES, Say("ask.go-on-yes")), Choice("n", _NO, Say("ask.go-on-no")))
        question = Question("go-on", Say("ask.go-on", {"count": count}), choices, skip=Say("ask.skips-go-on"))
        if asker.put(question) == _NO:
            return Taken()
    return taken


def close_sitting(sitting: Sitting, left: int = 0) -> int:
    """Say what came of it."""
    forget(sitting.case.path, sitting.command)
    code = sitting.tell()
    facts: dict[str, Fact] = {"saved": sitting.saved, "path": sitting.case.path, "left": left or None}
    kind = "ask.done" if sitting.saved else "ask.done-nothing"
    _line(Say(kind if sitting.asker.number or sitting.saved else "ask.nothing-to-ask", facts), sitting.face, sitting)
    return code


def _line(say: Say, face: Face, sitting: Sitting) -> None:
    report = Report("sitting", lambda: (Paragraph((Line(say),)),), dict)
    show(report, face, sitting.playbook)
