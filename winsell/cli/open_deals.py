"""The open deals among files and folders, each read once; what cannot be read is named, never passed over.

In: what was typed. Out: the deals that have not ended on their day, each with its playbook, and the problems of the
files that could not be read. A playbook is loaded once for all deals that stand beside it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from winsell.base.exit_codes import INVALID
from winsell.base.problem import Problem, WinsellError
from winsell.cli.changing import refused
from winsell.cli.examine import Examined, examined
from winsell.cli.today import today
from winsell.cli.which import home, which
from winsell.store.deals import deal_files, is_deal
from winsell.store.load import Files, load_case, read_document

if TYPE_CHECKING:
    from winsell.store.document import Document
    from winsell.store.playbooks import LoadedPlaybook
    from winsell.words.catalogue import Language


@dataclass(slots=True)
class Opened:
    """What was found."""

    deals: list[Examined] = field(default_factory=list)
    """Those that are open, whoever owns them."""
    problems: dict[str, tuple[Problem, ...]] = field(default_factory=dict)
    """By the path of the file that is broken: a deal, or a playbook once for all its deals."""
    read: int = 0
    """How many deals could be read, open or not."""
    language: Language | None = None


def open_deals(named: Sequence[str] | None, day: date | None, playbook: str | None) -> Opened:
    """Read the deals that are meant: those named, in folders all; without any, those of the user's folder."""
    reader = _Reader(day, playbook)
    for one in named or [home()]:
        if os.path.isdir(one):  # noqa: PTH112 - a name that no system takes is no folder
            for path in deal_files(one):
                reader.read(os.path.normpath(path), named=False)
        else:
            reader.read(which(one), named=True)
    found = reader.found
    if not found.read and not found.problems:
        raise refused("no-deals", folder=(named or [home()])[0])
    if not found.read:
        raise WinsellError(tuple(problem for some in found.problems.values() for problem in some), INVALID)
    return found


class _Reader:
    """Reads one file after the other."""

    def __init__(self, day: date | None, playbook: str | None) -> None:
        from winsell.store.playbooks import find_playbook, load_playbook

        self.day = day
        self.found = Opened()
        self._seen: set[str] = set()
        self._beside: Callable[[str], Document] = cache(read_document)
        self._load: Callable[[str | None], LoadedPlaybook] = cache(load_playbook)
        self._method: Callable[[Path], str | None] = cache(lambda folder: find_playbook(playbook, folder))

    def read(self, path: str, *, named: bool) -> None:
        """Read a file; in a folder what is no deal is passed over, and what cannot be read is named."""
        if path in self._seen:
            return
        self._seen.add(path)
        from winsell.store.playbooks import BrokenPlaybookError, language_of

        method = self._method(Path(path).parent)
        try:
            self._deal(path, method, named=named)
        except BrokenPlaybookError as broken:
            self.found.problems[broken.path] = broken.problems
            self.found.language = self.found.language or broken.language
        except WinsellError as error:
            if error.exit_code != INVALID:
                raise
            self.found.problems[path] = error.problems
            self.found.language = self.found.language or language_of(method)

    def _deal(self, path: str, method: str | None, *, named: bool) -> None:
        document = read_document(path)
        if not named and not is_deal(document):
            return
        files = Files(read=lambda asked: document if asked == path else self._beside(asked))
        case = load_case(path, files)
        one = examined(case, self._load(method), self.day)
        self.found.read += 1
        self.found.language = self.found.language or one.playbook.language
        if _is_open(one):
            self.found.deals.append(one)


def _is_open(one: Examined) -> bool:
    """Tell whether a deal was there on its day and had not ended; one without any day has been there always."""
    from winsell.analysis.began import began

    deal = one.case.dossier.deal
    first = began(deal) if one.on != today() else None
    return deal.outcome.at(one.on).value is None and (first is None or first <= one.on)


def each(opened: Opened) -> Iterator[Examined]:
    """Go through the deals by their ids."""
    yield from sorted(opened.deals, key=lambda one: (one.case.id, one.case.path))
