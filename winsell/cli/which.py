"""Which deal is meant: a path, or any part of its id, its name or the customer's."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

from winsell.base.exit_codes import USAGE
from winsell.base.problem import Problem, WinsellError
from winsell.cli.readable import as_text

FOLDER = "deals"
"""Where a user's own deals live, below the folder in which the program runs; without it, that folder itself."""


def which(deal: str) -> str:
    """Return the path of the deal that is meant; WinsellError if it is none or could be several."""
    from winsell.store.deals import deals_called
    from winsell.store.load import SUFFIXES, is_there

    if is_there(deal) or deal.endswith(SUFFIXES) or os.sep in deal:
        return deal
    folder = FOLDER if Path(FOLDER).is_dir() else os.curdir
    text = unicodedata.normalize("NFC", as_text(deal) or deal).strip()
    if not text:
        raise WinsellError((Problem("no-deal-named"),), USAGE)
    found = [os.path.normpath(one.path) for one in deals_called(folder, text)]
    if len(found) == 1:
        return found[0]
    code, facts = ("deal-ambiguous", {"paths": tuple(found)}) if found else ("no-such-deal", {"folder": folder})
    raise WinsellError((Problem(code, facts={"text": deal, **facts}),), USAGE)
