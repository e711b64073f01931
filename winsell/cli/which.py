"""Which deal is meant: a path, or any part of its id, its name or the customer's.

In: what was typed where a command takes a deal. Out: the path of its file, or `WinsellError`. Every command that takes
one deal asks here, and so does `check`, which takes any number and whole folders beside.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

from winsell.base.exit_codes import INVALID, USAGE
from winsell.base.problem import FactValue, Problem, WinsellError
from winsell.cli.misuse import near

FOLDER = "deals"
"""Where a user's own deals live, below the folder in which the program runs; without it, that folder itself."""
_MOST_FILES = 2000
"""Among how many files the one is looked for that a mistyped path may mean."""


def home() -> str:
    """Return the folder in which a deal is looked for by its name."""
    return FOLDER if Path(FOLDER).is_dir() else os.curdir


def which(deal: str) -> str:
    """Return the path of the deal that is meant; WinsellError if it is none or could be several."""
    from winsell.store.deals import deals_called
    from winsell.store.load import is_there

    if is_there(deal) or not deal.strip():
        return deal
    if _looks_like_a_path(deal):
        raise _unreadable(deal)
    found = [os.path.normpath(one.path) for one in deals_called(home(), deal)]
    if len(found) == 1:
        return found[0]
    if found:
        raise _refusal("deal-ambiguous", text=deal, paths=tuple(found))
    raise _refusal("no-such-deal", text=deal, folder=home(), **_near_name(deal))


def files_meant(named: Sequence[str]) -> tuple[str, ...]:
    """Return the files that are meant by paths, folders and names, each once; a path that is not there stays.

    WinsellError with all names that are nobody's or could be several deals'.
    """
    found: list[str] = []
    problems: list[Problem] = []
    for one in named:
        try:
            found += _below(one) if Path(one).is_dir() else [which(one)]
        except WinsellError as error:
            if error.exit_code == INVALID:
                found.append(one)
            else:
                problems += error.problems
    if problems:
        raise WinsellError(tuple(problems), USAGE)
    return tuple(dict.fromkeys(found))


def _below(folder: str) -> list[str]:
    """Return the files of a folder and below that are ours, or that cannot be read."""
    from winsell.store.deals import deal_files, is_ours

    found = [os.path.normpath(one) for one in deal_files(folder) if is_ours(one)]
    if not found:
        raise _refusal("no-deals", folder=folder)
    return found


def _looks_like_a_path(text: str) -> bool:
    from winsell.store.load import SUFFIXES

    return text.endswith(SUFFIXES) or os.sep in text or "/" in text


def _unreadable(path: str) -> WinsellError:
    """Say why there is nothing at a path, with the file that looks most like it."""
    from winsell.store.open_file import read_bytes
    from winsell.store.playbooks import find_playbook, language_of

    try:
        read_bytes(path)
    except WinsellError as error:
        (problem,) = error.problems
        told = WinsellError((replace(problem, facts={**problem.facts, **_near_file(path)}),))
        told.language = language_of(find_playbook(None, Path(path).parent))
        return told
    return _refusal("no-such-deal", text=path, folder=home())  # it came into being just now


def _near_file(path: str) -> dict[str, FactValue]:
    from winsell.store.deals import deal_files

    around = (one for folder in dict.fromkeys((str(Path(path).parent), home())) for one in deal_files(folder))
    known: dict[str, str] = {}
    for one in islice(around, _MOST_FILES):
        known.setdefault(Path(one).stem, os.path.normpath(one))
    close = near(Path(path).stem, known).get("nearest")
    return {"nearest": known[str(close)]} if close else {}


def _near_name(text: str) -> dict[str, FactValue]:
    from winsell.store.deals import deals_in

    known = {name.casefold(): name for one in deals_in(home()) for name in one.names}
    close = near(text.casefold(), known).get("nearest")
    return {"nearest": known[str(close)]} if close else {}


def _refusal(code: str, **facts: FactValue) -> WinsellError:
    return WinsellError((Problem(code, facts=facts),), USAGE)
