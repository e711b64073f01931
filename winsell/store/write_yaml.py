"""Plain data as YAML that our own reader reads back to the same data.

In: maps with text keys, lists, texts, numbers, flags, nothing. Out: YAML text. A text stands bare only if no reader
could take it for anything else; exact decimals are written digit by digit.
"""

from __future__ import annotations

import math
import re
from decimal import Decimal
from typing import Any

from yaml import SafeDumper, dump
from yaml.nodes import ScalarNode

_BARE = re.compile(r"[A-Za-z\u4e00-\u9fff][A-Za-z0-9\u4e00-\u9fff -]*(?<! )")
_FLOAT = "tag:yaml.org,2002:float"
_TEXT = "tag:yaml.org,2002:str"


class _Dumper(SafeDumper):
    """A dumper with our own idea of text and numbers."""

    def ignore_aliases(self, data: Any) -> bool:
        """Write everything out: our reader knows no aliases."""
        del data
        return True


def _text(dumper: SafeDumper, value: str) -> ScalarNode:
    return dumper.represent_scalar(_TEXT, value, style=None if _BARE.fullmatch(value) else '"')


def _decimal(dumper: SafeDumper, value: Decimal) -> ScalarNode:
    return dumper.represent_scalar(_FLOAT, format(value, "f"))


_Dumper.add_representer(str, _text)
_Dumper.add_representer(Decimal, _decimal)


def write_yaml(data: object) -> str:
    """Write data as a block, in the order of its keys, a line for each value."""
    text: str = dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=math.inf)
    return text
