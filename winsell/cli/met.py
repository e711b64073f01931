"""`winsell met`."""

from __future__ import annotations

import os

from winsell.ask.line import LeftError
from winsell.base.blank import is_blank
from winsell.base.fact import Say
from winsell.base.question import Choice, Question
from winsell.cli.changing import day_on, refused
from winsell.cli.options import Ascii, Lang, MaybeDeal, On, PastedText, Resume
from winsell.cli.pasted import STDIN, pasted
from winsell.cli.which import home, which

_LONGEST = 20_000
_MOST_LINES = 40
"""More lines than anybody answers a question about."""


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
    from winsell.reports.interview.note_lines import matters_of

    note = pasted() if text == STDIN else text
    if note is not None:
        _refuse_unfit(note)
    path = which(deal) if deal is not None else _asked_deal(lang, ascii_=ascii_)
    day = None if on is None else day_on(on)
    sitting = open_sitting("met", path, day, lang, resume=resume, ascii_=ascii_, total=QUESTIONS, about=note)

    def as_it_is() -> Moment:
        return Moment(sitting.case.dossier, sitting.playbook, sitting.on)

    note = sitting.asker.about
    if note is not None:
        sitting.asker.total = 1 + len(matters_of(note))
    sitting.go_through(debrief(as_it_is) if note is None else from_note(as_it_is, note))
    return close_sitting(sitting)


def _refuse_unfit(note: str) -> None:
    """Refuse a note with nothing in it, or with more than a debrief can go through."""
    from winsell.reports.interview.note_lines import matters_of

    if is_blank(note):
        raise refused("note-empty")
    if len(note) > _LONGEST:
        raise refused("note-too-long", limit=_LONGEST)
    lines = len(matters_of(note))
    if lines > _MOST_LINES:
        raise refused("note-many-lines", count=lines, limit=_MOST_LINES)


def _asked_deal(lang: str | None, *, ascii_: bool) -> str:
    """Ask which of the deals of the folder it was about; the only one needs no question."""
    from winsell.cli.asker import Asker, need_terminal
    from winsell.cli.language import language
    from winsell.cli.tell import face_of
    from winsell.cli.today import today
    from winsell.store.deals import deals_in

    need_terminal("note")
    folder = home()
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
