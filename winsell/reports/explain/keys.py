"""The keys of files: each field of a deal, an account and a competitor, and each key and number of the playbook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from winsell.base.fact import Fact, Say
from winsell.deal.account import Account
from winsell.deal.competitor import CompetitorFile
from winsell.deal.deal import Deal
from winsell.deal.fields import is_model, model_in, parts_of, words_in
from winsell.playbook.model import Playbook
from winsell.reports.explain.items import item_paths
from winsell.reports.explain.levels import SCALES, level_name, members
from winsell.reports.explain.topic import Book, Kind, Path, Topic

_FILES: Mapping[str, type[BaseModel]] = {"deal": Deal, "account": Account, "competitor": CompetitorFile}


# The fields of a deal, an account, a competitor.


def field_topics(book: Book) -> Iterator[Topic]:
    """Yield every field of the files that a seller writes, by its keys without the ids between them."""
    for head, model in _FILES.items():
        yield from _fields(book, model, (head,))


def _fields(book: Book, model: type[BaseModel], above: Path) -> Iterator[Topic]:
    for name, field in model.model_fields.items():
        path = (*above, field.alias or name)
        below = model_in(field.annotation)
        yield _field(book, model, path, field.annotation, below)
        if below is not None:
            yield from _fields(book, below, path)


def _field(book: Book, model: type[BaseModel], path: Path, kind: Any, below: type[BaseModel] | None) -> Topic:
    code = book.words.field_code(model.__name__, path[-1])
    group = book.words.anchored.get(code) or book.words.group_of(words_in(kind))
    details: list[Fact] = [Say("explain.field", {"path": ".".join(path[1:])})]
    if below is not None:
        keys = ", ".join(one.alias or name for name, one in below.model_fields.items())
        details.append(Say("explain.section", {"keys": keys}))
    return Topic(
        ".".join(path),
        "field",
        ".".join(path[1:]),
        Say(code),
        (path[-1], ".".join(path[1:])),
        details=tuple(details),
        scale=group,
        shown=path[0] == "deal",
    )


# The keys of the playbook.


_WHOLE: tuple[Path, ...] = (("meeting", "acts"), ("meeting", "company"))
"""Keys that are told as a whole: what stands below them are sentences, under ids that mean other things."""


def key_topics(book: Book) -> Iterator[Topic]:
    """Yield every key and value of the playbook in use, but for what is an item of its own."""
    items = item_paths(book.playbook)
    for path, model in _keys(Playbook, book.tree, ()):
        if path not in items and "label" not in path[:-1] and not (len(path) > 2 and path[:2] in _WHOLE):  # noqa: PLR2004
            yield _key(book, path, model)


def _keys(model: type[BaseModel], tree: Mapping[str, Any], above: Path) -> Iterator[tuple[Path, tuple[str, str]]]:
    """Yield each place of a tree with the model and the key of it that says what stands there."""
    fields = {field.alias or name: field for name, field in model.model_fields.items()}
    for key, value in tree.items():
        yield (*above, key), (model.__name__, key)
        if isinstance(value, Mapping) and key in fields:
            yield from _below(fields[key].annotation, (model.__name__, key), value, (*above, key))


def _below(
    kind: Any, said: tuple[str, str], tree: Mapping[str, Any], above: Path
) -> Iterator[tuple[Path, tuple[str, str]]]:
    model = next((one for one in parts_of(kind) if is_model(one)), None)
    if model is not None and not _is_map(kind):
        yield from _keys(model, tree, above)
        return
    for key, value in tree.items():
        yield (*above, key), said
        if isinstance(value, Mapping):
            inner = next((one for one in parts_of(kind) if get_origin(one) is dict), None)
            yield from _below(get_args(inner)[1], said, value, (*above, key))


def _is_map(kind: Any) -> bool:
    """Tell whether a key holds things by id before it holds a part with keys of its own."""
    outermost = next(one for one in parts_of(kind) if get_origin(one) is dict or is_model(one))
    return get_origin(outermost) is dict


def _key(book: Book, path: Path, said: tuple[str, str]) -> Topic:
    dotted = ".".join(path)
    kind: Kind = "number" if path in book.origins and _is_number(book.value(path)) else "key"
    return Topic(
        f"playbook.{dotted}",
        kind,
        dotted,
        Say(book.words.field_code(*said)),
        tuple(_short(path)),
        details=tuple(_level_of(book, path)),
        values=(path,) if book.leaves(path) else (),
        related=tuple(_level_addresses(book, path)),
    )


def _short(path: Path) -> Iterator[str]:
    """Yield the ways to shorten a path: by its beginning, and by the first words of the key that is left."""
    for at in range(len(path)):
        first, *rest = path[at:]
        words = first.split("_")
        cuts = range(len(words)) if rest else (0,)
        yield from (".".join(("_".join(words[cut:]), *rest)) for cut in cuts)


def _is_number(value: Any) -> bool:
    return not isinstance(value, bool | str | list | Mapping)


def _level_addresses(book: Book, path: Path) -> Iterator[str]:
    for group, scale in SCALES.items():
        if scale.counts and path[:-1] == scale.counts and path[-1] in members(book, group):
            yield f"{group}.{path[-1]}"


def _level_of(book: Book, path: Path) -> Iterator[Fact]:
    """Name the level that a number of the playbook belongs to, as a screen says it."""
    for address in _level_addresses(book, path):
        group, _, id_ = address.partition(".")
        yield Say("explain.number-of", {"level": level_name(book, group, id_)})
