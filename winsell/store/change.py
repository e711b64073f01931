"""A change of a deal file from beginning to end: read, splice, read again, validate, save.

In: the path of a deal and what is to change in its data. Out: the deal before and after with the lines that differ, or
a `WinsellError`, and then the file is as it was. The file is held under its lock all the time, and what is saved was
validated as a whole: nothing that a later command would refuse is ever written.
"""

from __future__ import annotations

import stat
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path as FilePath

from winsell.base.problem import Problem, WinsellError
from winsell.deal.deal import Deal
from winsell.deal.fields import position_of
from winsell.store.document import Path
from winsell.store.edit.apply import CannotEdit, Edited, Line, apply
from winsell.store.edit.difference import difference
from winsell.store.edit.patch import Patch
from winsell.store.load import Case, as_model, case_of, kind_of, load_case
from winsell.store.save.create import create
from winsell.store.save.crossing import Crossing
from winsell.store.save.refusal import refusal, told
from winsell.store.save.save import Notes, first_difference, locked
from winsell.store.save.undo import Change, change_of, happened_since, keep, save_with_undo, take_back
from winsell.store.yaml_reader import read_yaml

Choice = Callable[[Case], tuple[Patch, ...]]
"""What to change in a deal, the likelier reading of an answer first: the first that makes a valid deal is written."""

Check = Callable[[Case, Case], None]
"""Looks at a deal as it is and as it would be, and raises WinsellError if that must not be."""


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


def change_deal(path: str, choose: Choice, what: str, check: Check | None = None) -> Changed:
    """Carry out a change and save it so that it can be taken back; `check` may refuse what would come of it."""
    with locked(path) as target:
        before = load_case(path)
        edited = _first_valid(path, target.raw, choose(before))
        # read as a whole beforehand: what fails once it is saved would look as if nothing had been
        after = case_of(path, edited.document) if edited.lines else before
        if check is not None and edited.lines:
            check(before, after)
        notes = save_with_undo(target, edited.raw, what)
    return Changed(before, after, edited.lines, what, notes)


def foreseen(case: Case, patch: Patch) -> Case:
    """Return a deal as it would be after a change; nothing is written."""
    return case_of(case.path, _spliced(case.path, case.document.text.encode(), patch).document)


def load_to_change(path: str) -> Case:
    """Read a deal that will be changed later; refuse now what could not be written then."""
    with locked(path):
        return load_case(path)


@dataclass(frozen=True, slots=True)
class TakenBack:
    """A change that was taken back in a file of which one end is no valid deal."""

    path: str
    lines: tuple[Line, ...]
    what: str
    notes: Notes
    problems: tuple[Problem, ...]
    """What is wrong with the file as it is now; nothing if it is a deal again."""


def undo_change(path: str) -> Changed | TakenBack:
    """Take back the last change that the program made, if nothing changed since; a file need not be valid for that."""
    change, notes = take_back(path)
    before, after = (_read_again(path, raw) for raw in (change.after, change.before))
    if isinstance(before, Case) and isinstance(after, Case):
        return Changed(before, after, difference(before.document.text, after.document.text), change.what, notes)
    lines = difference(*(raw.decode("utf-8", "replace") for raw in (change.after, change.before)))
    return TakenBack(path, lines, change.what, notes, after if isinstance(after, tuple) else ())


def _read_again(path: str, raw: bytes) -> Case | tuple[Problem, ...]:
    document, problems = read_yaml(raw)
    if document is None or problems or not isinstance(document.data, dict):
        return tuple(replace(one, path=path) for one in problems) or (Problem("not-a-mapping", 1, 1, {}, path),)
    if kind_of(document) != "deal":
        from winsell.store.mend.mend import judged  # only a file that was mended may be of another kind

        return judged(path, raw).problems
    try:
        return case_of(path, document)
    except WinsellError as error:
        return error.problems


def keep_edit(path: str, began: bytes, known: tuple[Change, ...], own: list[Change]) -> tuple[Crossing, Notes]:
    """Keep the way back from what somebody changed by hand, as seen by whoever opened the editor.

    `known` are the changes kept at that moment; `own` holds those that were made here since, and gets the new ones.
    """
    with locked(path) as target:
        crossing = Crossing(began, happened_since(path, began, known, own), target.raw)
        kept = [keep(target, before, after, "edit") for before, after in crossing.by_hand()]
    made = (change_of(record) for record, _ in kept if record is not None)
    own += [one for one in made if one is not None]
    return crossing, tuple(note for _, notes in kept for note in notes)


def crossing_of_gone(path: str, began: bytes, known: tuple[Change, ...], own: list[Change]) -> Crossing:
    """Return what was written in a file that an editor took away."""
    return Crossing(began, happened_since(path, began, known, own), None)


def as_deal(path: str, raw: bytes) -> Case | None:
    """Return the deal that a text makes; None if it makes none."""
    found = _read_again(path, raw)
    return found if isinstance(found, Case) else None


def keep_mended(path: str, before: bytes, after: bytes) -> Notes:
    """Write a file that was mended, if it still says what it said when somebody looked at the change."""
    with locked(path) as target:
        if target.raw != before:
            line, text = first_difference(before, target.raw)
            raise refusal("save-changed", path, line, **({"text": text} if text else {}))
        return save_with_undo(target, after, "check --fix")


def put_back(path: str, raw: bytes, left: bytes, what: str = "edit") -> Notes:
    """Bring other bytes in place of those that an edit by hand left, if the file still says these; `undo` has them."""
    with locked(path) as target:
        if target.raw != left:
            line, text = first_difference(left, target.raw)
            raise refusal("save-changed", path, line, **({"text": text} if text else {}))
        return save_with_undo(target, raw, what)


def put_anew(path: str, raw: bytes, mode: int) -> None:
    """Make a file again that was there before an edit, with the rights that it had."""
    create(path, raw)
    with told(path):
        FilePath(path).chmod(stat.S_IMODE(mode))


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
