"""A change of a deal file from beginning to end: read, splice, read again, validate, save.

In: the path of a deal and what is to change in its data. Out: the deal before and after with the lines that differ, or
a `WinsellError`, and then the file is as it was. The file is held under its lock all the time, and what is saved was
validated as a whole: nothing that a later command would refuse is ever written.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from winsell.base.problem import Problem, WinsellError
from winsell.deal.deal import Deal
from winsell.deal.fields import position_of
from winsell.store.document import Path
from winsell.store.edit.apply import CannotEdit, Edited, Line, apply
from winsell.store.edit.difference import difference
from winsell.store.edit.patch import Patch
from winsell.store.load import Case, as_model, case_of, load_case
from winsell.store.save.save import Notes, locked
from winsell.store.save.undo import keep, save_with_undo, take_back

Choice = Callable[[Case], tuple[Patch, ...]]
"""What to change in a deal, the likelier reading of an answer first: the first that makes a valid deal is written."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A deal before and after a change."""

    before: Case
    after: Case
    lines: tuple[Line, ...]
    """What differs in the file; nothing if nothing had to be changed."""
    what: str
    notes: Notes = ()


class CannotTakeError(WinsellError):
    """The deal cannot take what was to be written; the file itself is as it should be."""


def change_deal(path: str, choose: Choice, what: str) -> Changed:
    """Carry out a change and save it so that it can be taken back."""
    with locked(path) as target:
        before = load_case(path)
        edited = _first_valid(path, target.raw, choose(before))
        notes = save_with_undo(target, edited.raw, what)
        after = load_case(path) if edited.lines else before
    return Changed(before, after, edited.lines, what, notes)


def foreseen(case: Case, patch: Patch) -> Case:
    """Return a deal as it would be after a change; nothing is written."""
    return case_of(case.path, _spliced(case.path, case.document.text.encode(), patch).document)


def load_to_change(path: str) -> Case:
    """Read a deal that will be changed later; refuse now what could not be written then."""
    with locked(path):
        return load_case(path)


def undo_change(path: str) -> Changed:
    """Take back the last change that the program made, if nothing changed since."""
    before = load_case(path)
    change, notes = take_back(path)
    after = load_case(path)
    return Changed(before, after, difference(before.document.text, after.document.text), change.what, notes)


def keep_edit(path: str, before: bytes) -> Notes:
    """Keep the way back from what somebody changed by hand, as seen by whoever opened the editor."""
    with locked(path) as target:
        return keep(target, before, target.raw, "edit")[1] if target.raw != before else ()


def put_back(path: str, raw: bytes) -> Notes:
    """Bring back the bytes from before an edit by hand; the edit can be had again by `undo`."""
    with locked(path) as target:
        return save_with_undo(target, raw, "edit")


def _first_valid(path: str, raw: bytes, patches: tuple[Patch, ...]) -> Edited:
    refused: WinsellError | None = None
    for patch in patches:
        try:
            edited = _spliced(path, raw, patch)
            as_model(path, edited.document, Deal)
        except WinsellError as error:
            refused = refused or error
        else:
            return edited
    if refused is None:
        raise ValueError("nothing to choose from")
    # the lines are those of a file that was never written
    raise CannotTakeError(
        tuple(replace(problem, line=None, column=None) for problem in refused.problems), refused.exit_code
    )


def _spliced(path: str, raw: bytes, patch: Patch) -> Edited:
    try:
        return apply(raw, patch, order=_order)
    except CannotEdit as error:
        where = ".".join(map(str, error.path))
        facts = {"where": where, "lines": error.lines or where}
        raise WinsellError((Problem("cannot-edit", facts=facts, path=path),)) from error


def _order(path: Path, key: str, siblings: list[str]) -> int:
    return position_of(Deal, tuple(map(str, path)), key, siblings)
