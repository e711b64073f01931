"""What the commands about one deal have in common: read the files, choose the day, assess, show."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from winsell.analysis.later import later_than
from winsell.analysis.work_for import WON, promised_and_past
from winsell.base.problem import WinsellError
from winsell.cli.today import day_of, today
from winsell.deal.deal import Deal
from winsell.playbook.model import Playbook
from winsell.reports.subject import Subject
from winsell.store.load import Case, Files, load_case
from winsell.store.playbooks import LoadedPlaybook, find_playbook, language_of, load_playbook


@dataclass(frozen=True, slots=True)
class Examined:
    """A deal with its playbook and the day to look from."""

    case: Case
    loaded: LoadedPlaybook
    on: date
    subject: Subject

    @property
    def playbook(self) -> Playbook:
        """The playbook in use."""
        return self.loaded.playbook


def examine(
    path: str,
    as_of: str | None,
    playbook: str | None,
    load: Callable[[str | None], LoadedPlaybook] = load_playbook,
    files: Files | None = None,
) -> Examined:
    """Read a deal, its playbook and the day that was asked for."""
    day = day_of(as_of) if as_of is not None else None
    method = find_playbook(playbook, Path(path).parent)
    return examined(_case(path, method, files), load(method), day)


def examined(case: Case, loaded: LoadedPlaybook, day: date | None) -> Examined:
    """Look at a deal that was read: on the day that was asked for, if any."""
    on = day or default_day(case.dossier.deal)
    later = later_than(case.dossier.deal, on) if on == today() else ()  # an earlier day was chosen to leave things out
    subject = Subject(case.id, case.path, loaded.digest, case.line_of, day is None and on != today(), later)
    return Examined(case, loaded, on, subject)


def _case(path: str, method: str | None, files: Files | None) -> Case:
    """Read a deal; what is wrong with it is told in the language of its playbook."""
    try:
        return load_case(path, files)
    except WinsellError as error:
        error.language = language_of(method)
        raise


def default_day(deal: Deal) -> date:
    """Return the day to look from if none was asked for: today, for a deal that has ended the day of its outcome.

    A deal that was won is not over while a day that was promised for after the award is past: then it is today again.
    """
    now = today()
    ended = deal.outcome.at(now)
    if ended.value is None or ended.on is None:
        return now
    return now if ended.value in WON and promised_and_past(deal, ended.on, now) else ended.on
