"""What somebody typed, read as the plain data of a file: the form of the field says how it may be meant.

In: a field and a text. Out: readings, the more exact first; which of them is valid is for the model to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, get_origin

from winsell.base.listed import listed
from winsell.deal.fields import Field, parts_of
from winsell.deal.money import amount

_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?", re.ASCII)
_FLAGS = {"true": True, "yes": True, "是": True, "false": False, "no": False, "否": False}
UNKNOWN = "unknown"


def readings(field: Field, text: str) -> Iterator[Any]:
    """Yield the ways in which a text may be meant for a field."""
    text = text.strip()
    if text == UNKNOWN and field.kind == "history":
        yield UNKNOWN
        return
    if any(get_origin(part) is tuple for part in parts_of(field.type)):
        yield listed(text)
        return
    if _NUMBER.fullmatch(text):
        yield Decimal(text) if "." in text else int(text)
    if Decimal in parts_of(field.type):
        yield amount(text)
    if text.casefold() in _FLAGS and bool in parts_of(field.type):
        yield _FLAGS[text.casefold()]
    yield text
