"""What `check --new-since` compares with: the findings of an earlier day, or of the text in an earlier revision.

In: what was typed, and a deal as it is now. Out: the codes and roots of that time. A revision that cannot be read ends
the command: to show every risk instead would let a server without the history pass for one that compared. None where
the file was not valid then; that is kept for stderr.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from winsell.base.exit_codes import INVALID, NOT_THERE, USAGE
from winsell.base.problem import FactValue, Problem, WinsellError
from winsell.cli.today import day_of, today

if TYPE_CHECKING:
    from winsell.cli.examine import Examined
    from winsell.deal.dossier import Dossier
    from winsell.reports.since import Known
    from winsell.store.git import Commit, Repository

_DAY = re.compile(r"today|\d{4}-\d\d(-\d\d)?", re.ASCII)


@dataclass(slots=True)
class Since:
    """The time to compare with."""

    day: date | None = None
    revision: str = ""
    notes: dict[tuple[str, str], Problem] = field(default_factory=dict)
    """What could not be told, by code and file."""
    _places: dict[str, tuple[Repository, Commit]] = field(default_factory=dict)

    def before(self, path: str, examined: Examined) -> Known | None:
        """Return what was found of a deal then; None if that cannot be told. WinsellError (4) without a history."""
        dossier = examined.case.dossier
        if self.day is not None:
            return self._found(dossier, examined, self.day)
        from winsell.store.git import NoHistoryError

        try:
            return self._of_revision(path, examined)
        except NoHistoryError as error:
            facts: dict[str, FactValue] = {"revision": self.revision, **error.facts}
            raise WinsellError((Problem(f"written-{error.code}", facts=facts, path=path),), NOT_THERE) from None

    def _of_revision(self, path: str, examined: Examined) -> Known | None:
        from winsell.store.at_revision import files_in
        from winsell.store.load import load_case

        place = self._place(path)
        files = files_in(*place)
        if not files.is_there(path):
            return frozenset()
        try:
            then = load_case(path, files)
        except WinsellError as error:
            if error.exit_code != INVALID:
                raise
            self._note(Problem("history-not-valid", facts={"revision": self.revision}, path=path))
            return None
        return self._found(then.dossier, examined, place[1].on)

    def _found(self, dossier: Dossier, examined: Examined, on: date) -> Known:
        """Return what is found as of a day, but no later than the day from which we look now."""
        from winsell.analysis.assessment import assess
        from winsell.analysis.began import began
        from winsell.reports.since import known
        from winsell.rules.registry import findings_of

        on, first = min(on, examined.on), began(dossier.deal)
        if first is not None and on < first:
            return frozenset()
        return known(findings_of(assess(dossier, examined.playbook, on)))

    def _place(self, path: str) -> tuple[Repository, Commit]:
        """Return the repository of a file and the commit in it; WinsellError (exit code 4) if there is none such."""
        from winsell.store.git import repository_of

        folder = str(Path(os.path.realpath(path)).parent)
        if folder not in self._places:
            repository = repository_of(path)
            commit = repository.commit(self.revision)
            if commit is None:
                raise self._refusal(repository)
            self._places[folder] = (repository, commit)
        return self._places[folder]

    def _refusal(self, repository: Repository) -> WinsellError:
        code = "no-such-revision-shallow" if repository.shallow else "no-such-revision"
        facts: dict[str, FactValue] = {"value": self.revision}
        return WinsellError((Problem(code, facts=facts, path=repository.folder),), NOT_THERE)

    def _note(self, problem: Problem) -> None:
        self.notes.setdefault((problem.code, problem.path), problem)


def since_of(typed: str | None, as_of: str | None) -> Since | None:
    """Take a day in the forms of --as-of, or else a revision: a tag may be called 2026.11.

    WinsellError for a day after the one from which we look: nothing could be new since then, and all would look well.
    """
    if typed is None:
        return None
    if not _DAY.fullmatch(typed):
        return Since(revision=typed)
    day, now = day_of(typed, "--new-since"), day_of(as_of, "--as-of") if as_of else today()
    if day > now:
        facts: dict[str, FactValue] = {"value": day.isoformat(), "on": now.isoformat()}
        raise WinsellError((Problem("since-ahead", facts=facts),), USAGE)
    return Since(day=day)
