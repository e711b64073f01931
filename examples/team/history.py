"""Makes a git history of this folder: `python examples/team/history.py FOLDER`.

In: the folder to make, which must not be there yet. Out: a repository with the deals in `deals/`, and a commit for each
day and seller on which something came to be known: the files as they could have been written then, without what they
date later.
The last commit has the files as they stand here, with their comments. It is made for trying `winsell review`,
`winsell diff DEAL HEAD~3` and `winsell log --written`, and for tests; the history is as made up as the deals.
"""  # noqa: INP001 - a script among examples, not a module

from __future__ import annotations

import os
import re
import shutil
import subprocess  # noqa: TID251 - it makes a repository
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from winsell.store.load import plain, read_document
from winsell.store.write_yaml import write_yaml

HERE = Path(__file__).parent
LAST = date(2026, 11, 23)
_DAY = re.compile(r"\d{4}-\d\d(-\d\d)?")
_BEGINS = ("on", "since", "added")
_ENDS = ("done", "dropped", "left")
_AHEAD = ("checkpoints",)
"""What lies ahead by its nature is in the file from the first day."""


def main() -> None:
    """Make the repository."""
    if len(sys.argv) != 2 or Path(sys.argv[1]).exists():  # noqa: PLR2004 - the program and the folder
        sys.exit(__doc__)
    make(Path(sys.argv[1]))


def make(folder: Path) -> None:
    """Write each state of the files, and commit it as of its day by whoever owns the deal."""
    deals = folder / "deals"
    deals.mkdir(parents=True)
    _git(folder, "init", "-q", "-b", "main")
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted(HERE.glob("*.yaml"))}
    for name in ("accounts", "competitors"):
        shutil.copytree(HERE / name, deals / name)
    (deals / "playbook.yaml").write_text(texts.pop("playbook.yaml"), encoding="utf-8")
    known = {name: plain(read_document(str(HERE / name))) for name in texts}
    written = sorted({(day, deal["owner"], name) for name, deal in known.items() for day in _days(deal) if day <= LAST})
    _commit(folder, "lead", written[0][0], "The method of this team, and what is known of customers and competitors")
    for day, owner in sorted({(day, owner) for day, owner, _ in written}):
        names = [name for at, by, name in written if (at, by) == (day, owner)]
        for name in names:
            (deals / name).write_text(write_yaml(as_of(known[name], day)), encoding="utf-8")
        _commit(folder, owner, day, ", ".join(name.removesuffix(".yaml") for name in names))
    for name, text in texts.items():
        (deals / name).write_text(text, encoding="utf-8")
    _commit(folder, "lead", LAST, "Say beside the facts what they show")


def _days(value: Any) -> Iterator[date]:
    """Go through the days on which something of a deal was written down."""
    if isinstance(value, dict):
        for key, one in value.items():
            if _DAY.fullmatch(str(key)):
                yield _first(str(key))
            elif key in (*_BEGINS, *_ENDS) and isinstance(one, str):
                yield _first(one)
            elif key not in _AHEAD:
                yield from _days(one)
    elif isinstance(value, list):
        for one in value:
            yield from _days(one)


def _first(text: str) -> date:
    return date.fromisoformat(text if len(text) == len("2026-11-23") else f"{text}-01")


def as_of(value: Any, day: date) -> Any:
    """Leave out what is dated later; a history of which nothing is left goes with it."""
    if isinstance(value, list):
        return [as_of(one, day) for one in value if not _begins_later(one, day)]
    if not isinstance(value, dict):
        return value
    kept = {}
    for key, one in value.items():
        dated = _DAY.fullmatch(str(key))
        later = _first(str(key)) > day if dated else key in _ENDS and isinstance(one, str) and _first(one) > day
        if later or _begins_later(one, day):
            continue
        told = one if key in _AHEAD else as_of(one, day)
        if told or not isinstance(one, dict | list) or not one:
            kept[key] = told
    return kept


def _begins_later(one: Any, day: date) -> bool:
    starts = [one[key] for key in _BEGINS if key in one] if isinstance(one, dict) else []
    return any(isinstance(start, str) and _first(start) > day for start in starts)


def _commit(folder: Path, author: str, day: date, said: str) -> None:
    _git(folder, "add", "-A")
    when = f"{day.isoformat()}T18:00:00+0800"
    names = {f"GIT_{who}_NAME": author for who in ("AUTHOR", "COMMITTER")}
    mails = {f"GIT_{who}_EMAIL": f"{author}@example.com" for who in ("AUTHOR", "COMMITTER")}
    days = {f"GIT_{who}_DATE": when for who in ("AUTHOR", "COMMITTER")}
    _git(folder, "commit", "-q", "--allow-empty", "-m", said, **names, **mails, **days)


def _git(folder: Path, *words: str, **environment: str) -> None:
    """Run git by no settings but its own."""
    plain = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", **environment}
    command = ("git", "-c", "core.hooksPath=", "-c", "commit.gpgSign=false", "-C", str(folder), *words)
    subprocess.run(command, check=True, env={**os.environ, **plain})  # noqa: S603 - its words are our own


if __name__ == "__main__":
    main()
