"""A sitting over one deal: questions, each answer saved as it is given, and kept where it could not be."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from winsell.ask.line import LeftError
from winsell.base.exit_codes import DONE, INVALID
from winsell.base.fact import Say
from winsell.base.problem import Problem, WinsellError
from winsell.base.question import Interview, Told
from winsell.cli.asker import Asker, stopped
from winsell.cli.changing import entry
from winsell.cli.language import language
from winsell.cli.tell import Face, complain, show
from winsell.deal.fields import field_at
from winsell.words.speak import Speaker

if TYPE_CHECKING:
    from winsell.playbook.model import Playbook
    from winsell.store.change import Changed
    from winsell.store.edit.patch import Edit, Patch
    from winsell.store.load import Case


@dataclass(slots=True)
class Sitting:
    """One command that asks about one deal."""

    command: str
    case: Case
    """As it is now, after what was saved so far."""
    playbook: Playbook
    on: date
    face: Face
    asker: Asker
    first: Case = field(init=False)
    skip: int = 0
    """How many batches an earlier sitting saved already."""
    saved: int = 0
    refused: bool = False

    def __post_init__(self) -> None:
        """Remember the deal as it was before the first answer."""
        self.first = self.case

    def go_through(self, interview: Interview) -> None:
        """Ask the questions of an interview and save what they bring; what the deal cannot take is told at once."""
        try:
            self.asker.go_through(interview, self._save)
        except LeftError as left:
            words = f"{self._words}{' --resume' if self.asker.given and self.command != 'screen' else ''}"
            self.tell()
            raise stopped(left, self.case.path, self.asker, self.saved, words) from None

    @property
    def _words(self) -> str:
        """The command line that goes on with it."""
        return f"screen {self.case.path} --ask" if self.command == "screen" else f"{self.command} {self.case.path}"

    def _save(self, batch: tuple[Told, ...]) -> None:
        """Save a batch; only the file itself, changed or gone or not to be written, ends the sitting."""
        if self.skip > 0:
            self.skip -= 1
            self.asker.saved()
            return
        from winsell.reports.changed import saved_report
        from winsell.store.change import change_deal

        try:
            changed = change_deal(self.case.path, self._choice(batch), f"{self.command} {batch[0].path[0]}")
        except WinsellError as error:
            if any(problem.code.startswith(("save-", "ask-changed")) for problem in error.problems):
                kept = Problem("ask-kept", facts={"command": f"{self._words} --resume"}, path=self.case.path)
                raise WinsellError((*error.problems, kept), error.exit_code) from None
            complain(error.problems, language(self.face.lang, self.playbook.language))
            self.refused = True
            self.asker.saved()
            return
        self._took(changed)
        show(saved_report(changed.after.path, changed.lines), self.face, self.playbook)
        complain(changed.notes, language(self.face.lang, self.playbook.language))

    def _took(self, changed: Changed) -> None:
        self.case = changed.after
        self.saved += bool(changed.lines)
        self.asker.saved()

    def _choice(self, batch: tuple[Told, ...]) -> Callable[[Case], tuple[Patch, ...]]:
        speaker = Speaker(language(self.face.lang, self.playbook.language))

        def choose(case: Case) -> tuple[Patch, ...]:
            _refuse_changed(self.case, case, batch)
            return (tuple(_edit(case, told, self.on, speaker) for told in batch),)

        return choose

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


def _edit(case: Case, told: Told, on: date, speaker: Speaker) -> Edit:
    """Turn what was told into an edit: dated where the field is a history, added where it is a list."""
    from winsell.deal.deal import Deal
    from winsell.deal.diary import with_line
    from winsell.store.edit.patch import Append, Put, Record

    if told.path == ("note",):
        return Put(told.path, with_line(case.dossier.deal.note, on, str(told.value)))
    kind, value = field_at(Deal, told.path).kind, _spoken(told.value, speaker)
    if kind == "history":
        return Record(told.path, on, entry(value, **told.details))
    return Append(told.path, value) if kind == "list" else Put(told.path, value)


def _spoken(value: Any, speaker: Speaker) -> Any:
    """Put the program's own words in a value into the language of the file's keeper."""
    if isinstance(value, Say):
        return speaker.say(value)
    return {key: _spoken(one, speaker) for key, one in value.items()} if isinstance(value, dict) else value


def _refuse_changed(before: Case, now: Case, batch: Iterable[Told]) -> None:
    """Refuse to write over what somebody else wrote at the same place after the question was put."""
    changed = [told.path for told in batch if _at(before, told.path) != _at(now, told.path)]
    if changed:
        raise WinsellError(
            tuple(
                Problem("ask-changed", now.line_of(path), facts={"where": ".".join(path)}, path=now.path)
                for path in changed
            )
        )


def _at(case: Case, path: tuple[str, ...]) -> Any:
    if path[0] in ("note", "activities", "changes") or path[-1] == "moves":
        return None  # what is only added to the end disturbs nobody
    data: Any = case.document.data
    for key in path:
        data = data.get(key) if isinstance(data, dict) else None
    return data
