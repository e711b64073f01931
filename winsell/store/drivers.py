"""Our diff and merge drivers as git's settings: which command git runs for a deal.

In: how our program is called from a shell. Out: the settings. Should the program be gone one day, git shows the file
as it is and merges it by its lines: a repository must not depend on a program that one of its users has removed.
"""

from __future__ import annotations

import shlex
from collections.abc import Mapping

_TEXTCONV = 'f() {{ {program} git textconv "$1" 2>/dev/null || cat "$1"; }}; f'
_MERGE = (
    "{program} git merge --marker-size=%L --ours=%X --theirs=%Y -- %O %A %B %P; s=$?; "
    'if [ $s -ne 0 ] && ! grep -q "^<<<<<<<" %A; then git merge-file -q --marker-size=%L %A %O %B; s=$?; fi; exit $s'
)
"""Ours leaves markers wherever it does not end with 0: without them it was not ours that ended."""

KEYS = ("diff.winsell.textconv", "merge.winsell.name", "merge.winsell.driver", "merge.winsell.recursive")


def drivers(program: str) -> Mapping[str, str]:
    """Return the settings by which git finds the drivers.

    `recursive`: where there are several common ancestors git merges these first, and markers in an ancestor would hide
    what it said; there the older text stands.
    """
    said = _TEXTCONV.format(program=program), "winsell: by what a deal says", _MERGE.format(program=program), "binary"
    return dict(zip(KEYS, said, strict=True))


def shell_command(executable: str) -> str:
    """Write how to call us with a Python; `-P` keeps a folder of our name in the repository from being run instead."""
    return f"{shlex.quote(executable)} -P -m winsell"
