"""What the commands that write have in common: the deal, the day, the change, and what it did to the numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic_core import PydanticCustomError

from winsell.base.blank import is_blank
from winsell.base.exit_codes import DONE, USAGE
from winsell.base.fact import Say
from winsell.base.problem import FactValue, Problem, WinsellError
from winsell.base.scalar import parse_day
from winsell.base.typed_day import written_day
from winsell.cli.language import language
from winsell.cli.tell import complain, face_of, show, show_in
from winsell.cli.today import today
from winsell.cli.unknown_words import refuse_unknown_words

if TYPE_CHECKING:
    from winsell.playbook.model import Playbook
    from winsell.reports.changed import Difference, Lack
    from winsell.store.change import Changed, Choice
    from winsell.store.edit.patch import Edit
    from winsell.store.load import Case

    Lacks = Callable[[Changed], Lack | None]
    Remarks = Callable[[Changed], Iterable[Say]]

_MUCH_EARLIER = 180
"""How many days before all else in its file an entry is asked about: seldom does a fact come to light so late."""


def write(
    path: str,
    choose: Choice,
    what: Sequence[str],
    lang: str | None,
    *,
    ascii_: bool,
    lacks: Lacks = lambda _: None,
    new: bool = False,
    remarks: Remarks = lambda _: (),
) -> int:
    """Carry out a change of a deal, and tell what it did; whatever the telling needs is looked at before."""
    from winsell.store.change import change_deal

    face_of("terminal", lang, json=False, ascii_=ascii_)
    playbook = playbook_of(path)
    check = None if new else refuse_unknown_words(playbook)
    changed = change_deal(path, choose, " ".join(what), check)
    return tell_change(changed, lang, ascii_=ascii_, lacks=lacks, remarks=remarks)


def playbook_of(path: str) -> Playbook:
    """Read the playbook that holds for a deal; WinsellError if it is not valid."""
    from winsell.store.playbooks import find_playbook, load_playbook

    return load_playbook(find_playbook(None, Path(path).parent)).playbook


def tell_change(
    changed: Changed,
    lang: str | None,
    *,
    ascii_: bool,
    undone: bool = False,
    lacks: Lacks = lambda _: None,
    remarks: Remarks = lambda _: (),
) -> int:
    """Show the lines that differ and how the numbers moved; that it is saved is told even where they cannot be."""
    from winsell.cli.after_saving import after_saving
    from winsell.reports.changed import changed_report, saved_report

    face, path = face_of("terminal", lang, json=False, ascii_=ascii_), changed.after.path
    told = changed.what if undone else None
    if not changed.lines:
        show(saved_report(path, (), told), face)
        return DONE
    with after_saving(path, lang):
        try:
            playbook, moved = _moved(changed, told)
            moved = replace(moved, lacks=lacks(changed), remarks=tuple(remarks(changed)))
        except Exception as error:
            own = error.language if isinstance(error, WinsellError) else None
            show_in(own, saved_report(path, changed.lines, told), face)
            complain(changed.notes, language(lang, own))
            raise
        show(changed_report(moved), face, playbook)
        complain(changed.notes, language(lang, playbook.language))
    return DONE


def _moved(changed: Changed, told: str | None) -> tuple[Playbook, Difference]:
    """Assess a deal before and after, as of one day for both."""
    from winsell.analysis.attribution import attribute
    from winsell.analysis.screened import screened
    from winsell.cli.examine import default_day
    from winsell.reports.changed import Difference

    playbook = playbook_of(changed.after.path)
    on = default_day(changed.after.dossier.deal)
    before, after = (screened(one.dossier, playbook, on) for one in (changed.before, changed.after))
    moved = attribute(before.moment, after.moment)
    begins = None if told is not None else _much_earlier(changed)
    return playbook, Difference(changed.after.path, changed.lines, before, after, moved, told, begins=begins)


def _much_earlier(changed: Changed) -> tuple[date, date] | None:
    """Return when the file began and when it begins now, if that is so much earlier that the year may be mistyped."""
    began, begins = (first_day_of(one) for one in (changed.before, changed.after))
    if began is None or begins is None or (began - begins).days <= _MUCH_EARLIER:
        return None
    return began, begins


def first_day_of(case: Case) -> date | None:
    """Return the earliest day of all histories of a deal's file; None if it has none."""
    from winsell.store.edit.meaning import first_day

    day = first_day(case.document.data)
    return None if day is None else parse_day(day, month_end=False)


def day_on(text: str | None) -> date:
    """Read a day on which something was so: as given, else today."""
    if text is None:
        return today()
    try:
        day = parse_day(written_day(text, today()), month_end=False)
    except PydanticCustomError:
        raise refused("bad-on", value=text) from None
    if day > today():
        raise refused("on-ahead", value=text)
    return day


def day_until(text: str) -> tuple[str, date]:
    """Read the day by which something is due, or until which it holds, with how it is written."""
    written = written_day(text, today())
    try:
        return written, parse_day(written, month_end=True)
    except PydanticCustomError:
        raise refused("bad-until", value=text) from None


def entry(value: object, **details: str | None) -> object:
    """Return a value as one entry of a history: alone, or with what is said beside it."""
    said = {key: text for key, text in details.items() if text is not None}
    return {"is": value, **said} if said else value


def entry_beside(case: Case, path: tuple[str, ...], day: date, value: object, **details: str | None) -> object:
    """Return an entry of a day; what the file says of the same value on that day stays unless it is said anew."""
    written = said_on(case, path, day)
    if written.get("is") != value or len(written) == 1:
        return entry(value, **details)
    return {**written, **{key: text for key, text in details.items() if text is not None}}


def said_on(case: Case, path: tuple[str, ...], day: date) -> Mapping[str, Any]:
    """Return the entry that a history has on a day, a value that stands alone as one too; nothing where it has none."""
    from winsell.store.edit.meaning import at, is_history, key_of

    there = at(case.document.data, path)
    found = there.get(key_of(there, day)) if is_history(there) else None
    return found if isinstance(found, dict) else {} if found is None else {"is": found}


def dated(case: Case, path: tuple[str, ...], day: date, said: object, *, stated: bool) -> Edit:
    """Return the edit that writes an entry of a day; `stated` tells whether somebody said that it is so since then.

    A value without a day that is the same is given the day itself: nothing that nobody said stands beside it. Only
    where the file has earlier days, and the day is merely the one on which it was looked at again, it keeps the first.
    """
    from winsell.store.edit.meaning import at, is_empty, is_history
    from winsell.store.edit.patch import Put, Record

    there = at(case.document.data, path)
    value, known = (one.get("is") if isinstance(one, dict) else one for one in (said, there))
    began = first_day_of(case)
    if is_empty(there) or is_history(there) or known != value or not (stated or began is None or began >= day):
        return Record(path, day, said)
    beside = {**(there if isinstance(there, dict) else {}), **(said if isinstance(said, dict) else {})}
    return Put(path, {day.isoformat(): beside or value})


def need_text(text: str, what: str) -> str:
    """Return what was typed without the blanks around it; an empty text is rather a slip of the shell's."""
    if is_blank(text):
        raise refused("empty-typed", option=what)
    return text.strip()


def refused(code: str, **facts: FactValue) -> WinsellError:
    """Refuse what was asked for; nothing was written."""
    return WinsellError((Problem(code, facts=facts),), USAGE)
