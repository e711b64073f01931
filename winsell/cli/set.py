"""`winsell set`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from shlex import quote
from typing import TYPE_CHECKING, Any

from winsell.base.fact import Say
from winsell.base.scalar import looks_like_day
from winsell.cli.called import person_called
from winsell.cli.changing import dated, day_on, entry_beside, need_text, playbook_of, refused, said_on, write
from winsell.cli.meanings import told_with_meanings
from winsell.cli.misuse import near
from winsell.cli.options import Ascii, By, DealName, How, Lang, New, On, Place, Source, Value, Why
from winsell.cli.today import today
from winsell.cli.which import which

if TYPE_CHECKING:
    from datetime import date

    from winsell.deal.fields import Field
    from winsell.reports.changed import Lack
    from winsell.store.change import Changed
    from winsell.store.edit.patch import Patch
    from winsell.store.load import Case


_JUDGED = ("attitude", "support", "fit", "relation", "price")
"""Judgements of ours: without a reason they count for little or nothing."""
_TOLD = (("behaviour", "money"), ("behaviour", "criteria"), ("sole_source",), ("shortlist",))
"""What else the win probability asks a source of."""


def set_(
    deal: DealName,
    place: Place,
    value: Value,
    on: On = None,
    why: Why = None,
    source: Source = None,
    how: How = None,
    by: By = None,
    new: New = False,
    lang: Lang = None,
    ascii_: Ascii = False,
) -> int:
    """Write one fact, dated where the field is a history."""
    from winsell.deal.typed import UNKNOWN, readings
    from winsell.store.edit.patch import Put

    path = which(deal)
    need_text(value, "VALUE")
    field = _field(place)
    value = _as_key(field, value)
    if field.path == ("stage",):
        _refuse_end_as_stage(path, value)
    details = {"why": why, "source": source, "by": by, "how": how}
    day = day_on(on)
    if field.kind in ("value", "section"):
        _refuse_details(place, {"on": on, **details})

    def choose(case: Case) -> tuple[Patch, ...]:
        path = _by_id(case, field.path)
        _refuse_unknown_thing(case, path, new=new)
        if field.kind == "section":
            return (_price(case, path, value),)
        meant = tuple(readings(field, value))
        if field.kind == "value":
            _refuse_part_of_amount(case, path)
            return tuple((Put(path, one),) for one in meant)
        if on is not None and day < today():
            _refuse_before_undated(case, path, day, meant)
        said = {**details, "source": None if source is None else person_called(case, source) or source}
        entries = (entry_beside(case, path, day, one, **said) for one in meant)
        return tuple((dated(case, path, day, one, stated=on is not None),) for one in entries)

    def remarks(changed: Changed) -> Iterator[Say]:
        yield from _remarks(changed, _by_id(changed.before, field.path), day) if field.kind == "history" else ()

    def lacks(changed: Changed) -> Lack | None:
        if field.kind != "history" or value.strip() == UNKNOWN:
            return None
        return _lacks(field, said_on(changed.after, _by_id(changed.before, field.path), day), value.strip())

    with told_with_meanings(field.words, value, ".".join(field.path)):
        return write(path, choose, ("set", place, value), lang, ascii_=ascii_, lacks=lacks, new=new, remarks=remarks)


def _refuse_end_as_stage(path: str, value: str) -> None:
    """Refuse how a deal ended as a stage of it: that is written elsewhere, with more beside it."""
    from winsell.deal.deal import Deal
    from winsell.deal.fields import field_at

    outcome = field_at(Deal, ("outcome",))
    if (ended := _as_key(outcome, value)) in outcome.words:
        raise refused("stage-is-end", value=value, deal=quote(path), outcome=ended)


def _as_key(field: Field, value: str) -> str:
    """Return the word of the file for a word of the screen, in any language; what is neither stays as it was typed."""
    from winsell.words.catalogue import LANGUAGES, word
    from winsell.words.levels import group_of
    from winsell.words.terms import TERMS

    group = group_of(field.words)
    if value in field.words or group is None or group not in TERMS:
        return value
    typed = value.strip().casefold()
    shown = {word(group, id_, one).casefold(): id_ for one in LANGUAGES for id_ in field.words if id_ in TERMS[group]}
    return shown.get(typed, value)


def _lacks(field: Field, said: Mapping[str, Any], value: str) -> Lack | None:
    """Say what an answer of ours lacks before it counts as much as it could; who guesses has nobody to name."""
    from winsell.deal.dossier import NOBODY

    if (field.path[0], value) == ("chairs", NOBODY) and said.get("source") is None:
        return "source-of-none"
    judged = field.path[-1] in _JUDGED
    if judged and said.get("why") is None:
        return "reason"
    asked = judged or field.path in _TOLD or (field.path[0], field.path[-1]) == ("events", "status")
    seen = said.get("how") == "act" and said.get("why") is not None
    return "source" if asked and said.get("source") is None and not seen and said.get("how") != "guess" else None


def _remarks(changed: Changed, path: tuple[str, ...], day: date) -> Iterator[Say]:
    """Say what a dated fact leaves as it is, or ends, in the history that it went into."""
    from winsell.store.edit.meaning import UNKNOWN, at, day_of, is_empty, is_history

    before, after = (at(one.document.data, path) for one in (changed.before, changed.after))
    if before is after or not is_history(after) or not changed.lines:
        return
    days = sorted(one for one in map(day_of, after) if one is not None)
    if days[-1] > day and days[-1] <= today():
        yield Say("changed.later-holds", {"on": days[-1]})
    if is_history(before) or is_empty(before) or before == UNKNOWN:
        return
    values = [one.get("is") if isinstance(one, dict) else one for one in (after[key] for key in sorted(after))]
    if len(days) == 1:
        yield Say("changed.got-day", {"on": days[0]})
    elif values[0] == values[-1]:
        yield Say("changed.was-undated-same", {"first": days[0], "on": days[-1]})
    else:
        yield Say("changed.was-undated", {"first": days[0], "until": day})


def _by_id(case: Case, path: tuple[str, ...]) -> tuple[str, ...]:
    """Write the id of a person into a path where a name or a post was typed."""
    if path[0] != "people" or len(path) == 1:
        return path
    return (path[0], person_called(case, path[1]) or path[1], *path[2:])


def _field(place: str) -> Field:
    """Find the field at a place; WinsellError with the nearest, or with what can be named below it."""
    from winsell.deal.deal import Deal, Price
    from winsell.deal.fields import NoSuchFieldError, field_at, keys_of

    if not all(place.split(".")):
        raise refused("no-such-field", path=place, allowed=keys_of(field_at(Deal, ())))
    try:
        field = field_at(Deal, tuple(place.split(".")))
    except NoSuchFieldError as error:
        if not error.known and looks_like_day(error.path[-1]):
            raise refused("field-is-dated", path=".".join(error.path[:-1]), on=error.path[-1]) from None
        if error.nearest is not None:
            rest = error.path[error.at + 1 :]
            raise refused("no-such-field-near", path=place, nearest=".".join((*error.nearest, *rest))) from None
        raise refused("no-such-field", path=place, allowed=error.known or (".".join(error.path[: error.at]),)) from None
    if field.kind == "section" and field.type is not Price:
        raise refused("field-has-parts", path=place, allowed=tuple(f"{place}.{key}" for key in keys_of(field)))
    if field.kind == "things":
        below = field_at(Deal, (*field.path, "id"))
        raise refused("field-is-things", path=place, allowed=tuple(f"{place}.ID.{key}" for key in keys_of(below)))
    if field.kind == "list":
        raise refused("field-is-list", path=place)
    return field


def _price(case: Case, path: tuple[str, ...], text: str) -> Patch:
    """Write a sum with its currency: that of the text, of the file, or the one that the playbook likes deals in."""
    from winsell.cli.price import typed_price
    from winsell.deal.money import NoCurrencyError
    from winsell.store.edit.meaning import at
    from winsell.store.edit.patch import Drop, Put

    there = at(case.document.data, path)
    own = there.get("currency") if isinstance(there, dict) else None
    currencies = (str(own),) if own is not None else tuple(playbook_of(case.path).ideal_amount)
    try:
        found = typed_price(text, currencies)
    except NoCurrencyError:
        raise refused("amount-needs-currency", value=text) from None
    if not isinstance(there, dict):
        return (Put(path, found),)
    ends = (Put((*path, key), found[key]) if key in found else Drop((*path, key)) for key in ("low", "high"))
    return (*ends, Put((*path, "currency"), found["currency"]))


def _refuse_details(place: str, details: dict[str, str | None]) -> None:
    """Refuse a day or a reason where only one value stands; said without them it would be lost."""
    given = tuple(f"--{name}" for name, text in details.items() if text is not None)
    if given:
        raise refused("not-dated", path=place, options=given)


def _refuse_part_of_amount(case: Case, path: tuple[str, ...]) -> None:
    """Refuse a part of a sum where there is no sum yet: neither part is anything without the other."""
    if path[:1] == ("amount",) and len(path) > 1 and case.dossier.deal.amount is None:
        raise refused("amount-in-parts", path=".".join(path), deal=quote(case.path))


def _refuse_before_undated(case: Case, path: tuple[str, ...], day: date, meant: Sequence[object]) -> None:
    """Refuse a value of an earlier day where another stands without one: nobody can tell which of them holds today."""
    from winsell.store.edit.meaning import UNKNOWN, at, is_empty, is_history

    there = at(case.document.data, path)
    if is_empty(there) or is_history(there):
        return
    now = there.get("is") if isinstance(there, dict) else there
    if now != UNKNOWN and now not in meant:
        where, what = ".".join(path), quote(str(now))
        raise refused("before-undated", path=where, value=str(now), day=day.isoformat(),
                      command=f"set {quote(case.path)} {where} {what} --on")  # fmt: skip


def _refuse_unknown_thing(case: Case, path: tuple[str, ...], *, new: bool) -> None:
    """Refuse an id that is not in the file: it is rather mistyped than new."""
    for section, id_, known in () if new else _things(case, path):
        if id_ not in known:
            facts = near(id_, known)
            raise refused(f"thing-unknown{'-near' if facts else ''}", id=id_, section=section, **facts)


def _things(case: Case, path: tuple[str, ...]) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Go through the ids in a path: each with its section and what it could be instead."""
    from winsell.deal.deal import Deal
    from winsell.deal.fields import field_at

    data: Any = case.document.data
    for at, key in enumerate(path):
        if field_at(Deal, path[:at]).kind == "things":
            there = tuple(data) if isinstance(data, dict) else ()
            yield ".".join(path[:at]), key, (*there, *known_elsewhere(case, path[:at]))
        data = data.get(key) if isinstance(data, dict) else None


def known_elsewhere(case: Case, section: tuple[str, ...]) -> tuple[str, ...]:
    """Return the ids that the playbook or another part of the files gives to a section."""
    playbook = playbook_of(case.path)
    given: dict[str, Any] = {
        "signs": playbook.signs,
        "events": playbook.events,
        "matches": playbook.matches,
        "chairs": playbook.chairs,
        "people": case.dossier.people,
        "sources": case.dossier.people,
        "they_have": case.dossier.deal.competitors,
        "attitudes": case.dossier.people,
    }
    return tuple(given.get(section[-1], ()))
