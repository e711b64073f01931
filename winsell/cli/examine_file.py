"""One file of a check: a deal with its findings, an account, a competitor or a playbook, or what is wrong with it.

In: the file and what was asked. Out: a `Checked`. Whatever is wrong with one file never hides another; a playbook that
is not valid is told once, as its own fault, before the first deal that it blocks.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from winsell.base.exit_codes import INVALID
from winsell.base.problem import WinsellError
from winsell.cli.targets import Target, Targets
from winsell.store.deals import is_of_ours
from winsell.store.load import KINDS, Files, as_model, kind_of, read_document
from winsell.store.playbooks import BrokenPlaybookError, LoadedPlaybook, find_playbook, language_of, load_playbook

if TYPE_CHECKING:
    from winsell.cli.examine import Examined
    from winsell.cli.new_since import Since
    from winsell.reports.checked import Checked
    from winsell.rules.registry import Reading

_AT_ONCE = 64
"""How many files are kept after they were read."""


@dataclass(slots=True)
class Examination:
    """What was asked of all files, and what is read for several of them."""

    as_of: str | None
    playbook: str | None
    since: Since | None
    reader: Reading = "owner"
    foreign: list[str] = field(default_factory=list)
    """The files of a folder that are meant for other programs."""
    files: Files = field(default_factory=lambda: Files(lru_cache(_AT_ONCE)(read_document)))
    """What was read last is kept: a deal is looked at for its kind first, and an account is one of several deals."""
    _loaded: dict[str | None, LoadedPlaybook | BrokenPlaybookError] = field(default_factory=dict)

    def load(self, path: str | None) -> LoadedPlaybook:
        """Read a playbook once."""
        if path not in self._loaded:
            try:
                self._loaded[path] = load_playbook(path)
            except BrokenPlaybookError as error:
                self._loaded[path] = error
        found = self._loaded[path]
        if isinstance(found, BrokenPlaybookError):
            raise found
        return found

    def method_for(self, target: Target) -> str | None:
        """Find the playbook of a deal: the named one, the one beside it, the one of the folder."""
        beside = find_playbook(self.playbook, Path(target.path).parent)
        return beside if beside is not None or target.folder is None else find_playbook(None, Path(target.folder))


def examined_files(targets: Targets, asked: Examination) -> Iterator[Checked]:
    """Check each file."""
    from winsell.reports.checked import Checked

    yield from (Checked(problem.path, "folder", problems=(problem,)) for problem in targets.closed)
    told = {_place(target.path) for target in targets.files}
    for target in targets.files:
        try:
            found = _file(target, asked)
        except BrokenPlaybookError as broken:
            if _place(broken.path) not in told:
                told.add(_place(broken.path))
                yield Checked(broken.path, "playbook", problems=broken.problems, language=broken.language)
            yield Checked(target.path, blocked_by=broken.path, language=broken.language)
        else:
            if found is not None:
                yield found


def _place(path: str) -> str:
    return os.path.abspath(path)  # noqa: PTH100 - Path.absolute keeps `..`, and resolving would need the file


def _file(target: Target, asked: Examination) -> Checked | None:
    """Check a file; None if it is one of a folder's that is none of ours."""
    from winsell.reports.checked import Checked

    kind = "deal"
    try:
        document = asked.files.read(target.path)
        kind = kind_of(document)
        if target.folder is not None and not is_of_ours(document):
            asked.foreign.append(target.path)
            return None
        if kind == "deal":
            return _deal(target, asked)
        if kind == "playbook":
            asked.load(target.path)
        else:
            as_model(target.path, document, KINDS.get(kind, KINDS["deal"]))
        return Checked(target.path, kind)
    except BrokenPlaybookError as broken:
        if kind == "deal":
            raise
        return Checked(target.path, "playbook", problems=broken.problems, language=broken.language)
    except WinsellError as error:
        if error.exit_code != INVALID:
            raise
        return Checked(target.path, problems=error.problems, language=language_of(asked.method_for(target)))


def _deal(target: Target, asked: Examination) -> Checked:
    from winsell.analysis.assessment import assess
    from winsell.cli.examine import examine
    from winsell.reports.checked import Checked
    from winsell.reports.page import is_brief
    from winsell.reports.risks import no_risks
    from winsell.rules.registry import judge, judged_for

    examined = examine(target.path, asked.as_of, asked.method_for(target), asked.load, asked.files)
    assessment = assess(examined.case.dossier, examined.playbook, examined.on)
    judged = judged_for(asked.reader, judge(assessment))
    checked = Checked(
        target.path,
        "deal",
        examined.subject,
        judged.open,
        is_brief(assessment.moment.deal),
        silent=no_risks(assessment),
        accepted=judged.accepted,
        on=examined.on,
        language=examined.playbook.language,
        bad_rules=examined.playbook.bad_rules,
        top_ranks=examined.playbook.probability.top_ranks,
    )
    return checked if asked.since is None else _new(checked, examined, asked.since)


def _new(checked: Checked, examined: Examined, since: Since) -> Checked:
    """Leave out what was found before."""
    from winsell.reports.since import new_since

    before = since.before(checked.path, examined)
    if before is None:
        return checked
    shown = tuple(new_since(before, checked.findings))
    return replace(
        checked, findings=shown, before=len(checked.findings) - len(shown), since=since.day or since.revision
    )
