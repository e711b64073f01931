"""The fields of a file as its models know them: which places there are, and what may be written at each.

In: a model and a path of keys, `("people", "cio", "attitude")`. Out: a `Field` that says whether one value stands
there or a history, a section of keys, things by id, or a list; or a `NoSuchFieldError` with the nearest key. What
writes a file, asks for answers or completes a path reads the form of the file here, so none has a list of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from winsell.base.label import Label
from winsell.deal.timeline import Timeline

Kind = Literal["value", "history", "section", "things", "list"]
"""One value; a dated fact; keys of its own; things under ids of the seller's; entries one below the other."""
Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """What may stand at a place."""

    path: Path
    kind: Kind
    type: Any
    """The type of the value, of one value of the history, of one thing, or of one entry; the model of a section."""
    words: tuple[str, ...] = ()
    """The words of which one is to be chosen; empty where anything goes."""
    extra: tuple[str, ...] = ()
    """Keys that an entry of this history may have beside is, why, source, by and how."""


class NoSuchFieldError(LookupError):
    """There is no such place in the file."""

    def __init__(self, path: Path, at: int, known: tuple[str, ...]) -> None:
        """Keep the path, which of its keys is wrong, and the keys that are known there (none: nothing may follow)."""
        super().__init__(".".join(path))
        self.path = path
        self.at = at
        self.known = known

    @property
    def nearest(self) -> Path | None:
        """The path up to the wrong key, with the known key that looks most like it."""
        close = get_close_matches(self.path[self.at], self.known, 1)
        return (*self.path[: self.at], *close) if close else None


def field_at(model: type[BaseModel], path: Path) -> Field:
    """Find the field of a path; raise NoSuchFieldError at the first key that is none."""
    field = Field((), "section", model)
    for at, key in enumerate(path):
        field = _step(field, path, at, key)
    return field


def keys_of(field: Field) -> tuple[str, ...]:
    """Return the keys of a section, in the order of the file; nothing of all else."""
    return tuple(fields_of(field.type)) if field.kind == "section" else ()


def fields_of(model: type[BaseModel]) -> Mapping[str, Any]:
    """Return the keys of a model as files write them, with their types, in the order of the file."""
    return {one.alias or name: one.annotation for name, one in model.model_fields.items()}


def _step(field: Field, path: Path, at: int, key: str) -> Field:
    here = path[: at + 1]
    if field.kind == "things":
        return _field(here, field.type)
    known = keys_of(field)
    if key not in known:
        raise NoSuchFieldError(path, at, known)
    return _field(here, fields_of(field.type)[key])


def _field(path: Path, kind: Any) -> Field:
    if (history := next((one for one in outer_parts(kind) if _is_history(one)), None)) is not None:
        value = next(get_args(one)[0] for one in parts_of(history) if get_args(one) and _is_history(one))
        return Field(path, "history", value, words_in(value), tuple(history.extra))
    things = next((one for one in outer_parts(kind) if get_origin(one) is dict), None)
    if things is not None:
        return Field(path, "things", get_args(things)[1])
    entries = next((one for one in outer_parts(kind) if get_origin(one) is tuple), None)
    model = model_in(kind)
    if model is not None:
        return Field(path, "list" if entries is not None else "section", model)
    return Field(path, "value", kind, words_in(kind))


def _is_history(kind: Any) -> bool:
    origin = get_origin(kind) or kind
    return isinstance(origin, type) and issubclass(origin, Timeline)


def outer_parts(kind: Any) -> Iterator[Any]:
    """Go through a type and the alternatives and annotations around it, but into no container."""
    yield kind
    if get_origin(kind) not in (dict, tuple, Literal) and not _is_history(kind):
        for one in get_args(kind):
            yield from outer_parts(one)


def parts_of(kind: Any) -> Iterator[Any]:
    """Go through a type and whatever it is made of, the outermost first."""
    yield kind
    bases = getattr(kind, "__orig_bases__", ()) if get_origin(kind) is None and not is_model(kind) else ()
    for one in (*get_args(kind), *bases):
        yield from parts_of(one)


def is_model(kind: Any) -> bool:
    """Tell whether a type is a part of a file with keys of its own."""
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def model_in(kind: Any) -> type[BaseModel] | None:
    """Return the outermost model of a type; a label is one text in several languages, and no section."""
    return next((one for one in parts_of(kind) if is_model(one) and one is not Label), None)


def words_in(kind: Any) -> tuple[str, ...]:
    """Return the closed set of words of a type; nothing if it has none."""
    literal = next((one for one in parts_of(kind) if get_origin(one) is Literal), None)
    return tuple(word for word in get_args(literal) if isinstance(word, str))


def position_of(model: type[BaseModel], path: Path, key: str, siblings: Sequence[str]) -> int:
    """Return where among its siblings a new key goes: in the order of the model, else at the end."""
    try:
        order = keys_of(field_at(model, path))
    except NoSuchFieldError:
        order = ()
    if key not in order:
        return len(siblings)
    earlier = order[: order.index(key)]
    return max((at + 1 for at, one in enumerate(siblings) if one in earlier), default=0)
