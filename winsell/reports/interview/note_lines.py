"""The matters of a pasted note: its lines, without the breaks that a mail program or a narrow window put into them."""

from __future__ import annotations

import re

_FULL = 60
"""Characters from which on a line may be broken because it was full; a Chinese one is full at half of them."""
_ITEM = re.compile(
    r"\s*(?:[-*\u2022\u00b7\u2013\u2014]|\(?\d{1,3}[.)\u3001\uff09]|[\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341]+\u3001)\s*"
)
"""What a new item of a list begins with."""
_BULLET = re.compile(r"\A(?:[-*\u2013\u2014]\s+|[\u2022\u00b7]\s*)(?=\S)")
"""What says no more than that an item begins; a number may be a day's or a sum's, and stays."""
_ENDS = tuple(".!?:;\u3002\uff01\uff1f\uff1a\uff1b")


def matters_of(note: str) -> tuple[str, ...]:
    """Return each matter on one line: a line that goes on with the one before it is put behind that."""
    found: list[str] = []
    before: str | None = None
    for line in note.splitlines():
        text = _BULLET.sub("", " ".join(line.split()))
        if text and before is not None and _goes_on(before, line):
            found[-1] += f"{'' if _is_chinese(found[-1][-1]) and _is_chinese(text[0]) else ' '}{text}"
        elif text:
            found.append(text)
        before = line if text else None
    return tuple(found)


def _goes_on(before: str, line: str) -> bool:
    """Tell whether a line goes on with the one before it: that was full, or this stands below its list item's text."""
    if _ITEM.match(line):
        return False
    if _ITEM.match(before) and _indent(line) > _indent(before):
        return True
    width = sum(2 if _is_chinese(one) else 1 for one in before)
    return width >= _FULL and not before.rstrip().endswith(_ENDS)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _is_chinese(character: str) -> bool:
    return "\u2e80" <= character <= "\u9fff" or "\uff00" <= character <= "\uffef"
