"""`winsell commit`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from winsell.base.block import Block, Line, Paragraph, Report
from winsell.base.exit_codes import DONE
from winsell.base.fact import Say
from winsell.base.problem import Problem, WinsellError
from winsell.cli.commit_message import Told, message, subject, told
from winsell.cli.in_git import one_repository, told_in_words
from winsell.cli.language import language
from winsell.cli.options import Ascii, Deals, Lang, Message
from winsell.cli.tell import Face, complain, face_of, show_in
from winsell.cli.which import home
from winsell.words.speak import Speaker

if TYPE_CHECKING:
    from winsell.store.git import Repository
    from winsell.words.catalogue import Language

_SHORT = 10
"""Signs of a commit's hash that are shown."""


@dataclass(frozen=True, slots=True)
class _File:
    """A file that differs from what was committed last."""

    path: str
    told: Told


def commit(deals: Deals = None, message_: Message = None, lang: Lang = None, ascii_: Ascii = False) -> int:
    """Commit the named deals and nothing else; without a name, say which have changed."""
    face = face_of("terminal", lang, json=False, ascii_=ascii_)
    paths = _files(deals or [])
    spoken = _language(paths, lang)
    with told_in_words():
        repository = one_repository(paths)
        changed = _changed(repository, paths)
        if not changed or not deals:
            return _tell_state(changed, face, spoken)
        _refuse_invalid(changed)
        text = message_ or message([one.told for one in changed], Speaker(spoken))
        return _commit(repository, changed, text, face, spoken)


def _files(deals: list[str]) -> tuple[str, ...]:
    """Return the files that are meant; of a folder, those that are ours or cannot be read."""
    from winsell.cli.targets import targets_of

    targets = targets_of(deals)
    problems = (*targets.closed, *targets.notes.values())
    found = tuple(one.path for one in targets.files if one.folder is None or _may_be_ours(one.path))
    if not found:
        raise WinsellError(problems or (Problem("no-files-in-folder", path=home()),))
    return found


def _may_be_ours(path: str) -> bool:
    from winsell.store.deals import is_of_ours
    from winsell.store.load import read_document

    try:
        return is_of_ours(read_document(path))
    except WinsellError:
        return True


def _language(paths: tuple[str, ...], lang: str | None) -> Language:
    from winsell.store.playbooks import find_playbook, language_of

    return language(lang, language_of(find_playbook(None, Path(paths[0]).parent)))


def _commit(repository: Repository, files: list[_File], text: str, face: Face, spoken: Language) -> int:
    from winsell.store.git_write import commit_files, refuse_unfinished, runs_at_commit

    refuse_unfinished(repository)
    programs = runs_at_commit(repository)
    if programs:
        complain((Problem("git-runs", facts={"programs": programs}),), spoken)
    made = commit_files(repository, [one.path for one in files], text)
    first, *rest = text.splitlines() or [""]
    facts = {"commit": made[:_SHORT], "subject": first, "branch": repository.branch()}
    notes = tuple(line.removeprefix("- ") for line in rest if line.strip())
    show_in(spoken, _report(Line(Say("commit.made", facts), "strong", notes)), face)
    return DONE


def _changed(repository: Repository, paths: tuple[str, ...]) -> list[_File]:
    """Compare each file with the last commit by its bytes; how lines end is git's business."""
    from winsell.store.open_file import read_bytes

    last = None if repository.is_unborn() else repository.commit("HEAD")
    found = []
    for path in paths:
        before = None if last is None else repository.bytes_of(last, path)
        after = read_bytes(path)
        if before is None or _folded(before) != _folded(after):
            found.append(_File(path, told(path, before, after)))
    return found


def _folded(raw: bytes) -> bytes:
    return raw.replace(b"\r\n", b"\n")


def _refuse_invalid(files: list[_File]) -> None:
    """Refuse files that are not valid, all with all their problems."""
    from winsell.store.load import KINDS, as_model, kind_of, load_case, read_document
    from winsell.store.playbooks import load_playbook

    problems: list[Problem] = []
    for one in files:
        try:
            document = read_document(one.path)
            kind = kind_of(document)
            if kind == "deal":
                load_case(one.path)
            elif kind == "playbook":
                load_playbook(one.path)
            else:
                as_model(one.path, document, KINDS.get(kind, KINDS["deal"]))
        except WinsellError as error:
            problems += error.problems
    if problems:
        raise WinsellError((*problems, Problem("git-not-valid")))


def _tell_state(changed: list[_File], face: Face, spoken: Language) -> int:
    """Say what could be committed; nothing is without being named."""
    speaker = Speaker(spoken)
    lines = tuple(Say("commit.file", {"path": one.path, "subject": subject(one.told, speaker)}) for one in changed)
    line = Line(Say("commit.changed"), "strong", lines) if changed else Line(Say("commit.nothing"))
    show_in(spoken, _report(line), face)
    return DONE


def _report(line: Line) -> Report:
    blocks: tuple[Block, ...] = (Paragraph((line,)),)
    return Report("commit", lambda: blocks, dict)
