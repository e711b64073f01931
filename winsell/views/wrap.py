"""Text to lines that fit: a sentence breaks between words, Chinese between characters, and a word too long is folded.

In: safe text (see `plain`) and a number of terminal cells. Out: lines; nothing but spaces at the breaks is lost.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

_WIDE = "\u2e80-\u2fdf\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
_OPENS = "（【《「『〈〔［｛“‘"
_CLOSES = "，。、；：？！）】》」』〉〕］｝％·…—”’"
_OPENS_TOO, _CLOSES_TOO = r"(\[{<", r")\]}>,.;:!?%"
"""What opens and closes in Latin script does so beside Chinese characters only: `1,800` and `a.b` stay whole."""

_MARKS = "\u0300-\u036f\u20d0-\u20ff\u302a-\u302f\u3099\u309a\ufe00-\ufe0f\U000e0100-\U000e01ef"
_UNITS = "万亿千百十元年月日号天周时分秒个位名人家条项次点倍种类步轮件份成级期"
"""What a number is counted in; it stays with the number, as in `1,800万元`."""

_NEVER_FIRST = "%，。、；：？！）】》」』〉〕］｝％"
_TWO_CELLS = re.compile(r"[\x20-\x7e\u3400-\u4dbf\u4e00-\u9fff，。、；：？！（）《》「」【】％]+")
"""Plain Chinese, most of what is measured: each character that is not ASCII takes two cells."""

_AMONG = re.compile(f"[{_WIDE}\u3001-\u303e\uff01-\uff60]")
_MAYBE = re.compile(f"[^\\x00-\\x7f\u3000-\u303f{_WIDE}\uff00-\uffef]")
_WORDS = re.compile(f" +(?![{_NEVER_FIRST}])")
"""Between words, but not between a number and its percent sign, nor before what may not begin a line."""

_LEAD = re.compile(r"(?:[-+] )? *(?:- )*")
"""What stands before the text of a line of YAML: the sign of a change, the indentation, the dash of a list's item."""
_BELOW = 2
"""By how many cells its further lines are set in."""

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
    if _TWO_CELLS.fullmatch(text):
        return len(text) + (len(text.encode()) - len(text)) // 2  # three bytes each in UTF-8
    from rich.cells import cell_len

    return cell_len(_IN_WORD.sub("", text)) + _wider(text)


def widest(text: str) -> int:
    """The most cells that a text may take: among Chinese characters, ambiguous ones may be drawn two cells wide.

    Unicode's annex 11 lets the surroundings decide, and many Chinese terminals and fonts do. Lines are measured so, and
    fit either way. Columns are lined up by `cells`, which is what most terminals draw; whatever another one draws wider
    moves the rest of its own row only. Elsewhere an é or a Cyrillic letter is one cell, or a line would be half empty.
    """
    return _widest_here(text) if _AMONG.search(text) else cells(text)


def _widest_here(text: str) -> int:
    """The most cells that a part of a Chinese text may take."""
    if text.isascii():
        return len(text)
    from unicodedata import category, east_asian_width

    rare = _MAYBE.findall(text)
    return cells(text) + sum(east_asian_width(one) == "A" and category(one) not in {"Mn", "Me", "Cf"} for one in rare)


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
    if width is None or widest(text) <= width:
        return [text]
    measure = _widest_here if _AMONG.search(text) else cells
    lines = [""]
    used = 0
    for space, chunk in _chunks(text):
        size = measure(chunk)
        gap = space if used else ""
        if used and used + len(gap) + size > width:
            lines.append("")
            used, gap = 0, ""
        *full, rest = [chunk] if size <= width else fold(chunk, width, measure)
        for piece in full:
            lines[-1] = piece
            lines.append("")
        lines[-1] += gap + rest
        used = measure(lines[-1]) if full else used + len(gap) + size
    return lines


def wrap_of_file(text: str, width: int | None) -> list[str]:
    """Break a line of a file, or of a change of one: its indentation stays, and further lines begin below its text."""
    if width is None or widest(text) <= width:
        return [text]
    lead = _LEAD.match(text)
    indent = min(lead.end() if lead else 0, width // 2)
    first, *others = wrap(text[lead.end() if lead else 0 :], width - indent - _BELOW)
    return [f"{text[:indent]}{first}", *(f"{' ' * (indent + _BELOW)}{one}" for one in others)]


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
    apostrophe = "(?<=[A-Za-z])’(?=[A-Za-z])"
    before_chinese = f"(?![{_OPENS_TOO}]+[{_WIDE}{_OPENS}])"
    other = (
        f"(?:{before_chinese}[^{_WIDE}{_OPENS}{_CLOSES}]|{apostrophe})+(?:(?<=[0-9])[{_UNITS}]{{1,3}}|(?<=[A-Z])级)?"
    )
    return re.compile(
        f"[{_OPENS}{_OPENS_TOO}]*(?:第?{other}|[{_WIDE}])?"
        f"(?:(?<=[{_WIDE}{_CLOSES}])[{_CLOSES_TOO}]+| +(?=[{_NEVER_FIRST}])|[{_CLOSES}{_MARKS}])*"
    )


def fold(word: str, width: int, measure: Callable[[str], int] = cells) -> list[str]:
    """Cut a word too long for a line, never within a character and its marks."""
    if word.isascii():
        return [word[at : at + width] for at in range(0, len(word), width)]
    lines = [""]
    used = 0
    for cluster in _clusters(word):
        size = measure(cluster)
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
