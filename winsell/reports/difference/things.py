"""Lines about things that came, went or happened: persons, competitors, reasons, actions, meetings, reviews.

In: the change of a thing as a whole, and all other changes of it. Out: the sentence, and what stands below it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from winsell.analysis.differences import Change
from winsell.base.fact import Fact, Say, Term
from winsell.base.finding import Where
from winsell.deal.timeline import Entry
from winsell.reports.difference.pair import Pair
from winsell.reports.difference.values import claim_of, evidence, shown, subject

_Of = Callable[[Pair, Change, Sequence[Change]], tuple[Say, tuple[Fact, ...]]]


def thing(pair: Pair, own: Change, found: Sequence[Change]) -> tuple[Say, tuple[Fact, ...]]:
    """Say that a thing came, went or is in another state."""
    special = _SPECIAL.get(own.where[0])
    if special is not None:
        return special(pair, own, found)
    facts: dict[str, Fact] = {"what": _name(pair, own.where)}
    return Say(f"diff.{_come_or_gone(own)}", facts), tuple(_details(pair, own, found))


def _come_or_gone(own: Change) -> str:
    return "came" if own.before is None else "went"


def named(pair: Pair, where: Where) -> Fact:
    """Name one of many things that came at once; an action with its day."""
    if where[0] == "value":
        return claim_of(pair, where[1])
    if where[0] != "actions":
        return _name(pair, where)
    action = pair.after.deal.actions[where[1]]
    return Say("diff.planned", {"what": action.what, "owner": action.owner, "due": action.due})


def _name(pair: Pair, where: Where) -> Fact:
    section, id_ = where[:2]
    made: Mapping[str, Callable[[], Fact]] = {
        "sources": lambda: Say("diff.source", {"who": pair.person(id_)}),
        "events": lambda: subject(pair, (*where, "status")),
        "value": lambda: Say("diff.reason", {"claim": claim_of(pair, id_)}),
        "criteria": lambda: subject(pair, (*where, "ours")),
        "lots": lambda: subject(pair, (*where, "we_lead")),
        "accepted": lambda: Say("diff.accepted", {"code": id_}),
    }
    return made[section]() if section in made else Say("diff.place", {"path": ".".join(where)})


_TELLING = ("status", "scope", "reason", "deadline", "ours", "customer_confirmed")
"""Of a new thing, what is worth a line below it."""


def _details(pair: Pair, own: Change, found: Sequence[Change]) -> Iterator[Fact]:
    if own.after is None:
        return
    for one in found:
        if one.where[2:] in [(key,) for key in _TELLING] and one.after is not None:
            yield _first(pair, one, one.after)


def _first(pair: Pair, one: Change, entry: Entry[Any]) -> Say:
    facts: dict[str, Fact] = {
        "what": subject(pair, one.where),
        "after": shown(pair, one.where, entry),
        "why": entry.why,
        "evidence": evidence(pair, entry),
        "at": None,
    }
    return Say("diff.first", facts)


def _of(found: Sequence[Change], *keys: str) -> Entry[Any]:
    """Return what a thing says under a key, as it is now."""
    return next((one.after for one in found if one.where[2:] == keys and one.after is not None), Entry())


def _person(pair: Pair, own: Change, found: Sequence[Change]) -> tuple[Say, tuple[Fact, ...]]:
    id_ = own.where[1]
    who = pair.person(id_)
    if own.after is None:
        person = pair.after.dossier.people.get(id_)
        left = person is not None and person.left is not None and person.left <= pair.after.on
        return Say("diff.person-left" if left else "diff.person-gone", {"who": who}), ()
    attitude, role, function = _of(found, "attitude"), _of(found, "role").value, _of(found, "function").value
    facts: dict[str, Fact] = {
        "who": who,
        "role": Term("role", role) if role else None,
        "function": Term("function", function) if function else None,
        "attitude": Term("attitude", attitude.value or "unknown"),
        "why": attitude.why,
        "evidence": evidence(pair, attitude, always=True),
    }
    return Say("diff.person-new" if attitude.value else "diff.person-new-unknown", facts), ()


def _rival(pair: Pair, own: Change, found: Sequence[Change]) -> tuple[Say, tuple[Fact, ...]]:
    rival = pair.rival(own.where[1])
    if own.after is None:
        return Say("diff.rival-left", {"rival": rival}), ()
    kind = _of(found, "kind").value
    levels = (one for one in found if one.where[2:] in (("fit",), ("relation",), ("price",)))
    notes = tuple(_first(pair, one, one.after) for one in levels if one.after is not None and one.after.value)
    return Say("diff.rival-new", {"rival": rival, "kind": Term("rival", kind) if kind else None}), notes


def _action(pair: Pair, own: Change, found: Sequence[Change]) -> tuple[Say, tuple[Fact, ...]]:
    actions = (pair.after if own.after is not None else pair.before).deal.actions
    action = actions[own.where[1]]
    if own.after is None:
        return Say("diff.went", {"what": action.what}), ()
    state = str(own.after.value)
    late = (own.after.on - action.due).days if state == "done" and action.due and own.after.on else 0
    effect = _of(found, "effect")
    facts: dict[str, Fact] = {
        "what": action.what,
        "owner": action.owner,
        "on": _unless_today(pair, own.after.on) if state in ("done", "dropped") else own.after.on,
        "due": action.due,
        "days": late if late > 0 else None,
        "effect": Term("effect", effect.value) if effect.value else None,
        "result": action.result if state in ("done", "dropped") else None,
    }
    if state == "open" and own.before is not None:
        late = own.before.value == "overdue"
        put_off = {"before": own.before.on, "why": action.put_off.at(pair.after.on).why}
        return Say("diff.action-put-off", facts | put_off) if late else Say("diff.action-again", facts), ()
    return Say(f"diff.action-{state}", facts), ()


def _condition(pair: Pair, own: Change, _found: Sequence[Change]) -> tuple[Say, tuple[Fact, ...]]:
    conditions = (pair.after if own.after is not None else pair.before).deal.conditions
    one, entry = conditions[own.where[1]], own.after or Entry()
    facts: dict[str, Fact] = {"what": one.what, "due": one.due, "why": entry.why, "evidence": evidence(pair, entry)}
    return Say(f"diff.condition-{entry.value or 'gone'}", facts), ()


_SPECIAL: Mapping[str, _Of] = {
    "people": _person,
    "competitors": _rival,
    "actions": _action,
    "conditions": _condition,
}


def happening(pair: Pair, own: Change) -> Say:
    """Say what happened on a day, or that the file has it no more, or tells it otherwise."""
    section = own.where[2] if own.where[0] == "competitors" else own.where[0]
    entry = own.after or own.before or Entry()
    facts: dict[str, Fact] = {"on": _unless_today(pair, entry.on), **_facts_of(pair, own.where, entry.value)}
    case = "" if own.before is None else "-gone" if own.after is None else "-amended"
    told = Say(f"diff.{section}", facts)
    return told if not case else Say(f"diff.happening{case}", {"what": told})


def _unless_today(pair: Pair, on: date | None) -> date | None:
    """Leave out the day that is looked at: it stands above all lines."""
    return None if on == pair.after.on else on


def _facts_of(pair: Pair, where: Where, value: Any) -> dict[str, Fact]:
    if isinstance(value, str):
        return {"name": value}
    people = tuple(pair.person(id_) for id_ in getattr(value, "people", ()))
    facts: dict[str, Fact] = {name: getattr(value, name, None) for name in ("what", "note", "by", "to")}
    verdict, price, source = (getattr(value, name, None) for name in ("verdict", "price", "source"))
    return facts | {
        "people": people or None,
        "verdict": Term("review", verdict) if verdict else None,
        "price": f"{price:,f}" if price is not None else None,
        "currency": getattr(value, "currency", None),
        "source": pair.teller(source),
        "rival": pair.rival(where[1]) if where[0] == "competitors" else None,
    }
