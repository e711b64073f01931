"""Text to lines that fit: a sentence breaks between words, Chinese between characters, and a word too long is folded.

In: safe text (see `plain`) and a number of terminal cells. Out: lines; nothing but spaces at the breaks is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

_WIDE = "\u2e80-\u2fdf\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
_OPENS = "（【《「『〈〔［｛"
_CLOSES = "，。、；：？！）】》」』〉〕］｝％·…—”’"
_MARKS = "\u0300-\u036f\u20d0-\u20ff\u302a-\u302f\u3099\u309a\ufe00-\ufe0f\U000e0100-\U000e01ef"

_WORDS = re.compile(" +(?!%)")
"""Between words, but not between a number and its percent sign."""

_JOINER = "\u200d"
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]")
_FLAGS = re.compile("[\U0001f1e6-\U0001f1ff]+")
_HAND = (
    "☝⛹✊-✍🎅🏂-🏄🏇🏊-🏌👂👃👆-👐👦-👸👼💁-💃💅-💇💏💑💪"
    "🕴🕵🕺🖐🖕🖖🙅-🙇🙋-🙏🚣🚴-🚶🛀🛌🤌🤏🤘-🤟🤦🤰-🤹🤼-🤾🥷🦵🦶🦸🦹🦻🧍-🧏🧑-🧝🫃-🫅🫰-🫸"
)
"""What may have the colour of a skin."""

_IN_WORD = re.compile("(?<=[\u0600-\u109f])\u200d")
"""A joiner within a word, after which rich would take the next letter for a part of an emoji."""

_SKIN = re.compile(f"[{_HAND}][\U0001f3fb-\U0001f3ff]")
_LONE_SKIN = re.compile(f"(?<![{_HAND}])[\U0001f3fb-\U0001f3ff]")


def cells(text: str) -> int:
    """The number of terminal cells a text takes."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(_IN_WORD.sub("", text)) + _wider(text)


def _wider(text: str) -> int:
    """The cells by which a terminal may go beyond rich: half a flag, and a skin tone on nothing that has a skin."""
    halves = sum(len(flags) % 2 for flags in _FLAGS.findall(text))
    return halves + 2 * len(_LONE_SKIN.findall(text))


def pad(text: str, width: int, *, right: bool = False) -> str:
    """Fill a text up with spaces, before it when it stands to the right."""
    space = " " * (width - cells(text))
    return space + text if right else text + space


def wrap(text: str, width: int | None) -> list[str]:
    """Break a text into lines of at most `width` cells (at least two); None: one line."""
    text = text.strip()
    if width is None or cells(text) <= width:
        return [text]
    lines = [""]
    used = 0
    for space, chunk in _chunks(text):
        size = cells(chunk)
        gap = space if used else ""
        if used and used + len(gap) + size > width:
            lines.append("")
            used, gap = 0, ""
        *full, rest = [chunk] if size <= width else fold(chunk, width)
        for piece in full:
            lines[-1] = piece
            lines.append("")
        lines[-1] += gap + rest
        used = cells(lines[-1]) if full else used + len(gap) + size
    return lines


def _chunks(text: str) -> Iterator[tuple[str, str]]:
    """Each part that stays together, with the space before it."""
    for word in _WORDS.split(text):
        space = " "
        for chunk in [word] if word.isascii() else _chunk().findall(word):
            if chunk:
                yield space, chunk
                space = ""


@cache
def _chunk() -> re.Pattern[str]:
    """What stays together within a word: a Chinese character with its punctuation, or everything else."""
    return re.compile(f"[{_OPENS}]*(?:[{_WIDE}]|[^{_WIDE}{_OPENS}{_CLOSES}]+)?[{_CLOSES}{_MARKS}]*")


def fold(word: str, width: int) -> list[str]:
    """Cut a word too long for a line, never within a character and its marks."""
    if word.isascii():
        return [word[at : at + width] for at in range(0, len(word), width)]
    lines = [""]
    used = 0
    for cluster in _clusters(word):
        size = cells(cluster)
        if used and used + size > width:
            lines.append("")
            used = 0
        lines[-1] += cluster
        used += size
    return lines


def _clusters(word: Iterable[str]) -> list[str]:
    found: list[str] = []
    for character in word:
        if found and _belongs(character, found[-1]):
            found[-1] += character
        else:
            found.append(character)
    return found


def _belongs(character: str, before: str) -> bool:
    if _JOINER in (before[-1], character) or cells(character) == 0 or _SKIN.match(before[-1] + character):
        return True
    return len(before) == 1 and _FLAG.match(before) is not None and _FLAG.match(character) is not None
