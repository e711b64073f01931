"""`winsell met`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from winsell.ask.line import LeftError, back_to_terminal
from winsell.base.fact import Say
from winsell.base.question import Choice, Question
from winsell.cli.changing import day_on, refused
from winsell.cli.options import Ascii, Lang, MaybeDeal, On, PastedText, Resume
from winsell.cli.which import FOLDER, which

_STDIN = "-"
_LONGEST = 20_000


def met(
    deal: MaybeDeal = None,
    text: PastedText = None,
    on: On = None,
    resume: Resume = False,
    lang: Lang = None,
    ascii_: Ascii = False,
) -> int:
    """Debrief after a meeting: at most six questions, each of which may be skipped."""
    from winsell.analysis.moment import Moment
    from winsell.cli.open_sitting import close_sitting, open_sitting
    from winsell.reports.interview.debrief import QUESTIONS, debrief, from_note

    note = None if text is None else _note(text)
    path = which(deal) if deal is not None else _asked_deal(lang, ascii_=ascii_)
    day = None if on is None else day_on(on)
    sitting = open_sitting("met", path, day, lang, resume=resume, ascii_=ascii_, total=QUESTIONS, about=note)

    def as_it_is() -> Moment:
        return Moment(sitting.case.dossier, sitting.playbook, sitting.on)

    note = sitting.asker.about
    if note is not None:
        sitting.asker.total = 1 + sum(bool(line.strip()) for line in note.splitlines())
    sitting.go_through(debrief(as_it_is) if note is None else from_note(as_it_is, note))
    return close_sitting(sitting)


def _note(text: str) -> str:
    """Return the note: given as it is, or `-` for what comes through the pipe or is typed till Ctrl-D."""
    if text != _STDIN:
        return text
    try:
        note = sys.stdin.read(_LONGEST + 1)
    except (UnicodeDecodeError, ValueError, AttributeError):
        raise refused("note-unreadable") from None
    if not sys.stdin.isatty():
        back_to_terminal()
    if len(note) > _LONGEST:
        raise refused("note-too-long", limit=_LONGEST)
    if not note.strip():
        raise refused("note-empty")
    return note


def _asked_deal(lang: str | None, *, ascii_: bool) -> str:
    """Ask which of the deals of the folder it was about; the only one needs no question."""
    from winsell.cli.asker import Asker, need_terminal
    from winsell.cli.language import language
    from winsell.cli.tell import face_of
    from winsell.cli.today import today
    from winsell.store.deals import deals_in

    need_terminal("note")
    folder = FOLDER if Path(FOLDER).is_dir() else os.curdir
    deals = list(deals_in(folder))
    if not deals:
        raise refused("no-deals", folder=folder)
    choices = tuple(Choice(str(at), one.path, " / ".join(one.names[1:])) for at, one in enumerate(deals, 1))
    if len(deals) == 1:
        return os.path.normpath(deals[0].path)
    asker = Asker(language(lang), face_of("terminal", lang, json=False, ascii_=ascii_), today(), 0, lambda _: None)
    answer = asker.put(Question("which", Say("met.which"), choices, "text", skip=Say("ask.skips-end")))
    if answer is None:
        raise LeftError
    return which(os.path.normpath(str(answer)) if answer in {one.path for one in deals} else str(answer))
