"""Which deal is meant: a path, or any part of its id, its name or the customer's.

In: what was typed where a command takes a deal. Out: the path of its file, or `WinsellError`. Every command that takes
one deal asks here, and so does `check`, which takes any number and whole folders beside.
"""

from __future__ import annotations

import os
import unicodedata
from dataclasses import replace
from itertools import islice
from pathlib import Path

from winsell.base.exit_codes import USAGE
from winsell.base.problem import FactValue, Problem, WinsellError
from winsell.cli.misuse import near
from winsell.cli.readable import as_text

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

    if is_there(deal):
        return deal
    if not deal.strip():
        raise _refusal("no-deal-named")
    if _looks_like_a_path(deal):
        raise _unreadable(deal)
    text = unicodedata.normalize("NFC", as_text(deal) or deal).strip()
    found = [os.path.normpath(one.path) for one in deals_called(home(), text)]
    if len(found) == 1:
        return found[0]
    if found:
        raise _refusal("deal-ambiguous", text=deal, paths=tuple(found))
    raise _refusal("no-such-deal", text=deal, folder=home(), **_near_name(deal))


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
