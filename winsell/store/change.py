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
from winsell.store.decode import decode
from winsell.store.document import Path
from winsell.store.edit.apply import CannotEdit, Edited, Line, apply
from winsell.store.edit.difference import difference
from winsell.store.edit.patch import Patch
from winsell.store.load import Case, as_model, load_case
from winsell.store.open_file import read_bytes
from winsell.store.save.refusal import refusal
from winsell.store.save.save import Notes, first_difference, locked
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


def change_deal(path: str, choose: Choice, what: str) -> Changed:
    """Carry out a change and save it so that it can be taken back."""
    with locked(path) as target:
        before = load_case(path)
        edited = _first_valid(path, target.raw, choose(before))
        notes = save_with_undo(target, edited.raw, what)
        after = load_case(path) if edited.lines else before
    return Changed(before, after, edited.lines, what, notes)


def load_to_change(path: str) -> Case:
    """Read a deal that will be changed later; refuse now what could not be written then."""
    with locked(path):
        return load_case(path)


@dataclass(frozen=True, slots=True)
class TakenBack:
    """A change that was taken back of a file that is no valid deal before or after it."""

    what: str
    lines: tuple[Line, ...]
    problems: tuple[Problem, ...]
    """What is wrong with the file now."""
    notes: Notes = ()


def undo_change(path: str) -> Changed | TakenBack:
    """Take back the last change that the program made, if nothing changed since; the file need not be a valid deal."""
    from winsell.store.mend.mend import judged  # only a broken file needs it

    raw, before = read_bytes(path), _tried(path)
    change, notes = take_back(path)
    after = _tried(path)
    if before is not None and after is not None:
        return Changed(before, after, difference(before.document.text, after.document.text), change.what, notes)
    lines = difference(_text(raw), _text(change.before))
    return TakenBack(change.what, lines, judged(path, change.before).problems, notes)


def _tried(path: str) -> Case | None:
    try:
        return load_case(path)
    except WinsellError:
        return None


def _text(raw: bytes) -> str:
    text = decode(raw)
    return text if isinstance(text, str) else ""


def keep_edit(path: str, before: bytes) -> Notes:
    """Keep the way back from what somebody changed by hand, as seen by whoever opened the editor."""
    with locked(path) as target:
        return keep(target, before, target.raw, "edit")[1] if target.raw != before else ()


def keep_mended(path: str, before: bytes, after: bytes) -> Notes:
    """Write a file that was mended, if it still says what it said when somebody looked at the change."""
    with locked(path) as target:
        if target.raw != before:
            line, text = first_difference(before, target.raw)
            raise refusal("save-changed", path, line, **({"text": text} if text else {}))
        return save_with_undo(target, after, "check --fix")


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
    raise WinsellError(tuple(replace(problem, line=None, column=None) for problem in refused.problems))


def _spliced(path: str, raw: bytes, patch: Patch) -> Edited:
    try:
        return apply(raw, patch, order=_order)
    except CannotEdit as error:
        where = ".".join(map(str, error.path))
        facts = {"where": where, "lines": error.lines or where}
        raise WinsellError((Problem("cannot-edit", facts=facts, path=path),)) from error


def _order(path: Path, key: str, siblings: list[str]) -> int:
    return position_of(Deal, tuple(map(str, path)), key, siblings)
