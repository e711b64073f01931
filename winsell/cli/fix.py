"""`winsell check --fix`: shows what can be mended without a guess, and writes it once somebody says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from winsell.base.exit_codes import DONE, HEED, INVALID
from winsell.base.fact import Say
from winsell.base.problem import WinsellError
from winsell.base.question import Choice, Question
from winsell.cli.language import language
from winsell.cli.passed_over import passed_over
from winsell.cli.tell import Face, complain, show_in

if TYPE_CHECKING:
    from winsell.cli.targets import Targets
    from winsell.reports.fixed import Fixed
    from winsell.store.mend.mend import Mended
    from winsell.words.catalogue import Language

_WRITE, _LEAVE = "write", "leave"


def fix_files(paths: Sequence[str], face: Face, playbook: str | None, *, yes: bool) -> int:
    """Mend each file; 0 all is valid now, 1 something is left or was not written, 3 nothing is valid at all."""
    from winsell.cli.targets import targets_of
    from winsell.reports.fixed import fixed_report, written_report

    targets, foreign = targets_of(paths), list[str]()
    mended = tuple(_each(targets, foreign))
    own = _language(mended[0].path, playbook) if mended else None
    fixed = tuple(_fixed(one, written=False) for one in mended)
    wanted = any(one.before != one.after for one in mended)
    if wanted and not yes and _can_ask(face):
        show_in(own, fixed_report(fixed, asked=True), face)
        yes = _is_wanted(face, own)
        fixed = _carried_out(mended, face, own) if yes else fixed
        report = written_report(fixed)
    else:
        fixed = _carried_out(mended, face, own) if yes and wanted else fixed
        report = fixed_report(fixed)
    with _after_mending(fixed, face):
        show_in(own, report, face)
    complain((*targets.notes.values(), *passed_over(foreign)), language(face.lang, own))
    return _ends_with(fixed)


def _after_mending(fixed: Sequence[Fixed], face: Face) -> AbstractContextManager[None]:
    """Let what fails in the telling be told as such, if anything is written; the first file stands for all."""
    from winsell.cli.after_saving import after_saving

    written = next((one.path for one in fixed if one.written), None)
    return nullcontext() if written is None else after_saving(written, face.lang)


def _each(targets: Targets, foreign: list[str]) -> Iterator[Mended]:
    """Mend what was named and what is ours in the folders; a folder that nobody may see is told like a file."""
    from winsell.store.mend.mend import Mended

    yield from (Mended(problem.path, b"", b"", (problem,)) for problem in targets.closed)
    for target in targets.files:
        mended = _mended(target.path)
        if target.folder is not None and _is_foreign(mended):
            foreign.append(target.path)
        else:
            yield mended


def _is_foreign(mended: Mended) -> bool:
    """Tell whether a file can be read and is meant for another program, whose files are not ours to mend."""
    from winsell.store.deals import is_of_ours
    from winsell.store.load import document_of

    try:
        return not is_of_ours(document_of(mended.path, mended.after))
    except WinsellError:
        return False


def _mended(path: str) -> Mended:
    from winsell.store.mend.mend import Mended, mend
    from winsell.store.open_file import read_bytes

    try:
        return mend(path, read_bytes(path))
    except WinsellError as error:
        if error.exit_code != INVALID:
            raise
        return Mended(path, b"", b"", tuple(replace(one, path=path) for one in error.problems))


def _fixed(one: Mended, *, written: bool) -> Fixed:
    from winsell.reports.fixed import Fixed

    before, after = one.texts
    return Fixed(one.path, before, after, one.left, written)


def _can_ask(face: Face) -> bool:
    from winsell.ask.line import is_terminal

    return face.format == "terminal" and is_terminal()


def _is_wanted(face: Face, own: Language | None) -> bool:
    """Ask whether to write what was shown; whoever presses Enter writes nothing."""
    from winsell.cli.asker import Asker
    from winsell.cli.today import today

    keys = (("y", _WRITE), ("n", _LEAVE))
    choices = tuple(Choice(key, value, Say(f"fix.{value}"), Say(f"fix.{value}-hint")) for key, value in keys)
    asker = Asker(language(face.lang, own), face, today(), 0, lambda _: None)
    return asker.put(Question("fix", Say("fix.ask"), choices, skip=Say("ask.skips-fix"))) == _WRITE


def _carried_out(mended: Sequence[Mended], face: Face, own: Language | None) -> tuple[Fixed, ...]:
    """Write the files that differ, each for itself: one that cannot be written stops no other."""
    return tuple(_fixed(one, written=one.before != one.after and _is_written(one, face, own)) for one in mended)


def _is_written(one: Mended, face: Face, own: Language | None) -> bool:
    from winsell.store.change import keep_mended

    try:
        complain(keep_mended(one.path, one.before, one.after), language(face.lang, own))
    except WinsellError as error:
        complain(error.problems, language(face.lang, own))
        return False
    return True


def _ends_with(fixed: Sequence[Fixed]) -> int:
    wrong = [bool(one.left) or one.state == "open" for one in fixed]
    if not any(wrong):
        return DONE
    return INVALID if all(one.left and one.state != "open" for one in fixed) else HEED


def _language(path: str, playbook: str | None) -> Language | None:
    """Return the language that the playbook beside the first file asks for."""
    from winsell.store.playbooks import find_playbook, language_of

    return language_of(find_playbook(playbook, Path(path).parent))
