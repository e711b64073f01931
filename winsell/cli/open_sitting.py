"""How a sitting over a deal begins and ends: is anybody there, what was kept, what is left."""

from __future__ import annotations

from shlex import quote
from typing import TYPE_CHECKING

from winsell.base.block import Line, Paragraph, Report
from winsell.base.fact import Say
from winsell.base.problem import WinsellError
from winsell.base.question import Choice, Question
from winsell.cli.asker import Asker, need_terminal
from winsell.cli.changing import playbook_of, refused
from winsell.cli.kept import Keeper, Taken, forget_all, taken_up
from winsell.cli.language import language
from winsell.cli.sitting import Sitting
from winsell.cli.tell import Face, face_of, show
from winsell.cli.today import today

if TYPE_CHECKING:
    from datetime import date

    from winsell.base.fact import Fact
    from winsell.store.load import Case

_YES, _NO = "yes", "no"


def open_sitting(
    command: str,
    path: str,
    on: date | None,
    lang: str | None,
    *,
    resume: bool,
    ascii_: bool,
    total: int,
    about: str | None = None,
) -> Sitting:
    """Read the deal and take up what was kept; nothing is asked where nobody can answer."""
    need_terminal("note" if command == "met" else "set")
    from winsell.store.change import load_to_change

    face = face_of("terminal", lang, json=False, ascii_=ascii_)
    case = load_to_change(path)
    playbook = playbook_of(path)
    spoken = language(lang, playbook.language)
    until_saved = command != "met"
    keep = Keeper(path, command, until_saved=until_saved)
    asker = Asker(spoken, face, on or today(), total, keep, about=about, base=case.document.text)
    taken = go_on_with(asker, path, command, resume=resume, on=on)
    seen = case if taken.on is None else _as_it_was(case, taken)
    if about is not None and taken.on is None:
        asker.note(asker)  # a note that came through a pipe is nowhere else
    return Sitting(command, seen, playbook, asker.on, face, asker, keep, case, taken.on is not None, taken.batches)


def _as_it_was(case: Case, taken: Taken) -> Case:
    """Return the deal as the first of the kept questions saw it; as it is now if that cannot be had."""
    from winsell.store.load import case_of
    from winsell.store.yaml_reader import read_yaml

    document, problems = read_yaml(taken.base.encode("utf-8", "replace"))
    if document is None or problems:
        return case
    try:
        return case_of(case.path, document)
    except WinsellError:
        return case


def go_on_with(asker: Asker, path: str, command: str, *, resume: bool, on: date | None) -> Taken:
    """Take up what was kept, with its day and its note, if whoever sits there wants that."""
    taken = _what_is_kept(asker, path, command)
    if taken is None or (not taken.said and taken.about is None):  # what was only skipped is asked again
        if resume:
            asker.say(Say("ask.nothing-kept"))
        return Taken()
    if not resume and asker.put(_go_on(taken)) == _NO:
        forget_all(path, command)
        return Taken()
    if taken.on is not None and on not in (None, taken.on):
        raise refused("kept-other-day", on=taken.on.isoformat())
    if asker.about not in (None, taken.about):
        raise refused("kept-other-note")
    asker.kept, asker.about, asker.base, asker.on = taken.answers, taken.about, taken.base, taken.on or asker.on
    return taken


def _what_is_kept(asker: Asker, path: str, command: str) -> Taken | None:
    """Read what was kept; what cannot be read stands in nobody's way, and stays for whoever can."""
    from winsell.store.save.draft import set_aside

    try:
        return taken_up(path, command)
    except WinsellError as error:
        if error.problems[0].code != "draft-broken":
            raise
        asker.say(Say("ask.set-aside", {"path": set_aside(path, command)}))
        return None


def _go_on(taken: Taken) -> Question:
    ask = Say("ask.go-on", {"count": taken.said}) if taken.said else Say("ask.go-on-note")
    choices = (Choice("y", _YES, Say("ask.go-on-yes")), Choice("n", _NO, Say("ask.go-on-no")))
    return Question("go-on", ask, choices, skip=Say("ask.skips-go-on"))


def close_sitting(sitting: Sitting, left: int = 0) -> int:
    """Say what came of it."""
    sitting.forget()
    code = sitting.tell()
    facts: dict[str, Fact] = {"saved": sitting.saved, "path": sitting.case.path, "left": left or None}
    facts["deal"] = quote(sitting.case.path)
    if sitting.asker.number or sitting.saved:
        kind = "ask.done" if sitting.saved else "ask.done-nothing"
    else:
        kind = "ask.nothing-new" if left else "ask.nothing-to-ask"
    _line(Say(kind, facts), sitting.face, sitting)
    return code


def _line(say: Say, face: Face, sitting: Sitting) -> None:
    report = Report("sitting", lambda: (Paragraph((Line(say),)),), dict)
    show(report, face, sitting.playbook)
