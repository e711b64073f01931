"""What the commands that write have in common: the deal, the day, the change, and what it did to the numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic_core import PydanticCustomError

from winsell.base.exit_codes import DONE, USAGE
from winsell.base.fact import Say
from winsell.base.problem import FactValue, Problem, WinsellError
from winsell.base.scalar import parse_day
from winsell.cli.language import language
from winsell.cli.tell import complain, face_of, show, show_in
from winsell.cli.today import today
from winsell.cli.unknown_words import refuse_unknown_words

if TYPE_CHECKING:
    from winsell.playbook.model import Playbook
    from winsell.reports.changed import Difference
    from winsell.store.change import Changed, Choice
    from winsell.store.load import Case


def write(
    path: str,
    choose: Choice,
    what: Sequence[str],
    lang: str | None,
    *,
    ascii_: bool,
    no_reason: bool = False,
    new: bool = False,
    remarks: Callable[[Changed], Iterable[Say]] = lambda _: (),
) -> int:
    """Carry out a change of a deal, and tell what it did; whatever the telling needs is looked at before."""
    from winsell.store.change import change_deal

    face_of("terminal", lang, json=False, ascii_=ascii_)
    playbook = playbook_of(path)
    check = None if new else refuse_unknown_words(playbook)
    changed = change_deal(path, choose, " ".join(what), check)
    return tell_change(changed, lang, ascii_=ascii_, no_reason=no_reason, remarks=tuple(remarks(changed)))


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
    no_reason: bool = False,
    remarks: tuple[Say, ...] = (),
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
        except Exception as error:
            own = error.language if isinstance(error, WinsellError) else None
            show_in(own, saved_report(path, changed.lines, told), face)
            complain(changed.notes, language(lang, own))
            raise
        show(changed_report(replace(moved, no_reason=no_reason, remarks=remarks)), face, playbook)
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
    return playbook, Difference(changed.after.path, changed.lines, before, after, moved, told)


def day_on(text: str | None) -> date:
    """Read a day on which something was so: as given, else today."""
    if text is None or text == "today":
        return today()
    try:
        day = parse_day(text, month_end=False)
    except PydanticCustomError:
        raise refused("bad-on", value=text) from None
    if day > today():
        raise refused("on-ahead", value=text)
    return day


def entry(value: object, **details: str | None) -> object:
    """Return a value as one entry of a history: alone, or with what is said beside it."""
    said = {key: text for key, text in details.items() if text is not None}
    return {"is": value, **said} if said else value


def entry_beside(case: Case, path: tuple[str, ...], day: date, value: object, **details: str | None) -> object:
    """Return an entry of a day; what the file says of the same value on that day stays unless it is said anew."""
    from winsell.store.edit.meaning import at, is_history, key_of

    there = at(case.document.data, path)
    written = there.get(key_of(there, day)) if is_history(there) else None
    if not isinstance(written, dict) or written.get("is") != value:
        return entry(value, **details)
    return {**written, **{key: text for key, text in details.items() if text is not None}}


def need_text(text: str, what: str) -> str:
    """Return what was typed without the blanks around it; an empty text is rather a slip of the shell's."""
    if not text.strip():
        raise refused("empty-typed", option=what)
    return text.strip()


def refused(code: str, **facts: FactValue) -> WinsellError:
    """Refuse what was asked for; nothing was written."""
    return WinsellError((Problem(code, facts=facts),), USAGE)
