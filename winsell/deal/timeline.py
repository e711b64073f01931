"""A dated fact: what held, from which day, why we think so and who told us.

In a file it is a plain value, an entry `{is, why, source, by, how}`, or a history whose keys are days. In code it is
always a `Timeline` of `Entry`s, oldest first. A history is half of the deal file's idea: as of a day, the last entry
not later than it holds, and what is dated later does not exist.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar, get_args

from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from winsell.base.scalar import DAY_PATTERN, How, Name, looks_like_day, parse_day

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue

T = TypeVar("T")

_NAME: CoreSchema = Name.__metadata__[0].schema  # type: ignore[attr-defined]
_HOW = core_schema.literal_schema(list(get_args(How)))
_COMMON_KEYS: dict[str, CoreSchema] = {"why": _NAME, "source": _NAME, "by": _NAME, "how": _HOW}
"""What every entry may say beside its value."""

UNKNOWN = "unknown"
PLAIN, ENTRY, HISTORY = "<plain>", "<entry>", "<history>"
"""Names of the three written forms in error locations; no key of a file can be one of them."""


@dataclass(frozen=True, slots=True)
class Entry(Generic[T]):
    """One statement: the value, from which day it holds, and the evidence for it."""

    value: T | None = None
    """None is unknown: nothing was ever said, or `unknown` was written."""
    on: date | None = None
    """The day from which it holds; None if the file gives none (then it holds on every day, and is never fresh)."""
    why: str | None = None
    source: str | None = None
    """Who or what told us: a person's id, or words."""
    by: str | None = None
    """Who of us wrote it down."""
    how: How | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)
    """Keys that only this field has, e.g. `at` of a win sign."""

    @property
    def evidenced(self) -> bool:
        """Tell whether the value has a date, and a source or what somebody did before our own eyes."""
        seen = self.how == "act" and self.why is not None
        return self.value is not None and self.on is not None and (self.source is not None or seen)

    @property
    def firm(self) -> T | None:
        """The value, but for a guess of ours: that is unknown wherever it would decide something."""
        return None if self.how == "guess" else self.value

    def age(self, on: date) -> int | None:
        """Count the days since it was said; None if it is undated."""
        return None if self.on is None else (on - self.on).days


class Timeline(Generic[T]):
    """Entries of one fact, oldest first; an undated one, if any, is the only one."""

    __slots__ = ("entries",)
    extra: ClassVar[Mapping[str, Any]] = {}
    """Keys that an entry of this field may have beside the common ones, with their types."""

    def __init__(self, entries: tuple[Entry[T], ...] = ()) -> None:
        """Hold the entries, which are sorted already."""
        self.entries = entries

    def at(self, on: date) -> Entry[T]:
        """Return the entry that holds on a day; an empty one (value None) if none does."""
        for entry in reversed(self.entries):
            if entry.on is None or entry.on <= on:
                return entry
        return Entry()

    def until(self, on: date) -> tuple[Entry[T], ...]:
        """Return all entries that exist on a day, oldest first."""
        return tuple(entry for entry in self.entries if entry.on is None or entry.on <= on)

    def __bool__(self) -> bool:
        """Tell whether anything was ever written."""
        return bool(self.entries)

    def __iter__(self) -> Iterator[Entry[T]]:
        """Go through the entries, oldest first."""
        return iter(self.entries)

    def __eq__(self, other: object) -> bool:
        """Compare by entries."""
        return isinstance(other, Timeline) and self.entries == other.entries

    def __hash__(self) -> int:
        """Hash by the days only: values need not be hashable."""
        return hash(tuple(entry.on for entry in self.entries))

    def __repr__(self) -> str:
        """Show the entries."""
        return f"Timeline({self.entries!r})"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Validate the three written forms, with one error a fault: a tagged union tries no branch twice."""
        base = source if get_args(source) else next(b for b in cls.__orig_bases__ if get_args(b))  # type: ignore[attr-defined]
        value = core_schema.no_info_wrap_validator_function(_unless_unknown, handler.generate_schema(get_args(base)[0]))
        entry = _entry_schema(value, cls.extra, handler)
        dated = core_schema.tagged_union_schema({PLAIN: value, ENTRY: entry}, discriminator=_plain_or_entry)
        days = core_schema.no_info_after_validator_function(_start_day, core_schema.str_schema(strict=True))
        history = core_schema.no_info_wrap_validator_function(
            _only_days, core_schema.dict_schema(days, dated, min_length=1)
        )
        forms = core_schema.tagged_union_schema({PLAIN: value, ENTRY: entry, HISTORY: history}, discriminator=_form)
        return core_schema.no_info_wrap_validator_function(cls._from_form, forms)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Describe the three forms, with the word `unknown` wherever a value may stand."""
        forms = handler.resolve_ref_schema(handler(schema))
        value, entry, _ = forms["oneOf"]
        allowed = {"anyOf": [value, {"const": UNKNOWN}]}
        entry = {**entry, "title": "Entry", "properties": {**entry["properties"], "is": allowed}}
        days = {"type": "object", "patternProperties": {DAY_PATTERN: {"anyOf": [allowed, entry]}}}
        return {
            "anyOf": [allowed, entry, {**days, "additionalProperties": False, "title": "History", "minProperties": 1}]
        }

    @classmethod
    def _from_form(cls, raw: Any, validate: core_schema.ValidatorFunctionWrapHandler) -> Timeline[T]:
        if isinstance(raw, Timeline):
            return raw
        form, valid = _form(raw), validate(raw)
        if form == HISTORY:
            return cls(tuple(_entry(valid[day], day) for day in sorted(valid)))
        return cls((_entry(valid, None),))


def _entry_schema(value: CoreSchema, extra: Mapping[str, Any], handler: GetCoreSchemaHandler) -> CoreSchema:
    optional = {key: handler.generate_schema(kind) for key, kind in extra.items()} | _COMMON_KEYS
    fields = {key: core_schema.typed_dict_field(schema, required=False) for key, schema in optional.items()}
    required = core_schema.typed_dict_field(value, required=True)
    schema = core_schema.typed_dict_schema({"is": required} | fields, extra_behavior="forbid")
    return core_schema.no_info_before_validator_function(_without_blanks, schema)


def _without_blanks(raw: Any) -> Any:
    """Drop keys that were written down and left empty: an empty `why:` is no why."""
    return {key: value for key, value in raw.items() if value is not None or key == "is"}


def _entry(valid: Any, on: date | None) -> Entry[Any]:
    if not isinstance(valid, dict):
        return Entry(valid, on)
    extra = {key: value for key, value in valid.items() if key not in _COMMON}
    common = {key: valid[key] for key in _COMMON if key in valid and key != "is"}
    return Entry(valid["is"], on, extra=extra, **common)


_COMMON = ("is", "why", "source", "by", "how")


def _form(raw: Any) -> str:
    if not isinstance(raw, dict):
        return PLAIN
    return HISTORY if any(looks_like_day(str(key)) for key in raw) else ENTRY


def _plain_or_entry(raw: Any) -> str:
    return ENTRY if isinstance(raw, dict) else PLAIN


def _unless_unknown(raw: Any, validate: core_schema.ValidatorFunctionWrapHandler) -> Any:
    if raw is None:
        raise PydanticCustomError("empty-value", "empty value", {})
    return None if raw == UNKNOWN else validate(raw)


def _start_day(text: str) -> date:
    return parse_day(text, month_end=False)


def _only_days(raw: Any, validate: core_schema.ValidatorFunctionWrapHandler) -> Any:
    others = [str(key) for key in raw if not looks_like_day(str(key))]
    if others:
        raise PydanticCustomError("mixed-history", "mixed history", {"key": others[0]})
    valid = validate(raw)
    if len(valid) < len(raw):
        raise PydanticCustomError("same-day", "same day", {"days": tuple(_clashing(raw))})
    return valid


def _clashing(raw: Mapping[str, Any]) -> list[str]:
    days = [(key, parse_day(key, month_end=False)) for key in raw]
    return [key for key, day in days if sum(day == other for _, other in days) > 1]
