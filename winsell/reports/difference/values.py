"""How each place of a deal is called, and how what stands there is shown.

In: a place and a statement. Out: facts for a sentence. What has no name of its own is called by its path, as files and
`winsell set` write it, so that nothing that changed goes untold.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from winsell.base.fact import Fact, Money, Percent, Points, Say, Term
from winsell.base.finding import Where
from winsell.deal.deal import GradeOverride, Price
from winsell.deal.timeline import Entry
from winsell.reports.difference.pair import Pair

_GROUPS: Mapping[tuple[str, str], str] = {
    ("people", "attitude"): "attitude",
    ("people", "contact"): "contact",
    ("people", "role"): "role",
    ("people", "politics"): "politics",
    ("people", "function"): "function",
    ("competitors", "kind"): "rival",
    ("competitors", "attitudes"): "attitude",
    ("events", "status"): "event",
    ("signs", ""): "sign",
    ("matches", ""): "match",
    ("behaviour", ""): "knowledge",
    ("terms", "knowledge"): "knowledge",
    ("terms", "ours"): "standing",
    ("criteria", "ours"): "standing",
    ("value", "customer_confirmed"): "answer",
    ("value", "they_have"): "has",
    ("approved", ""): "answer",
    ("sole_source", ""): "answer",
    ("us", "incumbent"): "answer",
    ("lots", "we_lead"): "answer",
    ("sources", "confirmed"): "answer",
    ("outcome", ""): "outcome",
    ("actions", "effect"): "effect",
    ("actions", "granted"): "answer",
    ("procurement", ""): "procurement",
}
"""Words of closed sets, by section and key."""
_LEVELS = ("fit", "relation", "price")
_PERCENT = ("target", "stated")


def key_of(where: Where) -> tuple[str, str]:
    """Return the section and the key by which a place is shown; ids between them do not matter."""
    section = where[0]
    if section in ("signs", "matches", "behaviour", "approved", "sole_source", "outcome", "procurement"):
        return section, ""
    own = 1 if section in ("us", "terms") else 2
    return section, where[own] if len(where) > own else ""


def evidence(pair: Pair, entry: Entry[Any], *, always: bool = False) -> tuple[Fact, ...]:
    """Say who told us, and how we know: of an attitude always, of all else where it is hearsay or a guess."""
    how = entry.how if always or entry.how in ("heard", "guess") else None
    told = pair.teller(entry.source)
    return tuple(one for one in (told, Term("how", how) if how else None) if one is not None)


def subject(pair: Pair, where: Where) -> Fact:
    """Return what a place is called."""
    section, key = key_of(where)
    named = _SUBJECTS.get((section, key)) or _SUBJECTS.get((section, "*"))
    found = named(pair, where) if named is not None else None
    return Say("diff.place", {"path": ".".join(where)}) if found is None else found


def _person(pair: Pair, where: Where) -> Fact:
    return pair.person(where[1])


def _rival_level(pair: Pair, where: Where) -> Fact:
    return Say(f"diff.rival-{where[2]}", {"rival": pair.rival(where[1])})


def _our_level(_: Pair, where: Where) -> Fact:
    return Say(f"diff.us-{where[1]}")


def claim_of(pair: Pair, id_: str) -> str:
    """Return what a reason to choose us claims."""
    return next(one.deal.value[id_].claim for one in (pair.after, pair.before) if id_ in one.deal.value)


def _claim(pair: Pair, where: Where) -> Fact:
    claim = claim_of(pair, where[1])
    if where[2:3] == ("they_have",):
        return Say("diff.they-have", {"claim": claim, "rival": pair.rival(where[3])})
    return Say("diff.claim", {"claim": claim})


def _criterion(pair: Pair, where: Where) -> Fact:
    known = next(one.deal.criteria for one in (pair.after, pair.before) if where[1] in one.deal.criteria)
    return Say("diff.criterion", {"name": known[where[1]].name})


def _what(pair: Pair, where: Where) -> Fact:
    known = next(one.deal.actions for one in (pair.after, pair.before) if where[1] in one.deal.actions)
    return known[where[1]].what


def _lot(pair: Pair, where: Where) -> Fact:
    known = next(one.deal.lots for one in (pair.after, pair.before) if where[1] in one.deal.lots)
    return Say("diff.lot", {"name": known[where[1]].name})


def _due_of(pair: Pair, where: Where) -> Fact:
    return Say("diff.due-of", {"what": _what(pair, where)})


def _effect_of(pair: Pair, where: Where) -> Fact:
    return Say("diff.effect-of", {"what": _what(pair, where)})


def _granted_of(pair: Pair, where: Where) -> Fact:
    action = next(one.deal.actions[where[1]] for one in (pair.after, pair.before) if where[1] in one.deal.actions)
    return Say("diff.granted-of", {"resource": action.resource, "what": action.what})


def _of_person(code: str) -> Callable[[Pair, Where], Fact]:
    return lambda pair, where: Say(f"diff.{code}", {"who": pair.person(where[1])})


def _called(code: str) -> Callable[[Pair, Where], Fact]:
    return lambda _pair, _where: Say(f"diff.{code}")


_SUBJECTS: Mapping[tuple[str, str], Callable[[Pair, Where], Fact]] = {
    **dict.fromkeys((("people", key) for key in ("attitude", "contact", "role", "politics", "function")), _person),
    ("people", "leans_to"): _of_person("leans-to"),
    ("people", "wins"): _of_person("wins"),
    ("people", "loses"): _of_person("loses"),
    **dict.fromkeys((("competitors", level) for level in _LEVELS), _rival_level),
    ("competitors", "strategy"): lambda pair, where: Say("diff.rival-strategy", {"rival": pair.rival(where[1])}),
    ("competitors", "attitudes"): lambda pair, where: Say(
        "diff.towards-rival", {"who": pair.person(where[3]), "rival": pair.rival(where[1])}
    ),
    ("events", "status"): lambda pair, where: Say("diff.event", {"event": pair.event(where[1])}),
    ("events", "deadline"): lambda pair, where: Say("diff.deadline", {"event": pair.event(where[1])}),
    ("signs", ""): lambda pair, where: Say("diff.sign", {"sign": pair.sign(where[1])}),
    ("matches", ""): lambda pair, where: Say("diff.match", {"match": pair.match(where[1])}),
    ("behaviour", ""): lambda pair, where: Say("diff.element", {"element": pair.element(where[1])}),
    ("chairs", ""): lambda pair, where: Say("diff.chair", {"chair": pair.after.chair(where[1])}),
    ("sources", "scope"): _of_person("tells-about"),
    ("sources", "confirmed"): _of_person("told-right"),
    ("sources", "act"): _of_person("did-for-us"),
    ("value", "customer_confirmed"): _claim,
    ("value", "they_have"): _claim,
    ("criteria", "ours"): _criterion,
    ("criteria", "weight"): lambda pair, where: Say("diff.criterion-weight", {"criterion": _criterion(pair, where)}),
    ("lots", "we_lead"): _lot,
    ("actions", "due"): _due_of,
    ("actions", "effect"): _effect_of,
    ("actions", "granted"): _granted_of,
    **dict.fromkeys((("us", key) for key in (*_LEVELS, "incumbent")), _our_level),
    **{
        (key, ""): _called(key.replace("_", "-"))
        for key in (
            "stage", "approved", "strategy", "target", "stated", "decision", "bids_due", "ranking", "shortlist",
            "sole_source", "owner", "amount", "outcome", "grade", "procurement", "deal", "customer",
        )
    },
    ("terms", "knowledge"): _called("terms"),
    ("terms", "ours"): _called("terms-ours"),
}  # fmt: skip


def shown(pair: Pair, where: Where, entry: Entry[Any] | None) -> Fact:
    """Show what stands at a place; None where it is unknown."""
    value, (section, key) = entry.value if entry is not None else None, key_of(where)
    group = _GROUPS.get((section, key))
    if group is not None:
        unknown = "unknown" if group in ("attitude", "contact", "role", "politics", "function", "sign") else None
        word = value or unknown
        return Term(group, str(word)) if word is not None else None
    if value is None:
        return None
    special = _SPECIAL.get((section, key))
    return special(pair, value) if special is not None else _plain(value, section, key)


def _side(pair: Pair, id_: str) -> Fact:
    return Say("diff.us") if id_ == "us" else pair.rival(id_)


_SPECIAL: Mapping[tuple[str, str], Callable[[Pair, Any], Fact]] = {
    ("stage", ""): lambda pair, id_: pair.after.stage_name(id_),
    ("strategy", ""): lambda pair, id_: pair.after.strategy(id_),
    ("competitors", "strategy"): lambda pair, id_: pair.after.strategy(id_),
    ("people", "leans_to"): _side,
    ("chairs", ""): lambda pair, id_: pair.seated(id_) or Say("diff.nobody-needed"),
    ("sources", "scope"): lambda _, scopes: tuple(Term("scope", one) for one in scopes),
}


def _plain(value: Any, section: str, key: str) -> Fact:
    if isinstance(value, float | Decimal):
        return _number(value, section, key)
    match value:
        case bool():
            return Term("answer", "yes" if value else "no")
        case Price():
            return Money(value.low, value.high, value.currency)
        case tuple():
            return tuple(str(one) for one in value)
        case date() | int() | str():
            return value
        case _:
            return str(value.is_ if isinstance(value, GradeOverride) else value)


def _number(value: float | Decimal, section: str, key: str) -> Fact:
    if isinstance(value, float) and section in _PERCENT:
        return Percent(value / 100)
    if isinstance(value, float) and (key in _LEVELS or section == "us"):
        return Points(value)
    return f"{value:f}" if isinstance(value, Decimal) else f"{value:g}"
