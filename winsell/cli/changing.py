"""What the commands that write have in common: the deal, the day, the change, and what it did to the numbers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic_core import PydanticCustomError

from winsell.base.exit_codes import DONE, USAGE
from winsell.base.problem import FactValue, Problem, WinsellError
from winsell.base.scalar import parse_day
from winsell.cli.tell import complain, face_of, show
from winsell.cli.today import today

if TYPE_CHECKING:
    from winsell.reports.changed import Lack
    from winsell.store.change import Changed, Choice
    from winsell.store.load import Case

_MUCH_EARLIER = 180
"""How many days before all else in its file an entry is asked about: seldom does a fact come to light so late."""


def write(
    path: str, choose: Choice, what: Sequence[str], lang: str | None, *, ascii_: bool, lacks: Lack | None = None
) -> int:
    """Carry out a change of a deal, and tell what it did."""
    from winsell.store.change import change_deal

    face_of("terminal", lang, json=False, ascii_=ascii_)  # refuse a language before anything is written
    return tell_change(change_deal(path, choose, " ".join(what)), lang, ascii_=ascii_, lacks=lacks)


def tell_change(
    changed: Changed, lang: str | None, *, ascii_: bool, undone: bool = False, lacks: Lack | None = None
) -> int:
    """Show the lines that differ and how the numbers moved, as of one day for both."""
    from winsell.analysis.attribution import attribute
    from winsell.analysis.screened import screened
    from winsell.cli.examine import default_day
    from winsell.cli.language import language
    from winsell.reports.changed import Difference, changed_report
    from winsell.store.playbooks import find_playbook, load_playbook

    playbook = load_playbook(find_playbook(None, Path(changed.after.path).parent)).playbook
    on = default_day(changed.after.dossier.deal)
    before, after = (screened(one.dossier, playbook, on) for one in (changed.before, changed.after))
    moved = attribute(before.moment, after.moment)
    told = changed.what if undone else None
    begins = None if undone else _much_earlier(changed)
    report = changed_report(Difference(changed.after.path, changed.lines, before, after, moved, told, lacks, begins))
    show(report, face_of("terminal", lang, json=False, ascii_=ascii_), playbook)
    complain(changed.notes, language(lang, playbook.language))
    return DONE


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


def refused(code: str, **facts: FactValue) -> WinsellError:
    """Refuse what was asked for; nothing was written."""
    return WinsellError((Problem(code, facts=facts),), USAGE)
