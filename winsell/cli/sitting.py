"""A sitting over one deal: questions, each answer saved as it is given, and kept where it could not be."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from winsell.ask.line import LeftError
from winsell.base.exit_codes import DONE, INVALID
from winsell.base.problem import FactValue, Problem, WinsellError
from winsell.base.question import Interview, Told
from winsell.cli.again import ChangedSinceError, refuse_changed, still_wanted
from winsell.cli.asker import Asker, said_of, stopped
from winsell.cli.kept import Keeper
from winsell.cli.language import language
from winsell.cli.tell import Face, complain, show
from winsell.cli.told_edits import edits_of
from winsell.words.speak import Speaker

if TYPE_CHECKING:
    from winsell.playbook.model import Playbook
    from winsell.store.edit.patch import Patch
    from winsell.store.load import Case
    from winsell.words.catalogue import Language


@dataclass(slots=True)
class Sitting:
    """One command that asks about one deal."""

    command: str
    case: Case
    """As the next question sees it: after what was saved so far."""
    playbook: Playbook
    on: date
    face: Face
    asker: Asker
    keep: Keeper
    first: Case
    """As it was before anything was saved."""
    behind: bool = False
    """Whether the questions see the deal as an earlier sitting saw it, since its answers are gone through again."""
    skip: int = 0
    """How many batches an earlier sitting saved already."""
    saved: int = 0
    refused: bool = False

    def go_through(self, interview: Interview) -> None:
        """Ask the questions of an interview and save what they bring; what the deal cannot take is told at once."""
        try:
            self.asker.go_through(interview, self._save)
            self._catch_up()
        except LeftError as left:
            self._keep()
            self.tell()
            raise stopped(left, self.case.path, self.asker, self.saved, self._words) from None
        except WinsellError as error:
            kept = (self._kept(),) if self._is_kept() else ()
            raise WinsellError((*error.problems, *kept), error.exit_code) from None
        except Exception:
            if self._is_kept():
                complain((self._kept(),), self._language)
            raise

    def _keep(self) -> None:
        """Write the answers down once more: another sitting over the same deal may have written its own."""
        if self._any_given:
            self.keep(self.asker)

    def _is_kept(self) -> bool:
        """Keep the answers where that can be done, and tell whether any are."""
        with suppress(WinsellError):
            self._keep()
            return self._any_given
        return False

    @property
    def _any_given(self) -> bool:
        return bool(said_of(self.asker.given)) or self.asker.about is not None

    @property
    def _words(self) -> str:
        """The command line that goes on with it."""
        if self.command == "screen":
            return f"screen {shlex.quote(self.case.path)} --ask"
        return f"{self.command} {shlex.quote(self.case.path)}{' --resume' if self._any_given else ''}"

    def _kept(self) -> Problem:
        facts: dict[str, FactValue] = {"saved": self.saved, "command": self._words}
        return Problem("ask-kept", facts=facts, path=self.case.path)

    @property
    def _language(self) -> Language:
        return language(self.face.lang, self.playbook.language)

    def _save(self, batch: tuple[Told, ...]) -> None:
        """Save a batch; only the file itself, broken or gone or not to be written, ends the sitting."""
        from winsell.store.change import CannotTakeError

        if self.skip > 0:
            self._saved_before(batch)
            return
        try:
            self._write(batch)
        except CannotTakeError as error:
            complain(error.problems, self._language)
            self.refused = True
        self._settled()

    def _saved_before(self, batch: tuple[Told, ...]) -> None:
        """Take a batch that is in the file into the deal as the next of the kept questions saw it."""
        from winsell.store.change import foreseen

        self.skip -= 1
        with suppress(WinsellError):  # what the deal could not take then was told then
            self.case = foreseen(self.case, edits_of(self.case, batch, self.on, Speaker(self._language)))
        self._catch_up()
        self._settled()

    def _catch_up(self) -> None:
        """Go on with the deal as it is now, once the kept answers are gone through."""
        if self.behind and not self.skip and not self.asker.kept:
            self._look_again()

    def _look_again(self) -> None:
        from winsell.store.load import load_case

        self.case, self.behind = load_case(self.case.path), False

    def _write(self, batch: tuple[Told, ...]) -> None:
        """Write a batch; of what somebody else wrote meanwhile at its place, ask which holds."""
        from winsell.reports.changed import saved_report
        from winsell.store.change import change_deal

        seen = self.case
        while batch:
            try:
                changed = change_deal(seen.path, self._choice(seen, batch), f"{self.command} {batch[0].path[0]}")
            except ChangedSinceError as error:
                batch, seen = still_wanted(self.asker, error, seen, batch, self.on), error.now
                continue
            self.case, self.behind = changed.after, False
            self.saved += bool(changed.lines)
            show(saved_report(changed.after.path, changed.lines), self.face, self.playbook)
            complain(changed.notes, self._language)
            return
        self._look_again()

    def _settled(self) -> None:
        """Take note that a batch needs nothing more."""
        if self.command != "met":
            self.asker.base = self.case.document.text
        self.asker.saved()

    def _choice(self, seen: Case, batch: tuple[Told, ...]) -> Callable[[Case], tuple[Patch, ...]]:
        speaker = Speaker(self._language)

        def choose(now: Case) -> tuple[Patch, ...]:
            patch = edits_of(now, batch, self.on, speaker, seen)
            refuse_changed(seen, now, batch, patch)
            return (patch,)

        return choose

    def forget(self) -> None:
        """Remove what was kept: the sitting has come to its end."""
        self.asker.drop_kept()
        self.keep.forget()

    def tell(self) -> int:
        """Show how the numbers moved over the whole sitting, and return its exit code."""
        from winsell.analysis.attribution import attribute
        from winsell.analysis.screened import screened
        from winsell.reports.changed import Difference, moved_report

        if self.saved:
            before, after = (screened(one.dossier, self.playbook, self.on) for one in (self.first, self.case))
            moved = attribute(before.moment, after.moment)
            show(moved_report(Difference(self.case.path, (), before, after, moved)), self.face, self.playbook)
        return INVALID if self.refused else DONE
