"""`winsell completion`."""

from __future__ import annotations

import sys
from pathlib import Path

from winsell.cli.changing import refused
from winsell.cli.complete import SHELLS
from winsell.cli.language import language
from winsell.cli.options import Lang, Shell


def completion(shell: Shell, lang: Lang = None) -> int:
    """Print the lines that a shell's own settings need, so that it completes the words of this program."""
    language(lang)
    if shell not in SHELLS:
        raise refused("no-such-shell", value=shell, allowed=SHELLS)
    sys.stdout.write(Path(__file__).with_name("shells").joinpath(f"completion.{shell}").read_text("utf-8"))
    return 0
