"""The smallest values of our files: days, levels, amounts, ids, words.

In: plain YAML data (text, int, Decimal, bool). Out: typed values, or an error that names the right form.
Nothing is coerced silently: a number where text is wanted is refused, and so is text where a number is wanted.
"""

from __future__ import annotations

import calendar
import math
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Strict
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from winsell.base.form import Form

Attitude = Literal["mentor", "supporter", "neutral", "non-supporter", "enemy"]
Contact = Literal["none", "occasional", "multiple", "deep"]
Role = Literal["approver", "decider", "evaluator", "user"]
Politics = Literal["inner", "structure", "outside"]
Function = Literal["it", "business", "finance", "procurement", "legal", "board", "outside", "other"]
Orientation = Literal["professional", "pragmatic", "professional-pragmatic", "pragmatic-professional", "balanced"]
ResponseMode = Literal["growth", "trouble", "even-keel", "overconfident"]
How = Literal["act", "said", "heard", "guess"]
Answer = Literal["yes", "no"]
MatchAnswer = Literal["yes", "partly", "no"]
EventStatus = Literal["confirmed", "denied", "on-hold", "stopped"]
SignStatus = Literal["absent", "partly", "present", "missed"]
Knowledge = Literal["partial", "known", "not-recoverable"]
Standing = Literal["met", "partly", "failed"]
Effect = Literal["none", "some", "strong"]
Outcome = Literal["won", "won-part", "lost", "no-decision", "tender-failed", "dropped-by-us"]
Scope = Literal["project", "competitors", "decision"]
Procurement = Literal["government", "statutory-tender", "own-rules", "direct"]
ProcurementMethod = Literal["open", "invited", "negotiation", "consultation", "inquiry", "single-source"]
AwardRule = Literal["lowest-price", "scored", "negotiated"]
CompetitorKind = Literal["company", "incumbent", "in-house", "partner", "do-nothing"]
ValueKind = Literal["solution", "resource", "relation", "business"]
Has = Literal["no", "partly", "fully", "unknown"]
PriceBasis = Literal["public-award", "told-openly", "own-estimate", "partner"]
Grade = Literal["A", "B", "C", "D", "E"]
ReviewVerdict = Literal["push", "fix", "watch", "stop"]
Strength = Literal["strong", "weak"]
Nature = Literal["objective", "subjective"]

DAY_PATTERN = r"^\d{4}-\d{2}(-\d{2})?$"
_DAY = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")
_DATE_LIKE = re.compile(r"\d{4}([-/.]\d{1,2}){1,2}|\d{4}年.*|\d{8}")
_AMOUNT = re.compile(r"(\d+(?:\.\d+)?)\s?(k|m|bn|万|亿)", re.ASCII)
_MULTIPLE = {"k": 10**3, "m": 10**6, "bn": 10**9, "万": 10**4, "亿": 10**8}
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_CURRENCY = re.compile(r"[A-Z]{3}")
_LARGEST_AMOUNT = Decimal(10) ** 15
_EARLIEST, _LATEST = 1990, 2100


def is_id(value: object) -> bool:
    """Tell whether a value can be the id of a thing."""
    return isinstance(value, str) and _ID.fullmatch(value) is not None


def looks_like_day(key: str) -> bool:
    """Tell whether a person who wrote this key meant a date, rightly written or not."""
    return _DATE_LIKE.fullmatch(key.strip()) is not None


def parse_day(text: str, *, month_end: bool) -> date:
    """Read `YYYY-MM-DD` or `YYYY-MM`; a month is its last day if `month_end`, else its first.

    Raises PydanticCustomError `bad-date` (the form) or `no-such-day` (the calendar).
    """
    match = _DAY.fullmatch(text)
    if match is None or not text.isascii():
        raise PydanticCustomError("bad-date", "bad date", {"value": text})
    year, month, day = int(match[1]), int(match[2]), match[3]
    if not (_EARLIEST <= year <= _LATEST and 1 <= month <= 12):  # noqa: PLR2004 - months of a year
        raise PydanticCustomError("no-such-month", "no such month", {"value": text})
    last = calendar.monthrange(year, month)[1]
    if day is None:
        return date(year, month, last if month_end else 1)
    if not 1 <= int(day) <= last:
        raise PydanticCustomError("no-such-day", "no such day", {"value": text, "month": text[:7], "last": last})
    return date(year, month, int(day))


def _start(value: object) -> date:
    return _day(value, month_end=False)


def _end(value: object) -> date:
    return _day(value, month_end=True)


def _day(value: object, *, month_end: bool) -> date:
    if not isinstance(value, str):
        raise PydanticCustomError("bad-date", "bad date", {"value": _quote(value)})
    return parse_day(value, month_end=month_end)


def _quote(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return ""
    if isinstance(value, dict | list):
        return "[...]" if isinstance(value, list) else "{...}"
    return str(value)[:60]


def _is_sane(value: float | Decimal) -> bool:
    """Tell whether a number is neither NaN nor infinite nor absurdly large."""
    return (isinstance(value, int) or math.isfinite(value)) and -_LARGEST_AMOUNT <= value <= _LARGEST_AMOUNT


def read_number(value: object) -> float:
    """Read an int or a Decimal as a float; refuse all else with the right form."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal) or not _is_sane(value):
        raise PydanticCustomError("not-a-number", "not a number", {"value": _quote(value)})
    return float(value)


def read_amount(value: object) -> Decimal:
    """Read `18000000`, `18m` or `1800万` as an exact amount; refuse all else with the right form."""
    if isinstance(value, str):
        match = _AMOUNT.fullmatch(value.strip())
        value = Decimal(match[1]) * _MULTIPLE[match[2]] if match else value
    if isinstance(value, bool) or not isinstance(value, int | Decimal) or not (_is_sane(value) and value >= 0):
        raise PydanticCustomError("bad-amount", "bad amount", {"value": _quote(value)})
    return Decimal(value)


def _read_flag(value: object) -> bool:
    flags: dict[Any, bool] = {"yes": True, "no": False}
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value in flags:
        return flags[value]
    raise PydanticCustomError("not-a-flag", "not a flag", {"value": _quote(value)})


def _read_text(value: object) -> str:
    if not isinstance(value, str):
        code = "empty-text" if value is None else "wants-line" if isinstance(value, dict | list) else "wants-text"
        raise PydanticCustomError(code, "not text", {"value": _quote(value)})
    return value


def _read_name(value: object) -> str:
    text = _read_text(value)
    if not text.strip():
        raise PydanticCustomError("empty-text", "empty text", {})
    return text


def _read_currency(value: object) -> str:
    if isinstance(value, str) and _CURRENCY.fullmatch(value):
        return value
    raise PydanticCustomError("bad-currency", "bad currency", {"value": _quote(value)})


def _read_words(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _read_whole(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise PydanticCustomError("not-a-whole-number", "not a whole number", {"value": _quote(value)})
    return value


def _read_id(value: object) -> str:
    if isinstance(value, str) and is_id(value):
        return value
    raise PydanticCustomError("bad-id", "bad id", {"value": _quote(value)})


def _plain(read: Callable[[Any], Any]) -> CoreSchema:
    return core_schema.no_info_plain_validator_function(read)


def number(low: float | None = None, high: float | None = None, *, above: float | None = None) -> Form:
    """Make the type of a number within bounds (inclusive, but for `above`)."""
    schema = core_schema.float_schema(ge=low, le=high, gt=above)
    bounds = {"minimum": low, "maximum": high, "exclusiveMinimum": above}
    json = {"type": "number"} | {key: bound for key, bound in bounds.items() if bound is not None}
    return Form(core_schema.no_info_before_validator_function(read_number, schema), json)


def whole(low: int | None = None, high: int | None = None) -> Form:
    """Make the type of a whole number within bounds (inclusive)."""
    bounds = {key: bound for key, bound in {"minimum": low, "maximum": high}.items() if bound is not None}
    schema = core_schema.int_schema(ge=low, le=high)
    return Form(core_schema.no_info_before_validator_function(_read_whole, schema), {"type": "integer"} | bounds)


_DAY_JSON = {"type": "string", "pattern": DAY_PATTERN}
_AMOUNT_JSON = {"anyOf": [{"type": "number"}, {"type": "string", "pattern": r"^\d+(\.\d+)? ?(k|m|bn|万|亿)$"}]}
_ID_JSON = {"type": "string", "pattern": r"^[a-z0-9][a-z0-9-]{0,39}$"}

StartDay = Annotated[date, Form(_plain(_start), _DAY_JSON)]
"""The day from which something holds; `2021-08` is 2021-08-01."""
EndDay = Annotated[date, Form(_plain(_end), _DAY_JSON)]
"""The day by which something ends or is due; `2021-08` is 2021-08-31."""
Number = Annotated[float, number()]
Level = Annotated[float, number(0, 100)]
"""0..100: fit, relation or price; the anchors 0, 25, 50, 75, 100 have meanings of their own (see the method)."""
Scopes = Annotated[tuple[Scope, ...], BeforeValidator(_read_words), Strict(strict=False)]
"""What an inside source can tell about: one word or a list of them."""
Whole = Annotated[int, whole()]
Count = Annotated[int, whole(1)]
"""A whole number from 1."""
Version = Annotated[int, whole(1, 1)]
"""The version of the file's form; a newer one is refused."""
Support = Annotated[int, whole(-5, 5)]
"""-5..+5: the nine-questions ladder."""
Amount = Annotated[Decimal, Form(_plain(read_amount), _AMOUNT_JSON)]
"""Money, never a float: `18000000`, `18m` or `1800万`."""
Flag = Annotated[bool, Form(_plain(_read_flag), {"type": "boolean"})]
Text = Annotated[str, Form(_plain(_read_text), {"type": "string"})]
Name = Annotated[str, Form(_plain(_read_name), {"type": "string", "minLength": 1})]
Id = Annotated[str, Form(_plain(_read_id), _ID_JSON)]
"""A short id: lower-case letters, digits and dashes, at most forty."""
Currency = Annotated[str, Form(_plain(_read_currency), {"type": "string", "pattern": "^[A-Z]{3}$"})]
"""An ISO 4217 code such as CNY."""
