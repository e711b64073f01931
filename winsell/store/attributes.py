"""The lines of `.gitattributes` that tell git which files our drivers are for, put in and taken out.

In: a folder of deals. Out: whether its `.gitattributes` changed. Whatever else stands in the file stays as it is, and
it is written the way a deal is: complete or not at all.
"""

from __future__ import annotations

import os
from pathlib import Path

from winsell.store.load import SUFFIXES, is_there
from winsell.store.save.create import create
from winsell.store.save.save import locked

NAME = ".gitattributes"
LINES = tuple(f"*{suffix} diff=winsell merge=winsell" for suffix in SUFFIXES)


def add_lines(folder: str) -> tuple[str, ...]:
    """Add the lines that are missing, at the end, where they hold against earlier ones; return them."""
    path = str(Path(folder, NAME))
    if not is_there(path):
        create(path, "".join(f"{line}\n" for line in LINES).encode())
        return LINES
    with locked(path) as target:
        there, line_break = target.raw.splitlines(), b"\r\n" if b"\r\n" in target.raw else b"\n"
        missing = tuple(line for line in LINES if line.encode() not in there)
        gap = b"" if not target.raw or target.raw.endswith((b"\n", b"\r")) else line_break
        added = b"".join(line.encode() + line_break for line in missing)
        target.replace(target.raw + gap + added if missing else target.raw)
    return missing


def remove_lines(folder: str) -> tuple[str, ...]:
    """Take the lines out, and the file if nothing else stands in it; return them."""
    path = str(Path(folder, NAME))
    if not is_there(path):
        return ()
    ours = {line.encode(): line for line in LINES}
    with locked(path) as target:
        lines = target.raw.splitlines(keepends=True)
        removed = tuple(ours[line.rstrip(b"\r\n")] for line in lines if line.rstrip(b"\r\n") in ours)
        left = b"".join(line for line in lines if line.rstrip(b"\r\n") not in ours)
        if removed and not left and os.path.realpath(path) == os.path.abspath(path):  # noqa: PTH100 - a link is no file
            Path(path).unlink()
        else:
            target.replace(left)
    return tuple(dict.fromkeys(removed))
