"""What pydantic found wrong, as problems with the line of the file.

In: a validation error, the model and the document that it judged. Out: problems in the order of the file, each with a
code of ours: the words of pydantic never reach a user.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import PydanticCustomError

from winsell.base.label import Label
from winsell.base.problem import FactValue, Problem
from winsell.base.scalar import looks_like_day, parse_day
from winsell.deal.timeline import Timeline
from winsell.store.document import Document, Path
from winsell.store.yes_no import meant_by

Facts = dict[str, FactValue]
_ENTRY_KEYS = ("is", "why", "source", "by", "how")
_KEY = "[key]"
_QUOTED = 60


def schema_problems(error: ValidationError, model: type[BaseModel], document: Document) -> tuple[Problem, ...]:
    """Translate a validation error."""
    found = [_problem(dict(one), model, document) for one in error.errors(include_url=False)]
    return tuple(sorted(found, key=lambda problem: (problem.line or 0, problem.column or 0)))


def _problem(error: dict[str, Any], model: type[BaseModel], document: Document) -> Problem:
    path = tuple(part for part in error["loc"] if not _is_form(part))
    code, facts = _translate(error, path, model)
    line, column = place(document, path, key=_KEY in error["loc"] or error["type"] == "extra_forbidden")
    return Problem(code, line, column, {"path": path_text(path), **facts})


def _is_form(part: object) -> bool:
    return isinstance(part, str) and (part == _KEY or (part.startswith("<") and part.endswith(">")))


def path_text(path: Path) -> str:
    """Write a path as it is spoken of: people.cio.attitude; the file as a whole is empty."""
    spoken = path[:-1] if path and path[-1] == "is" else path
    return ".".join(str(part) for part in spoken)


def place(document: Document, path: Path, *, key: bool) -> tuple[int, int]:
    """Return line and column of a value or key, or of the nearest thing around it that stands in the file."""
    for end in range(len(path), 0, -1):
        span = document.keys.get(path[:end]) if key or end < len(path) else document.values.get(path)
        span = span or document.values.get(path[:end]) or document.keys.get(path[:end])
        if span is not None:
            return span.line, span.column
    return 1, 1


def as_written(document: Document, where: Path) -> Path:
    """Find a place as the file writes it: items of lists by number, days of a history as the file has them.

    Analyses name places by text: `("activities", "0")`, `("people", "cio", "attitude", "2021-08-01")`.
    """
    node: Any = document.data
    written: list[str | int] = []
    for part in where:
        key = _key_as_written(node, part)
        node = node[key] if key is not None else None
        written.append(part if key is None else key)
    return tuple(written)


def _key_as_written(node: object, part: str | int) -> Any:
    """Return the key or index of `node` that is meant; None if it has none."""
    if isinstance(node, dict):
        return part if part in node else next((key for key in node if part in _days(key)), None)
    if isinstance(node, list):
        return next((index for index in range(len(node)) if str(index) == str(part)), None)
    return None


def _days(key: str) -> tuple[str, ...]:
    """Return the days that a key of a history or of the checkpoints may mean: a month is its first or its last."""
    if not looks_like_day(key):
        return ()
    try:
        return tuple(parse_day(key, month_end=month_end).isoformat() for month_end in (False, True))
    except PydanticCustomError:
        return ()


def _translate(error: dict[str, Any], path: Path, model: type[BaseModel]) -> tuple[str, Facts]:
    kind: str = error["type"]
    translate = _KINDS.get(kind)
    if translate is not None:
        return translate(error, path, model)
    context: Mapping[str, Any] = error.get("ctx") or {}
    return kind, {key: value if isinstance(value, int | tuple) else str(value) for key, value in context.items()}


def _unknown_key(_error: dict[str, Any], path: Path, model: type[BaseModel]) -> tuple[str, Facts]:
    key, allowed = str(path[-1]), allowed_keys(model, path[:-1])
    near = get_close_matches(key.lower(), allowed, n=1)
    facts: Facts = {"key": key, "place": path_text(path[:-1])}
    if near:
        return "unknown-key-near", {**facts, "nearest": near[0]}
    return "unknown-key", {**facts, "allowed": tuple(allowed)}


def _missing_key(_error: dict[str, Any], path: Path, _model: type[BaseModel]) -> tuple[str, Facts]:
    return "missing-key", {"key": str(path[-1]), "place": path_text(path[:-1])}


def _wrong_word(error: dict[str, Any], path: Path, _model: type[BaseModel]) -> tuple[str, Facts]:
    value, allowed = error["input"], _words_of(error["ctx"]["expected"])
    if path == ("kind",):
        return "wrong-kind", {"value": _show(value), "wanted": allowed[0]}
    meant = meant_by(value, allowed)
    if meant in (("yes",), ("no",)):
        return "write-yes-or-no", {"value": _show(value), "right": meant[0]}
    if len(meant) > 1:
        return "wrong-word-meant", {"value": _show(value), "meant": meant, "allowed": allowed}
    near = meant or get_close_matches(_show(value).lower(), allowed, n=1)
    facts: Facts = {"value": _show(value), "allowed": allowed}
    return ("wrong-word-near", {**facts, "nearest": near[0]}) if near else ("wrong-word", facts)


def _words_of(expected: str) -> tuple[str, ...]:
    """Read the words back from pydantic's list `'a', 'b' or 'c'`."""
    return tuple(word for word in expected.split("'")[1::2])


def _too_high(error: dict[str, Any], path: Path, _model: type[BaseModel]) -> tuple[str, Facts]:
    if path == ("winsell",):
        return "newer-version", {"value": _show(error["input"])}
    return "too-high", {"value": _show(error["input"]), "limit": _show(error["ctx"].get("le", error["ctx"].get("lt")))}


def _too_low(error: dict[str, Any], _path: Path, _model: type[BaseModel]) -> tuple[str, Facts]:
    return "too-low", {"value": _show(error["input"]), "limit": _show(error["ctx"].get("ge", error["ctx"].get("gt")))}


def _wants_section(error: dict[str, Any], path: Path, _model: type[BaseModel]) -> tuple[str, Facts]:
    value = error["input"]
    if error.get("ctx", {}).get("class_name") == Label.__name__:
        return _wants_name(value)
    if isinstance(value, list):
        return "wants-ids", {}
    if path == ("amount",):
        return "amount-without-currency", {"value": _show(value)}
    return "wants-section", {"value": _show(value)}


def _wants_name(value: object) -> tuple[str, Facts]:
    """A name is a text, or one for each language."""
    if isinstance(value, str):
        return "empty-text", {}
    return ("wants-line" if isinstance(value, list) else "wants-text"), {"value": _show(value)}


def _coded(code: str) -> Callable[[dict[str, Any], Path, type[BaseModel]], tuple[str, Facts]]:
    return lambda error, _path, _model: (code, {"value": _show(error["input"])})


def _too_short(error: dict[str, Any], _path: Path, _model: type[BaseModel]) -> tuple[str, Facts]:
    return "too-few" if error["ctx"]["actual_length"] else "no-entries", {}


def _pattern(error: dict[str, Any], path: Path, _model: type[BaseModel]) -> tuple[str, Facts]:
    return ("bad-currency" if path[-1] == "currency" else "bad-form"), {"value": _show(error["input"])}


_KINDS: dict[str, Callable[[dict[str, Any], Path, type[BaseModel]], tuple[str, Facts]]] = {
    "extra_forbidden": _unknown_key,
    "missing": _missing_key,
    "literal_error": _wrong_word,
    "less_than_equal": _too_high,
    "less_than": _too_high,
    "greater_than_equal": _too_low,
    "greater_than": _too_low,
    "model_type": _wants_section,
    "dict_type": _wants_section,
    "tuple_type": _coded("wants-list"),
    "bool_type": _coded("not-a-flag"),
    "string_pattern_mismatch": _pattern,
    "too_short": _too_short,
    "too_long": _coded("too-many"),
}


def _show(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "{...}"
    if isinstance(value, list | tuple):
        return "[...]"
    if isinstance(value, float):
        return f"{value:g}"
    return "" if value is None else str(value)[:_QUOTED]


def allowed_keys(model: type[BaseModel], path: Path) -> tuple[str, ...]:
    """Name the keys that may stand at a path of a file judged by `model`."""
    kind: Any = model
    for part in path:
        kind = _step_into(kind, part)
    return _keys_of(kind)


def _keys_of(kind: Any) -> tuple[str, ...]:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return tuple(field.alias or name for name, field in kind.model_fields.items())
    timeline = _timeline(kind)
    return (*_ENTRY_KEYS, *timeline.extra) if timeline is not None else ()


def _step_into(kind: Any, part: str | int) -> Any:
    """Return what stands under one more part of a path; a timeline stays itself under its days."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        fields = {field.alias or name: field for name, field in kind.model_fields.items()}
        return _core(fields[str(part)].annotation) if str(part) in fields else None
    if _timeline(kind) is not None:
        return kind
    arguments = [one for one in get_args(kind) if one is not Ellipsis]
    return _core(arguments[-1]) if arguments else None


def _timeline(kind: Any) -> type[Timeline[Any]] | None:
    origin = get_origin(kind) or kind
    return origin if isinstance(origin, type) and issubclass(origin, Timeline) else None


def _core(annotation: Any) -> Any:
    """Strip `Annotated` and `| None` off an annotation."""
    if get_origin(annotation) is Annotated:
        return _core(get_args(annotation)[0])
    if get_origin(annotation) in (Union, types.UnionType):
        return _core(next(one for one in get_args(annotation) if one is not type(None)))
    return None if get_origin(annotation) is Literal else annotation
