"""Reports for programs: their data as JSON, the same in every language.

In: a report; its words and the screen do not matter. Out: indented JSON with readable text of any script, in which
what does not show is escaped, so that printing it is safe.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from winsell.base.block import Report
from winsell.base.fact import Money, Named, Percent, Points, Ratio, Say, Term
from winsell.views.plain import spell_hidden

DIGITS = 6


def render_json(report: Report) -> str:
    """Make a report's data JSON; ValueError if a number is not one."""
    return json_text(report.data)


def json_text(data: Any) -> str:
    """Write data as JSON that is safe to print, with a newline at its end."""
    text = json.dumps(as_data(data), allow_nan=False, ensure_ascii=False, indent=2)
    return spell_hidden(text, _escape) + "\n"


def as_data(value: Any) -> Any:
    """Turn a fact, or data with facts in it, into what JSON has."""
    match value:
        case Mapping():
            return {str(key): as_data(one) for key, one in value.items()}
        case tuple() | list():
            return [as_data(one) for one in value]
        case None | bool() | int() | str():
            return value
        case _:
            return _one(value)


def _one(value: object) -> Any:
    match value:
        case float():
            return _rounded(value)
        case Percent() | Points() | Ratio():
            return _rounded(float(value.value))
        case date():
            return value.isoformat()
        case Decimal():
            return str(value)
        case _:
            return _object(value)


def _rounded(value: float) -> float:
    return round(float(value), DIGITS) + 0.0  # no -0.0


def _object(value: object) -> Any:
    match value:
        case Say():
            return {"code": value.code, "facts": as_data(value.facts)}
        case Money():
            high = None if value.high is None else str(value.high)
            return {"low": str(value.low), "high": high, "currency": value.currency}
        case Term() | Named():
            return value.id
        case _:
            raise TypeError(f"no JSON form for {type(value).__name__}")


def _escape(character: str) -> str:
    """Write a character in JSON's own way; the newlines between the lines are not in a text."""
    return character if character == "\n" else json.dumps(character)[1:-1]
