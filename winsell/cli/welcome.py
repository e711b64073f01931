"""Bare `winsell`: what to do next in this folder. Nothing is written and nothing is asked."""

from __future__ import annotations

import codecs
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import winsell
from winsell.base.exit_codes import INVALID
from winsell.base.problem import WinsellError
from winsell.cli.language import OPTION
from winsell.cli.options import Ascii, Format, Json, Lang
from winsell.cli.tell import face_of, show

_EXAMPLE = Path("examples") / "sales-digitalisation.yaml"
_FLAGS, _VALUED = ("--json", "--ascii"), (OPTION, "--format")
_FOLDERS = (Path(), Path("deals"))
_MOST_FILES, _HEAD_BYTES = 500, 20_000
_MOST_READ = 30
"""How many deals are read whole, for a first answer must not wait for hundreds."""
_KEY = re.compile(rb"""(?:\{[ \t]*)?["']?(deal|kind)["']?[ \t]*:[ \t]*["']?(\w*)""")


def is_bare(argv: Sequence[str]) -> bool:
    """Tell whether a command line says nothing but how its answer is to look."""
    rest = list(argv)
    while rest and rest[0].partition("=")[0] in (*_FLAGS, *_VALUED):
        word = rest.pop(0)
        del rest[: word in _VALUED]
    return not rest


def welcome(format_: Format = "terminal", json: Json = False, lang: Lang = None, ascii_: Ascii = False) -> int:
    """Show the next step; always 0."""
    face = face_of(format_, lang, json=json, ascii_=ascii_)
    from winsell.reports.welcome import Folder, welcome_report

    found = [path.as_posix() for folder in _FOLDERS for path in _deals(folder)]
    states = {path: _state(path) for path in found[:_MOST_READ]}
    deals = (*_in("open", states), *_in("ended", states), *found[_MOST_READ:])
    first = "deals/deal.yaml" if _FOLDERS[1].is_dir() else "deal.yaml"
    show(welcome_report(Folder(deals, _in("unread", states), _example(), first)), face)
    return 0


def _in(state: str, states: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(path for path, own in states.items() if own == state)


def _state(path: str) -> str:
    """Read a deal: one that is open is what a newcomer would look at first."""
    from winsell.cli.today import today
    from winsell.store.load import load_case

    try:
        ended = load_case(path).dossier.deal.outcome.at(today())
    except WinsellError as error:
        if error.exit_code != INVALID:
            raise
        return "unread"
    return "open" if ended.value is None else "ended"


def _deals(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder that say what deal they are, by name; a folder that cannot be read has none."""
    try:
        with os.scandir(folder) as entries:
            found = [entry.name for entry, _ in zip(entries, range(_MOST_FILES), strict=False) if _may_be(entry)]
    except OSError:
        return
    yield from (folder / name for name in sorted(found) if _names_a_deal(folder / name))


def _may_be(entry: os.DirEntry[str]) -> bool:
    return entry.name.endswith((".yaml", ".yml")) and not entry.name.startswith(".") and entry.is_file()


def _names_a_deal(path: Path) -> bool:
    """Look into a file's head only: one that is not valid yet is meant as a deal all the same."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD_BYTES).removeprefix(codecs.BOM_UTF8)
    except OSError:
        return False
    said = {found[1]: found[2] for found in map(_KEY.match, _outermost(head)) if found}
    return b"deal" in said and said.get(b"kind", b"deal") == b"deal"


def _outermost(head: bytes) -> Iterator[bytes]:
    """Yield the lines that stand as far to the left as the first one; a first deal may be pasted with its indent."""
    indent = None
    for line in head.splitlines():
        text = line.lstrip(b" ")
        if text and not text.startswith((b"#", b"---")):
            indent = len(line) - len(text) if indent is None else indent
            if len(line) - len(text) == indent:
                yield text


def _example() -> str | None:
    """Find the worked example: in this folder, or beside the program where it runs from its source."""
    beside = Path(winsell.__file__).parent.parent / _EXAMPLE
    return next((path.as_posix() for path in (_EXAMPLE, beside) if path.is_file()), None)
