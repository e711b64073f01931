"""`winsell log`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winsell.cli.options import Ascii, AsOf, DealName, Format, FromDay, Json, Lang, PlaybookOption, Reverse, WrittenToo
from winsell.cli.tell import face_of, show
from winsell.cli.which import which

if TYPE_CHECKING:
    from winsell.base.fact import Say
    from winsell.reports.difference.log import Written
    from winsell.store.history import Note


def log(
    deal: DealName,
    since: FromDay = None,
    reverse: Reverse = False,
    written: WrittenToo = False,
    as_of: AsOf = None,
    playbook: PlaybookOption = None,
    format_: Format = "terminal",
    json: Json = False,
    lang: Lang = None,
    ascii_: Ascii = False,
) -> int:
    """Tell the story; a valid deal ends with 0."""
    face = face_of(format_, lang, json=json, ascii_=ascii_)
    from winsell.analysis.screened import screened
    from winsell.analysis.story import story
    from winsell.cli.changing import day_on
    from winsell.cli.examine import examine
    from winsell.reports.difference.log import Log, log_report

    path, first = which(deal), day_on(since) if since is not None else None
    examined = examine(path, as_of, playbook)
    found = screened(examined.case.dossier, examined.playbook, examined.on)
    told = Log(found, story(found.moment, first), _written(path) if written else None, reverse)
    show(log_report(examined.subject, told), face, examined.playbook)
    return 0


def _written(path: str) -> Written:
    """Read who wrote the file when; where git has nothing to tell, say why."""
    from winsell.base.fact import Say
    from winsell.reports.difference.log import Commit, Written
    from winsell.store.git import NoHistoryError
    from winsell.store.history import history_of

    try:
        history = history_of(path)
    except NoHistoryError as error:
        return Written((), (Say(f"log.history-{error.code}", error.facts),))
    commits = tuple(
        Commit(one.commit.hash, one.commit.on, one.commit.author, one.commit.subject, one.readable)
        for one in history.revisions
    )
    notes = (*(() if commits else (Say("log.history-untracked"),)), *(_note(one) for one in history.notes))
    return Written(commits, notes)


def _note(note: Note) -> Say:
    from winsell.base.fact import Say

    return Say(f"log.note-{note.code}", {"count": note.count, "name": note.name})
