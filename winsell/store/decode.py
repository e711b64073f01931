"""Bytes to text: UTF-8 or a refusal that names the encoding the file seems to have.

In: the bytes of a file. Out: the text without its byte order mark, or the one problem that stops the reading.
The locale is never asked, so a file means the same on a Chinese Windows and on a server.
"""

from __future__ import annotations

import codecs
import re

from winsell.base.problem import Problem

MAX_BYTES = 2 * 1024 * 1024

_BOMS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_SAMPLE = 4096
_SHORTEST = 8
_NEARLY_ALL, _MANY, _FEW = 0.9, 0.4, 0.1
"""Shares of zero bytes."""
_LINE_BREAK = re.compile(rb"\r\n|\r|\n")
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def decode(raw: bytes) -> str | Problem:
    """The text of the file, or why there is none."""
    if len(raw) > MAX_BYTES:
        return Problem("too-big", facts={"size": len(raw), "limit": MAX_BYTES})
    wide = _wide_encoding(raw)
    if wide is not None:
        return Problem("not-utf8", 1, 1, {"encoding": wide})
    body = raw.removeprefix(codecs.BOM_UTF8)
    try:
        return str(body, "utf-8")
    except UnicodeDecodeError as error:
        return _explain(body, error.start)


def _wide_encoding(raw: bytes) -> str | None:
    """UTF-16 and UTF-32 by their mark, else by the zeros that ASCII keys leave in every second or fourth place."""
    for bom, name in _BOMS:
        if raw.startswith(bom):
            return name
    sample = raw[:_SAMPLE]
    if len(sample) < _SHORTEST or b"\0" not in sample:
        return None
    zeros = [sample[phase::4].count(0) / (len(sample) // 4) for phase in range(4)]
    little, big, lowest = min(zeros[2:]), min(zeros[:2]), min(zeros)
    if max(little, big) > _NEARLY_ALL:
        return "UTF-32" if lowest < _NEARLY_ALL else None
    even, odd = sorted((zeros[0] + zeros[2], zeros[1] + zeros[3]))
    return "UTF-16" if odd > _MANY and even < _FEW else None


def _explain(raw: bytes, position: int) -> Problem:
    """Name the encoding by the look of all bytes; the line is that of the first byte which is not UTF-8."""
    before = raw[:position]
    line = len(_LINE_BREAK.findall(before)) + 1
    column = len(_LINE_BREAK.split(before)[-1].decode("utf-8", "replace")) + 1
    if _mostly_utf8(raw):
        return Problem("broken-utf8", line, column, {"byte": f"0x{raw[position]:02X}"})
    if len(_BINARY.findall(raw)) * 20 > len(raw):
        return Problem("not-text", line, column)
    return Problem("not-utf8", line, column, {"encoding": _narrow_encoding(raw)})


def _mostly_utf8(raw: bytes) -> bool:
    text = raw.decode("utf-8", "replace")
    broken = text.count("\N{REPLACEMENT CHARACTER}")
    return sum(1 for character in text if character > "\x7f") - broken > 2 * broken


def _narrow_encoding(raw: bytes) -> str:
    """GBK writes two high bytes for nearly every Chinese character; accented letters stand alone."""
    runs = [len(run) for run in _HIGH_RUN.findall(raw)]
    even = sum(run for run in runs if run % 2 == 0)
    if even * 2 < sum(runs):
        return "Windows-1252"
    try:
        raw.decode("gb18030")
    except UnicodeDecodeError:
        return "Windows-1252"
    return "GBK"
