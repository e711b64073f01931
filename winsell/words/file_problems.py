"""What is wrong with the text of a file, before it can be read as a deal."""

from __future__ import annotations

from winsell.words.plural import Sentence

FILE_PROBLEMS: dict[str, Sentence] = {}
